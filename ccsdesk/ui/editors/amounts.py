"""The editor of numbers, money and percentages."""

from __future__ import annotations

from ccsdesk.flow.fields import FieldSpec
from ccsdesk.text import Words
from ccsdesk.ui.editors.spans import SpanEditor


class AmountEditor(SpanEditor):
    """A number typed by hand with its unit beside it."""

    def example(self, field: FieldSpec, words: Words) -> str:  # noqa: ARG002 - days need both
        return ""

    def end_names(self, words: Words) -> tuple[str, str]:
        return words.say("At least"), words.say("At most")

    def no_end(self, words: Words) -> str:
        return words.say("Write at least one of the two numbers.")

    def reversed_ends(self, words: Words) -> str:
        return words.say("The first number is greater than the second; swap them.")
