"""The site as residents see it: pelicanconf plus what differs, nothing else."""

from pelicanconf import *  # noqa: F403  # the difference is the point of this file
from pelicanconf import PUBLIC_URL

OUTPUT_PATH = "public"
SITEURL = PUBLIC_URL
PRECOMPRESSED = ("br", "gz")  # twins of texts, sent as they are: brotli_static, gzip_static
