"""Stock Pelican's site of the benchmark: its usual lists by 20, archives by year, feeds, map."""

import json
from pathlib import Path

import yaml

HERE = Path(__file__).parent

PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
PLUGIN_PATHS = [str(HERE)]
PLUGINS = ["neighbours"]
SITENAME = "Краматорська міська рада"
SITEURL = "http://localhost:8000"
TIMEZONE = "Europe/Kyiv"
DEFAULT_LANG = "uk"
STATIC_PATHS = ["images"]

SITE = yaml.load((HERE / "site.yaml").read_text("utf-8"), Loader=yaml.CSafeLoader)
LIST_NAMES = json.loads((HERE / "lists.json").read_text("utf-8"))
RELATIVE_URLS = False
JINJA_FILTERS = {"from_json": json.loads}

DEFAULT_PAGINATION = 20
PAGINATED_TEMPLATES = {"tag": None, "category": None}
CATEGORY_URL = "{slug}/"
CATEGORY_SAVE_AS = "{slug}/index.html"
TAG_URL = "temy/{slug}/"
TAG_SAVE_AS = "temy/{slug}/index.html"
AUTHOR_SAVE_AS = ""
YEAR_ARCHIVE_URL = "arkhiv/{date:%Y}/"
YEAR_ARCHIVE_SAVE_AS = "arkhiv/{date:%Y}/index.html"
MONTH_ARCHIVE_URL = "arkhiv/{date:%Y}/misiats-{date:%m}/"
MONTH_ARCHIVE_SAVE_AS = "arkhiv/{date:%Y}/misiats-{date:%m}/index.html"

DIRECT_TEMPLATES = ["index", "tags", "sitemap"]
TAGS_SAVE_AS = "temy/index.html"
SITEMAP_SAVE_AS = "sitemap.xml"

FEED_ALL_ATOM = None
TRANSLATION_FEED_ATOM = None
CATEGORY_FEED_ATOM = "{slug}/feed.xml"
TAG_FEED_ATOM = "temy/{slug}/feed.xml"
FEED_MAX_ITEMS = 20
