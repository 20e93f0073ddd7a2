"""What the header of a deputy says of a convocation."""

from pydantic import ConfigDict, Field

from plugins.council.fields import Day, Ordinal, Slug, Text, Verbatim
from plugins.council.header_base import Part, Texts


class Mandate(Part):
    """Мандат of a deputy in one convocation; what is not known stays empty."""

    model_config = ConfigDict(serialize_by_alias=True)

    body: Slug
    convocation: Ordinal
    since: Day | None = Field(default=None, alias="from")
    until: Day | None = Field(default=None, alias="to")
    faction: Text = ""
    party: Text = ""
    commissions: Texts = ()
    district: Verbatim = ""
    office: Text = ""
