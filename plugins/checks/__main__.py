"""The rules page: ``python -m plugins.checks > docs/rules.md``."""

from plugins.checks.rules_page import rules_page

if __name__ == "__main__":
    print(rules_page(), end="")
