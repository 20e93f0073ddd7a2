"""Every page of the site, and the assets that pages need."""

from collections.abc import Iterable, Iterator

from plugins.council.addresses import PUBLICATION, SEARCH
from plugins.council.header import Lang
from plugins.output import Output, OutputGroup, Site
from plugins.pages.acts_index import index_outputs
from plugins.pages.assets import read_assets
from plugins.pages.bodies import body_names, body_outputs
from plugins.pages.directories import directories, directory_outputs
from plugins.pages.discussions import discussion_names, discussion_outputs
from plugins.pages.home import home_outputs
from plugins.pages.list_pages import list_outputs
from plugins.pages.open_data import ADDRESS as OPEN_DATA
from plugins.pages.open_data import open_data_outputs
from plugins.pages.page_inputs import Names
from plugins.pages.periods import Periods, years
from plugins.pages.person_pages import person_outputs
from plugins.pages.publication import publication_outputs
from plugins.pages.section_cards import card_output
from plugins.pages.session_pages import session_outputs
from plugins.pages.shared import AllShared, shared
from plugins.pages.special import special_outputs
from plugins.pages.text_pages import text_outputs

SECTIONS = (
    "news", "announcements", "reports", "acts", "bills", "consultations", "sessions", "minutes",
    "units", "people", "services", "topics", "pages",
)  # fmt: skip


def outputs(site: Site) -> Iterable[Output | OutputGroup]:
    """Return all that this plugin publishes."""
    assets = read_assets(site.theme)
    periods = {one.address: years(one) for one in site.register.collections}
    names = _names(site, periods)
    all_shared = {lang: shared(site, lang, assets, names) for lang in _languages(site)}
    return [
        *(asset.output for asset in assets),
        *home_outputs(site, all_shared, names),
        *text_outputs(site, all_shared, names),
        *session_outputs(site, all_shared, names),
        *person_outputs(site, all_shared, names),
        *list_outputs(site, all_shared, names, periods),
        *index_outputs(site, periods),
        *directory_outputs(site, all_shared),
        *body_outputs(site, all_shared, names, periods),
        *discussion_outputs(site, all_shared["uk"], names),
        *special_outputs(site, all_shared, names),
        *publication_outputs(site, all_shared["uk"]),
        *open_data_outputs(site, all_shared),
        *_cards(site, all_shared),
    ]


def _languages(site: Site) -> tuple[Lang, ...]:
    """Ukrainian always (law 2704-VIII art. 27(6)); English once there is a text in it."""
    english = any(text.lang == "en" for text in site.register.texts)
    return ("uk", "en") if english else ("uk",)


def _names(site: Site, periods: Periods) -> Names:
    """Return the name of what stands at each address, for breadcrumbs and menus."""
    words = site.theme.words("uk")
    names = {
        f"/{SEARCH}/": words["search"],
        **body_names(site),
        **discussion_names(site),
    }
    if site.preview is None:
        names[OPEN_DATA] = words["section_data"]
    if site.vocabulary.law.rules:
        names[f"/{PUBLICATION}/"] = words["law_title"]
    for text in site.register.texts:
        names[text.address] = text.title
    for lang in _languages(site):
        words = site.theme.words(lang)
        for directory in directories(site, lang):
            names[directory.address] = words[f"section_{directory.section}"]
    for collection in site.register.collections:
        names[collection.address] = collection.short
        for year in periods[collection.address]:
            names[year.address] = str(year.year)
    return names


def _cards(site: Site, all_shared: AllShared) -> Iterator[Output]:
    """Yield the picture of each section for social networks."""
    for lang, one in all_shared.items():
        name = one.frame.site_name
        yield card_output("site", lang, one.frame.site_motto, name, site.theme)
        yield card_output("topic", lang, one.word("section_topics"), name, site.theme)
        for section in SECTIONS:
            words = one.word(f"section_{section}")
            yield card_output(section, lang, words, name, site.theme)
