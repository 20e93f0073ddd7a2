from plugins.council.markdown.source import Source


def test_finds_the_line_of_what_stands_in_a_text() -> None:
    """Lines are those of the file; the same words are found one after another."""
    source = Source("a\nb a\n\nb", first_line=10)
    assert [source.line_of("a"), source.line_of("a"), source.line_of("b")] == [10, 11, 13]


def test_searches_from_the_beginning_when_asked_out_of_order() -> None:
    """What stands earlier is found as well, what is nowhere stands on the first line."""
    source = Source("a\nb\nc", first_line=1)
    assert [source.line_of("c"), source.line_of("b"), source.line_of("z", "c")] == [3, 2, 3]
    assert source.line_of("z", "") == 1
