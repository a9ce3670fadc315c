"""The words for the closed sets of the domain: groups, states, verdicts, sides. The same everywhere."""

from __future__ import annotations

from collections.abc import Mapping

from ccsdesk.domain.verdict import Group, Truth, Verdict
from ccsdesk.text.tables import message

GROUP_NAMES: Mapping[Group, str] = {
    Group.APPLY_NOW: message("Apply now"),
    Group.OPENS_LATER: message("Opens later"),
    Group.ONE_STEP: message("One step away"),
    Group.NOT_CLEAR: message("Not clear yet"),
    Group.NOT_FOR_YOU: message("Not for you"),
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
