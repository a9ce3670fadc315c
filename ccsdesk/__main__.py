"""What `ccsdesk` and `python -m ccsdesk` run; hands over to the composition root at once."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the command on the command line, or open the window; gives the exit code."""
    from ccsdesk.app import main as run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
