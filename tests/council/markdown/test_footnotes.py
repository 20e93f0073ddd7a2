from plugins.council.markdown import read_body

SOURCE = "Раз[^моя примітка] і два[^моя примітка]\n\n[^моя примітка]: Текст\n[^зайва]: Ніхто"


def test_ids_of_notes_are_numbers() -> None:
    """A note may have any name, its ids are legal and each is given once."""
    body, faults = read_body(SOURCE, legal=False)
    assert faults == ()
    assert body.fragments == ("fn-1", "fn-2", "fnref-1", "fnref2-1")


def test_an_arrow_says_where_it_leads() -> None:
    """The way back has a name for a screen reader in the language of the text."""
    assert 'aria-label="Назад до тексту, примітка 1"' in read_body(SOURCE, legal=False)[0].html
    english, _ = read_body(SOURCE, legal=False, lang="en")
    assert 'aria-label="Back to the text, note 1"' in english.html


def test_no_arrow_leads_nowhere() -> None:
    """A note that nothing refers to has no way back."""
    assert read_body(SOURCE, legal=False)[0].html.count("↩") == 2


def test_a_note_of_an_act_may_hold_a_point() -> None:
    """A note that begins with a number is read like any other."""
    body, faults = read_body("Раз[^1]\n\n[^1]: 1) текст", legal=True)
    assert faults == ()
    assert body.text.split("\n") == ["Раз", "1) текст"]
