"""Headers of /admin/, where they must differ from the rest of the site: plain data.

The page of the editor says the policy itself in a ``<meta>``, so that it holds on any host; a
server that sends a policy of its own has to send this one for ``/admin/``, since a browser obeys
both. Measured in Chromium with Decap CMS 3.16 (docs/adr/0014): every value stands for a thing that
breaks without it.
"""

from collections.abc import Iterable

ADMIN = "/admin/"

OPENER_POLICY = "same-origin-allow-popups"
"""Cross-Origin-Opener-Policy of /admin/: the window in which one logs in answers its opener."""

_DIRECTIVES = {
    "default-src": "'none'",
    "script-src": "'self' 'unsafe-eval'",  # Decap compiles the check of its configuration (ajv)
    "style-src": "'self' 'unsafe-inline'",  # … and makes its styles as it goes (emotion)
    "img-src": "'self' blob:",  # pictures of the repository come as blobs; the icon
    "connect-src": "'self' blob:",  # a draft kept in the browser reads its photo again
    "base-uri": "'none'",
    "form-action": "'none'",
}


def admin_policy(origins: Iterable[str]) -> str:
    """Return the Content-Security-Policy of /admin/ that may talk to ``origins`` besides."""
    talks = {"connect-src": " ".join((_DIRECTIVES["connect-src"], *origins))}
    directives = {**_DIRECTIVES, **talks}
    return "; ".join(f"{name} {value}" for name, value in directives.items())
