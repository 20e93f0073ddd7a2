"""A breach of the law in words for an editor and a citizen, with article and days."""

from dataclasses import dataclass
from typing import Literal

from plugins.council.dates import numeric_date
from plugins.council.law_case import Breach
from plugins.council.law_data import Law, Norm, Rule, RuleId
from plugins.council.law_sessions import notice_due, video_due
from plugins.council.quantities import plural

CHECK_IT = "норму слід звірити"

_FIELDS: dict[RuleId, str] = {
    "bill-notice": "consider_on",
    "consultation-window": "comments_until",
    "act-publication": "published",
    "normative-effect": "effective_from",
    "session-notice": "announced",
    "exceptional-notice": "announced",
    "session-agenda": "agenda",
    "session-video": "video",
    "session-votes": "votes",
    "required-sections": "sections",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What is not as the law asks: a ``finding``, or a ``note`` where the rule is suspended.

    ``path`` is relative to the content folder, ``field`` the key it is about, ``rule`` the id of
    the rule and ``article`` its act and article; ``days`` as in Breach; ``message`` is Ukrainian.
    """

    path: str
    field: str
    rule: RuleId
    article: str
    severity: Literal["finding", "note"]
    days: int | None
    message: str

    def __str__(self) -> str:
        """Return ``path: field: message``, the form editors know."""
        return f"{self.path}: {self.field}: {self.message}"


def findings(law: Law, found: tuple[Breach, ...]) -> tuple[Finding, ...]:
    """Return all breaches in words, in order of paths, fields and rules."""
    worded = (finding(law, breach) for breach in found)
    return tuple(sorted(worded, key=lambda one: (one.path, one.field, one.rule, one.message)))


def finding(law: Law, breach: Breach) -> Finding:
    """Return a breach in words."""
    rule, section = breach.rule, breach.section
    said = f"{what_is_wrong(law, breach)} ({source(rule)})"
    if breach.note:
        said = f"примітка: {said}. {suspension(law, rule)}"
    return Finding(
        path=breach.text.path if breach.text else "data/law.yaml",
        field=f"{_FIELDS[rule.id]}.{section.key}" if section else _FIELDS[rule.id],
        rule=rule.id,
        article=rule.ground,
        severity="note" if breach.note else "finding",
        days=breach.days,
        message=said,
    )


def source(norm: Norm | Rule) -> str:
    """Return «Закон 2939-VI, ст. 15, ч. 3», and «норму слід звірити» where it is not sure."""
    named = ", ".join(filter(None, (norm.act, norm.article)))
    return "; ".join(filter(None, (named, "" if norm.confirmed == "yes" else CHECK_IT)))


def suspension(law: Law, rule: Rule) -> str:
    """Return «На час воєнного стану норму зупинено (…)», empty where nothing suspends the rule."""
    if rule.suspended is None:
        return ""
    during = law.regime(rule.suspended.regime).during
    return f"{during[0].upper()}{during[1:]} норму зупинено ({source(rule.suspended)})"


def what_is_wrong(law: Law, breach: Breach) -> str:
    """Return the fault alone, without the article."""
    rule, days = breach.rule, breach.days or 0
    match rule.id:
        case "bill-notice":
            if days <= 0:
                return f"оприлюднено не раніше дня розгляду, треба за {_working(rule.least)}"
            return f"оприлюднено за {_working(days)} до розгляду, треба {rule.least}"
        case "consultation-window":
            taken = _days(days)
            months = f"від {rule.least} до {plural(rule.most, 'місяця', 'місяців', 'місяців')}"
            return f"зауваження приймають {taken}, треба {months}"
        case "act-publication":
            return _late_act(law, breach)
        case "normative-effect":
            return f"нормативний акт набирає чинності за {_days(days)} до оприлюднення"
        case "session-notice" | "exceptional-notice":
            return _late_notice(breach)
        case "session-agenda":
            return "питань порядку денного не оприлюднено"
        case "session-video":
            return _late_video(breach)
        case "session-votes":
            which = "питання" if len(breach.items) == 1 else "питань"
            return f"немає поіменного голосування з {which} {', '.join(breach.items)}"
        case "required-sections":
            assert breach.section is not None
            return f"немає сторінки «{breach.section.title}» за адресою {breach.section.url}"


def _late_act(law: Law, breach: Breach) -> str:
    rule, act = breach.rule, breach.text
    if breach.days is not None:
        return f"оприлюднено через {_working(breach.days)} після ухвалення, треба за {rule.most}"
    assert act is not None and act.day is not None
    due = numeric_date(law.calendar.after(act.day, rule.most))
    return f"дати оприлюднення немає, а мали оприлюднити до {due}"


def _late_notice(breach: Breach) -> str:
    rule, session = breach.rule, breach.text
    if breach.days:
        return f"оголошено за {_days(breach.days)} до сесії, треба за {rule.least}"
    if breach.days == 0:
        return f"оголошено в день сесії, треба за {_days(rule.least)}"
    assert session is not None and session.day is not None
    due = numeric_date(notice_due(rule, session.day))
    return f"дати оголошення немає, а мали оголосити до {due}"


def _late_video(breach: Breach) -> str:
    rule, session = breach.rule, breach.text
    assert session is not None and session.convening is not None
    due = numeric_date(video_due(rule, session.convening))
    if breach.days is None:
        return f"відео немає, а мали оприлюднити до {due}"
    return f"відео оприлюднено через {_days(breach.days)} після сесії, мали до {due}"


def _days(days: int) -> str:
    return plural(days, "день", "дні", "днів")


def _working(days: int) -> str:
    return plural(days, "робочий день", "робочі дні", "робочих днів")
