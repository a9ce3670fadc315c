"""CCS Desk: from a creative firm's answers to a plan of support it can use.

The package root holds only the version; importing it must stay free of third-party libraries.
"""

from __future__ import annotations

__version__ = "0.1.0"
