"""The editor of days and months."""

from __future__ import annotations

from ccsdesk.domain.question import Kind
from ccsdesk.flow.fields import FieldSpec
from ccsdesk.text import Words
from ccsdesk.text.reading_days import example_day
from ccsdesk.ui.editors.read_field import wanted_of
from ccsdesk.ui.editors.spans import SpanEditor


class DayEditor(SpanEditor):
    """A day typed by hand or picked from a calendar; where a day is asked, its month or year is enough."""

    def example(self, field: FieldSpec, words: Words) -> str:
        return day_example(field, words)

    def end_names(self, words: Words) -> tuple[str, str]:
        return words.say("Not before"), words.say("Not after")

    def no_end(self, words: Words) -> str:
        return words.say("Write at least one of the two days.")

    def reversed_ends(self, words: Words) -> str:
        return words.say("The first day is after the second; swap them.")


def day_example(field: FieldSpec, words: Words) -> str:
    """How a day or month may be typed, in a form that fits the limits."""
    day = example_day(wanted_of(field))
    month = words.month(day.month, day.year)
    if field.kind is Kind.MONTH:
        return words.say("For example {month}.", month=month)
    return words.say("For example {day} or {month}.", day=words.day(day), month=month)
