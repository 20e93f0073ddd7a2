"""A branch as colleagues look at it before it is public: publishconf plus what differs."""

import os

from publishconf import *  # noqa: F403  # the difference is the point of this file
from publishconf import PLUGINS

OUTPUT_PATH = "preview"
PREVIEW = True  # unfinished texts, marked; a banner with branch and commit; noindex; no ledger
# Pages name the place of the preview and no canonical address: the real site may not have them.
SITEURL = os.environ.get("PREVIEW_URL") or "http://localhost:8000"
# A preview is for eyes: nothing that a program would take for official data or subscribe to.
FOR_PROGRAMS = ("feeds", "akoma_ntoso", "calendars", "open_data", "oparl", "sitemap")
PLUGINS = [one for one in PLUGINS if one.removeprefix("plugins.") not in FOR_PROGRAMS]
