"""Start CCS Desk from a checkout: make sure of an environment, then hand over to the program.

Takes every command that `ccsdesk` takes; does nothing else.
"""

from __future__ import annotations

import sys

from tools import environment


def main() -> int:
    """Run one command, or open the window; gives the exit code."""
    environment.enter("runtime", window=len(sys.argv) == 1)
    from ccsdesk.__main__ import main as start

    return start()


if __name__ == "__main__":
    sys.exit(main())
