const TOKEN = /[\p{L}\p{N}]+(?:['’ʼ`]\p{L}+)*/gu;

// What one pastes may be a whole act: of it so many signs are read, and so many words of them.
const [LONGEST, MOST] = [400, 32];

// Words by which a phrase is told, from its beginning.
const IN_PHRASE = 9;

// Between two pieces of work a weak phone answers to a finger.
let rested = 0;
const rest = async () => {
  if (performance.now() - rested < 8) return;
  await new Promise((done) => setTimeout(done));
  rested = performance.now();
};

// A whole search: terms, their repairs, texts, and what can be chosen among them.
const find = async (given, chosen, index, asPrefix = true) => {
  const typed = given.slice(0, LONGEST);
  const query = parseQuery(typed, index);
  const asked = await termsOf(query, index, asPrefix);
  const repaired = await repairedTerms(asked, typed, query, index, asPrefix);
  const terms = repaired.terms.filter(({ lists }) => lists.length);
  const without = await Promise.all(query.without.map((word) => termOf(word, index, false)));
  const lost = new Set(asked.filter(({ lists }) => !lists.length).map(({ word }) => word));
  const pairs = (await Promise.all(query.phrases.map((words) => pairsOf(words, lost, index)))).flat();
  const facts = await index.facts();
  const choice = { ...query.chosen, ...chosen };
  const topics = choice.topic ? await index.topics() : null;
  const some = terms.length || (!asked.length && Object.keys(choice).length);
  const all = some
    ? await match(terms, index, facts.there, pairs, without)
    : { ids: [], whole: true, file: () => 0 };
  const tests = testsOf(choice, index, facts, topics);
  const among = (facet) => all.ids.filter((id) => tests.every((test) => test.facet === facet || test.holds(id)));
  // How many texts each value has, whatever else is chosen in the same facet.
  const count = async (facet, add) => {
    await rest();
    const sums = new Uint32Array(256);
    const ids = among(facet);
    for (const [at, id] of ids.entries()) {
      if (!(at & 4095)) await rest();
      add(sums, id);
    }
    return new Map([...sums.entries()].filter(([value, sum]) => value && sum));
  };
  const counts = {};
  for (const facet of ["type", "body", "year", "status"]) {
    counts[facet] = await count(facet, (sums, id) => (sums[facts[facet](id)] += 1));
  }
  return {
    ...all,
    ids: among(),
    choice,
    terms,
    query,
    // A phrase that stands nowhere may be meant as words.
    instead: repaired.instead || (all.ids.length || !pairs.length ? "" : typed.replace(/["«»“”„]/g, "")),
    counts,
    countTopics: (has) =>
      count("topic", (sums, id) => index.facets.topic.forEach((_, at) => (sums[at + 1] += has(id, at)))),
  };
};

// The pairs of a phrase that tell its texts; a word that stands nowhere tells nothing.
const pairsOf = (phrase, lost, index) =>
  Promise.all(
    phrase
      .slice(1, IN_PHRASE)
      .map((next, at) => [phrase[at], next])
      .filter((words) => !words.some((word) => lost.has(word)))
      .map(async (words) => ({ words, has: await index.pair(...words) })),
  );

// A number or a date that stands in the index as one is looked for as one, else by its parts.
const termsOf = async ({ words, joined, phrases }, index, asPrefix) => {
  const quoted = new Set(phrases.filter((phrase) => phrase.length > 1).flat());
  const taken = new Set();
  const terms = [];
  for (const { key, from, to } of joined) {
    const term = await termOf(key, index, asPrefix && to === words.length);
    if (!term.lists.length) continue;
    words.slice(from, to).forEach((word, at) => {
      term.forms.add(word);
      taken.add(from + at);
    });
    terms.push(term);
  }
  const last = words.length - 1;
  const left = [...new Map(words.map((word, at) => [word, at]))].filter(([, at]) => !taken.has(at)).slice(0, MOST);
  // A function word beside others tells nothing, and its list is long.
  const telling = left.filter(([word]) => !(word in index.table.stop));
  const some = telling.length || terms.length ? telling : left;
  return [
    ...terms,
    ...(await Promise.all(some.map(([word, at]) => termOf(word, index, asPrefix && at === last, quoted.has(word))))),
  ];
};

// Words that stand nowhere are tried as typed by another hand; the rest stay as they are.
const repairedTerms = async (terms, typed, query, index, asPrefix) => {
  const lost = terms.filter(({ lists }) => !lists.length);
  if (!lost.length) return { terms, instead: "" };
  if (lost.length === terms.length && /[a-z]/i.test(typed)) {
    const other = otherLayout(typed);
    const meant = await termsOf(parseQuery(other, index), index, asPrefix);
    if (meant.some(({ lists }) => lists.length)) return { terms: meant, instead: other };
  }
  const meant = new Map();
  for (const { word } of lost) {
    const found = await meantBy(word, index);
    if (found) meant.set(word, found);
  }
  const instead = typed.replace(TOKEN, (token) => {
    const word = index.fold(index.settled(index.plain(token)));
    return meant.get(word)?.shown ?? token;
  });
  return { terms: terms.map((term) => meant.get(term.word) ?? term), instead: meant.size ? instead : "" };
};

const meantBy = async (word, index) => {
  const best = async (words) => {
    const terms = await Promise.all(words.slice(0, 4).map((one) => termOf(one, index, false)));
    return terms.reduce((a, b) => (b.texts > (a?.texts ?? 0) ? b : a), null);
  };
  const spelt = ukrainianSpellings(word).filter((one) => one !== word);
  const there = await Promise.all(spelt.map((one) => isForm(one, index)));
  const right = spelt.filter((_, at) => there[at]);
  return best(right.length ? right : await nearForms(word, index));
};

const isForm = async (word, index) =>
  (await index.shard(word)).some(({ forms }) => forms.includes(word));

const testsOf = (choice, index, facts, topics) =>
  Object.entries(choice).filter(([, value]) => value).map(([facet, value]) => {
    if (facet === "year") return { facet, holds: (id) => facts.year(id) + index.firstYear === +value };
    const at = index.facets[facet].findIndex(([slug]) => slug === value);
    if (at < 0) return { facet, holds: () => false };
    if (facet === "topic") return { facet, holds: (id) => topics(id, at) };
    return { facet, holds: (id) => facts[facet](id) === at + 1 };
  });
