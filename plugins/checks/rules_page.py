"""The page on which editors read what is checked, made of the rules themselves."""

from collections.abc import Iterable, Iterator

from plugins.checks.catalogue import Entry, entries

_BEGINNING = """\
# Що перевіряє сайт

Перед тим як скласти сайт, програма перевіряє кожен текст і файл. Кожне зауваження каже, де воно,
що не так і як написати; у дужках – назва правила, за якою його знайти тут:

```text
content/news/2026/x.md:3: date: «завтра» не є датою. Напишіть дату так: 2026-11-23. (header)
```

**Помилка** зупиняє складання, сайт лишається таким, як був. **Попередження** й **поради** нічого не
зупиняють.

Правило зі словами «буває виняток» можна обійти в одному тексті, назвавши причину й того, хто
дозволив. Файл (PDF, таблицю) звільняє текст, який його показує. Усі винятки видно в `make check`.

```yaml
allow:
  - {rule: personal-data, reason: телефон із договору, approved_by: начальник юридичного відділу}
```

Цю сторінку складено з самих правил командою `make rules`; руками її не змінюють.
"""


def rules_page() -> str:
    """Return docs/rules.md."""
    by_name: dict[str, list[Entry]] = {}
    for entry in entries():
        for name in entry.about.names:
            by_name.setdefault(name, []).append(entry)
    parts = (_section(name, by_name[name]) for name in sorted(by_name))
    return "\n".join([_BEGINNING, *parts])


def _section(name: str, said: Iterable[Entry]) -> str:
    return f"## {name}\n\n" + "\n".join(_lines(list(said)))


def _lines(said: list[Entry]) -> Iterator[str]:
    for entry in said:
        excuse = " *Буває виняток.*" if entry.about.excusable else ""
        yield f"{entry.about.says}.{excuse}\n"
        if entry.example:
            yield f"```text\n{entry.example}\n```\n"
