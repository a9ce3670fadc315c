"""The condition tree of a programme as points: each with its state, its sentence, and the answer behind it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ccsdesk.domain.programme import Programme
from ccsdesk.domain.verdict import Reason, Truth
from ccsdesk.report.blocks import Item, Mark, Rich, muted, rich, strong
from ccsdesk.report.telling import Telling
from ccsdesk.text import message
from ccsdesk.text.names import TRUTH_NAMES

STATE_MARKS = {Truth.YES: Mark.YES, Truth.NO: Mark.NO, Truth.OPEN: Mark.OPEN}
GROUP_SENTENCES: Mapping[str, str] = {
    "all": message("All of these hold:"),
    "any": message("At least one of these holds:"),
    "not": message("This does not hold:"),
}
MOST_ANSWERS = 4
OTHER_GROUP = message("Of these, as many as the rule asks for hold:")


def condition_items(telling: Telling, programme: Programme, reason: Reason) -> tuple[Item, ...]:
    """The points of the whole tree; for a programme in lots, one point a lot."""
    if reason.kind == "any" and not reason.text and len(programme.lots) == len(reason.children):
        return tuple(
            Item(
                rich(strong(telling.pick(lot.name))),
                STATE_MARKS[child.state],
                _alone(telling, child.state),
                _points(telling, child),
            )
            for lot, child in zip(programme.lots, reason.children, strict=True)
        )
    return _points(telling, reason)


def _points(telling: Telling, reason: Reason) -> tuple[Item, ...]:
    if reason.kind == "all" and reason.children:
        return tuple(_point(telling, child) for child in reason.children)
    return (_point(telling, reason),)


def _point(telling: Telling, reason: Reason) -> Item:
    sentence = telling.pick(reason.text) or telling.say(
        GROUP_SENTENCES.get(reason.kind, OTHER_GROUP)
    )
    # what is already met needs no detail; what is not is opened up to where it hangs
    children = (
        ()
        if reason.state is Truth.YES
        else tuple(_point(telling, child) for child in reason.children)
    )
    note = _state(telling, reason) if not children else _alone(telling, reason.state)
    return Item(rich(sentence), STATE_MARKS[reason.state], note, children)


def _alone(telling: Telling, state: Truth) -> Rich:
    return rich(strong(telling.say(TRUTH_NAMES[state]) + "."))


def _state(telling: Telling, reason: Reason) -> Rich:
    unasked = telling.content.unasked
    asked = [key for key in reason.questions if key not in unasked]
    parts = []
    said = telling.you_said(asked, most=MOST_ANSWERS)
    if said:
        parts.append(said)
    if not reason.children:
        parts += _unasked(telling, reason)
    given = telling.content.answers.answers
    if reason.state is Truth.OPEN:
        waiting = [telling.label(key) for key in asked if key not in given]
        if waiting:
            parts.append(
                telling.say("Not asked yet: {questions}.", questions=telling.words.listing(waiting))
            )
    if reason.assumed:
        parts.append(telling.say("Assumed for the next round, not confirmed."))
    return (*_alone(telling, reason.state), *rich(muted("".join(f" {part}" for part in parts))))


def _unasked(telling: Telling, reason: Reason) -> Iterator[str]:
    """What was never asked, with the answer that made it superfluous."""
    unasked = telling.content.unasked
    for key in reason.questions:
        if key not in unasked:
            continue
        because = "; ".join(
            said for name in unasked[key][:MOST_ANSWERS] if (said := telling.said(name))
        )
        if because:
            yield telling.say(
                "Not asked: {question} (because you said: {answers}).",
                question=telling.label(key),
                answers=because,
            )
        else:
            yield telling.say("Not asked: {question}.", question=telling.label(key))
