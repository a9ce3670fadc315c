"""Which editor a kind of question has; each is imported with the first question of its kind."""

from __future__ import annotations

from typing import assert_never

from ccsdesk.domain.question import Kind
from ccsdesk.ui.editors.base import Editor


def editor_for(kind: Kind) -> Editor:
    """A new editor for a question of this kind."""
    match kind:
        case Kind.SINGLE | Kind.SCALE | Kind.YES_NO:
            from ccsdesk.ui.editors.choices import OneEditor

            return OneEditor()
        case Kind.SEVERAL:
            from ccsdesk.ui.editors.choices import ManyEditor

            return ManyEditor()
        case Kind.PLACE:
            from ccsdesk.ui.editors.places import PlaceEditor

            return PlaceEditor()
        case Kind.NUMBER | Kind.MONEY | Kind.PERCENT:
            from ccsdesk.ui.editors.amounts import AmountEditor

            return AmountEditor()
        case Kind.DATE | Kind.MONTH:
            from ccsdesk.ui.editors.days import DayEditor

            return DayEditor()
        case Kind.TEXT:
            from ccsdesk.ui.editors.written import TextEditor

            return TextEditor()
        case Kind.TABLE:
            from ccsdesk.ui.editors.records import RecordsEditor

            return RecordsEditor()
        case _:
            assert_never(kind)
