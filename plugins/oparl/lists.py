"""Lists of objects, paged by year: the first page is empty and leads to the oldest year."""

import json
from collections.abc import Iterable

from plugins.council.year_pages import YearPage
from plugins.oparl.objects import Object, Shared


def whole(name: str, objects: Iterable[Object], shared: Shared) -> str:
    """Return a list that has one page."""
    found = list(objects)
    links = {"first": shared.file(name), "self": shared.file(name), "last": shared.file(name)}
    pagination = {"totalElements": len(found), "totalPages": 1, "currentPage": 1}
    return _list(found, {**pagination, "elementsPerPage": len(found)}, links)


def first_page(name: str, years: tuple[tuple[int, int], ...], shared: Shared) -> str:
    """Return the page at which a list begins, whatever years it has: (year, how many)."""
    links = {"first": shared.file(name), "self": shared.file(name)}
    if years:
        links["next"] = shared.file(f"{name}-{years[0][0]}")
    links["last"] = shared.file(f"{name}-{years[-1][0]}" if years else name)
    total = sum(count for _, count in years)
    pagination = {"totalElements": total, "totalPages": 1 + len(years), "currentPage": 1}
    return _list([], {**pagination, "elementsPerPage": 0}, links)


def year_page(page: YearPage, objects: Iterable[Object], shared: Shared) -> str:
    """Return the page of a year. Of the pages to come it knows nothing but the next one."""
    found, name = list(objects), page.name
    links = {
        "first": shared.file(name),
        "prev": shared.file(f"{name}-{page.before}" if page.before else name),
        "self": shared.file(f"{name}-{page.year}"),
    }
    if page.after:
        links["next"] = shared.file(f"{name}-{page.after}")
    return _list(found, {"elementsPerPage": len(found)}, links)


def _list(objects: list[Object], pagination: dict[str, int], links: dict[str, str]) -> str:
    """Write an object a line: a year has thousands, and people compare them by lines."""
    lines = ",\n".join(json.dumps(one, ensure_ascii=False) for one in objects)
    rest = json.dumps({"pagination": pagination, "links": links}, ensure_ascii=False, indent=1)
    return f'{{\n"data": [\n{lines}\n],\n{rest[2:]}\n'
