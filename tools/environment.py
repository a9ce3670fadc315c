"""The virtual environment of a checkout: made from the lock, kept up to date, entered.

`main.py`, `tools/test.py` and `.ci/run` all come through here. Standard library only, and
parseable by older Pythons so that these can be told what they are. Anything slow or rare
lives in `tools/installing.py`, which is imported only when there is something to install.

By hand: `python3 tools/environment.py --development` prepares and prints the interpreter.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

OLDEST = (3, 11)
ROOT = Path(__file__).resolve().parents[1]
SECTIONS = ("runtime", "development")
_ENTERED = "CCSDESK_ENTERED"


class SetupError(Exception):
    """The environment cannot be made; the text is one sentence with its remedy."""


class VenvMissingError(SetupError):
    """This Python cannot make environments; `parts` maps what is missing to its Debian package."""

    def __init__(self, parts: dict[str, str]) -> None:
        from ccsdesk.ui.system_libraries import sentence

        super().__init__(sentence(parts, purpose="The first start"))
        self.parts = parts


def enter(*sections: str, window: bool, root: Path = ROOT) -> None:
    """Return inside an environment that has what the sections lock, or start again inside one.

    Leaves the process with exit code 1 and one sentence when there is no such environment.
    With `window`, what a window needs of the system is named together with a missing venv.
    """
    if getattr(sys, "frozen", False):
        return
    with told_in_one_sentence():
        check_python()
        if suits(sections, root=root):
            return
        python = _prepare_for(sections, window=window, root=root)
        if os.environ.pop(_ENTERED, "") == str(python):
            raise SetupError(
                f"The Python in {venv_folder(root)} does not start as it should. "
                "Delete that folder and start again."
            )
        os.environ[_ENTERED] = str(python)
        hand_over([str(python), *sys.orig_argv[1:]])


def prepare(sections: tuple[str, ...], *, root: Path = ROOT) -> Path:
    """Make or update the environment if need be; gives its interpreter.

    Safe to repeat, to interrupt, and to run twice at once. Raises SetupError.
    """
    locked = read_lock(root)
    digests = {name: digest(locked[name]) for name in sections}
    if not is_ready(digests, root=root):
        from tools import installing

        installing.bring_up({name: locked[name] for name in sections}, digests, root=root)
    return venv_python(root)


def check_python() -> None:
    """Raise SetupError when this Python is too old."""
    if sys.version_info[:2] >= OLDEST:
        return
    from shutil import which

    newer = [
        name for name in ("python3.14", "python3.13", "python3.12", "python3.11") if which(name)
    ]
    remedy = (
        f"Start it with {newer[0]} instead of {Path(sys.executable).name}."
        if newer
        else "Install Python 3.11 or newer (Debian 12 and Ubuntu 24.04 have it; or python.org)."
    )
    this = f"{sys.version_info[0]}.{sys.version_info[1]}"
    raise SetupError(f"CCS Desk needs Python 3.11 or newer, and this is Python {this}. {remedy}")


def suits(sections: tuple[str, ...], *, root: Path = ROOT) -> bool:
    """Tell whether this very interpreter already has what the sections lock."""
    locked = read_lock(root)
    if is_inside(venv_folder(root)):
        return is_ready({name: digest(locked[name]) for name in sections}, root=root)
    from importlib.util import find_spec

    if find_spec("PySide6") is None:
        return False
    return all(_installed(locked[name]) for name in sections)


def is_inside(folder: Path) -> bool:
    """Tell whether this interpreter is the one of that virtual environment."""
    try:
        return folder.samefile(sys.prefix)
    except OSError:
        return False


def is_ready(digests: dict[str, str], *, root: Path = ROOT) -> bool:
    """Compare the stamp with the lock and with the Python the environment rests on."""
    stamp = read_stamp(root)
    return (
        all(stamp.get(name) == value for name, value in digests.items())
        and stamp.get("base") == base_python(root)
        and venv_python(root).exists()
        and not unfinished_mark(root).exists()
    )


def venv_folder(root: Path = ROOT) -> Path:
    """Name the environment's folder."""
    return root / ".venv"


def venv_python(root: Path = ROOT) -> Path:
    """Name the environment's interpreter."""
    if os.name == "nt":
        return venv_folder(root) / "Scripts" / "python.exe"
    return venv_folder(root) / "bin" / "python"


def base_python(root: Path = ROOT) -> str:
    """Name the Python that the environment rests on, or "" when there is none any more.

    An upgrade of the system's Python takes it away or puts another one in its place.
    """
    if os.name != "nt":
        found = venv_python(root).resolve()
    else:
        home = re.search(r"(?m)^home\s*=\s*(.+)$", _read(venv_folder(root) / "pyvenv.cfg"))
        found = Path(home.group(1).strip()) / "python.exe" if home else Path()
    return str(found) if found.is_file() else ""


def stamp_file(root: Path = ROOT) -> Path:
    """Name the file that says what is in the environment; it is written last."""
    return venv_folder(root) / "ccsdesk-stamp.json"


def unfinished_mark(root: Path = ROOT) -> Path:
    """Name the mark that pip has begun; where it is found, the environment is made anew."""
    return venv_folder(root) / "ccsdesk-unfinished"


def read_stamp(root: Path = ROOT) -> dict[str, str]:
    """Read what is in the environment; empty when that was never finished or cannot be read."""
    try:
        stamp = json.loads(_read(stamp_file(root)) or "{}")
    except ValueError:
        return {}
    return {str(key): str(value) for key, value in stamp.items()} if isinstance(stamp, dict) else {}


def read_lock(root: Path = ROOT) -> dict[str, str]:
    """Read the lock's sections. Raises SetupError when the file is missing or cut."""
    file = root / "requirements.lock"
    sections = split_lock(_read(file))
    if any(not sections.get(name) for name in SECTIONS):
        raise SetupError(f"The file {file} is missing or incomplete. Get CCS Desk again, whole.")
    return sections


def split_lock(text: str) -> dict[str, str]:
    """Split a lock at its `# --- name ---` lines; what stands before the first one is left out."""
    parts = re.split(r"(?m)^# --- (\w+) ---$", text.replace("\r\n", "\n"))
    return {
        name: body.strip() + "\n"
        for name, body in zip(parts[1::2], parts[2::2], strict=True)
        if body.strip()
    }


def pinned(section: str) -> dict[str, str]:
    """Read name and version of what a section pins on every system."""
    return dict(re.findall(r"(?m)^([\w.-]+)==([\w.+!]+) \\$", section))


def digest(section: str) -> str:
    """Give the fingerprint of a section, the same on every system."""
    return hashlib.sha256(section.encode("utf-8")).hexdigest()


def hand_over(command: list[str]) -> None:
    """Run the command in place of this process; its exit code becomes ours."""
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name != "nt":
        os.execv(command[0], command)  # noqa: S606 - a list, no shell
    import subprocess

    process = subprocess.Popen(command)
    while True:
        try:
            sys.exit(process.wait())
        except KeyboardInterrupt:
            continue  # the child was told as well, and decides


@contextmanager
def told_in_one_sentence() -> Iterator[None]:
    """Turn SetupError and Ctrl+C into one line on stderr and an exit code."""
    try:
        yield
    except SetupError as problem:
        print(problem, file=sys.stderr)
        raise SystemExit(1) from None
    except KeyboardInterrupt:
        print("\nStopped. The next start goes on from here.", file=sys.stderr)
        raise SystemExit(130) from None


def main(arguments: list[str]) -> int:
    """Prepare the environment and print its interpreter."""
    if not set(arguments) <= {"--development"}:
        print("usage: environment.py [--development]", file=sys.stderr)
        return 2
    with told_in_one_sentence():
        check_python()
        print(prepare(SECTIONS if arguments else SECTIONS[:1]))
    return 0


def _prepare_for(sections: tuple[str, ...], *, window: bool, root: Path) -> Path:
    try:
        return prepare(sections, root=root)
    except VenvMissingError as problem:
        from ccsdesk.ui.system_libraries import has_display, missing_for_window

        too = missing_for_window() if window and has_display() else {}
        raise VenvMissingError({**problem.parts, **too}) from None


def _installed(section: str) -> bool:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return all(version(name) == wanted for name, wanted in pinned(section).items())
    except PackageNotFoundError:
        return False


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except OSError:
        return ""


if __name__ == "__main__":
    sys.path[0] = str(ROOT)
    from tools import environment  # noqa: PLW0406 - the one whose SetupError installing.py raises

    sys.exit(environment.main(sys.argv[1:]))
