"""Collect what the program says, update the translations, compile them; `--check` only looks.

Run by hand: `python tools/translations.py`. Reads the sources as syntax trees, so that the
sentences of errors (first argument and `advice=`) are found beside those of `say`, `count`,
`message` and `plural`. Never runs the program.
"""

from __future__ import annotations

import argparse
import ast
import io
import re
import string
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
LOCALES = ROOT / "resources" / "locale"
DOMAIN = "ccsdesk"
SENTENCES = {"say", "message", "inside_sentence"}
CONTEXTS = {"inside_sentence": "inside a sentence"}
ERRORS = (
    "CcsError",
    "CatalogueError",
    "AnswerError",
    "StorageError",
    "ExportError",
    "BundleError",
    "UsageError",
)
ADVICE = "advice"
FORWARDERS = {"_error", "_wrong_group"}
"""Functions that make an error of all sentences among their arguments."""
HANDED_ON = re.compile(r"\{\w+\}\.?")
VERSION_LINE = b'"Generated-By:'
EPOCH = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Found:
    """One sentence (two forms where it is counted), its context and where it stands."""

    forms: tuple[str, ...]
    context: str | None
    place: tuple[str, int]


def sentences(folder: Path) -> Iterator[Found]:
    """Everything a person may read in the Python files below `folder`, file by file."""
    for path in sorted(folder.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"), filename=str(path))
        classes = {*ERRORS, *_errors_defined_in(tree)}
        name = path.relative_to(folder.parent).as_posix()
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                yield from _of_call(node, name, classes)


def _errors_defined_in(tree: ast.Module) -> set[str]:
    return {
        node.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
        and any(isinstance(base, ast.Name) and base.id in ERRORS for base in node.bases)
    }


def _of_call(call: ast.Call, file: str, classes: set[str]) -> Iterator[Found]:
    name = _name(call.func)
    place = (file, call.lineno)
    if name in {"count", "plural"}:
        forms = tuple(text for node in call.args[:2] for text in _literals(node))
        if len(forms) == 2:
            yield Found(forms, None, place)
        return
    for text in _said_once(call, name, classes):
        if _has_words(text):
            yield Found((text,), None, place)
            if name in CONTEXTS:
                yield Found((text,), CONTEXTS[name], place)


def _said_once(call: ast.Call, name: str, classes: set[str]) -> Iterator[str]:
    """The sentences among the arguments: the first of whatever says, marks or fails, and every advice."""
    advice = [keyword.value for keyword in call.keywords if keyword.arg == ADVICE]
    if name in FORWARDERS:
        yield from (text for node in call.args for text in _literals(node) if " " in text)
    elif name in SENTENCES or name in classes or advice:
        # a method may take where it happened before what happened
        first = next((found for node in call.args[:2] if (found := [*_literals(node)])), [])
        yield from first
    for node in advice:
        yield from _literals(node)


def _has_words(sentence: str) -> bool:
    """Whether anything is left to translate where a sentence is handed on whole."""
    return HANDED_ON.fullmatch(sentence) is None


def _name(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _literals(node: ast.expr) -> Iterator[str]:
    """The literal, or all of `a if b else c` and `a or b`; nothing where the sentence is made elsewhere."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value:
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _literals(node.body)
        yield from _literals(node.orelse)
    elif isinstance(node, ast.BoolOp):
        for value in node.values:
            yield from _literals(value)


def template(folder: Path) -> Catalog:
    """All sentences as an empty catalogue."""
    made = Catalog(project="CCS Desk", charset="utf-8", creation_date=EPOCH, revision_date=EPOCH)
    for found in sentences(folder):
        key = found.forms if len(found.forms) > 1 else found.forms[0]
        made.add(key, locations=[found.place], context=found.context)
    return made


def updated(language: str, wanted: Catalog) -> Catalog:
    """The language's translations: what is new stands untranslated, what is gone is left out."""
    path = _po(language)
    with path.open("rb") as file:
        known = read_po(file, locale=language, domain=DOMAIN)
    known.update(wanted, no_fuzzy_matching=True)
    known.obsolete.clear()
    known.creation_date = known.revision_date = EPOCH
    return known


def as_po(catalogue: Catalog) -> bytes:
    """The text file a translator edits.

    The places name files only, so that moving a line changes nothing.
    """
    out = io.BytesIO()
    write_po(out, catalogue, width=100, sort_output=True, include_lineno=False)
    lines = out.getvalue().splitlines(keepends=True)
    return b"".join(line for line in lines if not line.startswith(VERSION_LINE))


def as_mo(catalogue: Catalog) -> bytes:
    """The compiled file the program reads."""
    out = io.BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def problems(language: str, wanted: Catalog) -> list[str]:
    """What keeps the language from being complete, one line each; empty when all is well."""
    catalogue = updated(language, wanted)
    found = [
        f"{language}: not translated: {entry.id!r} ({_files(entry)})"
        for entry in catalogue
        if entry.id and not _complete(entry.string)
    ]
    found += [f"{language}: fuzzy: {entry.id!r}" for entry in catalogue if entry.id and entry.fuzzy]
    found += [
        f"{language}: {error} in {entry.id!r}"
        for entry in catalogue
        if entry.id
        for error in _placeholder_faults(entry.id, entry.string)
    ]
    if _po(language).read_bytes() != as_po(catalogue):
        found.append(f"{language}: {DOMAIN}.po is not up to date")
    if not _mo(language).is_file() or _said(_mo(language).read_bytes()) != _said(as_mo(catalogue)):
        found.append(f"{language}: {DOMAIN}.mo is not up to date")
    return found


def _files(entry: Message) -> str:
    return ", ".join(sorted({file for file, _ in entry.locations}))


def _said(compiled: bytes) -> dict[tuple[object, str | None], object]:
    """What a compiled file says, apart from its header, which names the version of Babel."""
    entries = read_mo(io.BytesIO(compiled))
    return {
        (_frozen(entry.id), entry.context): _frozen(entry.string) for entry in entries if entry.id
    }


def _frozen(value: object) -> object:
    return tuple(value) if isinstance(value, (list, tuple)) else value


def _complete(said: object) -> bool:
    if isinstance(said, str):
        return bool(said)
    return isinstance(said, (tuple, list)) and bool(said) and all(said)


def _placeholder_faults(key: object, said: object) -> Iterator[str]:
    known = {name for source in _strings(key) for name in _placeholders(source)}
    for translated in _strings(said):
        unknown = sorted(_placeholders(translated) - known)
        if unknown:
            yield f"unknown placeholder {unknown[0]}"


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, (tuple, list)):
        yield from (item for item in value if isinstance(item, str))


def _placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def _po(language: str) -> Path:
    return LOCALES / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def _mo(language: str) -> Path:
    return _po(language).with_suffix(".mo")


def languages() -> list[str]:
    """The languages that have translations."""
    return sorted(path.parents[1].name for path in LOCALES.glob(f"*/LC_MESSAGES/{DOMAIN}.po"))


def main(arguments: list[str]) -> int:
    """Update and compile, or with --check only look; 1 when something is missing."""
    parser = argparse.ArgumentParser(description="Update and compile the translations.")
    parser.add_argument("--check", action="store_true", help="change nothing, fail if incomplete")
    check = parser.parse_args(arguments).check
    wanted = template(ROOT / "ccsdesk")
    faults: list[str] = []
    for language in languages():
        if not check:
            catalogue = updated(language, wanted)
            _po(language).write_bytes(as_po(catalogue))
            _mo(language).write_bytes(as_mo(catalogue))
        faults += problems(language, wanted)
    print(*faults, sep="\n") if faults else print("complete:", ", ".join(languages()))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
