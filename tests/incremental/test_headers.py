"""A header restored from the store is the header that was validated."""

import json
from typing import Any

import pytest

from plugins.council.dates import iso
from plugins.council.header import KINDS
from plugins.incremental.headers import header_fields, restore_header, stored_moment

GIVEN: list[tuple[str, dict[str, Any]]] = [
    ("news", {"title": "А", "date": "2026-11-23 14:30", "topics": ["voda"], "about": "x/y/1/2"}),
    ("acts", {"title": "А", "body": "miska-rada", "kind": "rishennia", "number": "5/VIII-194",
              "adopted": "24.02.2021", "convocation": "8", "normative": "так"}),
    ("acts", {"title": "А", "body": "miska-rada", "kind": "rishennia", "number": "1",
              "adopted": "2021-02-24", "amends": [{"external": "Закон"}]}),
    ("units", {"title": "Відділ", "phones": "+38 (0626) 48-55-11", "hours": "Пн 08:00–17:00"}),
    ("pages", {"title": "Сторінка", "changes": [{"date": "2026-01-02", "note": "Н"}]}),
    ("people", {"title": "Особа", "mandates": [{"body": "rada", "convocation": "8",
                "from": "2020-11-01", "commissions": "Перша"}]}),
    ("sessions", {"title": "Сесія", "body": "rada", "convocation": "8", "number": "61",
                  "date": "2026-11-27 10:00", "announced": "2026-11-17",
                  "agenda": [{"item": "1", "title": "Перше", "result": "прийнято"}]}),
    ("news", {"title": "А", "date": "2026-10-25T00:30Z", "publish_at": "2026-10-25T01:30Z"}),
    ("alerts", {"title": "А", "level": "info", "starts": "2026-11-23 10:00", "ends": "2026-11-24"}),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "given"), GIVEN)
def test_restored_equals_validated(kind: str, given: dict[str, Any]) -> None:
    """Through JSON and back nothing is lost, neither values nor which keys were given."""
    header = KINDS[kind].model_validate(given)
    stored = json.loads(json.dumps(header_fields(header)))
    restored = restore_header(KINDS[kind], *stored)
    assert restored == header
    assert restored.model_fields_set == header.model_fields_set
    assert restored.model_dump(mode="json") == header.model_dump(mode="json")


def test_the_hour_that_comes_twice_is_kept() -> None:
    """Half past three in the last night of summer time, before and after the clocks went back."""
    assert iso(stored_moment("2026-10-25T03:30:00+03:00")) == "2026-10-25T03:30+03:00"
    assert iso(stored_moment("2026-10-25T03:30:00+02:00")) == "2026-10-25T03:30+02:00"
