"""What a person in a hurry says, understood or refused in words."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import yaml

from plugins.alerting.answers import NAMES, Answers, end_of, level_of, start_of, words_of
from plugins.alerting.writing import alert_text, faults_of, free_path
from plugins.council.dates import KYIV, Moment
from plugins.council.header import Alert
from plugins.council.text_reading import read_text
from tests.incremental.tiny_site import NOW, ROOT

NOON = datetime(2026, 11, 24, 12, tzinfo=KYIV)
"""NOW in Kyiv."""


def kyiv(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    """Return a moment of 2026."""
    return datetime(2026, month, day, hour, minute, tzinfo=KYIV)


@pytest.mark.parametrize(
    ("said", "level"),
    [("1", "info"), ("4", "emergency"), ("увага", "warning"), (" УВАГА ", "warning"),
     ("неб", "danger"), ("надзвичайна  ситуація", "emergency"), ("danger", "danger"),
     ("до відома", "info")],
)  # fmt: skip
def test_level_is_a_number_or_a_name(said: str, level: str) -> None:
    """By the names that residents read or those of the header, whole or begun."""
    assert level_of(said) == level


@pytest.mark.parametrize("said", ["", " ", "0", "5", "жах", "н\u0435 знаю", "²"])
def test_other_levels_are_refused_with_the_list(said: str) -> None:
    """Nothing is guessed: a wrong level alarms a city."""
    with pytest.raises(ValueError, match="1 – до відома, 2 – увага, 3 – небезпека"):
        level_of(said)


def test_names_of_levels_are_those_of_the_site() -> None:
    """A question names a level as pages do."""
    strings = yaml.safe_load((ROOT / "theme" / "strings.yaml").read_text("utf-8"))
    assert {strings[f"level_{level}"]["uk"].lower() for level in NAMES.values()} == set(NAMES)


@pytest.mark.parametrize(
    ("said", "title", "text"),
    [
        ("Воду вимкнено", "Воду вимкнено", ""),
        ("Воду вимкнено.", "Воду вимкнено", ""),
        ("Воду вимкнено. Підвіз о 18:00 на площі.", "Воду вимкнено", "Підвіз о 18:00 на площі."),
        ("На вул. Миру аварія. Об’їзд – вул. Садова.", "На вул. Миру аварія",
         "Об’їзд – вул. Садова."),
        ("Увага! Мітинг\n скасовано.", "Увага!", "Мітинг скасовано."),
        ("Світло буде о 18.30. Чекайте", "Світло буде о 18.30", "Чекайте"),
    ],
)  # fmt: skip
def test_first_sentence_is_the_title(said: str, title: str, text: str) -> None:
    """What is shortened by a full stop ends no sentence."""
    assert words_of(said) == (title, text)


def test_no_words_and_too_many_are_refused() -> None:
    """A title is short."""
    for said in ("", " \n", "слово " * 30):
        with pytest.raises(ValueError, match=r"Напишіть, що сталося|Скоротіть"):
            words_of(said)


@pytest.mark.parametrize(
    ("said", "moment"),
    [("", NOON), ("зараз", NOON), ("18:00", kyiv(11, 24, 18)), ("8:05", kyiv(11, 24, 8, 5)),
     ("2026-12-01 09:00", kyiv(12, 1, 9)), ("01.12.2026", kyiv(12, 1, 0))],
)  # fmt: skip
def test_beginning(said: str, moment: datetime) -> None:
    """Now, an hour of today in Kyiv, or a date."""
    assert start_of(said, NOW) == moment


@pytest.mark.parametrize(
    ("said", "moment"),
    [("18:00", kyiv(11, 24, 18)), ("11:00", kyiv(11, 25, 11)), ("12:00", kyiv(11, 25, 12)),
     ("без кінця", None), ("2026-11-24", date(2026, 11, 24)),
     ("25.11.2026 06:00", kyiv(11, 25, 6))],
)  # fmt: skip
def test_end(said: str, moment: Moment | None) -> None:
    """An hour means the nearest one to come; a day counts whole."""
    assert end_of(said, NOON, NOW) == moment


@pytest.mark.parametrize(
    ("said", "told"),
    [("", "без кінця"), ("2026-11-23", "закінчується раніше"), ("25:00", "такого часу немає"),
     ("31.11.2026", "не існує"), ("увечері", "не є датою"), ("23.11", "не є датою")],
)  # fmt: skip
def test_wrong_ends_are_refused_in_words(said: str, told: str) -> None:
    """None is taken for «never»."""
    with pytest.raises(ValueError, match=told):
        end_of(said, NOON, NOW)


def test_end_that_has_passed_is_refused() -> None:
    """Also when it comes after a beginning that has passed too."""
    with pytest.raises(ValueError, match="вже минув"):
        end_of("2026-11-24 11:00", kyiv(11, 24, 8), NOW)


def test_hour_of_the_end_of_summer_time() -> None:
    """On the night when clocks go back an hour is that of the clock on the wall."""
    evening = datetime(2026, 10, 24, 20, tzinfo=UTC)  # 23:00 in Kyiv
    ends = end_of("04:00", evening.astimezone(KYIV), evening)
    assert isinstance(ends, datetime)
    assert ends.timestamp() == datetime(2026, 10, 25, 2, tzinfo=UTC).timestamp()


@pytest.mark.parametrize(
    "words",
    ['Він сказав: "годі" & пішов', "{{ x }} # - [a]: *b*", "<script>alert(1)</script>", "'"],
)
def test_file_says_what_was_said(words: str, tmp_path: Path) -> None:
    """No word is YAML, whatever it holds; the schema reads back the same alert."""
    answers = Answers(level="danger", title=f"А {words}", text=words, starts=NOON,
                      ends=date(2026, 11, 25), link="/kontakty/")  # fmt: skip
    path, text = free_path(answers, tmp_path), alert_text(answers)
    assert faults_of(path, text) == ()
    reading = read_text(path, text.encode())
    assert reading.text is not None
    alert = reading.text.header
    assert isinstance(alert, Alert)
    assert (alert.level, alert.starts, alert.ends) == ("danger", NOON, date(2026, 11, 25))
    assert alert.text == words


def test_schema_has_the_last_word() -> None:
    """A link that the schema forbids is told before anything is written."""
    answers = Answers(level="info", title="Зразок", text="", starts=NOON, ends=None,
                      link="javascript:alert(1)")  # fmt: skip
    (fault,) = faults_of("alerts/x.md", alert_text(answers))
    assert fault.field == "link"


def test_name_of_the_file_is_day_and_words_and_new(tmp_path: Path) -> None:
    """Two alerts of one day about one thing have two files."""
    answers = Answers(level="info", title="Воду вимкнено у Старому місті до самого вечора",
                      text="", starts=NOON, ends=None)  # fmt: skip
    first = free_path(answers, tmp_path)
    assert first == "alerts/2026-11-24-vodu-vymkneno-u-staromu-misti-do.md"
    (tmp_path / "alerts").mkdir()
    (tmp_path / first).write_text("")
    assert free_path(answers, tmp_path) == first.replace(".md", "-2.md")
