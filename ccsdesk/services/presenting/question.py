"""What the page of a question shows: the field, where it stands in the visit, how far the visit is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ccsdesk.domain.verdict import Truth
from ccsdesk.flow.fields import FieldSpec, field_of
from ccsdesk.flow.progress import Progress, progress
from ccsdesk.flow.state import Flow
from ccsdesk.report.answers_in_words import AnswerWords
from ccsdesk.rules.catalogue.catalogue import Catalogue
from ccsdesk.text import Words


@dataclass(frozen=True, slots=True)
class QuestionView:
    """One question. `given` is the answer there is, in words; `done` 0 to 1 is how far the visit is.

    `returning`: answering leads back to where the question was opened from.
    """

    field: FieldSpec
    section: str
    place: str
    done: float
    given: str
    returning: bool


def question_view(flow: Flow, catalogue: Catalogue, day: date, words: Words) -> QuestionView:
    """The view of the question the visit stands at. LookupError on the review."""
    if flow.current is None:
        raise LookupError("No question is shown.")
    question = catalogue.dictionary.questions[flow.current]
    answer = flow.answers.answers.get(question.id)
    field = field_of(question, answer, catalogue=catalogue, day=day, pick=words.pick)
    title = next(item.title for item in catalogue.sections if item.id == question.section)
    far = progress(flow)
    return QuestionView(
        field=field,
        section=words.pick(title),
        place=place_words(flow, far, words),
        done=far.answered / max(far.likely, 1),
        given=""
        if answer is None
        else AnswerWords(words, catalogue.dictionary).answer(question, answer),
        returning=flow.returning,
    )


def place_words(flow: Flow, far: Progress, words: Words) -> str:
    """Which question this is, of how many: exact where that is settled, about where it hangs on answers."""
    number = _number(flow)
    if far.is_sure:
        # one outside the quick check may be opened from the results
        return words.say("Question {number} of {all}", number=number, all=max(number, far.asked))
    likely = max(number, far.likely)
    return words.say("Question {number} of about {all}", number=number, all=likely)


def _number(flow: Flow) -> int:
    asked = [
        name
        for name in flow.course
        if flow.asked[name] is Truth.YES
        and (flow.script.asks(name, flow.mode) or name == flow.current)
    ]
    return asked.index(flow.current) + 1 if flow.current in asked else 1
