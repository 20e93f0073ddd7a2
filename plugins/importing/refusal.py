"""Why a file cannot be taken."""


class Refusal(ValueError):
    """A file that is not taken; the message tells an editor, in Ukrainian, the way out."""
