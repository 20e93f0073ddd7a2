// «Зараз відчинено до 17:00» beside opening hours, by the clock of Kyiv wherever the reader is.
{
  const WEEK = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

  const clock = (timeZone) =>
    new Intl.DateTimeFormat("en-GB", {
      timeZone,
      weekday: "short",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    });

  const kyivClock = () => {
    try {
      return clock("Europe/Kyiv");
    } catch {
      return clock("Europe/Kiev"); // browsers older than the zone's right name
    }
  };

  const kyivNow = () => {
    const parts = {};
    for (const { type, value } of kyivClock().formatToParts(new Date())) parts[type] = value;
    return { day: WEEK.indexOf(parts.weekday), minute: 60 * +parts.hour + +parts.minute };
  };

  const time = (minute) =>
    `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

  const nextOpening = (week, now) => {
    for (let ahead = 0; ahead <= 7; ahead += 1) {
      const day = (now.day + ahead) % 7;
      const hours = week[day].find(([opens]) => ahead || opens > now.minute);
      if (hours) return { ahead, day, minute: hours[0] };
    }
    return null;
  };

  const dayName = ({ ahead, day }, words) => {
    if (ahead === 0) return words.today;
    return ahead === 1 ? words.tomorrow : words.days.split("|")[day];
  };

  const say = (place) => {
    const words = place.dataset;
    const week = JSON.parse(words.hours);
    const now = kyivNow();
    const open = week[now.day].find(([opens, closes]) => opens <= now.minute && now.minute < closes);
    const next = nextOpening(week, now);
    if (open) {
      place.textContent = words.open.replace("{time}", time(open[1]));
    } else if (next) {
      place.textContent = words.closed
        .replace("{day}", dayName(next, words))
        .replace("{time}", time(next.minute));
    }
    place.dataset.state = open ? "open" : "closed";
  };

  const places = document.querySelectorAll("[data-hours]");
  const sayAll = () => places.forEach(say);
  sayAll();
  if (places.length) setInterval(sayAll, 60_000);
}
