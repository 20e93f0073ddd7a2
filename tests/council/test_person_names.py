from plugins.council.person_names import NameParts, name_parts


def test_a_name_is_written_surname_first() -> None:
    """With a patronymic or without one."""
    assert name_parts("Зразкова Анна Іванівна") == NameParts("Зразкова", "Анна", "Іванівна")
    assert name_parts("Зразкова Анна") == NameParts("Зразкова", "Анна", "")


def test_a_name_of_many_words_is_not_guessed_at() -> None:
    """Where the surname ends is for a person to say."""
    assert name_parts("Зразкова Друга Анна Марія") is name_parts("Зразкова") is None
