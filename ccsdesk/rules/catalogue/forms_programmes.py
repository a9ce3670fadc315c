"""Forms of the files about help: programmes, measures, support places, stories."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, ValidationInfo

from ccsdesk.domain.programme import Basis, Status
from ccsdesk.rules.catalogue.forms import Form
from ccsdesk.rules.catalogue.forms_frame import SourceForm
from ccsdesk.rules.catalogue.marks import Entries
from ccsdesk.rules.catalogue.scalars import (
    Day,
    Days,
    Flag,
    Ident,
    Line,
    Money,
    Name,
    Percent,
    Raw,
    Web,
    Whole,
    Wording,
    Words,
    frame_of,
)


def _apart(value: object, info: ValidationInfo) -> object:
    """A line whose languages stand beside its other keys, with the languages moved into `text`."""
    if not isinstance(value, Entries) or "text" in value:
        return value
    languages = frame_of(info).languages
    extras = set(NoteForm.model_fields)
    apart = value.only(extras)
    words = value.without(extras)
    if words or not set(languages) & set(value):
        apart["text"] = words
        apart.keys_at["text"] = apart.values_at["text"] = value.mark
    return apart


class NoteForm(Form):
    """A line for a person."""

    text: Wording
    unverified: Flag = False
    shape: Words = ()
    source: Whole | None = None
    no_older_than: Days | None = None


Notes = tuple[Annotated[NoteForm, BeforeValidator(_apart)], ...]


class BenefitForm(Form):
    """What a programme gives."""

    kind: Line | None = None
    minimum: Money | None = None
    maximum: Money | None = None
    rate: Percent | None = None
    aid: Money | None = None
    text: Wording | None = None
    basis: Basis = Basis.COST


class ClosingForm(Form):
    """When a recurring call usually closes, or a rolling one every year."""

    month: Whole
    day: Whole | None = None
    inferred: Flag = False
    source: Whole | None = None


class WindowForm(Form):
    """When one can apply, apart from announced rounds."""

    kind: Literal["rolling", "recurring", "ended", "unknown"]
    until: Day | None = None
    month: Whole | None = None
    closing: ClosingForm | None = None
    confidence: Literal["low", "medium", "high"] | None = None
    ended: Day | None = None
    note: Wording | None = None


class RoundForm(Form):
    """An announced round."""

    opens: Day | None = None
    closes: Day | None = None
    award: Day | None = None
    signing: Day | None = None
    claim: Day | None = None
    parameters: dict[Name, Raw] = Field(default_factory=dict)
    source: Whole | None = None


class ParameterForm(Form):
    """A parameter with what stands in for it when the next round is not announced."""

    value: Line
    expected: Line | None = None


class RelationForm(Form):
    """How a programme bears on another."""

    kind: Literal[
        "requires",
        "excludes",
        "excludes-same-cost",
        "reduced-by",
        "adds-points",
        "leads-to",
        "replaced-by",
    ]
    programme: Ident
    note: Wording | None = None


class ContactForm(Form):
    """Where to ask."""

    web: Web | None = None
    verified: Flag = True
    text: Wording | None = None


class LotForm(Form):
    """A variant of a programme."""

    id: Ident
    name: Wording
    eligible: Raw = None
    without: tuple[Line, ...] = ()
    benefit: BenefitForm | None = None
    documents: Notes = ()


class ProgrammeForm(Form):
    """programmes/*.yaml."""

    id: Ident
    name: Wording
    provider: Wording
    kind: Line
    level: Line
    stages: tuple[Ident, ...]
    international: Flag = False
    needs: tuple[Ident, ...]
    advice: Flag = False
    summary: Wording
    benefit: BenefitForm = BenefitForm()
    status: Status
    window: WindowForm | None = None
    rounds: tuple[RoundForm, ...] = ()
    eligible: Raw = None
    check_yourself: Notes = ()
    points: Notes = ()
    duties: Notes = ()
    costs: Notes = ()
    quotas: Notes = ()
    documents: Notes = ()
    steps: Notes = ()
    lots: tuple[LotForm, ...] = ()
    relations: tuple[RelationForm, ...] = ()
    contact: ContactForm = ContactForm()
    sources: tuple[SourceForm, ...] = ()
    checked: Day | None = None
    note: Wording | None = None


class MeasureForm(Form):
    """One measure of measures.yaml."""

    id: Ident
    name: Wording
    what: Wording
    who: Wording
    stages: tuple[Ident, ...]
    international: Flag = False
    needs: tuple[Ident, ...]
    status: Status
    window: WindowForm | None = None
    rounds: tuple[RoundForm, ...] = ()
    eligible: Raw = None
    check_yourself: Notes = ()
    delivered_by: tuple[Ident, ...] = ()
    sources: tuple[SourceForm, ...] = ()
    checked: Day | None = None


class OfferForm(Form):
    """What a place does for firms at some stages."""

    stages: tuple[Ident, ...]
    text: Wording


class SupportPlaceForm(Form):
    """One place of support_places.yaml."""

    id: Ident
    name: Wording
    place: Name | None = None
    offers: tuple[OfferForm, ...] = Field(min_length=1)
    needs: tuple[Ident, ...]
    web: Web | None = None
    status: Status
    when: Raw = None
    sources: tuple[SourceForm, ...] = ()
    checked: Day | None = None
    note: Wording | None = None


class StoryForm(Form):
    """One story of stories.yaml."""

    id: Ident
    name: Wording
    text: Wording
    stages: tuple[Ident, ...]
    needs: tuple[Ident, ...]
    when: Raw = None
    sources: tuple[SourceForm, ...] = ()


class MeasuresForm(Form):
    """measures.yaml, wrapped: the file itself is a list."""

    measures: tuple[MeasureForm, ...]


class SupportPlacesForm(Form):
    """support_places.yaml, wrapped."""

    support_places: tuple[SupportPlaceForm, ...]


class StoriesForm(Form):
    """stories.yaml, wrapped."""

    stories: tuple[StoryForm, ...]
