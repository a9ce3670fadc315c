"""What the page about the program says: versions, the catalogue and its sources, licences, what is kept and where."""

from __future__ import annotations

import platform
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from ccsdesk import __version__, paths
from ccsdesk.domain.errors import ExportError
from ccsdesk.domain.programme import Source
from ccsdesk.rules.catalogue.catalogue import Catalogue
from ccsdesk.services.catalogue_care import freshness
from ccsdesk.services.presenting.start import private_words
from ccsdesk.text import Words

SHORT_DIGEST = 19
"""As many letters of "sha256:..." as the plan prints too."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of two parts."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Licence:
    """A text that ships with the program; `licence_text` reads it."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class AboutView:
    """The page in the words of one language.

    `private` are paragraphs; `folder` says where what is kept lies. `lines` is what is copied for whoever
    helps: no name, no folder, no answer. `delete` is what is on the button that deletes what is kept now,
    "" where nothing is.
    """

    versions: tuple[Fact, ...]
    catalogue: tuple[Fact, ...]
    warning: str
    sources_title: str
    sources: tuple[str, ...]
    private: tuple[str, ...]
    folder: str
    delete: str
    licences: tuple[Licence, ...]
    lines: str


def about_view(
    catalogue: Catalogue, words: Words, *, day: date, qt: str, is_kept: bool, has_answers: bool
) -> AboutView:
    """The view on a day; `qt` is the version of Qt in use, `is_kept` whether answers outlive a crash.

    `has_answers`: there are some now, of this visit or of one a crash has left.
    """
    old = freshness(catalogue, day)
    versions = _versions(qt, words)
    about = _catalogue(catalogue, words)
    hosts = _hosts(catalogue)
    return AboutView(
        versions=versions,
        catalogue=about,
        warning="" if old is None else words.error(old),
        sources_title=words.count("{n} source", "{n} sources", len(hosts)),
        sources=hosts,
        private=(" ".join(private_words(words, is_kept=is_kept)), _reports(words)),
        folder=_folder(words, is_kept=is_kept),
        delete=words.say("Delete what is kept now") if has_answers else "",
        licences=_licences(words),
        lines="\n".join(f"{fact.label}: {fact.value}" for fact in (*versions, *about)),
    )


def licence_text(licence: str) -> str:
    """The text of a licence, as it ships.

    Raises:
        ExportError: the file is not there or cannot be read.
        StorageError: the installation is incomplete.
    """
    path = _licence_file(licence)
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ExportError(
            "The file {path} cannot be read.",
            advice="Install CCS Desk again.",
            path=str(path),
        ) from error


def _folder(words: Words, *, is_kept: bool) -> str:
    folder = str(paths.places().data)
    if is_kept:
        return words.say("Everything is kept in {folder}.", folder=folder)
    return words.say("The working copy and such a report are in {folder}.", folder=folder)


def _versions(qt: str, words: Words) -> tuple[Fact, ...]:
    return (
        Fact("CCS Desk", __version__),
        Fact("Python", platform.python_version()),
        Fact("Qt", qt),
        Fact(words.say("System"), f"{platform.system()} {platform.release()}".strip()),
    )


def _catalogue(catalogue: Catalogue, words: Words) -> tuple[Fact, ...]:
    checked = [item.checked for item in catalogue.programmes.values() if item.checked is not None]
    facts = [
        Fact(words.say("Catalogue"), words.pick(catalogue.name)),
        Fact(words.say("Version"), words.day(date.fromisoformat(catalogue.version))),
        Fact(words.say("Fingerprint"), catalogue.digest[:SHORT_DIGEST]),
        Fact(words.say("It holds"), _held(catalogue, words)),
    ]
    if checked:
        first, last = min(checked), max(checked)
        span = (
            words.day(first)
            if first == last
            else words.say("between {low} and {high}", low=first, high=last)
        )
        facts.append(Fact(words.say("Facts checked"), span))
    if catalogue.licence:
        facts.append(Fact(words.say("Licence"), catalogue.licence))
    return tuple(facts)


def _held(catalogue: Catalogue, words: Words) -> str:
    questions = len(catalogue.dictionary.questions)
    return words.listing(
        [
            words.count("{n} programme", "{n} programmes", len(catalogue.programmes)),
            words.count("{n} measure", "{n} measures", len(catalogue.measures)),
            words.count("{n} support place", "{n} support places", len(catalogue.support_places)),
            words.count("{n} question", "{n} questions", questions),
        ]
    )


def _hosts(catalogue: Catalogue) -> tuple[str, ...]:
    """The sites that facts were taken from, in alphabetical order."""
    sources: list[Iterable[Source]] = [item.sources for item in catalogue.programmes.values()]
    sources += [measure.sources for measure in catalogue.measures.values()]
    sources += [place.sources for place in catalogue.support_places.values()]
    sources += [story.sources for story in catalogue.stories.values()]
    hosts = {urlsplit(source.url).hostname or "" for some in sources for source in some}
    return tuple(sorted({host.removeprefix("www.") for host in hosts} - {""}))


def _reports(words: Words) -> str:
    return words.say(
        "The program also keeps a working copy of the catalogue and, after a mistake of ours, a report without answers."
    )


def _licences(words: Words) -> tuple[Licence, ...]:
    return (
        Licence("program", words.say("The program: Apache License 2.0")),
        Licence("catalogue", words.say("The catalogue: Creative Commons Attribution 4.0")),
        Licence("notice", words.say("The libraries it uses, and their licences")),
        Licence("lgpl", words.say("Qt and Qt for Python: LGPL version 3")),
        Licence("gpl", words.say("What the LGPL rests on: GPL version 3")),
        Licence("font", words.say("The font Source Sans 3: SIL Open Font License 1.1")),
    )


def _licence_file(licence: str) -> Path:
    match licence:
        case "program":
            return paths.licences() / "LICENSE"
        case "catalogue":
            return paths.licences() / "LICENSE-CATALOGUE"
        case "notice":
            return paths.licences() / "NOTICE"
        case "lgpl":
            return paths.resources() / "licences" / "LGPL-3.0.txt"
        case "gpl":
            return paths.resources() / "licences" / "GPL-3.0.txt"
        case "font":
            return paths.resources() / "fonts" / "OFL.txt"
        case _:
            raise KeyError(licence)
