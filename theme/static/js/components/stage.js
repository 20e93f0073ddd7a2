// What holds from a moment on or until one: «Обговорення відкрито» gives way to «завершено» by itself.
{
  const places = document.querySelectorAll(
    ".stage[data-since], .stage[data-until], .discussion__ways[data-until]",
  );

  const holds = ({ since, until }) => {
    const now = Date.now();
    return (!since || Date.parse(since) <= now) && (!until || now < Date.parse(until));
  };

  const showAll = () => {
    for (const place of places) place.hidden = !holds(place.dataset);
  };

  showAll();
  if (places.length) setInterval(showAll, 60_000);
}
