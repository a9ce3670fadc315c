"""The words for the closed sets of the domain: groups, states, windows. The same everywhere."""

from __future__ import annotations

from collections.abc import Mapping

from ccsdesk.domain.verdict import Group, Truth
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
SIDE_NAMES: Mapping[str, str] = {
    "strength": message("Strengths"),
    "weakness": message("Weaknesses"),
    "opportunity": message("Opportunities"),
    "threat": message("Threats"),
}
