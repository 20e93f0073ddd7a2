// One page of results as the reader sees it: links, excerpts, marks, what can be chosen.
const element = (tag, name, ...inside) => {
  const made = document.createElement(tag);
  if (name) made.className = name;
  made.append(...inside);
  return made;
};

// Letters of an excerpt.
const ROOM = 220;

// Where in a text words of the query stand, in any form: pairs [from, to).
const placesOf = (text, terms, index) => {
  const wanted = (token) => {
    const word = index.plain(token);
    const spelt = [index.fold(index.settled(word)), index.latin(word)];
    return terms.findIndex(({ forms }) => spelt.some((one) => forms.has(one)));
  };
  return [...text.matchAll(TOKEN)]
    .map(({ 0: token, index: from }) => ({ term: wanted(token), from, to: from + token.length }))
    .filter(({ term }) => term >= 0);
};

const marked = (text, places, start = 0, end = text.length) => {
  const parts = [];
  let at = start;
  for (const { from, to } of places) {
    if (from < at || to > end) continue;
    parts.push(text.slice(at, from), element("mark", "", text.slice(from, to)));
    at = to;
  }
  return [...parts, text.slice(at, end)];
};

// The place where the most different words stand together.
const excerpt = (text, terms, index) => {
  const places = placesOf(text, terms, index);
  const worth = ({ from }) =>
    new Set(places.filter((one) => one.from >= from && one.to < from + ROOM).map(({ term }) => term)).size;
  const best = places.reduce((a, b) => (a && worth(a) >= worth(b) ? a : b), null);
  const near = best ? text.lastIndexOf(" ", Math.max(0, best.from - 50)) + 1 : 0;
  const start = best && best.from < 80 ? 0 : near;
  const cut = text.indexOf(" ", start + ROOM);
  const end = cut < 0 ? text.length : cut;
  return [start ? "… " : "", ...marked(text, places, start, end), end < text.length ? " …" : ""];
};

const LONG = new Intl.DateTimeFormat("uk", { dateStyle: "long", timeZone: "UTC" });
const longDate = (day) => LONG.format(new Date(day)).replace(/\s?р\.$/, "");

const resultOf = (card, found, facts, index) => {
  const name = (facet) => index.facets[facet][facts[facet](card.id) - 1]?.[1];
  const status = index.facets.status[facts.status(card.id) - 1]?.[0];
  const link = element("a", "", ...marked(card.title, placesOf(card.title, found.terms, index)));
  link.href = card.address;
  if (card.lang !== document.documentElement.lang) link.lang = card.lang;
  const number = card.number && index.words.number.replace("{number}", card.number);
  const line = [[name("type"), number].filter(Boolean).join(" "), name("body")];
  const facets = element("p", "search__line", line.filter(Boolean).join(" · "));
  if (card.day) {
    const time = element("time", "", longDate(card.day));
    time.dateTime = card.day;
    facets.append(" · ", time);
  }
  if (status && status !== "in_force") {
    facets.append(" ", element("strong", "search__status", name("status")));
  }
  const result = element("li", "search__result", element("h2", "", link), facets);
  result.append(element("p", "search__excerpt", ...excerpt(card.words, found.terms, index)));
  const file = card.files[found.file(card.id) - 1];
  if (file) {
    const there = element("a", "", file[0]);
    there.href = file[1];
    result.append(element("p", "search__file", `${index.words.in_file} `, there));
  }
  return result;
};

const counted = (count, index) => {
  const [one, few, many] = index.words.items.split("|");
  const forms = { one, few, many, other: many };
  const number = new Intl.NumberFormat("uk").format(count);
  return `${number} ${forms[new Intl.PluralRules("uk").select(count)]}`;
};

// A select of a facet: its values among what was found, the chosen one also when it has none.
const fillSelect = (select, counts, chosen, index) => {
  const facet = select.name;
  const named = (value) =>
    facet === "year"
      ? [String(value + index.firstYear), String(value + index.firstYear)]
      : index.facets[facet][value - 1];
  const rows = [...counts].map(([value, count]) => [...named(value), count]);
  if (chosen && !rows.some(([slug]) => slug === chosen)) {
    const name = index.facets[facet]?.find(([slug]) => slug === chosen)?.[1] ?? chosen;
    rows.push([chosen, name, 0]);
  }
  rows.sort((a, b) => (facet === "year" ? b[0] - a[0] : b[2] - a[2]));
  const options = rows.map(([slug, name, count]) => new Option(`${name} (${count})`, slug));
  select.replaceChildren(new Option(index.words[`all_${facet}`], ""), ...options);
  select.value = chosen ?? "";
};
