"""A branch to be looked at before it is published: no search engine may keep it."""

import os

from publishconf import *  # noqa: F403  # the difference is the point of this file

OUTPUT_PATH = "preview"
SITEURL = os.environ.get("PREVIEW_URL", "http://localhost:8000")
SITE_INDEXED = False
