"""Sentences kept in tables, and the markers by which the translator meets them. No logic."""

from __future__ import annotations

from collections.abc import Mapping


def message(sentence: str, /) -> str:
    """Mark a literal that is said elsewhere; returns it unchanged."""
    return sentence


def inside_sentence(word: str, /) -> str:
    """Mark a word that is said alone and, in another form, inside a sentence.

    Returns it unchanged.
    """
    return word


def plural(singular: str, several: str, /) -> tuple[str, str]:
    """Mark a pair of forms that is counted elsewhere."""
    return singular, several


MONTHS = (
    inside_sentence("January"),
    inside_sentence("February"),
    inside_sentence("March"),
    inside_sentence("April"),
    inside_sentence("May"),
    inside_sentence("June"),
    inside_sentence("July"),
    inside_sentence("August"),
    inside_sentence("September"),
    inside_sentence("October"),
    inside_sentence("November"),
    inside_sentence("December"),
)
SHORT_MONTHS = (
    message("Jan"),
    message("Feb"),
    message("Mar"),
    message("Apr"),
    message("May"),
    message("Jun"),
    message("Jul"),
    message("Aug"),
    message("Sep"),
    message("Oct"),
    message("Nov"),
    message("Dec"),
)
UNITS: Mapping[str, tuple[str, str]] = {
    "days": plural("{n} day", "{n} days"),
    "months": plural("{n} month", "{n} months"),
    "years": plural("{n} year", "{n} years"),
    "hours": plural("{n} hour", "{n} hours"),
    "minutes": plural("{n} minute", "{n} minutes"),
    "people": plural("{n} person", "{n} people"),
}
SIGNS: Mapping[str, str] = {"m2": "m²", "m3": "m³"}
