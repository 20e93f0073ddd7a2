"""``_headers`` for hosts that read it, such as Cloudflare Pages; ``_redirects`` the build gives."""

from plugins.delivery.server.policy import Header

_GLOBS = {
    "Cache-Control": (
        ("/static/*", "public, max-age=31536000, immutable"),
        ("/fonts/*", "public, max-age=31536000, immutable"),
        ("/poshuk/data/*", "no-cache"),
        ("/alerts.json", "no-cache"),
        ("/release.json", "no-cache"),
    ),
}
"""The format knows no regular expressions: what is said there of names is said here of folders."""


def headers_file(sent: tuple[Header, ...]) -> str:
    """Return ``_headers``: for all addresses, then what differs by folder."""
    lines = ["/*"]
    for header in sent:
        if header.value:
            lines.append(f"  {header.name}: {header.value}")
    for name, rules in _GLOBS.items():
        for glob, value in rules:
            lines += [glob, f"  ! {name}", f"  {name}: {value}"]
    for header in sent:
        lines += _open(header)
        lines += _of_editor(header)
    return "\n".join(lines) + "\n"


def _of_editor(header: Header) -> list[str]:
    wider = dict(header.others).get("/admin/")
    return ["/admin/*", f"  ! {header.name}", f"  {header.name}: {wider}"] if wider else []


def _open(header: Header) -> list[str]:
    if header.name not in ("Cross-Origin-Resource-Policy", "Access-Control-Allow-Origin"):
        return []
    value = header.others[0][1]
    return [
        line
        for glob in ("/vidkryti-dani/*", "/oparl/*", "/*.json", "/*.xml", "/*.ics")
        for line in (glob, f"  ! {header.name}", f"  {header.name}: {value}")
    ]
