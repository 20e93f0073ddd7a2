"""Caddy: a whole site in one ``Caddyfile``; certificates are its own business."""

import re

from plugins.delivery.server.media_types import MEDIA_TYPES
from plugins.delivery.server.policy import Header
from plugins.delivery.server.redirects import Redirect

_HEAD = "# Складає make servers; зміни тут буде втрачено. Пояснення: docs/publishing.md\n"

_HIDDEN = r"^/(?:404\.html|(?:.*/)?(?:\.(?:[^w].*|w[^e].*)|_redirects|_headers|redirects\.map))$"


def caddyfile(
    address: str, root: str, headers: tuple[Header, ...], redirects: tuple[Redirect, ...]
) -> str:
    """Return the Caddyfile of a site at ``address`` that shows ``root``/current."""
    values = "\n".join(_header(one) for one in headers)
    moved = "\n".join(_redirect(number, one) for number, one in enumerate(redirects))
    types = "\n".join(_type(suffix, kind) for suffix, kind in MEDIA_TYPES.items())
    return f"""{_HEAD}
(council) {{
	route {{
{values}
		header ?Vary Accept-Encoding
		header -Server
{types}
	}}
}}

{address} {{
	root * "{root}/current"
	route {{
		import council
		@other not method GET HEAD
		header @other Allow "GET, HEAD"
		error @other 405
{moved}
		@index path_regexp index ^(/(?:[^/\\\\].*/)?)index\\.html$
		redir @index {{re.index.1}} 301
		@hidden path_regexp {_HIDDEN}
		error @hidden 404
		file_server {{
			precompressed br gzip
		}}
	}}
	handle_errors {{
		rewrite * /404.html
		import council
		file_server
	}}
}}
"""


def _type(suffix: str, kind: str) -> str:
    text = f'"{kind}; charset=utf-8"' if kind.startswith("text/") else kind
    patterns = f"*.{suffix} */" if suffix == "html" else f"*.{suffix}"
    return f"\t\t@{suffix} path {patterns}\n\t\theader @{suffix} Content-Type {text}"


def _header(header: Header) -> str:
    """Return the value for all addresses, then those that take its place at some."""
    name = header.name.lower().replace("-", "_")
    if header.secure:
        secure = f'\t\theader @{name} {header.name} "{header.value}"'
        return f"\t\t@{name} protocol https\n{secure}"
    lines = [f'\t\theader {header.name} "{header.value}"'] if header.value else []
    for number, (pattern, value) in enumerate(header.others):
        lines.append(f"\t\t@{name}_{number} path_regexp ^{pattern}")
        lines.append(f'\t\theader @{name}_{number} {header.name} "{value}"')
    return "\n".join(lines)


def _redirect(number: int, one: Redirect) -> str:
    if one.rest:
        pattern = f"^{re.escape(one.source)}(.+)$"
        matcher = f"@moved_{number} path_regexp moved_{number} {pattern}"
        return f"\t\t{matcher}\n\t\tredir @moved_{number} {one.target}{{re.moved_{number}.1}} 301"
    return f"\t\tredir {one.source} {one.target} 301"
