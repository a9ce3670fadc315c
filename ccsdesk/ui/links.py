"""Opening an address in the person's own browser, only when they ask for it. The program itself uses no network."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

SCHEMES = frozenset({"http", "https", "mailto"})


def open_link(address: str) -> bool:
    """Hand a web or mail address to the system; False for anything else, or where the system has no browser."""
    url = QUrl(address, QUrl.ParsingMode.StrictMode)
    if not url.isValid() or url.scheme() not in SCHEMES:
        return False
    return QDesktopServices.openUrl(url)
