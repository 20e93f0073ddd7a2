// The code that searches in the browser, run by Node over files: `node browser_code.mjs <job.json>`.
// A job: {"js": folder, "root": built site, "table": …, "scan": [texts]} or {…, "queries": [{typed, chosen}]}
// or {…, "pairs": [[word, word]]}.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const job = JSON.parse(readFileSync(process.argv[2], "utf-8"));
const names = ["finding", "folding", "index", "matching", "query", "repair", "results"];
const code = names.map((name) => readFileSync(join(job.js, `${name}.js`), "utf-8")).join("\n");
const { reader, openIndex, find, near } = new Function(
  `${code}\nreturn { reader, openIndex, find, near };`,
)();

let bytes = 0;
globalThis.fetch = async (address) => {
  try {
    const data = readFileSync(join(job.root, address));
    bytes += data.length;
    return new Response(data);
  } catch {
    return new Response("", { status: 404 });
  }
};

const scanned = () => {
  const read = reader(job.table);
  return job.scan.map((text) => {
    const { words, joined } = read.scan(text);
    return [words, joined.map(({ key }) => key), words.map(read.fold)];
  });
};

const found = async () => {
  const answers = [];
  for (const { typed, chosen } of job.queries) {
    bytes = 0;
    const index = await openIndex("/poshuk/data/");
    const one = await find(typed, chosen ?? {}, index);
    const cards = await Promise.all(one.ids.slice(0, 10).map(index.card));
    const counts = Object.fromEntries(
      Object.entries(one.counts).map(([facet, values]) => [facet, Object.fromEntries(values)]),
    );
    answers.push({
      addresses: cards.map(({ address }) => address),
      count: one.ids.length, instead: one.instead, whole: one.whole, bytes, counts,
      files: cards.map((card) => card.files[one.file(card.id) - 1]?.[0] ?? ""),
    });
  }
  return answers;
};

const pairs = async () => {
  const index = await openIndex("/poshuk/data/");
  return Promise.all(job.pairs.map(async (words) => [...(await index.pair(...words))]));
};

const answer = job.pairs ? await pairs() : job.scan ? scanned() : job.near ? job.near.map(([a, b]) => near(a, b)) : await found();
writeFileSync(`${process.argv[2]}.answer`, JSON.stringify(answer));
