// From words to texts: readings of a word are alternatives, words are wanted all together.
// Of a word: what a text says by another made of it, or that it is made of.
const KIN = 0.2;
// Of all texts: such a word filters nothing beside a rarer one.
const COMMON = 0.25;

// A text with a form has all its readings: of a word in a phrase, where the form is meant, one will do,
// unless it is of another word that is spelt alike when folded and stands nowhere.
const termOf = async (word, index, asPrefix, quoted = false) => {
  const lines = await index.shard(word);
  let read = lines.filter(({ forms }) => forms.includes(word));
  if (!read.length && asPrefix && word.length >= index.start) {
    read = lines.filter(({ forms }) => forms.some((form) => form.startsWith(word))).slice(0, 12);
  }
  const spelt = ({ forms, shown }) => shown[forms.indexOf(word)];
  const keys = [...new Set(read.flatMap((line) => line.keys))];
  let lists = quoted && keys.length ? [await index.postings(keys[0])] : [];
  if (!lists.some((list) => list.texts)) lists = await Promise.all(keys.map(index.postings));
  for (const list of lists) {
    const line = read.find(({ keys }) => keys[0] === list.key);
    list.share = line ? 1 : KIN;
    list.spelt = line && spelt(line);
  }
  const found = lists.filter((list) => list.texts);
  const own = new Set(found.map(({ key }) => key));
  const marked = quoted ? [] : lines.filter((line) => line.keys.some((key) => own.has(key)));
  return {
    word,
    shown: read.map(spelt).find(Boolean) ?? word,
    lists: found,
    texts: Math.max(0, ...found.map((list) => list.texts)),
    whole: found.every(({ whole }) => whole),
    forms: new Set([word, ...marked.flatMap((line) => line.forms)]),
  };
};

// The best impact of a term in each text; the file it stands in.
const columnOf = (term, index) => {
  const weights = new Float32Array(index.ids);
  const files = new Uint8Array(index.ids).fill(255);
  for (const list of term.lists) {
    const { ids, impacts, texts } = list;
    const rarity = list.share * Math.log(1 + (index.texts - texts + 0.5) / (texts + 0.5));
    ids.forEach((id, n) => {
      const weight = rarity * (impacts[n] & 63);
      if (weight > weights[id]) weights[id] = weight;
      files[id] = Math.min(files[id], impacts[n] >> 6);
    });
  }
  return { ...term, weights, files };
};

// Words whose absence rules a text out: all but the common ones, unless there are no others.
const needed = (terms, index) => {
  const telling = terms.filter(({ word }) => !(word in index.table.stop));
  const rare = telling.filter((term) => term.whole && term.texts <= COMMON * index.texts);
  return [rare, telling, terms].find((some) => some.length) ?? [];
};

const match = async (terms, index, allowed, pairs, without) => {
  const columns = [];
  for (const term of terms) {
    columns.push(columnOf(term, index));
    await rest();
  }
  const wanted = new Set(needed(terms, index).map(({ word }) => word));
  const banned = without.map((term) => columnOf(term, index));
  for (const { words, has } of pairs) {
    for (const { weights, files } of columns.filter(({ word }) => words.includes(word))) {
      for (let id = 0; id < index.ids; id += 1) {
        // A text with a pair has both words, though it be none of the best of a common one.
        if (has[id] === 1) weights[id] ||= 1;
        // The words of a file are known in no order.
        else if (files[id] && files[id] < 255) has[id] = 2;
      }
    }
    await rest();
  }
  const sure = (id) => pairs.every(({ has }) => has[id] === 1);
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
    allowed(id) && banned.every(({ weights }) => !weights[id]) && pairs.every(({ has }) => has[id]);
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
  ids = ranked(ids, (id) => 1000 * scores[id] + 2 ** 28 * sure(id));
  const file = (id) => Math.max(0, ...columns.map(({ files }) => (files[id] < 255 ? files[id] : 0)));
  return { ids, whole: count === wanted.size, file };
};

// Texts by weight, of equal ones the newer first. Numbers of one array: 50,000 in some milliseconds.
const ranked = (ids, weight) => {
  const keys = Float64Array.from(ids, (id) => Math.round(weight(id)) * 2 ** 20 + id).sort();
  return Array.from(keys.reverse(), (key) => key % 2 ** 20);
};
