"""The smallest wheels pip takes, and locks that pin them: installing is tested for real, offline."""

from __future__ import annotations

import base64
import hashlib
import zipfile
from pathlib import Path


def make_wheel(folder: Path, name: str, version: str) -> str:
    """Write a wheel with one module that knows its version; gives its block for a lock."""
    info = f"{name}-{version}.dist-info"
    files = {
        f"{name}.py": f'VERSION = "{version}"\n',
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: tests\n"
        "Root-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = "".join(f"{path},sha256={_short(text)},{len(text)}\n" for path, text in files.items())
    files[f"{info}/RECORD"] = f"{record}{info}/RECORD,,\n"
    target = folder / f"{name}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(target, "w") as wheel:
        for path, text in files.items():
            wheel.writestr(path, text)
    return pin(name, version, hashlib.sha256(target.read_bytes()).hexdigest())


def pin(name: str, version: str, sha256: str) -> str:
    """Write a library as a lock does."""
    return f"{name}=={version} \\\n    --hash=sha256:{sha256}\n"


def lock_of(runtime: str, development: str) -> str:
    """Write a lock with these two sections."""
    return f"# made by a test\n# --- runtime ---\n{runtime}\n# --- development ---\n{development}"


def _short(text: str) -> str:
    found = hashlib.sha256(text.encode()).digest()
    return base64.urlsafe_b64encode(found).rstrip(b"=").decode()
