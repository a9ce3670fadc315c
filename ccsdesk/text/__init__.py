"""Words, numbers, dates and order in the person's language; the only door to gettext and Babel.

Knows sentences and formats, never a screen, a page or a rule. Importing it costs nothing:
translations and Babel are loaded when the first word is asked for.
"""

from __future__ import annotations

from ccsdesk.text.collation import sort_key
from ccsdesk.text.setting import begun, quoted, together
from ccsdesk.text.tables import message, plural
from ccsdesk.text.words import Words

__all__ = ["Words", "begun", "message", "plural", "quoted", "sort_key", "together"]
