"""What a template sees: finished objects, nothing to compute, nothing to look up.

A template receives exactly three names: ``frame`` (what every page shows), ``page`` (one of the
page views below) and ``words`` (interface strings of the page's language, theme/strings.yaml). All
text is plain text (Jinja2 escapes it) unless its type is ``Markup``. Every address is ready to
print; dates, plurals and sizes are already words of the page's language; an absent thing is
``None`` or an empty tuple.
"""

from plugins.pages.view.council import (
    Ballot,
    Bar,
    BodyView,
    Chart,
    Choice,
    MandateView,
    PersonView,
    QuestionView,
    SessionBallots,
    SessionView,
)
from plugins.pages.view.frame import (
    Fragments,
    Frame,
    Meta,
)
from plugins.pages.view.pages import (
    ContactView,
    DataSetView,
    DirectoryView,
    HomeView,
    ListView,
    NotFoundView,
    OpenDataView,
    Option,
    PageView,
    RedirectView,
    SearchView,
    Select,
    TextView,
)
from plugins.pages.view.parts import (
    Attachment,
    Card,
    Fact,
    Feed,
    Hours,
    Link,
    LinkGroup,
    Notice,
    Picture,
    Shelf,
    Source,
    When,
)
from plugins.pages.view.publication import Breach, LawRule, PublicationView

__all__ = [
    "Attachment",
    "Ballot",
    "Bar",
    "BodyView",
    "Breach",
    "Card",
    "Chart",
    "Choice",
    "ContactView",
    "DataSetView",
    "DirectoryView",
    "Fact",
    "Feed",
    "Fragments",
    "Frame",
    "HomeView",
    "Hours",
    "LawRule",
    "Link",
    "LinkGroup",
    "ListView",
    "MandateView",
    "Meta",
    "NotFoundView",
    "Notice",
    "OpenDataView",
    "Option",
    "PageView",
    "PersonView",
    "Picture",
    "PublicationView",
    "QuestionView",
    "RedirectView",
    "SearchView",
    "Select",
    "SessionBallots",
    "SessionView",
    "Shelf",
    "Source",
    "TextView",
    "When",
]
