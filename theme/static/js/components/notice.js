// Alerts of the city, of this very minute: /alerts.json on every page, ready HTML on the home page.
{
  const place = document.querySelector("[data-alerts]");
  const ready = [...document.querySelectorAll(".notices .notice")];
  const words = place.dataset;

  const spoken = (alert) => alert.lang === document.documentElement.lang;

  const active = (starts, ends) => {
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

  const element = (tag, name, text) => {
    const made = document.createElement(tag);
    made.className = name;
    made.textContent = text;
    return made;
  };

  const close = (notice, alert) => {
    sessionStorage.setItem(key(alert), "closed");
    notice.remove();
    place.hidden = !place.children.length;
  };

  const draw = (alert) => {
    const notice = element("section", `notice notice--${alert.level}`, "");
    const inner = element("div", "notice__inner wrap", "");
    const text = element("p", "notice__text", `${alert.text} `);
    const button = element("button", "notice__close", words.close);
    if (alert.link) {
      const link = element("a", "", words.details);
      link.href = alert.link;
      text.append(link);
    }
    button.type = "button";
    button.addEventListener("click", () => close(notice, alert));
    inner.append(
      element("p", "notice__level", words[alert.level]),
      element("h2", "notice__title", alert.title),
      text,
      button,
    );
    notice.append(inner);
    place.append(notice);
    place.hidden = false;
  };

  for (const notice of ready) {
    notice.hidden = !active(notice.dataset.starts, notice.dataset.ends);
  }

  fetch(words.alerts)
    .then((answer) => (answer.ok ? answer.json() : []))
    .then((alerts) =>
      alerts
        .filter((alert) => spoken(alert) && active(alert.starts, alert.ends))
        .filter((alert) => !shown.has(key(alert)) && !sessionStorage.getItem(key(alert)))
        .forEach(draw),
    )
    .catch(() => {}); // without a connection the page stays as it is
}
