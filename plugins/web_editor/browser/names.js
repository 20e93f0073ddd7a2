// The name of a new file: Latin by resolution 55, with the date or the number in front.

const LONGEST = 60;

// `letters`: {letter: [at the beginning of a word, inside], …}, pairs of letters among them.
function latin(text, letters) {
  const plain = text.normalize("NFC").replace(/\u0301/g, "").replace(/№/g, " ").toLowerCase();
  const joined = plain.replace(/(?<=\p{L})[`´‘’‛′ʹʼ＇'](?=\p{L})/gu, "\u0001");
  let made = "";
  for (let at = 0; at < joined.length; at += 1) {
    const inside = at > 0 && /[\p{L}\u0001]/u.test(joined[at - 1]);
    const pair = letters[joined.slice(at, at + 2)];
    const said = (pair ?? letters[joined[at]] ?? [joined[at], joined[at]])[inside ? 1 : 0];
    made += said === "\u0001" ? "" : said;
    if (pair) at += 1;
  }
  const parts = made.normalize("NFKD").replace(/\p{M}/gu, "");
  return (parts.match(/[a-z0-9]+/g) ?? []).join("-");
}

const shortened = (name) =>
  name.length <= LONGEST ? name : name.slice(0, LONGEST + 1).replace(/-[^-]*$/, "").slice(0, LONGEST);

// `naming`: {year: key or null, name: [keys]} of a kind.
function fileName(data, naming, letters) {
  const said = naming.name.map((key) => part(data[key], key, letters)).filter(Boolean);
  return said.join("-") || "tekst";
}

function part(value, key, letters) {
  const text = String(value ?? "");
  return isoDay(text) ?? (key === "title" ? shortened(latin(text, letters)) : latin(text, letters));
}

function folderName(data, naming) {
  return (isoDay(String(data[naming.year] ?? "")) ?? "").slice(0, 4);
}

// The day of a moment as an editor may have written it: 2026-11-23 or 23.11.2026, a time after it.
function isoDay(text) {
  const found = /^(?:(\d{4})-(\d\d)-(\d\d)|(\d\d)\.(\d\d)\.(\d{4}))(?:[ T]|$)/.exec(text.trim());
  if (!found) return undefined;
  const [, y, m, d, D, M, Y] = found;
  return y ? `${y}-${m}-${d}` : `${Y}-${M}-${D}`;
}
