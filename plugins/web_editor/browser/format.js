// A text as the form sees it, and back. What nobody changed stays as an editor typed it, with its
// remarks and quotes; YAML's scalars stay text, as plugins/council/header_yaml.py has them.

const TEXT = "_text";
const KEPT = "_kept";
const FENCE = /^---\s*$/;
const KEY = /^(["']?)([A-Za-z_]+)\1\s*:/;
const OURS = [TEXT, KEPT, "_file", "_folder"];
const NOTHING = ["~", "null", "Null", "NULL"];
const YES = ["так", "true", "yes"];
const NO = ["ні", "false", "no"];

// `schema`: {quoted, truths, many: names of keys, defaults: what is said by saying nothing}.
function councilFormat(schema, yaml, unreadable) {
  const quoted = new Set(schema.quoted);
  const truths = new Set(schema.truths);
  const many = new Set(schema.many);

  function fromFile(file) {
    const lines = file.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n").split("\n");
    const end = lines.findIndex((line, number) => number > 0 && FENCE.test(line));
    if (!FENCE.test(lines[0]) || end < 0) throw new Error(unreadable);
    const header = lines.slice(1, end);
    const values = readValues(header.join("\n"));
    const kept = keys(header).map(([key, typed]) => [key, typed, JSON.stringify(values[key] ?? null)]);
    return { ...values, [TEXT]: shielded(lines.slice(end + 1).join("\n")), [KEPT]: kept };
  }

  function readValues(header) {
    let tree;
    try {
      tree = yaml.load(header, { schema: yaml.FAILSAFE_SCHEMA }) ?? {};
    } catch {
      throw new Error(unreadable);
    }
    const entries = Object.entries(tree).map(([key, value]) => [key, understood(key, value)]);
    return Object.fromEntries(entries.filter(([, value]) => value !== null));
  }

  function understood(name, value) {
    if (Array.isArray(value)) return value.map((one) => single(name, one));
    const one = single(name, value);
    return typeof one === "string" && many.has(name) ? [one] : one;
  }

  function single(name, value) {
    if (value && typeof value === "object") {
      const entries = Object.entries(value).map(([key, one]) => [key, understood(key, one)]);
      return Object.fromEntries(entries.filter(([, one]) => one !== null));
    }
    if (value === null || (NOTHING.includes(value) && !quoted.has(name))) return null;
    if (truths.has(name)) {
      const said = value.toLowerCase();
      return YES.includes(said) ? "так" : NO.includes(said) ? "ні" : value;
    }
    return value;
  }

  function toFile(data, order = []) {
    const text = unshielded(data[TEXT] ?? "");
    const values = pruned(data) ?? {};
    const kept = data[KEPT] ?? [];
    const written = new Set(kept.map(([key]) => key));
    const lines = kept.flatMap(([key, typed, was]) => {
      if (!key || same(values[key], JSON.parse(was))) return typed;
      return key in values ? yamlLines(key, values[key]) : [];
    });
    const known = order.filter((key) => key in values);
    for (const key of new Set([...known, ...Object.keys(values)])) {
      const needless = schema.defaults[key] === values[key];
      if (!OURS.includes(key) && !written.has(key) && !needless) lines.push(...yamlLines(key, values[key]));
    }
    return ["---", ...lines, "---", text].join("\n");
  }

  function yamlLines(key, value, indent = "") {
    if (Array.isArray(value)) {
      if (value.every((one) => typeof one === "string" && /^[a-z0-9][a-z0-9./_-]*$/.test(one) && !typed(one))) {
        return [`${indent}${key}: [${value.join(", ")}]`];
      }
      return [`${indent}${key}:`, ...value.flatMap((one) => itemLines(key, one, `${indent}  `))];
    }
    if (typeof value === "object") {
      return [`${indent}${key}:`, ...recordLines(value, `${indent}  `)];
    }
    return [`${indent}${key}: ${scalar(key, value)}`];
  }

  const recordLines = (value, indent) =>
    Object.entries(value).flatMap(([key, one]) => yamlLines(key, one, indent));

  function itemLines(name, value, indent) {
    if (typeof value !== "object") return [`${indent}- ${scalar(name, value)}`];
    const [first, ...rest] = recordLines(value, `${indent}  `);
    return [`${indent}- ${first.trimStart()}`, ...rest];
  }

  function scalar(name, value) {
    const plain =
      /^[^\s\-?:,[\]{}#&*!|>'"%@`=~<][^\n]*$/u.test(value) &&
      !/: |:$| #|\s$|[\t\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]/.test(value) &&
      !NOTHING.includes(value) &&
      !(quoted.has(name) && typed(value));
    return plain ? value : JSON.stringify(value);
  }

  return { fromFile, toFile };
}

// Decap's laid-out text knows no footnotes: it would make a link of one. With an invisible sign in
// its line an explanation is plain text to it, and stays.
const shielded = (text) => text.replace(/^(\[\^[^\]\s]+\])(?=:)/gm, "$1\u2060");

function unshielded(text) {
  if (!/\]\u2060:/.test(text)) return text;
  return text.replace(/\]\u2060:/g, "]:").replace(/\\\[\^([^\]\s\\]+)\\?\]/g, "[^$1]");
}

// What YAML would take for a number, a date or an answer.
const typed = (value) =>
  /^[-+.\d][-+.:\d_eExXoaAbBcCdDfFTtZz ]*$/.test(value) || /^(?:y|n|yes|no|on|off|true|false|null)$/i.test(value);

// The lines of each key of the first level; remarks before the first key have no name.
function keys(header) {
  const found = [];
  for (const line of header) {
    const key = KEY.exec(line)?.[2];
    if (key || !found.length) found.push([key ?? "", [line]]);
    else found.at(-1)[1].push(line);
  }
  return found;
}

// The value without what says nothing: empty strings, lists and records.
function pruned(value) {
  if (Array.isArray(value)) {
    const items = value.map(pruned).filter((one) => one !== undefined);
    return items.length ? items : undefined;
  }
  if (value && typeof value === "object") {
    const entries = Object.entries(value).map(([key, one]) => [key, pruned(one)]);
    const said = entries.filter(([, one]) => one !== undefined);
    return said.length ? Object.fromEntries(said) : undefined;
  }
  if (value === null || value === undefined) return undefined;
  return String(value).trim() === "" ? undefined : String(value);
}

const same = (one, other) => JSON.stringify(sorted(one)) === JSON.stringify(sorted(pruned(other)));

function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (!value || typeof value !== "object") return value ?? null;
  return Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])]));
}
