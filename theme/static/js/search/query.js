// From what was typed to what is looked for: phrases, words to leave out, «тип:рішення рік:2025».
const OPERATORS = {
  тип: "type", вид: "type", type: "type", рік: "year", year: "year", орган: "body", body: "body",
  тема: "topic", topic: "topic", стан: "status", чинність: "status", status: "status",
};

const parseQuery = (typed, index) => {
  const query = { words: [], joined: [], phrases: [], without: [], chosen: {} };
  const rest = typed
    .replace(/["«“„]([^"«»“”„]+)["»”“]/g, (_, phrase) => {
      const words = index.scan(phrase).words.map(index.fold);
      if (words.length) query.phrases.push(words);
      return ` ${phrase} `;
    })
    .replace(/(^|\s)([а-яіa-z]+):(\S+)/giu, (all, before, name, value) => {
      const facet = OPERATORS[name.toLowerCase()];
      if (!facet) return all;
      query.chosen[facet] = valueOf(index, facet, value);
      return before;
    })
    .replace(/(^|\s)[-−–](?=[^\s\d-])(\S+)/gu, (_, before, word) => {
      query.without.push(...index.scan(word).words.map(index.fold));
      return before;
    });
  return Object.assign(query, folded(index.scan(rest), index));
};

const folded = ({ words, joined }, index) => ({ words: words.map(index.fold), joined });

// The slug of a facet's value by its name, or by the beginning of one: «розпорядж», «рада».
const valueOf = (index, facet, value) => {
  if (facet === "year") return value;
  const fold = (text) => index.fold(index.plain(text));
  const wanted = fold(value);
  const found = index.facets[facet].find(
    ([slug, name]) => slug === value || fold(name).split(" ").some((word) => word.startsWith(wanted)),
  );
  return found ? found[0] : value;
};
