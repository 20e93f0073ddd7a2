"""The page «Відкриті дані»: what each data set holds, said to a person, and where it lies."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from plugins.council.data_sets import DATA_SETS, FOLDER, DataSet, by_year, years_of
from plugins.council.quantities import integer
from plugins.output import Output, Site, Template, page_path
from plugins.pages.json_ld import data_catalog
from plugins.pages.meta import full_title, page_meta, report_href, way
from plugins.pages.shared import AllShared, Shared
from plugins.pages.sitemap_entries import page_entry
from plugins.pages.view import DataSetView, Fact, Link, OpenDataView

ADDRESS = f"/{FOLDER}/"


@dataclass(frozen=True, slots=True)
class SetInputs:
    """A data set with its years, newest first, and how many rows each has."""

    data_set: DataSet
    rows: Mapping[int, int]


def open_data_outputs(site: Site, all_shared: AllShared) -> Iterator[Output]:
    """Yield the page, in Ukrainian: the words of the data are."""
    shared = all_shared["uk"]
    tables = by_year(site.register.texts)
    sets = tuple(
        SetInputs(one, {year: len(tables[one.name, year]) for year in years_of(one, tables)})
        for one in DATA_SETS
    )
    yield Output(
        path=page_path(ADDRESS),
        inputs=(site.theme.template("open_data.html", "uk"), shared, sets),
        render=render_open_data,
        entry=page_entry(ADDRESS, shared),
    )


def render_open_data(template: Template, shared: Shared, sets: tuple[SetInputs, ...]) -> str:
    """Return the page of data sets."""
    title, lead = shared.word("section_data"), shared.word("lead_data")
    crumbs = way((), title, ADDRESS, shared)
    view = OpenDataView(
        meta=page_meta(
            shared, title=full_title(shared, title), description=lead, address=ADDRESS,
            crumbs=crumbs, nodes=[data_catalog([one.data_set for one in sets], shared)],
        ),
        title=title,
        breadcrumbs=crumbs,
        section=ADDRESS,
        report=report_href(title, ADDRESS, shared),
        lead=lead,
        sets=tuple(_view(one, shared) for one in sets),
        catalogue="/data.json",
    )  # fmt: skip
    return template.render(frame=shared.frame, page=view)


def _view(inputs: SetInputs, shared: Shared) -> DataSetView:
    one = inputs.data_set
    return DataSetView(
        id=one.name,
        title=one.title,
        description=one.description,
        tables=tuple(
            Link(title=f"{year}", url=f"/{one.file(year)}", count=integer(rows, shared.lang))
            for year, rows in inputs.rows.items()
        ),
        columns=tuple(Fact(label=column.name, values=(column.title,)) for column in one.columns),
    )
