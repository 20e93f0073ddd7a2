"""What stands below a new header: how such a text is written, to be replaced by the text itself."""

from plugins.council.header import KINDS
from plugins.council.text_reading import LEGAL

_PLAIN = """\
Перше речення відповідає на головне питання: що сталося або що змінюється.

## Що робити вам

Кожна думка – окремий короткий абзац. Список починайте з дефіса:

- перше;
- друге.
"""
_LEGAL = """\
Текст акта слово в слово. Номери пунктів пишіть, як у документі, кожен з нового абзацу.

1. Перший пункт.

1.1. Його підпункт:

1) перше;

а) літера.

2. Другий пункт.

Посада, ім’я і прізвище підписанта
"""


def example_body(folder: str) -> str:
    """Return an example of the body of a text that lives in ``folder``."""
    return _LEGAL if issubclass(KINDS[folder], LEGAL) else _PLAIN
