"""Marks the answers of an example as nobody's own: by their name, so that a crash, a file and paper keep the mark."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ccsdesk.domain.answers import AnswerSet
from ccsdesk.text import Words, message

MARKED = message("Example: {name} (made up)")


def as_example(answers: AnswerSet, words: Words) -> AnswerSet:
    """The answers under a name that says they are an example; the plan on paper bears it."""
    name = answers.name or words.say("a firm")
    return replace(answers, name=words.say(MARKED, name=name))


def example_line(answers: AnswerSet, words: Words, languages: Iterable[str]) -> str:
    """What to say above an example, in whichever of the languages it was opened; "" for a person's own answers."""
    for language in languages:
        before, _, after = Words(language, first=words.first).say(MARKED, name="\0").partition("\0")
        name = answers.name or ""
        if name.startswith(before) and name.endswith(after) and len(name) > len(before + after):
            own = name.removeprefix(before).removesuffix(after)
            return words.say("Example: “{name}” and all its answers are made up.", name=own)
    return ""
