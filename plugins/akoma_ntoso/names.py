"""How Akoma Ntoso names an act: the IRIs of its Naming Convention 1.0."""

from plugins.council.text import Text

LANGUAGES = {"uk": "ukr", "en": "eng"}
"""Language of a text → ISO 639-2 alpha-3, as the convention wants it."""


def work(act: Text, jurisdiction: str) -> str:
    """Return the name of an act whatever its language and form.

    ``/akn/ua-kramatorsk/act/rishennia/miska-rada/2021-02-24/5-viii-194``
    """
    number = act.identity.rpartition("/")[2]
    return f"/akn/{jurisdiction}/act/{act.act_kind}/{act.body}/{act.day}/{number}"


def expression(act: Text, jurisdiction: str, day: str) -> str:
    """Return the name of an act in its language, as it reads since a day."""
    return f"{work(act, jurisdiction)}/{LANGUAGES[act.lang]}@{day}"


def ontology(kind: str, name: str) -> str:
    """Return the name of a thing that is no document: a body, a role, an event."""
    return f"/akn/ontology/{kind}/{name}"
