// The small box of every page: titles and numbers while one types, as links that arrows walk.
const TITLES = 6;

const completion = (box) => {
  const [list, say] = [box.querySelector("ul"), box.querySelector("[role=status]")];
  let opened = null;
  let latest = 0;

  const draw = (cards, found, index) => {
    const items = cards.map((card) => {
      const link = element("a", "", ...marked(card.title, placesOf(card.title, found.terms, index)));
      link.href = card.address;
      if (card.number) link.append(" ", element("span", "find__number", index.words.number.replace("{number}", card.number)));
      return element("li", "", link);
    });
    list.replaceChildren(...items);
    say.textContent = items.length ? counted(found.ids.length, index) : index.words.nothing;
  };

  const complete = async () => {
    const mine = (latest += 1);
    const typed = box.q.value.trim();
    if (typed.length < 2) return list.replaceChildren();
    try {
      const index = await (opened ??= openIndex(box.dataset.index));
      const found = await find(typed, {}, index);
      const cards = await Promise.all(found.ids.slice(0, TITLES).map(index.card));
      if (mine === latest) draw(cards, found, index);
    } catch {
      // The form still leads to the page of search, which says what is wrong.
      opened = null;
    }
    return undefined;
  };

  const step = (event) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!by) return;
    const stops = [box.q, ...list.querySelectorAll("a")];
    const next = stops[stops.indexOf(document.activeElement) + by];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };

  let waiting = 0;
  box.q.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(complete, 200);
  });
  box.addEventListener("keydown", step);
  complete();
};

const searchBox = document.getElementById("find");
// After all of this file is there.
if (searchBox) queueMicrotask(() => completion(searchBox));
