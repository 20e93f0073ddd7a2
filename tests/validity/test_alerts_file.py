"""The file that the script of every page reads."""

import json
from datetime import UTC, datetime

from tests.site.built_site import NOW, BuiltSite

KEYS = {"id", "lang", "level", "title", "text", "when", "link", "starts", "ends"}
LEVELS = {"info", "warning", "danger", "emergency"}


def test_alerts_are_complete(built: BuiltSite) -> None:
    """Every alert has all keys, a known level, words, and a beginning with its time zone."""
    for alert in json.loads(built.read("alerts.json")):
        assert set(alert) == KEYS
        assert alert["level"] in LEVELS
        assert alert["title"] and alert["text"]
        assert datetime.fromisoformat(alert["starts"]).tzinfo


def test_alerts_that_are_over_are_left_out(built: BuiltSite) -> None:
    """The file names no alert that had ended when the site was built, and some that had not."""
    now = datetime.fromtimestamp(NOW, UTC)
    alerts = json.loads(built.read("alerts.json"))
    assert alerts
    assert [
        one for one in alerts if one["ends"] and datetime.fromisoformat(one["ends"]) <= now
    ] == []
