"""The page «Відкриті дані»: what each data set holds, said to a person, and where it lies."""

from collections.abc import Iterator

from plugins.council.addresses import OPARL
from plugins.council.data_sets import ACT_SCHEMA, DATA_SETS, FOLDER, LISTS, DataSet, list_file
from plugins.council.quantities import integer
from plugins.output import Output, Site, Template, page_path
from plugins.output.data_tables import DataTable, data_tables
from plugins.pages.json_ld import data_catalog
from plugins.pages.meta import full_title, page_meta, report_href, way
from plugins.pages.shared import AllShared, Shared
from plugins.pages.sitemap_entries import page_entry
from plugins.pages.view import DataSetView, Fact, Link, OpenDataView

ADDRESS = f"/{FOLDER}/"


def open_data_outputs(site: Site, all_shared: AllShared) -> Iterator[Output]:
    """Yield the page, in Ukrainian: the words of the data are. A preview has no data."""
    if site.preview is not None:
        return
    shared = all_shared["uk"]
    yield Output(
        path=page_path(ADDRESS),
        inputs=(site.theme.template("open_data.html", "uk"), shared, data_tables(site)),
        render=render_open_data,
        entry=page_entry(ADDRESS, shared),
    )


def render_open_data(template: Template, shared: Shared, tables: tuple[DataTable, ...]) -> str:
    """Return the page of data sets."""
    title, lead = shared.word("section_data"), shared.word("lead_data")
    crumbs = way((), title, ADDRESS, shared)
    view = OpenDataView(
        meta=page_meta(
            shared, title=full_title(shared, title), description=lead, address=ADDRESS,
            crumbs=crumbs, nodes=[data_catalog(DATA_SETS, shared)],
        ),
        title=title,
        breadcrumbs=crumbs,
        section=ADDRESS,
        report=report_href(title, ADDRESS, shared),
        lead=lead,
        sets=tuple(_view(one, tables, shared) for one in DATA_SETS),
        catalogue="/data.json",
        lists=tuple(_lists(shared)),
        schema=f"/{ACT_SCHEMA}",
        oparl=f"/{OPARL}/system.json",
    )  # fmt: skip
    return template.render(frame=shared.frame, page=view)


def _lists(shared: Shared) -> Iterator[Link]:
    for kind in LISTS:
        yield Link(title=shared.word(f"data_list_{kind}"), url=f"/{list_file(kind)}")


def _view(data_set: DataSet, tables: tuple[DataTable, ...], shared: Shared) -> DataSetView:
    mine = [one for one in tables if one.data_set == data_set]
    required = shared.word("data_required")
    return DataSetView(
        id=data_set.name,
        title=data_set.title,
        description=data_set.description,
        yearly=data_set.yearly,
        tables=tuple(
            Link(
                title=str(one.year) if one.year else shared.word("data_whole"),
                url=f"/{data_set.file(one.year)}",
                count=integer(one.rows, shared.lang),
            )
            for one in mine
        ),
        empty=data_set.empty if not any(one.rows for one in mine) else "",
        columns=tuple(
            Fact(label=one.name, values=(one.title, required) if one.required else (one.title,))
            for one in data_set.columns
        ),
    )
