"""nginx: maps for the ``http`` block, the inside of a ``server``, and a whole site around them."""

from plugins.delivery.server.media_types import MEDIA_TYPES, UNKNOWN
from plugins.delivery.server.policy import Header

_HEAD = "# Складає make servers; зміни тут буде втрачено. Пояснення: docs/publishing.md\n"

# Old addresses are long: two hundred letters and more.
_ROOMY = "map_hash_bucket_size 1024;\nmap_hash_max_size 65536;\n"
_NO_BROTLI = "# brotli_static on;  # sudo apt install libnginx-mod-http-brotli-static"


def http_conf(headers: tuple[Header, ...], root: str) -> str:
    """Return what stands in the ``http`` block: values of headers by address, redirects."""
    maps = [_map(header) for header in headers if header.others or header.secure]
    # With a mask, a file that is not there yet is no error.
    moved = (
        f'map $uri $moved {{\n    default "";\n    include "{root}/current/redirects[.]map";\n}}\n'
    )
    return "\n".join([_HEAD, _ROOMY, *maps, moved])


_HIDDEN = """
error_page 404 /404.html;
error_page 403 =404 /404.html;
location = /404.html {
    internal;
}
location ~ /\\.(?!well-known/) {
    return 404;
}
location ~ ^/(?:_redirects|_headers|redirects\\.map)$ {
    return 404;
}
"""


def server_conf(headers: tuple[Header, ...], root: str, *, brotli: bool = True) -> str:
    """Return the inside of a ``server`` block that shows the site in ``root``/current."""
    types = "\n".join(f"    {kind} {suffix};" for suffix, kind in MEDIA_TYPES.items())
    texts = " ".join(
        sorted({kind for kind in MEDIA_TYPES.values() if kind.startswith("text/")} - {"text/html"})
    )
    added = "\n".join(f"add_header {one.name} {_value(one)} always;" for one in headers)
    return f"""{_HEAD}
root "{root}/current";
index index.html;

# Кожен запит питає файлову систему наново: перемикання випуску видно одразу і цілком.
open_file_cache off;
absolute_redirect off;
server_tokens off;
etag on;

types {{
{types}
}}
default_type {UNKNOWN};
charset utf-8;
charset_types {texts};

# Стиснене лежить поруч із файлом, на льоту нічого не стискається.
gzip_static on;
gzip_vary on;
{"brotli_static on;" if brotli else _NO_BROTLI}

# Заголовки – лише тут: add_header у location скасував би ці всі.
{added}

if ($moved) {{
    return 301 $moved$is_args$args;
}}
# Сторінка має одну адресу. Другий знак – не похила риска: «//хост/…» вело б на чужий сайт.
if ($request_uri ~ "^(/(?:[^/?\\\\\\\\][^?]*/)?)index\\.html(?:$|\\?)") {{
    return 301 $1$is_args$args;
}}
{_HIDDEN}"""


def site_conf(host: str, folder: str) -> str:
    """Return a whole site with HTTPS; certificates lie where certbot keeps them."""
    return f"""{_HEAD}
include "{folder}/http.conf";

server {{
    listen 80;
    listen [::]:80;
    server_name {host};
    server_tokens off;
    location /.well-known/acme-challenge/ {{
        root /var/www/letsencrypt;
    }}
    location / {{
        return 301 https://{host}$request_uri;
    }}
}}

server {{
    listen 443 ssl http2;
    listen [::]:443 ssl http2;
    server_name {host};
    ssl_certificate /etc/letsencrypt/live/{host}/fullchain.pem;
    ssl_certificate_key /etc/letsencrypt/live/{host}/privkey.pem;
    # Лише шифри з прямою секретністю й перевіркою цілості.
    ssl_protocols TLSv1.2 TLSv1.3;
    ssl_ciphers ECDHE+AESGCM:ECDHE+CHACHA20;
    ssl_session_cache shared:council:10m;
    ssl_session_tickets off;
    # Дві останні частини адреси читача не записуються: статистиці вони не потрібні.
    access_log /var/log/nginx/council.log council;
    include "{folder}/server.conf";
}}
"""


def log_conf() -> str:
    """Return the format of a log that knows no reader: the end of each address is 0."""
    return """
map $remote_addr $council_reader {
    "~^(?<first>[0-9]+\\.[0-9]+)\\." "$first.0.0";
    "~^(?<first>[0-9a-fA-F]+:[0-9a-fA-F]+):" "$first::";
    default "0.0.0.0";
}
log_format council '$council_reader - - [$time_local] "$request" $status $body_bytes_sent '
                   '"$http_referer" "$http_user_agent"';
"""


def _variable(header: Header) -> str:
    return "$council_" + header.name.lower().replace("-", "_")


def _value(header: Header) -> str:
    return _variable(header) if header.others or header.secure else f'"{header.value}"'


def _map(header: Header) -> str:
    if header.secure:
        lines = ['    default "";', f'    on "{header.value}";']
        return "\n".join([f"map $https {_variable(header)} {{", *lines, "}\n"])
    # An error's page is another address: the value is found anew for it.
    lines = ["    volatile;", f'    default "{header.value}";']
    lines += [f'    "~^{pattern}" "{value}";' for pattern, value in header.others]
    return "\n".join([f"map $uri {_variable(header)} {{", *lines, "}\n"])
