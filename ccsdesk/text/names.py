"""The words for the closed sets of the domain: shelves, states, verdicts, sides. The same everywhere."""

from __future__ import annotations

from collections.abc import Mapping

from ccsdesk.domain.verdict import Shelf, Truth, Verdict
from ccsdesk.text.tables import message

SHELF_NAMES: Mapping[Shelf, str] = {
    Shelf.APPLY_NOW: message("Available now"),
    Shelf.OPENS_LATER: message("Opens later"),
    Shelf.ONE_STEP: message("One step away"),
    Shelf.NOT_CLEAR: message("Not clear yet"),
    Shelf.NOT_CHOSEN: message("Not chosen"),
    Shelf.NOT_FOR_YOU: message("Not for you"),
    Shelf.CLOSED: message("Closed"),
}
TRUTH_NAMES: Mapping[Truth, str] = {
    Truth.YES: message("Met"),
    Truth.NO: message("Not met"),
    Truth.OPEN: message("Not clear yet"),
}
VERDICT_NAMES: Mapping[Verdict, str] = {
    Verdict.ELIGIBLE: message("Fits by the rules"),
    Verdict.NOT_ELIGIBLE: message("Does not fit"),
    Verdict.OPEN: message("Not clear yet"),
}
SIDE_NAMES: Mapping[str, str] = {
    "strength": message("Strengths"),
    "weakness": message("Weaknesses"),
    "opportunity": message("Opportunities"),
    "threat": message("Threats"),
}
