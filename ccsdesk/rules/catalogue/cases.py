"""Known cases of a catalogue: answers and what must come out of them. Read and checked here; run by others."""

from __future__ import annotations

from collections.abc import Mapping

from ccsdesk.domain.answers import AnswerSet
from ccsdesk.domain.errors import AnswerError, CatalogueError
from ccsdesk.rules.catalogue.answers_file import read_answer_map
from ccsdesk.rules.catalogue.catalogue import Case
from ccsdesk.rules.catalogue.forms_models import CaseForm, CasesForm
from ccsdesk.rules.catalogue.marks import Entries, Items, Word
from ccsdesk.rules.catalogue.spot import Spot, Workshop


def build_cases(
    form: CasesForm,
    spot: Spot,
    work: Workshop,
    *,
    programmes: tuple[str, ...],
    stages: tuple[str, ...],
) -> tuple[Case, ...]:
    """The cases of a file; mistakes in them are kept."""
    found = []
    for index, case in enumerate(form.cases):
        place = spot.at("cases", index)
        work.unique("case", case.name, place.at("name"))
        expect = place.at("expect")
        for position, name in enumerate(case.expect.eligible):
            work.known("programme", name, programmes, expect.at("eligible", position))
        if case.expect.stage is not None:
            work.known("stage", case.expect.stage, stages, expect.at("stage"))
        answers = _answers(case, place, work)
        if answers is None:
            continue
        found.append(
            Case(
                case.name,
                case.day,
                answers,
                case.expect.eligible,
                _questions_by_programme(expect.maybe("open"), work, programmes),
                _questions_by_programme(expect.maybe("not_eligible"), work, programmes),
                case.expect.stage,
                spot.file,
                place.mark.line,
            )
        )
    return tuple(found)


def _answers(case: CaseForm, spot: Spot, work: Workshop) -> AnswerSet | None:
    try:
        return AnswerSet(read_answer_map(spot.at("answers"), work.dictionary, day=case.day))
    except AnswerError as error:
        work.mistakes.add(
            CatalogueError(
                error.message,
                advice=error.advice,
                code=error.code,
                file=error.file,
                line=error.line,
                column=error.column,
                **error.parameters,
            )
        )
        return None


def _questions_by_programme(
    spot: Spot, work: Workshop, programmes: tuple[str, ...]
) -> Mapping[str, tuple[str, ...]]:
    """A list of programmes, or a map from programmes to lists of questions."""
    found: dict[str, tuple[str, ...]] = {}
    match spot.data:
        case None:
            return found
        case Items():
            for index, item in enumerate(spot.data):
                if work.known("programme", str(item), programmes, spot.at(index)):
                    found[str(item)] = ()
        case Entries():
            for name in spot.data:
                at_key = Spot(spot.file, None, spot.data.keys_at[name])
                if work.known("programme", name, programmes, at_key):
                    found[name] = _questions(spot.at(name), work)
        case Word():
            work.wrong(
                spot,
                "This is a list of programmes, or a map from programmes to questions.",
                advice="Write it as [programme] or {{programme: [question]}}.",
                code="bad-value",
            )
    return found


def _questions(spot: Spot, work: Workshop) -> tuple[str, ...]:
    if not isinstance(spot.data, Items):
        work.wrong(
            spot,
            "A list of questions is expected here.",
            advice="Write it as [question, question].",
            code="bad-value",
        )
        return ()
    return tuple(
        str(item)
        for index, item in enumerate(spot.data)
        if work.known("question", str(item), work.dictionary.questions, spot.at(index))
    )
