"""The site with the web editor on this machine (`make editor`): pelicanconf plus what differs."""

from pelicanconf import *  # noqa: F403  # the difference is the point of this file

OUTPUT_PATH = ".build/editor"
WEB_EDITOR = {"backend": "proxy"}
