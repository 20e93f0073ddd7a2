"""Apache: one ``.htaccess`` for shared hosting, or the inside of a ``<Directory>``."""

import re
from urllib.parse import unquote

from plugins.delivery.server.media_types import MEDIA_TYPES, media_type
from plugins.delivery.server.policy import Header
from plugins.delivery.server.redirects import Redirect

_HEAD = "# Складає make servers; зміни тут буде втрачено. Пояснення: docs/publishing.md\n"

_AS_IS = "E=no-gzip:1,E=no-brotli:1"


_REFUSED = r"\s*;\s*q=0(?:\.0*)?\s*(?:,|$)"

_SECURE = """
    # Лише HTTPS: спершу на тому самому хості.
    RewriteCond "%{HTTPS}" "!=on"
    RewriteCond "%{HTTP:X-Forwarded-Proto}" "!=https"
    RewriteCond "%{REQUEST_URI}" "!^/\\.well-known/acme-challenge/"
    RewriteRule "^" "https://%{HTTP_HOST}%{REQUEST_URI}" [R=301,L,NE]
"""


def htaccess(
    headers: tuple[Header, ...], redirects: tuple[Redirect, ...], *, secure: bool = False
) -> str:
    """Return ``.htaccess``; ``secure`` leads to HTTPS whoever comes without it.

    It needs AllowOverride All; what a host lacks is left out.
    """
    types = "\n".join(f"    AddType {kind} .{suffix}" for suffix, kind in MEDIA_TYPES.items())
    texts = " ".join(f".{suffix}" for suffix, kind in MEDIA_TYPES.items() if kind[:5] == "text/")
    packed = "|".join(ending for ending, kind in MEDIA_TYPES.items() if _has_twins(ending, kind))
    set_ = "\n".join(_header(one) for one in headers)
    return f"""{_HEAD}
Options -Indexes -MultiViews +FollowSymLinks
DirectoryIndex index.html
DirectorySlash On
ErrorDocument 404 /404.html
ErrorDocument 403 /404.html
AddDefaultCharset utf-8
FileETag MTime Size

<IfModule mod_mime.c>
{types}
    AddCharset utf-8 {texts}
    AddEncoding br .br
    AddEncoding gzip .gz
</IfModule>

{_rewriting(redirects, secure=secure)}

<IfModule mod_headers.c>
    <FilesMatch "\\.(?:{packed})(?:\\.(?:br|gz))?$">
        Header merge Vary Accept-Encoding
    </FilesMatch>
{set_}
</IfModule>
"""


def _rewriting(redirects: tuple[Redirect, ...], *, secure: bool) -> str:
    """Return which file answers an address, or where it leads."""
    moved = "\n".join(_redirect(one) for one in redirects)
    return f"""<IfModule mod_rewrite.c>
    RewriteEngine On
{_SECURE if secure else ""}
    RewriteCond "%{{REQUEST_METHOD}}" "!^(?:GET|HEAD)$"
    RewriteRule "^" - [R=405,L]
    # Сторінка має одну адресу.
    RewriteCond "%{{THE_REQUEST}}" "index\\.html[ ?]"
    RewriteRule "^((?:[^/\\\\].*/)?)index\\.html$" "/$1" [R=301,L]
    # Приховані файли не показуються, крім .well-known.
    RewriteRule "(?:^|/)\\.(?!well-known/)" - [R=404,L]
    RewriteRule "^(?:_redirects|_headers|redirects\\.map)$" - [R=404,L]
    RewriteCond "%{{ENV:REDIRECT_STATUS}}" "^$"
    RewriteRule "^404\\.html$" - [R=404,L]
{moved}
    # Стиснене лежить поруч із файлом: браузер отримує його, коли вміє.
    RewriteCond "%{{REQUEST_URI}}" "/$"
    RewriteCond "%{{REQUEST_FILENAME}}index.html" -f
    RewriteRule "^(.*)$" "$1index.html" [E=council_page:1]
{_twin("br", "br")}
{_twin("gzip", "gz")}
</IfModule>"""


def _twin(encoding: str, suffix: str) -> str:
    kinds = [
        f'    RewriteRule "\\.{ending}\\.{suffix}$" - "[T={_full(ending)},{_AS_IS}]"'
        for ending, kind in MEDIA_TYPES.items()
        if _has_twins(ending, kind)
    ]
    return "\n".join([
        f'    RewriteCond "%{{HTTP:Accept-Encoding}}" "\\b{encoding}\\b(?!{_REFUSED})"',
        f'    RewriteCond "%{{REQUEST_FILENAME}}.{suffix}" -f',
        f'    RewriteRule "^(.+)$" "$1.{suffix}" [L]',
        *kinds,
    ])  # fmt: skip


def _has_twins(suffix: str, kind: str) -> bool:
    """Whether files of this kind lie compressed beside themselves."""
    return kind.startswith("text/") or suffix in ("json", "xml", "svg", "webmanifest")


def _full(suffix: str) -> str:
    return media_type(f"x.{suffix}")


def _redirect(one: Redirect) -> str:
    pattern, target = re.escape(unquote(one.source[1:])), one.target
    if one.rest:
        return f'    RewriteRule "^{pattern}(.+)$" "{target}$1" [R=301,L]'
    return f'    RewriteRule "^{pattern}$" "{target}" [R=301,L]'


def _header(header: Header) -> str:
    """Return a header by address, in expressions that Apache tries on the address asked for."""
    where = " \"expr=%{HTTPS} == 'on'\"" if header.secure else ""
    lines = [f'    Header always set {header.name} "{header.value}"{where}'] if header.value else []
    for pattern, value in header.others:
        condition = f"%{{REQUEST_URI}} =~ m#^{_with_twins(pattern)}#"
        lines.append(f'    Header always set {header.name} "{value}" "expr={condition}"')
    return "\n".join(lines)


def _with_twins(pattern: str) -> str:
    """Return the pattern for a file or its twin, to which the address has been rewritten."""
    return pattern.replace("$", r"(?:\.br|\.gz)?$")
