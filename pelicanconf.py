"""The site as an editor sees it on localhost. publishconf.py says what differs in public."""

PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
SITEURL = "http://localhost:8000"
PUBLIC_URL = "https://krm.gov.ua"  # where residents find it; a link there is one to our own pages
SITENAME = "Краматорська міська рада"
TIMEZONE = "Europe/Kyiv"
DEFAULT_LANG = "uk"

# What the site calls bodies, kinds of acts and topics, when INPUTDIR brings no data of its own.
DATA_PATH = "content/data"

# «static» – the site's own index; «stork» – pelican-search beside it (plugins/search/stork.py).
SEARCH_ENGINE = "static"

# Where the editor at /admin/ keeps texts, None for no editor (docs/web-editor.md).
WEB_EDITOR: dict[str, object] | None = None

# The path of a page, in the order it happens (docs/architecture.md).
PLUGINS = [
    "plugins.checks",  # a text says all it must
    "plugins.front_matter",  # it is read: header → record, Markdown → safe HTML
    "plugins.registry",  # records know each other: who amends whom, which lists they stand in
    "plugins.pages",  # records become pages and lists, through the theme
    "plugins.feeds",  # … and feeds: Atom and JSON Feed
    "plugins.akoma_ntoso",  # … and acts as XML for programs: Akoma Ntoso 3.0
    "plugins.calendars",  # … and dates for a resident's calendar: iCalendar
    "plugins.open_data",  # … and tables and JSON that anyone may reuse
    "plugins.oparl",  # … and sessions, papers and people as OParl 1.1 for programs
    "plugins.search",  # … and an index that a phone can search, knowing Ukrainian
    "plugins.web_editor",  # … and the editor at /admin/, where WEB_EDITOR asks for one
    "plugins.sitemap",  # … and the map that search engines read
    "plugins.media",  # pictures in the sizes a phone needs, files to download
    "plugins.incremental",  # all is planned; what changed is rendered and written
]

# `make check` does without: the index takes long to make, and no text leads into it.
CHECK_WITHOUT = ["plugins.search"]

# plugins.incremental builds everything: Pelican's own generators are left without work.
ARTICLE_PATHS: list[str] = []
PAGE_PATHS: list[str] = []
STATIC_PATHS: list[str] = []
THEME_STATIC_PATHS: list[str] = []
DIRECT_TEMPLATES: list[str] = []
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
