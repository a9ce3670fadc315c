"""The window: shell, pages, editors and theme. The only room, with app, that knows PySide6.

Calls services; decides nothing about a firm itself.
"""

from __future__ import annotations

from ccsdesk.ui.lasting import keep_constants
from ccsdesk.ui.sources import keep_no_sources

keep_constants()
keep_no_sources()
