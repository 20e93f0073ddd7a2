from dataclasses import replace
from datetime import UTC, datetime

from plugins.council.version_reading import LARGEST, read_version
from plugins.council.versions import Edition, Facts, Version, editions

SAID = Facts(
    ready=True, publish_at="", withdrawn=False, changes=(), redactions=(), words="w"
)  # fmt: skip
FIRST = datetime(2026, 11, 1, tzinfo=UTC)


def day(number: int, hour: int = 10) -> datetime:
    """Return a moment of November 2026."""
    return datetime(2026, 11, number, hour, tzinfo=UTC)


def version(number: int, words: str = "", **facts: object) -> Version:
    """Return a version of a day, of words of its own unless they are given."""
    said = replace(SAID, words=words or f"w{number}", **facts)  # type: ignore[arg-type]  # as named
    return Version(day(number), f"b{number}", said)


def shown(*oldest_first: Version, now: Facts = SAID, first: datetime = FIRST) -> list[str]:
    """Return the blobs of the editions that may be shown, the oldest first."""
    return [one.blob for one in editions(oldest_first[::-1], now, first)]


def test_each_version_of_other_words_is_an_edition() -> None:
    """The oldest comes first; one that says the same is no other edition."""
    assert shown(version(2), version(3, "w2"), version(4)) == ["b2", "b4"]


def test_nothing_from_before_first_publication() -> None:
    """Of what came before, only what stood there at that moment was seen by the public."""
    three = (version(2), version(3), version(5))
    assert shown(*three, first=day(4)) == ["b3", "b5"]
    assert shown(*three, first=day(3)) == ["b3", "b5"]
    assert shown(*three, first=day(6)) == ["b5"]


def test_an_unfinished_version_was_not_public() -> None:
    """It is left out, and what was public around it is compared."""
    assert shown(version(2), version(3, ready=False), version(4)) == ["b2", "b4"]


def test_a_scheduled_version_was_public_if_its_hour_came() -> None:
    """The hour must have come before the next version, and is when readers saw it."""
    came, missed = "2026-11-03T12:00:00+02:00", "2026-11-05T12:00:00+02:00"
    made = editions((version(4), version(2, publish_at=came)), SAID, FIRST)
    assert [(one.blob, one.since) for one in made] == [("b2", day(3)), ("b4", day(4))]
    assert shown(version(2, publish_at=missed), version(4)) == ["b4"]


def test_the_newest_scheduled_version_is_public_with_the_text() -> None:
    """A text that says the same now is public now; one that says otherwise proves nothing."""
    hour = "2026-11-09T12:00:00+02:00"
    now = replace(SAID, publish_at=hour)
    assert shown(version(2, publish_at=hour), now=now) == ["b2"]
    assert shown(version(2, publish_at=hour)) == []


def test_a_withdrawn_text_has_no_history() -> None:
    """What was withdrawn is not shown again, even before its withdrawal is committed."""
    assert shown(version(2), version(3, withdrawn=True), now=replace(SAID, withdrawn=True)) == []
    assert shown(version(2), version(3), now=replace(SAID, withdrawn=True)) == []


def test_history_begins_anew_after_a_withdrawal() -> None:
    """A text put back does not bring back what was withdrawn."""
    assert shown(version(2), version(3, withdrawn=True), version(4), version(5)) == ["b4", "b5"]


def test_nothing_from_before_a_redaction() -> None:
    """The version that redacts is the oldest to be shown, also before it is committed."""
    dates = (("2026-11-03", "Вилучено"),)
    three = (version(2), version(3, redactions=dates), version(4, redactions=dates))
    now = replace(SAID, redactions=dates)
    assert shown(*three, now=now) == ["b3", "b4"]
    assert shown(version(2), version(3), now=now) == []


def test_two_redactions_of_one_day_are_two() -> None:
    """The second closes what the first has left, be its note the same or not."""
    note = ("2026-11-03", "Вилучено")
    for second in (note, ("2026-11-03", "Вилучено ще")):
        three = (version(2, redactions=(note,)), version(3, redactions=(note, second)), version(4))
        assert shown(*three) == ["b3", "b4"]


def test_a_redaction_taken_out_of_the_header_still_holds() -> None:
    """Nobody opens by a later edit what was closed once."""
    three = (version(2), version(3, redactions=(("2026-11-03", "Вилучено"),)), version(4))
    assert shown(*three) == ["b3", "b4"]


def test_what_cannot_be_read_ends_the_way_back() -> None:
    """A version with a fault may hide a redaction, so nothing before it is shown."""
    broken = Version(day(3), "b3", None)
    assert shown(version(2), broken, version(4)) == ["b4"]


def test_a_note_stands_with_the_version_that_brought_it() -> None:
    """Also when it was committed after the words; older notes belong to older versions."""
    old, new = ("2026-11-01", "Давня"), ("2026-11-04", "Нова")
    made = editions(
        (version(5, "w4", changes=(old, new)), version(4, changes=(old,)),
         version(2, changes=(old,))), SAID, FIRST,
    )  # fmt: skip
    assert made == (
        Edition(since=day(2), blob="b2", notes=("Давня",)),
        Edition(since=day(4), blob="b4", notes=("Нова",)),
    )


def act(**header: str) -> bytes:
    """Return an act as a file."""
    lines = "".join(f"{key}: {value}\n" for key, value in header.items())
    return (
        "---\ntitle: Про воду\nbody: miska-rada\nkind: rishennia\nnumber: 1\n"
        f"adopted: 2026-10-02\n{lines}---\n1. Перше.\n\n2. Друге.\n"
    ).encode()


def test_a_version_is_read() -> None:
    """Its title, its day of publication and its body are its words."""
    read = read_version("acts/2026/1.md", act(published="2026-10-05 10:00"))
    assert read is not None
    facts, words = read
    assert words.title == "Про воду" and str(words.day) == "2026-10-05"
    assert words.text.split("\n") == ["1. Перше.", "2. Друге."]
    assert facts.ready and facts.words == words.digest


def test_a_changed_day_of_publication_is_another_edition() -> None:
    """Nobody moves the day of publication unseen."""
    one, other = (read_version("acts/2026/1.md", act(published=day))
                  for day in ("2026-10-05", "2026-10-06"))  # fmt: skip
    assert one and other and one[0].words != other[0].words


def test_faults_binary_junk_and_giants_are_no_versions() -> None:
    """None of them was ever public; none of them stops a build."""
    for data in (b"", b"\x00\xff\xfe", b"---\ntitle: [\n---\n", b"\xff" * 100, act() * 9,
                 act(nieznane="1"), b"---\n" + b"a" * LARGEST):  # fmt: skip
        assert read_version("acts/2026/1.md", data) is None or data == act() * 9
