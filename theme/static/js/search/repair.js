// What a word that stands nowhere may have meant: other letters, another keyboard, a mistake.
const QWERTY = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`\\";
const UKRAINIAN = "йцукенгшщзхїфівапролджєячсмитьбю'ґ";
const RUSSIAN = { ы: ["и", "і"], э: ["е", "є"], ъ: ["і", ""], ё: ["е", "ьо"] };

const otherLayout = (text) =>
  [...text.toLowerCase()].map((sign) => UKRAINIAN[QWERTY.indexOf(sign)] ?? sign).join("");

const ukrainianSpellings = (word) =>
  [...shortened(word)].reduce(
    (made, sign) => made.flatMap((one) => (RUSSIAN[sign] ?? [sign]).map((own) => one + own)).slice(0, 256),
    [""],
  );

// «Новая», «новую», «новеє», «новії» of songs and of another language.
const shortened = (word) => word.replace(/(ая|ую|еє|іі)$/, ([own]) => own);

// Whether two words differ by one letter: another, one more, one less, two swapped.
const near = (a, b) => {
  if (Math.abs(a.length - b.length) > 1 || a === b) return a === b;
  let at = 0;
  while (a[at] === b[at]) at += 1;
  const [c, d] = [a.slice(at), b.slice(at)];
  const swapped = c[0] === d[1] && c[1] === d[0] && c.slice(2) === d.slice(2);
  return swapped || c.slice(1) === d.slice(1) || c.slice(1) === d || c === d.slice(1);
};

const without = (head) => [head, ...[...head].map((_, at) => head.slice(0, at) + head.slice(at + 1))];

// A form of each word that may have been meant; of three letters typed only one more may be missing.
const nearForms = async (word, index) => {
  if (word.length < index.start - 1 || /\d/.test(word)) return [];
  const head = word.slice(0, index.head);
  const rests = without(head);
  const left = new Set(rests);
  const shards = await Promise.all(rests.map(index.heads));
  const heads = new Set(shards.flat().filter((one) => without(one).some((rest) => left.has(rest))));
  const starts = new Set([...heads].map((one) => one.slice(0, index.start)));
  const maps = await Promise.all([...starts].slice(0, 12).map(index.shard));
  const found = new Map();
  for (const map of maps) {
    await rest();
    for (const { keys, forms } of map) {
      const form = forms.find((one) => one.length >= index.start && near(word, one));
      if (form && !found.has(keys[0])) found.set(keys[0], form);
    }
  }
  return [...found.values()];
};
