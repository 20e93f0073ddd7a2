// The code of the editor's page, run by Node: `node browser_code.mjs <job.json>`.
// A job: {js, yaml: files, schema, letters, texts: [[path, text, order]], anew, titles, named: [[data, naming]]}.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const job = JSON.parse(readFileSync(process.argv[2], "utf-8"));
const code = job.js.map((file) => readFileSync(file, "utf-8")).join("\n");
const yaml = createRequire(import.meta.url)(job.yaml);
const { councilFormat, latin, shortened, fileName, folderName, isoDay } = new Function(
  `${code}\nreturn { councilFormat, latin, shortened, fileName, folderName, isoDay };`,
)();
const format = councilFormat(job.schema, yaml, "не читається");

function saved([text, changes, order]) {
  try {
    const data = format.fromFile(text);
    if (job.anew) delete data._kept;
    return format.toFile({ ...data, ...changes }, order);
  } catch (error) {
    return `! ${error.message}`;
  }
}

const answer = {
  saved: (job.texts ?? []).map(saved),
  latin: (job.titles ?? []).map((title) => latin(title, job.letters)),
  short: (job.titles ?? []).map((title) => shortened(latin(title, job.letters))),
  named: (job.named ?? []).map(([data, naming]) => [folderName(data, naming), fileName(data, naming, job.letters)]),
  days: (job.days ?? []).map((day) => isoDay(day) ?? null),
};
writeFileSync(`${process.argv[2]}.answer`, JSON.stringify(answer));
