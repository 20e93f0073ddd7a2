// Documents into an index of MiniSearch as one file: `node search_minisearch.mjs <folder>`.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const MiniSearch = createRequire(new URL("../package.json", import.meta.url))("minisearch");
const folder = process.argv[2];
const index = new MiniSearch({ fields: ["title", "text"], storeFields: ["title"] });
index.addAll(JSON.parse(readFileSync(join(folder, "documents.json"), "utf-8")));
writeFileSync(join(folder, "minisearch.json"), JSON.stringify(index));
