"""A small questionnaire with sections and a quick check, and a plain reader of its conditions for asking."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from ccsdesk.domain.answers import AnswerSet, Choice
from ccsdesk.domain.draft import Mode
from ccsdesk.domain.match import CatalogueStamp
from ccsdesk.domain.question import Column, Kind, Option, Place, Question, Section
from ccsdesk.domain.verdict import Truth
from ccsdesk.flow.script import Script
from ccsdesk.flow.state import Flow
from ccsdesk.rules.catalogue.catalogue import Catalogue
from ccsdesk.rules.language.core import IsOneOf, Test
from ccsdesk.rules.language.facts import Tree
from tests.support.worlds import world


def _words(text: str) -> dict[str, str]:
    return {"en": text, "sl": f"{text} (sl)"}


def _options(*names: str) -> tuple[Option, ...]:
    return tuple(Option(name, _words(name)) for name in names)


QUESTIONS = (
    Question(
        "form",
        Kind.SINGLE,
        _words("How do you work?"),
        _words("legal form"),
        options=_options("none", "sp", "doo"),
        section="you",
        help=_words("As registered."),
        why=_words("Most programmes ask for it."),
        quick=True,
        seconds=10,
    ),
    Question(
        "registered",
        Kind.DATE,
        _words("Since when?"),
        _words("registered"),
        minimum=date(1950, 1, 1),
        section="you",
        asked_when="form in [sp, doo]",
        seconds=20,
    ),
    Question("seat", Kind.PLACE, _words("Where?"), _words("seat"), section="you", quick=True),
    Question(
        "people",
        Kind.NUMBER,
        _words("How many?"),
        _words("people"),
        unit="people",
        minimum=Decimal(0),
        maximum=Decimal(500),
        section="firm",
        quick=True,
        may_not_apply=True,
        asked_when="form in [sp, doo]",
    ),
    Question("hires", Kind.YES_NO, _words("Hiring?"), _words("hires"), section="firm"),
    Question(
        "skill",
        Kind.SCALE,
        _words("How good?"),
        _words("skill"),
        options=_options("a0", "a1", "a2", "a3", "a4"),
        section="firm",
        asked_when="hires is yes",
    ),
    Question(
        "goals",
        Kind.SEVERAL,
        _words("What for?"),
        _words("goals"),
        options=_options("learn", "create"),
        section="plans",
        quick=True,
    ),
    Question(
        "aid",
        Kind.TABLE,
        _words("What aid?"),
        _words("aid"),
        section="plans",
        most=2,
        columns=(
            Column("regime", Kind.SINGLE, _words("Regime"), _words("regime"), _options("x", "y")),
            Column(
                "amount",
                Kind.MONEY,
                _words("Amount"),
                _words("amount"),
                minimum=Decimal(0),
                maximum=Decimal(1000),
                decimals=2,
            ),
        ),
    ),
    Question("story", Kind.TEXT, _words("Your story?"), _words("story"), section="plans"),
)
REGISTERED = IsOneOf("form", frozenset({"sp", "doo"}))
ASKED_WHEN: Mapping[str, Test] = {
    "registered": REGISTERED,
    "people": REGISTERED,
    "skill": IsOneOf("hires", frozenset({"yes"})),
}
PLACES = (
    Place("si", _words("Slovenia"), "state"),
    Place("ljubljana", _words("Ljubljana"), "municipality", parent="si"),
)


def small_catalogue(questions: tuple[Question, ...] = QUESTIONS) -> Catalogue:
    """Nine questions in three sections; four of them make the quick check."""
    empty = world({})
    names = tuple(question.id for question in questions)
    dictionary = replace(
        empty.dictionary,
        languages=("en", "sl"),
        questions={question.id: question for question in questions},
        places={place.id: place for place in PLACES},
        place_tree=Tree.of(PLACES),
        option_trees={
            **{item.id: Tree.of(item.options) for item in questions if item.options},
            "aid.regime": Tree.of(_options("x", "y")),
        },
    )
    sections = tuple(
        Section(part, _words(part), tuple(q.id for q in questions if q.section == part))
        for part in ("you", "firm", "plans")
    )
    return replace(
        empty,
        languages=("en", "sl"),
        dictionary=dictionary,
        sections=sections,
        asked_when={name: ASKED_WHEN.get(name) for name in names},
    )


class PlainAsker:
    """Reads conditions of the form "this question is one of these options", and nothing else."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._asked_when = catalogue.asked_when

    def asked(self, answers: AnswerSet) -> Mapping[str, Truth]:
        """Say of every question whether it is asked."""
        return {name: self._is_asked(name, answers) for name in self._asked_when}

    def _is_asked(self, name: str, answers: AnswerSet) -> Truth:
        test = self._asked_when[name]
        if test is None:
            return Truth.YES
        if not isinstance(test, IsOneOf):
            raise TypeError("A plain asker reads plain conditions.")
        return self._is_asked(test.question, answers) & self._holds(test, answers)

    def _holds(self, test: IsOneOf, answers: AnswerSet) -> Truth:
        given = answers.answers.get(test.question)
        if not isinstance(given, Choice):
            return Truth.OPEN
        if given.options <= test.options:
            return Truth.YES
        return Truth.OPEN if given.options & test.options else Truth.NO


class PlainRules(PlainAsker):
    """The same, with the stamp of a catalogue."""

    def __init__(self, catalogue: Catalogue, stamp: CatalogueStamp) -> None:
        super().__init__(catalogue)
        self._stamp = stamp

    def stamp(self) -> CatalogueStamp:
        """Give the stamp it was made with."""
        return self._stamp


def small_flow(mode: Mode = Mode.FULL, catalogue: Catalogue | None = None) -> Flow:
    """A visit of the small questionnaire at its first question."""
    chosen = catalogue or small_catalogue()
    return Flow.begin(Script.of(chosen), PlainAsker(chosen), mode)
