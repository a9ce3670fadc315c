"""The condition tree of a programme in words: each condition with its state, its sentence and the answer behind it.

The same on paper and on the screen. Decides nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ccsdesk.domain.programme import Measure, Programme
from ccsdesk.domain.verdict import Reason, Truth
from ccsdesk.report.voice import Voice
from ccsdesk.rules.reasoning.seen import is_unseen
from ccsdesk.text import message
from ccsdesk.text.names import TRUTH_NAMES

GROUP_SENTENCES: Mapping[str, str] = {
    "all": message("All of these hold:"),
    "any": message("At least one of these holds:"),
    "not": message("This does not hold:"),
}
MOST_ANSWERS = 4
OTHER_GROUP = message("Of these, as many as the rule asks for hold:")


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition as a person reads it.

    `caution` says where it is not certain to stay so.
    `is_unseen`: it is open because nothing of it was ever asked.
    `notes` are sentences after the word of the state; `questions` those a person may go to in order
    to change it, empty where its parts say them. `is_lot`: the text is the name of a variant.
    """

    text: str
    state: Truth
    notes: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    children: tuple[Condition, ...] = ()
    is_lot: bool = False
    is_unseen: bool = False
    caution: str = ""


def state_words(voice: Voice, condition: Condition) -> str:
    """The state in a word."""
    if condition.is_unseen:
        return voice.say("Not looked into yet")
    return voice.say(TRUTH_NAMES[condition.state])


def conditions(voice: Voice, item: Programme | Measure, reason: Reason) -> tuple[Condition, ...]:
    """The whole tree; for a programme in lots, one condition a lot."""
    lots = item.lots if isinstance(item, Programme) else ()
    if lots and reason.kind == "any" and len(lots) == len(reason.children):
        return tuple(
            Condition(voice.pick(lot.name), child.state, children=_parts(voice, child), is_lot=True)
            for lot, child in zip(lots, reason.children, strict=True)
        )
    return _parts(voice, reason)


def _parts(voice: Voice, reason: Reason) -> tuple[Condition, ...]:
    if reason.kind == "all" and reason.children:
        return tuple(_condition(voice, child) for child in reason.children)
    return (_condition(voice, reason),)


def _condition(voice: Voice, reason: Reason) -> Condition:
    own = voice.pick(reason.text)
    # what is already met needs no detail; what is not is opened up to where it hangs
    hanging = _hanging(voice, reason)
    if not own and len(hanging) == 1 and reason.kind in {"all", "any"}:
        return _condition(voice, hanging[0])
    sentence = own or voice.say(GROUP_SENTENCES.get(reason.kind, OTHER_GROUP))
    if own and is_unseen(reason, voice.unasked):
        return Condition(sentence, reason.state, is_unseen=True)
    if hanging:
        children = tuple(_condition(voice, child) for child in hanging)
        unseen = is_unseen(reason, voice.unasked)
        return Condition(sentence, reason.state, children=children, is_unseen=unseen)
    asked = tuple(key for key in reason.questions if key not in voice.unasked)
    caution = voice.say("Assumed for the next round, not confirmed.") if reason.assumed else ""
    notes = tuple(_notes(voice, reason, asked))
    return Condition(sentence, reason.state, notes, asked, caution=caution)


def _hanging(voice: Voice, reason: Reason) -> tuple[Reason, ...]:
    """The parts on which it hangs that it is not met; none where its own sentence says all there is to say."""
    if reason.state is Truth.YES or not reason.children:
        return ()
    if reason.kind == "not" and voice.pick(reason.text):
        # the part says the same, turned round
        return ()
    idle = Truth.YES if reason.kind == "all" else Truth.NO
    parts = tuple(child for child in reason.children if child.state is not idle)
    parts = parts or reason.children
    if len(parts) == 1 and parts[0].children:
        return _hanging(voice, parts[0]) or parts
    return parts


def _notes(voice: Voice, reason: Reason, asked: tuple[str, ...]) -> Iterator[str]:
    said = voice.you_said(asked, most=MOST_ANSWERS)
    if said:
        yield said
    if not reason.children:
        yield from _unasked(voice, reason)
    if reason.state is Truth.OPEN:
        waiting = [voice.label(key) for key in asked if key not in voice.given]
        if waiting:
            names = voice.words.listing(waiting)
            yield voice.say("Not asked yet: {questions}.", questions=names)


def _unasked(voice: Voice, reason: Reason) -> Iterator[str]:
    """What was never asked, with the answer that made it superfluous."""
    for key in reason.questions:
        if key not in voice.unasked:
            continue
        because = "; ".join(
            said for name in voice.unasked[key][:MOST_ANSWERS] if (said := voice.said(name))
        )
        if because:
            yield voice.say(
                "Not asked: {question} (because you said: {answers}).",
                question=voice.label(key),
                answers=because,
            )
        else:
            yield voice.say("Not asked: {question}.", question=voice.label(key))
