"""What a colour is for, and which colour and icon the states of the domain have. No colour value stands here."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from ccsdesk.domain.verdict import Shelf, Truth


class Role(StrEnum):
    """What a colour is for; the value is its name in a palette file and, after "@", in the sheet."""

    SURFACE = "surface"
    RAISED = "raised"
    HOVER = "hover"
    SELECTED = "selected"
    UNDER_PAGES = "under-pages"
    """What lies under the pages of a document."""
    TEXT = "text"
    MUTED = "muted"
    LINE = "line"
    FOCUS = "focus"
    ACCENT = "accent"
    ACCENT_STRONG = "accent-strong"
    """The accent under the pointer."""
    ACCENT_TEXT = "accent-text"
    INFORMATION = "information"
    INFORMATION_SURFACE = "information-surface"
    SUCCESS = "success"
    SUCCESS_SURFACE = "success-surface"
    WARNING = "warning"
    WARNING_SURFACE = "warning-surface"
    MISTAKE = "mistake"
    MISTAKE_SURFACE = "mistake-surface"
    APPLY_NOW = "apply-now"
    OPENS_LATER = "opens-later"
    ONE_STEP = "one-step"
    NOT_CLEAR = "not-clear"
    NOT_FOR_YOU = "not-for-you"


SURFACES = (Role.SURFACE, Role.RAISED, Role.HOVER, Role.SELECTED)
"""What any text, line or icon may stand on."""
TEXTS = (
    Role.TEXT,
    Role.MUTED,
    Role.ACCENT,
    Role.ACCENT_STRONG,
    Role.MISTAKE,
    Role.WARNING,
    Role.SUCCESS,
    Role.INFORMATION,
    Role.APPLY_NOW,
    Role.OPENS_LATER,
    Role.ONE_STEP,
    Role.NOT_CLEAR,
    Role.NOT_FOR_YOU,
)
"""What may be written in, on any of the surfaces."""
LINES = (Role.LINE, Role.FOCUS)

TITLE, HEADING, LEAD, CAPTION = "title", "heading", "lead", "caption"
STAGE, STRONG, MUTED = "stage", "strong", "muted"
TYPE_ROLES = (TITLE, HEADING, LEAD, CAPTION, STAGE, STRONG, MUTED)
"""What a label may be set as."""

INFORMATION, SUCCESS, WARNING, MISTAKE = "information", "success", "warning", "mistake"
NOTICE_ROLES: Mapping[str, Role] = {
    INFORMATION: Role.INFORMATION,
    SUCCESS: Role.SUCCESS,
    WARNING: Role.WARNING,
    MISTAKE: Role.MISTAKE,
}
"""The colour of a notice's line and icon, by its kind."""

SHELF_ROLES: Mapping[Shelf, Role] = {
    Shelf.APPLY_NOW: Role.APPLY_NOW,
    Shelf.OPENS_LATER: Role.OPENS_LATER,
    Shelf.ONE_STEP: Role.ONE_STEP,
    Shelf.NOT_CLEAR: Role.NOT_CLEAR,
    Shelf.NOT_CHOSEN: Role.NOT_FOR_YOU,
    Shelf.NOT_FOR_YOU: Role.NOT_FOR_YOU,
    Shelf.CLOSED: Role.NOT_FOR_YOU,
}
SHELF_ICONS: Mapping[Shelf, str] = {
    Shelf.APPLY_NOW: "check",
    Shelf.OPENS_LATER: "clock",
    Shelf.ONE_STEP: "arrow",
    Shelf.NOT_CLEAR: "question",
    Shelf.NOT_CHOSEN: "box",
    Shelf.NOT_FOR_YOU: "dash",
    Shelf.CLOSED: "cross",
}
TRUTH_ROLES: Mapping[Truth, Role] = {
    Truth.YES: Role.APPLY_NOW,
    Truth.NO: Role.NOT_FOR_YOU,
    Truth.OPEN: Role.NOT_CLEAR,
}
TRUTH_ICONS: Mapping[Truth, str] = {
    Truth.YES: "check",
    Truth.NO: "cross",
    Truth.OPEN: "question",
}
"""Colour never says it alone: each state has its own icon, and a word beside it."""
