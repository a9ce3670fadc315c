"""Forms of the files that say what can be asked: catalogue, questions, facts, blocks, codes, places."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from ccsdesk.domain.question import Kind
from ccsdesk.rules.catalogue.forms import Form
from ccsdesk.rules.catalogue.scalars import Day, Flag, Line, Name, Raw, Web, Whole, Wording


class TermForm(Form):
    """A word of a closed list."""

    id: Line
    name: Wording


class MadeForForm(Form):
    """For whom a catalogue is made, and what it says to everybody else."""

    when: Raw
    otherwise: Wording


class CatalogueForm(Form):
    """catalogue.yaml."""

    name: Wording
    version: Day
    languages: tuple[Line, ...] = Field(min_length=1)
    licence: Line | None = None
    made_for: MadeForForm | None = None
    currency: Line = "EUR"
    fiscal_year_begins: Whole = 1
    sections: tuple[Name, ...] = ()
    needs: tuple[TermForm, ...] = ()
    levels: tuple[TermForm, ...] = ()
    kinds: tuple[TermForm, ...] = ()
    regimes: tuple[TermForm, ...] = ()


class OptionForm(Form):
    """One answer of a choice."""

    id: Name
    text: Wording


class StatementForm(Form):
    """An answer as a sentence."""

    yes: Wording
    no: Wording


class ChangeableForm(Form):
    """What a firm can do about a fact."""

    to: tuple[Name, ...] = ()
    direction: Literal["up", "down", "any"] | None = None
    effort: Whole
    how: Wording | None = None
    renews: tuple[Name, ...] = ()
    settles: dict[Name, Name] = Field(default_factory=dict)


class ColumnForm(Form):
    """A column of a table; also what every question has."""

    id: Name
    kind: Kind
    text: Wording | None = None
    label: Wording | None = None
    options: tuple[OptionForm, ...] = ()
    options_from: Name | None = None
    ordered: Flag = False
    unit: Line | None = None
    minimum: Line | None = None
    maximum: Line | None = None
    decimals: Whole = 0


class QuestionForm(ColumnForm):
    """One question."""

    text: Wording
    help: Wording | None = None
    why: Wording | None = None
    statement: StatementForm | None = None
    quick: Flag = False
    seconds: Whole = 15
    may_not_apply: Flag = False
    asked_when: Raw = None
    changeable: ChangeableForm | None = None
    personal: Flag = False
    wish: Flag = False
    columns: tuple[ColumnForm, ...] = ()
    most: Whole = 20
    date_column: Name | None = Field(default=None, alias="date")
    rest: tuple[Name, ...] = ()


class SectionForm(Form):
    """Title of a run of questions."""

    id: Name
    title: Wording


class QuestionsForm(Form):
    """questions/*.yaml."""

    section: SectionForm
    questions: tuple[QuestionForm, ...] = Field(min_length=1)


class SourceForm(Form):
    """Where a fact was seen; `seen` as the source gives it."""

    url: Web
    seen: Line | None = None


class PeriodForm(Form):
    """A value of a named constant and the days on which it holds."""

    value: Line
    first: Day | None = Field(default=None, alias="from")
    last: Day | None = Field(default=None, alias="to")
    source: SourceForm | None = None


class LimitForm(Form):
    """A named constant: one value, or several one after the other."""

    id: Name
    value: Line | None = None
    values: tuple[PeriodForm, ...] = ()
    source: SourceForm | None = None
    note: Wording | None = None
    text: Wording | None = None
    label: Wording | None = None


class ListForm(Form):
    """A named list of options or places."""

    id: Name
    of: Name
    items: tuple[Name, ...] = Field(min_length=1)


class FactCaseForm(Form):
    """One option of a derived choice, and when it holds; without `when`: otherwise."""

    option: Name = Field(alias="is")
    when: Raw = None


class FactForm(Form):
    """A derived fact: a value, or a choice by cases."""

    id: Name
    label: Wording
    value: Raw = None
    options: tuple[OptionForm, ...] = ()
    cases: tuple[FactCaseForm, ...] = ()


class FactsForm(Form):
    """facts.yaml."""

    limits: tuple[LimitForm, ...] = ()
    lists: tuple[ListForm, ...] = ()
    facts: tuple[FactForm, ...] = ()


class BlockForm(Form):
    """What a block has beside its condition."""

    id: Name
    label: Wording
    text: Wording


class CodeForm(Form):
    """A node of a code tree."""

    id: Name
    code: Line | None = None
    text: Wording
    parent: Name | None = None


class SchemeForm(Form):
    """The classification a code tree follows."""

    name: Line
    version: Line | None = None


class CodesForm(Form):
    """codes/*.yaml."""

    id: Name
    scheme: SchemeForm | None = None
    codes: tuple[CodeForm, ...] = Field(min_length=1)


class PlaceForm(Form):
    """A place."""

    id: Name
    name: Wording
    kind: Line
    parent: Name | None = None


class PlacesForm(Form):
    """places.yaml, wrapped: the file itself is a list."""

    places: tuple[PlaceForm, ...]
