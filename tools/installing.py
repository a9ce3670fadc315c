"""Making or mending the virtual environment: locking, venv, pip, progress, failures in words.

Imported by `tools/environment.py` only when there is something to do. Installs exactly what
the lock lists, every file checked against its hash; decides nothing about versions.
"""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import IO

from tools import environment
from tools.environment import SetupError, VenvMissingError

NEEDED_MB = 700
_BUSY = (errno.EAGAIN, errno.EACCES, errno.EDEADLK)

# What pip says, and what it means to a person. The first that matches counts.
_DISK = r"No space left on device|Errno 28|Errno 122|disk is full"
_HASH = r"DO NOT MATCH THE HASHES"
_NETWORK = (
    r"NewConnectionError|Failed to establish|name resolution|getaddrinfo|Network is unreachable"
    r"|ConnectionError|ConnectTimeout|Read timed out|ProxyError|SSLError|CERTIFICATE_VERIFY"
    r"|Connection (?:refused|reset|aborted)|RemoteDisconnected"
)
_WHEEL = r"Could not find a version|No matching distribution"
_RIGHTS = r"Permission denied|Errno 13|Access is denied|WinError 5|WinError 32|Errno 30|Read-only"
_FAILURES = {
    _DISK: "The disk is full. Free about 700 MB where {root} and the temporary folder are,"
    " then start again.",
    _HASH: "A downloaded package is not the one that was locked, so it was not installed."
    " Start again; if it stays so, ask whoever runs your network or package mirror.",
    _NETWORK: "The packages could not be downloaded: no connection to the package index."
    " Connect this computer to the internet once and start again; afterwards CCS Desk needs"
    " no network.",
    _WHEEL: "There is no ready-made package of {package} for Python {python} on this system."
    " Use Python 3.11 to 3.14 on 64-bit Windows, Linux or macOS.",
    _RIGHTS: "{venv} could not be written. Close every running CCS Desk, see that the folder is"
    " yours, then start again.",
}


def bring_up(locked: dict[str, str], digests: dict[str, str], *, root: Path) -> None:
    """Make the environment hold these lock sections, and stamp it. Raises SetupError."""
    try:
        with _only_one(root) as held:
            if environment.is_ready(digests, root=root):
                return
            started = time.monotonic()
            _make_venv(root, held)
            changed = _outdated(locked, digests, root=root)
            _install(changed, root=root, held=held)
            _write_stamp(digests, root=root)
            _say(f"CCS Desk: ready after {time.monotonic() - started:.0f} s.")
    except OSError as problem:
        raise SetupError(explain_os_error(problem, root=root)) from problem


def missing_venv() -> dict[str, str]:
    """Name what this Python lacks to make an environment, and the Debian package that has it."""
    if find_spec("venv") is not None and find_spec("ensurepip") is not None:
        return {}
    own = Path("/usr/bin/python3").resolve() == Path(sys.executable).resolve()
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    return {"the Python module venv": "python3-venv" if own else f"python{version}-venv"}


def explain_pip(output: str, *, root: Path) -> str:
    """Turn what pip printed into one sentence with its remedy."""
    package = re.search(r"(?:requirement|distribution found for) ([\w.-]+)", output)
    names = {
        "root": root,
        "venv": environment.venv_folder(root),
        "package": package.group(1) if package else "one of the libraries",
        "python": f"{sys.version_info[0]}.{sys.version_info[1]}",
    }
    for pattern, sentence in _FAILURES.items():
        if re.search(pattern, output):
            return sentence.format(**names)
    errors = [line for line in output.splitlines() if line.startswith("ERROR:")]
    said = f' ("{errors[-1][7:].strip()}")' if errors else ""
    return (
        f"The libraries could not be installed{said}. "
        f"All that was said is in {_log_file(root)}; delete {names['venv']} and start again."
    )


def explain_os_error(problem: OSError, *, root: Path) -> str:
    """Turn a failure of the file system into one sentence with its remedy."""
    if problem.errno in (errno.ENOSPC, errno.EDQUOT):
        return f"The disk is full. Free about {NEEDED_MB} MB where {root} is, then start again."
    if problem.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return (
            f"CCS Desk cannot write into its own folder {root}. "
            "Copy the folder to a place that is yours, and start it there."
        )
    return (
        f"The environment in {environment.venv_folder(root)} could not be made "
        f"({problem.strerror or problem}). Delete that folder and start again."
    )


@contextmanager
def _only_one(root: Path) -> Iterator[int]:
    """Hold the lock file; a second start waits. The system frees it if we are killed."""
    descriptor = os.open(root / ".venv.lock", os.O_RDWR | os.O_CREAT, 0o644)
    try:
        told = False
        while not _try_lock(descriptor):
            if not told:
                _say("CCS Desk: another start is preparing the environment, waiting for it.")
                told = True
            time.sleep(0.2)  # noqa: TID251 - a lock of another process gives no signal
        yield descriptor
    finally:
        os.close(descriptor)


def _try_lock(descriptor: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as problem:
        # Some network drives know no locks; there one start at a time is up to the person.
        return problem.errno not in _BUSY
    return True


def _make_venv(root: Path, held: int) -> None:
    """Leave a virtual environment that works, old or new, without half-done installations."""
    folder = environment.venv_folder(root)
    shutil.rmtree(_discarded(root), ignore_errors=True)
    if _works(root):
        return
    if missing_venv():
        raise VenvMissingError(missing_venv())
    free = shutil.disk_usage(root).free // 1_000_000
    if free < NEEDED_MB:
        raise SetupError(
            f"CCS Desk needs about {NEEDED_MB} MB of disk for its libraries, and {root} has "
            f"{free} MB free. Free some space, then start again."
        )
    if folder.exists():
        folder.rename(_discarded(root))
        shutil.rmtree(_discarded(root), ignore_errors=True)
    _say("CCS Desk: making its environment in .venv. This happens once and takes a minute or two.")
    made = _run([sys.executable, "-I", "-m", "venv", "--prompt", "ccsdesk", str(folder)], held)
    if made.returncode:
        text = made.stdout or ""
        raise SetupError(explain_pip(text, root=root))


def _works(root: Path) -> bool:
    """Tell whether pip can go on in the environment that is there."""
    if environment.unfinished_mark(root).exists() or not environment.base_python(root):
        return False
    stamped = environment.read_stamp(root).get("base")
    if stamped is not None:
        return stamped == environment.base_python(root)
    check = "import sys, pip; sys.exit(sys.version_info < (3, 11) or sys.prefix == sys.base_prefix)"
    return _run([str(environment.venv_python(root)), "-I", "-c", check]).returncode == 0


def _install(sections: dict[str, str], *, root: Path, held: int) -> None:
    if not sections:
        return
    folder = environment.venv_folder(root)
    wanted = folder / "ccsdesk-wanted.txt"
    wanted.write_text("".join(sections.values()), encoding="utf-8")
    environment.unfinished_mark(root).write_text("", encoding="utf-8")
    command = [str(environment.venv_python(root)), "-I", "-m", "pip", "install"]
    command += ["--require-hashes", "--no-deps", "--only-binary", ":all:", "--no-input"]
    command += ["--disable-pip-version-check", "--progress-bar", "off", "-r", str(wanted)]
    total = sum(len(environment.pinned(section)) for section in sections.values())
    code, output = _run_pip(command, total=total, held=held)
    if code:
        _log_file(root).write_text(output, encoding="utf-8")
        if "Installing collected packages" not in output:
            environment.unfinished_mark(root).unlink()
        raise SetupError(explain_pip(output, root=root))
    wanted.unlink()
    environment.unfinished_mark(root).unlink()


def _run_pip(command: list[str], *, total: int, held: int) -> tuple[int, str]:
    lines: list[str] = []
    seen = 0
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        env=_pip_environ(),
        pass_fds=_passed(held),
    ) as process:
        for line in _lines(process.stdout):
            lines.append(line)
            if line.startswith(("Collecting ", "Requirement already satisfied: ")):
                seen += 1
                name = re.split(r"[=<>\s]", line.split(": ")[-1].removeprefix("Collecting "))[0]
                _progress(f"CCS Desk: fetching {min(seen, total)} of {total}: {name}")
            elif line.startswith("Installing collected packages"):
                _progress(f"CCS Desk: installing {total} libraries")
    _progress("")
    return process.returncode, "".join(lines)


def _pip_environ() -> dict[str, str]:
    """Keep a person's proxy and index settings, drop what would install somewhere else."""
    elsewhere = {"PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_USER", "PIP_NO_BINARY"}
    kept = {name: value for name, value in os.environ.items() if name not in elsewhere}
    return {**kept, "PIP_USER": "0", "PYTHONIOENCODING": "utf-8"}


def _outdated(locked: dict[str, str], digests: dict[str, str], *, root: Path) -> dict[str, str]:
    stamp = environment.read_stamp(root)
    return {name: text for name, text in locked.items() if stamp.get(name) != digests[name]}


def _write_stamp(digests: dict[str, str], *, root: Path) -> None:
    stamp = {**environment.read_stamp(root), **digests, "base": environment.base_python(root)}
    file = environment.stamp_file(root)
    fresh = file.with_suffix(".new")
    fresh.write_text(json.dumps(stamp, indent=1), encoding="utf-8")
    fresh.replace(file)


def _run(command: list[str], held: int = -1) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        pass_fds=_passed(held),
    )


def _passed(held: int) -> tuple[int, ...]:
    """Let a child hold the lock too, so that it stays held if only we are killed."""
    return (held,) if held >= 0 and os.name != "nt" else ()


def _lines(stream: IO[str] | None) -> Iterator[str]:
    if stream is not None:
        yield from stream


def _progress(text: str) -> None:
    """Write over the last line on a terminal; say nothing in a log."""
    if sys.stderr.isatty():
        width = shutil.get_terminal_size().columns - 1
        sys.stderr.write(f"\r{text[:width]:<{width}}" + ("" if text else "\r"))
        sys.stderr.flush()


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def _discarded(root: Path) -> Path:
    return root / ".venv.discarded"


def _log_file(root: Path) -> Path:
    return environment.venv_folder(root) / "ccsdesk-setup.log"
