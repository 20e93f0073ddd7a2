// From words to texts: readings of a word are alternatives, words are wanted all together.
// Of a word: what a text says by another made of it, or that it is made of.
const KIN = 0.2;
// Of all texts: such a word filters nothing beside a rarer one.
const COMMON = 0.25;

const termOf = async (word, index, asPrefix) => {
  const lines = await index.shard(word);
  let read = lines.filter(({ forms }) => forms.includes(word));
  if (!read.length && asPrefix && word.length >= index.start) {
    read = lines.filter(({ forms }) => forms.some((form) => form.startsWith(word))).slice(0, 12);
  }
  const spelt = ({ forms, shown }) => shown[forms.indexOf(word)];
  const keys = [...new Set(read.flatMap((line) => line.keys))];
  const lists = await Promise.all(keys.map(index.postings));
  for (const list of lists) {
    const line = read.find(({ keys }) => keys[0] === list.key);
    list.share = line ? 1 : KIN;
    list.spelt = line && spelt(line);
  }
  const found = lists.filter((list) => list.texts);
  const own = new Set(found.map(({ key }) => key));
  const marked = lines.filter((line) => line.keys.some((key) => own.has(key)));
  return {
    word,
    shown: read.map(spelt).find(Boolean) ?? word,
    lists: found,
    texts: Math.max(0, ...found.map((list) => list.texts)),
    whole: found.every(({ whole }) => whole),
    forms: new Set([word, ...marked.flatMap((line) => line.forms)]),
  };
};

// The best impact of a term in each text; words beside its forms; the file it stands in.
const columnOf = (term, index) => {
  const weights = new Float32Array(index.ids);
  const following = new Uint8Array(index.ids);
  const preceding = new Uint8Array(index.ids);
  const files = new Uint8Array(index.ids).fill(255);
  for (const list of term.lists) {
    const { ids, impacts, texts } = list;
    const rarity = list.share * Math.log(1 + (index.texts - texts + 0.5) / (texts + 0.5));
    ids.forEach((id, n) => {
      const weight = rarity * (impacts[n] & 63);
      if (weight > weights[id]) weights[id] = weight;
      following[id] |= list.beside?.[0][n];
      preceding[id] |= list.beside?.[1][n];
      files[id] = Math.min(files[id], impacts[n] >> 6);
    });
  }
  return { ...term, weights, following, preceding, files };
};

// Words whose absence rules a text out: all but the common ones, unless there are no others.
const needed = (terms, index) => {
  const telling = terms.filter(({ word }) => !(word in index.table.stop));
  const rare = telling.filter((term) => term.whole && term.texts <= COMMON * index.texts);
  return [rare, telling, terms].find((some) => some.length) ?? [];
};

const match = async (terms, index, allowed, phrases, without) => {
  const columns = [];
  for (const term of terms) {
    columns.push(columnOf(term, index));
    await rest();
  }
  const wanted = new Set(needed(terms, index).map(({ word }) => word));
  const banned = without.map((term) => columnOf(term, index));
  const checks = phrases.map((words) => pairs(words, columns));
  const scores = new Float32Array(index.ids);
  const hits = new Uint8Array(index.ids);
  for (const { word, weights } of columns) {
    const one = wanted.has(word) ? 1 : 0;
    for (let id = 0; id < index.ids; id += 1) {
      if (!weights[id]) continue;
      scores[id] += weights[id];
      hits[id] += one;
    }
    await rest();
  }
  const fits = (id) =>
    allowed(id) && banned.every(({ weights }) => !weights[id]) && checks.every((sure) => sure(id));
  const least = (count) => {
    const ids = [];
    for (let id = 0; id < index.ids; id += 1) {
      if ((hits[id] >= count || !wanted.size) && fits(id)) ids.push(id);
    }
    return ids;
  };
  let count = wanted.size;
  let ids = least(count);
  while (!ids.length && count > 1) ids = least((count -= 1));
  await rest();
  ids = ranked(ids, (id) => 1000 * scores[id] * checks.reduce((all, sure) => all * sure(id), 1));
  const file = (id) => Math.max(0, ...columns.map(({ files }) => (files[id] < 255 ? files[id] : 0)));
  return { ids, whole: count === wanted.size, file };
};

// Texts by weight, of equal ones the newer first. Numbers of one array: 50,000 in some milliseconds.
const ranked = (ids, weight) => {
  const keys = Float64Array.from(ids, (id) => Math.round(weight(id)) * 2 ** 20 + id).sort();
  return Array.from(keys.reverse(), (key) => key % 2 ** 20);
};

// How sure it is, from 0 to 1, that in a text each word of a phrase is followed by the next: of the
// words beside a word postings keep a bit of eight by its hash, so where all are set they say nothing.
const pairs = (words, columns) => {
  const sure = (word, side, other) => {
    const column = columns.find((one) => one.word === word);
    if (!column) return () => 1;
    const bit = 1 << (crc32(other) & 7);
    const unknown = column.lists.every(({ beside, whole }) => !beside || whole) ? 0 : 1 / 8;
    return (id) => {
      const mask = column[side][id];
      return mask ? mask & bit && 1 / bits(mask) : unknown;
    };
  };
  const steps = words
    .slice(1)
    .flatMap((next, at) => [sure(words[at], "following", next), sure(next, "preceding", words[at])]);
  return (id) => steps.reduce((all, step) => all && all * step(id), 1);
};

const bits = (mask) => mask && 1 + bits(mask & (mask - 1));
