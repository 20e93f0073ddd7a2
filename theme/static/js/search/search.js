// The search page: what stands in the address is what is shown, and what is typed goes there.
const PER_PAGE = 10;
const CHOICES = ["type", "body", "year", "status", "topic"];

const searchPage = (place) => {
  const form = document.querySelector(".search__form");
  const part = (name) => place.querySelector(`.search__${name}`);
  const [say, meant, list, pages] = ["say", "meant", "results", "pages"].map(part);
  const narrow = form.querySelector(".search__narrow");
  const selects = [...narrow.querySelectorAll("select")];
  const enable = (there) => {
    narrow.hidden = !there;
    for (const select of selects) select.disabled = !there;
  };
  // On a phone results come first.
  narrow.open = matchMedia("(min-width: 40rem)").matches;
  let opened = null;
  let latest = 0;

  const state = () => new URLSearchParams(location.search);
  const open = () => (opened ??= openIndex(place.dataset.search));
  const put = (name, inside) => list.parentNode && name.replaceChildren(...inside);

  const chosenIn = (asked) =>
    Object.fromEntries(CHOICES.map((name) => [name, asked.get(name)]).filter(([, value]) => value));

  const show = async () => {
    const mine = (latest += 1);
    const asked = state();
    const typed = (asked.get("q") ?? "").trim();
    if (document.activeElement !== form.q) form.q.value = asked.get("q") ?? "";
    if (!typed && !Object.keys(chosenIn(asked)).length) return clear();
    if (!list.children.length) say.textContent = place.dataset.searching;
    try {
      const index = await open();
      const found = await find(typed, chosenIn(asked), index);
      if (mine !== latest) return undefined;
      await sortBy(asked.get("sort"), found, index);
      const page = Math.max(1, +asked.get("page") || 1);
      const ids = found.ids.slice((page - 1) * PER_PAGE, page * PER_PAGE);
      const cards = await Promise.all(ids.map(index.card));
      const facts = await index.facts();
      const results = [];
      for (const card of cards) {
        await rest();
        results.push(resultOf(card, found, facts, index));
      }
      if (mine !== latest) return undefined;
      draw(results, found, page, index);
    } catch (error) {
      opened = null;
      clear();
      say.textContent = place.dataset.failed;
      console.info(error);
    }
    place.dataset.done = typed;
    return undefined;
  };

  const clear = () => {
    for (const one of [say, meant, list, pages]) one.replaceChildren();
    enable(false);
  };

  const draw = (results, found, page, index) => {
    const { words } = index;
    const count = counted(found.ids.length, index);
    const told = found.whole ? words.found : words.partly;
    say.textContent = found.ids.length ? told.replace("{count}", count) : words.nothing;
    put(meant, found.ids.length ? [] : [words.advice]);
    if (found.instead) put(meant, [`${words.meant} `, linkTo({ q: found.instead, page: "" }, found.instead)]);
    list.start = (page - 1) * PER_PAGE + 1;
    put(list, results);
    drawPages(page, Math.ceil(found.ids.length / PER_PAGE), words);
    drawChoice(found, index);
  };

  const linkTo = (change, text) => {
    const asked = state();
    for (const [name, value] of Object.entries(change)) value ? asked.set(name, value) : asked.delete(name);
    const link = element("a", "", text);
    link.href = `?${asked}`;
    return link;
  };

  const drawPages = (page, last, words) => {
    pages.hidden = last < 2;
    const at = words.page.replace("{page}", page).replace("{pages}", last);
    const link = (to, text) => (to < 1 || to > last ? [] : [linkTo({ page: to > 1 ? String(to) : "" }, text)]);
    put(pages, [...link(page - 1, words.previous), element("span", "", at), ...link(page + 1, words.next)]);
  };

  const drawChoice = (found, index) => {
    enable(true);
    narrow.open ||= Object.values(found.choice).some(Boolean);
    const fill = (select, counts) => fillSelect(select, counts, found.choice[select.name], index);
    for (const select of selects) {
      if (select.name === "sort") select.value = state().get("sort") ?? "";
      else fill(select, found.counts[select.name] ?? new Map());
    }
    // Topics are read only for those who look at what can be chosen.
    const mine = latest;
    if (narrow.open) {
      const counts = index.topics().then(found.countTopics);
      counts.then((of) => mine === latest && fill(form.topic, of), () => {});
    }
  };

  const sortBy = async (order, found, index) => {
    if (order !== "new" && order !== "old") return;
    const day = await index.days();
    const last = order === "new" ? 0 : 2 ** 16;
    found.ids = ranked(found.ids, (id) => Math.abs(last - day(id)));
  };

  const go = (write) => {
    const asked = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
    const address = asked.size ? `?${asked}` : location.pathname;
    if (address !== location.search) write.call(history, null, "", address);
    return show();
  };

  let waiting = 0;
  form.q.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => go(history.replaceState), 200);
  });
  form.q.addEventListener("focus", () => open().catch(() => (opened = null)), { once: true });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    go(history.pushState);
  });
  narrow.addEventListener("toggle", () => narrow.open && show());
  form.addEventListener("change", (event) => {
    if (event.target !== form.q) go(history.pushState);
  });
  place.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="?"]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    history.pushState(null, "", link.getAttribute("href"));
    form.q.value = state().get("q") ?? "";
    show().then(() => say.scrollIntoView({ block: "nearest" }));
  });
  addEventListener("popstate", () => {
    form.q.value = state().get("q") ?? "";
    show();
  });
  form.q.value = state().get("q") ?? "";
  show();
};

const searchPlace = document.querySelector("[data-search]");
if (searchPlace) searchPage(searchPlace);
