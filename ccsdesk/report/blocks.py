"""What a document is made of: blocks with a role and rich text, before anything has a size.

Pure data, so that a document can be tested as text and tagged by role; no font, no page, no file.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import Final, TypeAlias

from ccsdesk.report.pictures import Picture

SHORT_PATH: Final = 24
"""An address with a longer path than this takes a line of its own on paper."""


class Face(StrEnum):
    """The two faces of the one family."""

    PLAIN = "plain"
    STRONG = "strong"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one face; `url` makes it a link, `muted` sets it back."""

    text: str
    face: Face = Face.PLAIN
    muted: bool = False
    url: str | None = None


Rich: TypeAlias = tuple[Run, ...]


def rich(*parts: str | Run) -> Rich:
    """Runs from plain strings and runs, empty ones left out."""
    runs = (Run(part) if isinstance(part, str) else part for part in parts)
    return tuple(run for run in runs if run.text)


def strong(text: str) -> Run:
    """A run in the strong face."""
    return Run(text, Face.STRONG)


def muted(text: str) -> Run:
    """A run that is set back."""
    return Run(text, muted=True)


def is_web(address: str) -> bool:
    """Whether the address leads to a page; anything else is shown, never followed."""
    return address.startswith(("https://", "http://"))


def link(url: str) -> Run:
    """A run that leads to a page and shows its address without the scheme."""
    if not is_web(url):
        return Run(url)
    return Run(url.removeprefix("https://").removeprefix("http://").rstrip("/"), url=url)


def short_link(url: str) -> Run:
    """The same with the site alone where the address is long: paper shows whose page it is, a click leads there."""
    whole = link(url)
    site, _, path = whole.text.partition("/")
    return whole if len(path) <= SHORT_PATH or whole.url is None else Run(f"{site}/…", url=url)


class Mark(Enum):
    """A drawn sign that stands beside a word, never instead of it. The value is how plain text shows it."""

    YES = "[+]"
    NO = "[-]"
    OPEN = "[?]"
    LATER = "[o]"
    STEP = "[>]"
    BULLET = "-"
    BOX = "[ ]"


class Role(StrEnum):
    """What a paragraph is for; the style follows from it."""

    BODY = "body"
    LEAD = "lead"
    CAPTION = "caption"
    TITLE = "title"
    STAGE = "stage"
    AMOUNT = "amount"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text. With `mark`, the sign stands before the first line."""

    text: Rich
    role: Role = Role.BODY
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """Level 1 (a chapter) or 2 (a part of it); both go into the outline. `beside` stands under a level 2, set back."""

    text: str
    level: int
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One point of a list, a note under it (set back), and points inside it."""

    text: Rich
    mark: Mark | None = None
    note: Rich = ()
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Points:
    """A list; `numbered` counts its items, otherwise each shows its own mark (a bullet if it has none)."""

    items: tuple[Item, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table, with a sign before its text where it shows a state."""

    text: Rich
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a head; the first column names its row. `widths` are shares; `figures` are right-aligned columns."""

    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]
    figures: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Count:
    """A number with the sign and word of what it counts."""

    number: str
    word: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts side by side."""

    counts: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawn picture and the words that stand for it."""

    picture: Picture
    words: str


@dataclass(frozen=True, slots=True)
class Beside:
    """A picture with blocks next to it; `left` puts the picture first, `share` is its part of the width."""

    figure: Figure
    blocks: tuple[Block, ...]
    share: float
    left: bool = True


@dataclass(frozen=True, slots=True)
class Labelled:
    """Blocks with their label in the margin column: a heading of level 3."""

    label: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Callout:
    """A paragraph that must not be missed, on a tint."""

    text: Rich
    mark: Mark | None = None


Block: TypeAlias = (
    Paragraph | Heading | Points | Table | Tally | Figure | Beside | Labelled | Callout
)


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document. `fronts` are versions of the first page, richest first; the first that fits is used."""

    title: str
    subject: str
    author: str
    language: str
    header: str
    page_of: str
    """How a page is numbered, with {page} and {pages}."""
    fronts: tuple[tuple[Block, ...], ...]
    blocks: tuple[Block, ...]
