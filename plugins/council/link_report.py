"""What the nightly walk along links to other sites found: written by one command, read by another.

The file is a fact of its night, not a part of the site: ``.build/links.json``.
"""

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Literal

Trouble = Literal["gone", "moved", "refused", "timeout", "secure", "unknown_host", "unreachable"]
"""What may be wrong with a link.

«gone»: the server says there is no such page (404, 410); «moved»: the page has another address;
«refused»: it answers with another code, perhaps only to programs; «secure»: TLS failed.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class TroubledLink:
    """A link to another site that does not lead where it should.

    ``code`` is the HTTP status, 0 without one; ``to`` the new address of what has moved;
    ``pages`` are the addresses of our pages on which it stands.
    """

    url: str
    trouble: Trouble
    code: int = 0
    to: str = ""
    pages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkReport:
    """All that one walk found; ``checked`` is how many links were asked."""

    moment: datetime
    checked: int
    links: tuple[TroubledLink, ...] = ()


def report_text(report: LinkReport) -> str:
    """Return the report as JSON."""
    value = {**asdict(report), "moment": report.moment.isoformat(timespec="seconds")}
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def read_report(text: str) -> LinkReport:
    """Return the report of a file. Raises ValueError when it is none."""
    try:
        value = json.loads(text)
        links = (TroubledLink(**{**one, "pages": tuple(one["pages"])}) for one in value["links"])
        moment = datetime.fromisoformat(value["moment"])
        return LinkReport(moment=moment, checked=int(value["checked"]), links=tuple(links))
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(str(error)) from None
