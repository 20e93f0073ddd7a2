// The register as a table: filter, order, address of the choice. Without it the lists remain.
{
  const place = document.querySelector(".acts-table");
  const form = place.querySelector("form");
  const status = place.querySelector("[role=status]");
  const found = place.querySelector(".acts-table__found");
  const rows = found.querySelector("tbody");
  const more = found.querySelector(".acts-table__more");
  const lists = document.querySelector(".list__static");
  const words = place.dataset;
  const marks = words.statuses.split("|");
  const field = (name) => form.elements[name];
  const years = [...field("рік").options].map((option) => option.value).filter((year) => +year);
  const rules = new Intl.PluralRules(document.documentElement.lang);
  const step = 50; // rows drawn at once
  const shards = new Map(); // year → promise of its acts
  let turn = 0; // of questions: an answer to an old one is not shown
  let rest = null;

  const fold = (text) => text.toLowerCase().replace(/['ʼ`‘]/g, "’");

  // In code order ґ, є, і, ї stand after я; a last letter puts each behind its neighbour.
  const behind = { ґ: "г\uffff", є: "е\uffff", і: "и\uffff", ї: "и\uffff\uffff" };
  const alphabetical = (text) => fold(text).replace(/[ґєії]/g, (letter) => behind[letter]);

  const natural = (number) => number.replace(/\d+/g, (digits) => digits.padStart(6, "0"));

  const orders = {
    нові: [(act) => act.day, -1],
    давні: [(act) => act.day, 1],
    номер: [(act) => (act.natural ??= natural(act.number)), 1],
    назва: [(act) => (act.sorted ??= alphabetical(act.title)), 1],
  };

  const acts = (year, shard) =>
    shard.number.map((number, at) => ({
      number,
      title: shard.title[at],
      day: +year * 10000 + shard.day[at],
      орган: shard.bodies[shard.body[at]],
      вид: shard.kinds[shard.kind[at]],
      status: shard.status[at],
      скликання: String(shard.convocation[at]),
      теми: shard.topics[at].split(" "),
      slug: shard.slug[at] || number,
    }));

  const load = async (year) => {
    const answer = await fetch(words.index.replace("{year}", year));
    if (!answer.ok) throw new Error(answer.status);
    return acts(year, await answer.json());
  };

  const shard = (year) => {
    if (!shards.has(year)) shards.set(year, load(year));
    shards.get(year).catch(() => shards.delete(year)); // the next try asks again
    return shards.get(year);
  };

  const count = (number) => {
    const [one, few, many] = words.documents.split("|");
    const word = { one, few }[rules.select(number)] ?? many;
    return `${number.toLocaleString(document.documentElement.lang)}\u00a0${word}`;
  };

  const say = (pattern, parts = {}) => {
    status.textContent = pattern.replace(/\{(\w+)\}/g, (_, name) => parts[name]);
  };

  const chosen = () => {
    const value = (name) => field(name)?.value ?? "";
    const statuses = field("чинність").selectedOptions[0].dataset.of;
    const sought = fold(value("слова")).split(/\s+/).filter(Boolean);
    return (act) =>
      ["орган", "вид", "скликання"].every((name) => !value(name) || act[name] === value(name)) &&
      (!statuses || statuses.split(" ").includes(String(act.status))) &&
      (!value("тема") || act.теми.includes(value("тема"))) &&
      (!sought.length ||
        sought.every((word) => (act.folded ??= fold(`${act.number} ${act.title}`)).includes(word)));
  };

  const comparison = () => {
    const [key, sign] = orders[field("порядок").value] ?? orders.нові;
    return (one, other) => (key(one) < key(other) ? -sign : key(one) > key(other) ? sign : 0);
  };

  // Lists in order, merged as far as somebody looks: 20,000 acts are never sorted at once.
  function* merged(sorted, compare) {
    const heads = sorted.map(() => 0);
    for (;;) {
      let best = -1;
      sorted.forEach((list, at) => {
        if (heads[at] === list.length) return;
        if (best < 0 || compare(list[heads[at]], sorted[best][heads[best]]) < 0) best = at;
      });
      if (best < 0) return;
      yield sorted[best][heads[best]++];
    }
  }

  const label = (name, value) => {
    const option = [...field(name).options].find((one) => one.value === value);
    return option ? option.dataset.one || option.text : value;
  };

  const date = (day) =>
    [day % 100, Math.floor(day / 100) % 100, Math.floor(day / 10000)]
      .map((part) => String(part).padStart(2, "0"))
      .join(".");

  const cell = (name, ...parts) => {
    const made = document.createElement("td");
    made.className = `acts-table__${name}`;
    made.setAttribute("role", "cell");
    made.append(...parts);
    return made;
  };

  const row = (act) => {
    const made = document.createElement("tr");
    const link = document.createElement("a");
    const about = document.createElement("p");
    const year = Math.floor(act.day / 10000);
    link.href = `${form.getAttribute("action")}${act.орган}/${act.вид}/${year}/${act.slug}/`;
    link.textContent = act.title;
    about.textContent = `${label("орган", act.орган)}. ${label("вид", act.вид)}`;
    made.setAttribute("role", "row");
    made.append(
      cell("date", date(act.day)),
      cell("number", `№ ${act.number}`),
      cell("title", link, about),
      cell("status", marks[act.status]),
    );
    return made;
  };

  const draw = () => {
    const drawn = [];
    for (let next; drawn.length < step && !(next = rest.next()).done; ) drawn.push(row(next.value));
    rows.append(...drawn);
    rest.left -= drawn.length;
    more.hidden = rest.left <= 0;
    return drawn[0];
  };

  // Either the table or the lists: never both, never nothing.
  const stand = () => {
    lists.hidden = place.open && !found.hidden;
  };

  const show = (table) => {
    found.hidden = !table;
    stand();
  };

  const answer = async () => {
    const mine = ++turn;
    const asked = +field("рік").value ? [field("рік").value] : years;
    const [fits, compare, sorted] = [chosen(), comparison(), []];
    place.setAttribute("aria-busy", "true");
    try {
      for (const [at, year] of asked.entries()) {
        if (!at || at % 5 === 0) say(words.loading, { done: at, all: asked.length });
        const all = await shard(year);
        await new Promise((go) => setTimeout(go)); // a breath for the page between years
        if (mine !== turn) return;
        sorted.push(all.filter(fits).sort(compare));
      }
    } catch {
      if (mine === turn) {
        say(words.failed);
        show(false);
      }
      return;
    } finally {
      if (mine === turn) place.removeAttribute("aria-busy");
    }
    const total = sorted.reduce((sum, list) => sum + list.length, 0);
    rest = Object.assign(merged(sorted, compare), { left: total });
    rows.replaceChildren();
    show(true);
    draw();
    found.querySelector("table").hidden = !total;
    say(total ? words.found : words.none, { count: count(total) });
  };

  const mark = () => {
    const now = field("порядок").value;
    for (const button of found.querySelectorAll("[data-order]")) {
      const sorted = button.dataset.order.split(" ").includes(now);
      const direction = now === "нові" ? "descending" : "ascending";
      button.parentElement.setAttribute("aria-sort", sorted ? direction : "none");
    }
  };

  const address = () => {
    const said = [...new FormData(form)].filter(([, value]) => value);
    return `${form.getAttribute("action")}?${new URLSearchParams(said)}`;
  };

  const ask = () => {
    history.pushState(null, "", address());
    mark();
    return answer();
  };

  // What the address says; what it does not say is as the page came.
  const restore = () => {
    const said = new URLSearchParams(location.search);
    form.reset();
    for (const [name, value] of said) {
      const control = field(name);
      if (!control) continue;
      const before = control.value;
      control.value = value;
      if (control.value !== value) control.value = before; // no such choice
    }
    mark();
    const any = [...said.keys()].some((name) => field(name));
    if (any) {
      place.open = true;
      answer();
    } else {
      turn += 1;
      status.textContent = "";
      show(false);
    }
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask();
  });
  place.addEventListener("toggle", stand);
  found.addEventListener("click", (event) => {
    const ways = event.target.closest("[data-order]")?.dataset.order.split(" ");
    if (!ways) return;
    field("порядок").value = ways[(ways.indexOf(field("порядок").value) + 1) % ways.length];
    ask();
  });
  more.addEventListener("click", () => draw()?.querySelector("a").focus());
  window.addEventListener("popstate", restore);
  // On a phone rows are blocks; to ears the table stays one.
  rows.setAttribute("role", "rowgroup");
  rows.parentElement.setAttribute("role", "table");
  place.classList.add("acts-table--ready");
  restore();
}
