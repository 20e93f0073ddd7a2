// Alerts of the city, of this very minute: /alerts.json on every page, ready HTML on the home page.
{
  const place = document.querySelector("[data-alerts]");
  const ready = [...document.querySelectorAll(".notices .notice")];
  const words = place.dataset;
  const levels = ["emergency", "danger", "warning", "info"];
  const longest = 2 ** 31 - 1; // milliseconds that a browser can wait
  let told = [];
  let waiting;

  const active = ({ starts, ends }) => {
    const now = Date.now();
    return (!starts || Date.parse(starts) <= now) && (!ends || now < Date.parse(ends));
  };

  const key = (alert) => `${alert.starts} ${alert.title}`;

  const shown = new Set(
    ready.map((notice) =>
      key({
        starts: notice.dataset.starts,
        title: notice.querySelector(".notice__title").textContent,
      }),
    ),
  );

  const wanted = (alert) =>
    active(alert) &&
    alert.lang === document.documentElement.lang &&
    !shown.has(key(alert)) &&
    !sessionStorage.getItem(key(alert));

  const element = (tag, name, text) => {
    const made = document.createElement(tag);
    made.className = name;
    made.textContent = text;
    return made;
  };

  const close = (alert) => {
    sessionStorage.setItem(key(alert), "closed");
    refresh();
  };

  const draw = (alert) => {
    const notice = element("section", `notice notice--${alert.level}`, "");
    const inner = element("div", "notice__inner wrap", "");
    const text = element("p", "notice__text", alert.text ? `${alert.text} ` : "");
    const button = element("button", "notice__close", words.close);
    if (alert.link) {
      const link = element("a", "", words.details);
      link.href = alert.link;
      text.append(link);
    }
    button.type = "button";
    button.addEventListener("click", () => close(alert));
    inner.append(
      element("p", "notice__level", words[alert.level]),
      element("h2", "notice__title", alert.title),
      ...(text.childNodes.length ? [text] : []),
      element("p", "notice__when", alert.when),
      button,
    );
    notice.append(inner);
    notice.dataset.alert = key(alert);
    return notice;
  };

  const gravest = (one, other) => levels.indexOf(one.level) - levels.indexOf(other.level);

  // What stands on the page already is left alone: a screen reader says new words once.
  const refresh = () => {
    for (const notice of ready) {
      notice.hidden = !active(notice.dataset);
    }
    const now = told.filter(wanted).sort(gravest);
    const keys = new Set(now.map(key));
    const standing = new Set();
    for (const notice of [...place.children]) {
      if (keys.has(notice.dataset.alert)) standing.add(notice.dataset.alert);
      else notice.remove();
    }
    const added = now.filter((alert) => !standing.has(key(alert)));
    const grave = added.some((alert) => levels.indexOf(alert.level) < 2);
    place.setAttribute("aria-live", grave ? "assertive" : "polite");
    place.hidden = !now.length;
    place.append(...added.map(draw));
    wait();
  };

  // A page that stays open follows the clock: an alert comes and goes at its minute.
  const wait = () => {
    const now = Date.now();
    const moments = [...told, ...ready.map((notice) => notice.dataset)]
      .flatMap(({ starts, ends }) => [Date.parse(starts), Date.parse(ends)])
      .filter((moment) => moment > now);
    clearTimeout(waiting);
    if (moments.length) {
      waiting = setTimeout(refresh, Math.min(Math.min(...moments) - now, longest));
    }
  };

  const ask = () =>
    fetch(words.alerts)
      .then((answer) => (answer.ok ? answer.json() : told))
      .then((alerts) => {
        told = alerts;
        refresh();
      })
      .catch(() => {}); // without a connection the page stays as it is

  document.addEventListener("visibilitychange", () => document.hidden || ask());
  refresh();
  ask();
}
