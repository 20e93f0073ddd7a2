"""What Akoma Ntoso has no element for, said in the words of the page."""

from collections.abc import Iterator

from plugins.akoma_ntoso.act_inputs import ActInputs, Publisher
from plugins.akoma_ntoso.relations import without_address
from plugins.council.bodies import history_note
from plugins.council.dates import long_date
from plugins.council.header import Act


def notes(act: Act, publisher: Publisher, inputs: ActInputs) -> Iterator[str]:
    """Yield sentences: how the act stands, what is unknown, acts known by their words only."""
    words = publisher.words
    if act.withdrawn:
        date = long_date(act.withdrawn.date, act.lang)
        yield words["withdrawn"].format(date=date, reason=act.withdrawn.reason)
    else:
        yield _standing(act, publisher, inputs)
    if note := history_note(publisher.bodies[act.body], act.lang):
        yield note
    if act.effective_from is None and act.published is None:
        yield words["effect_unknown"]
    for tie in without_address(inputs.ties):
        note = f" ({tie.note})" if tie.note else ""
        yield f"{words[f'tie_{tie.name}']}: {tie.words}{note}"


def _standing(act: Act, publisher: Publisher, inputs: ActInputs) -> str:
    words, standing = publisher.words, inputs.standing
    said = words[f"status_{standing.status}"]
    if standing.since is not None:
        date = long_date(standing.since, act.lang)
        said = words["status_since"].format(status=said, date=date)
    return f"{words['fact_status']}: {said}"
