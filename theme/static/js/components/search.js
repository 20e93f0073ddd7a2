// The loupe opens a small box on the page itself; what searches is loaded only then.
{
  const box = document.getElementById("find");
  const loupe = document.querySelector(".header__search");
  const page = document.querySelector(".search__form");

  const load = () => {
    if (document.querySelector(`script[src="${box.dataset.script}"]`)) return;
    const script = document.createElement("script");
    script.src = box.dataset.script;
    document.head.append(script);
  };

  const show = (open) => {
    box.hidden = !open;
    loupe.setAttribute("aria-expanded", String(open));
    if (open) box.q.focus();
  };

  const pressed = (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (page) {
      page.q.focus();
      return;
    }
    load();
    show(box.hidden);
  };

  if (loupe && box) {
    loupe.setAttribute("role", "button");
    if (!page) loupe.setAttribute("aria-controls", "find");
    if (!page) loupe.setAttribute("aria-expanded", "false");
    loupe.addEventListener("click", pressed);
    loupe.addEventListener("keydown", (event) => event.key === " " && pressed(event));
    box.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.preventDefault(); // the words stay for when the box is opened again
      show(false);
      loupe.focus();
    });
  }
}
