"""A document of blocks as plain text, so that what a plan says can be compared line by line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from ccsdesk.report.blocks import (
    Beside,
    Block,
    Callout,
    Document,
    Face,
    Figure,
    Heading,
    Item,
    Labelled,
    Mark,
    Paragraph,
    Points,
    Rich,
    Table,
    Tally,
)


def document_text(document: Document) -> str:
    """The richest first page, then the rest."""
    head = [
        f"title: {document.title}",
        f"subject: {document.subject}",
        f"header: {document.header}",
        "",
    ]
    return (
        "\n".join([*head, *_blocks(document.fronts[0], ""), *_blocks(document.blocks, "")]) + "\n"
    )


def _blocks(blocks: Iterable[Block], indent: str) -> Iterator[str]:
    for block in blocks:
        for line in _block(block):
            yield f"{indent}{line}".rstrip()


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(text, role, mark):
            yield f"({role}) {_marked(mark, text)}"
        case Heading(text, level, beside):
            yield ""
            yield f"{'#' * level} {text}" + (f" | {beside}" if beside else "")
        case Points(items, numbered):
            yield from _items(items, numbered=numbered)
        case Table(head, rows):
            yield " | ".join(head)
            for row in rows:
                yield " | ".join(_marked(cell.mark, cell.text) for cell in row)
        case Tally(counts):
            yield "; ".join(f"{count.mark.value} {count.number} {count.word}" for count in counts)
        case Figure(picture, words):
            yield f"<{type(picture).__name__}: {words}>"
        case Beside(figure, blocks):
            yield from _block(figure)
            yield from _blocks(blocks, "")
        case Labelled(label, blocks):
            yield f"{label}:"
            yield from _blocks(blocks, "    ")
        case Callout(text):
            yield f"! {said(text)}"
        case _:
            assert_never(block)


def _items(items: Iterable[Item], *, numbered: bool = False) -> Iterator[str]:
    for number, item in enumerate(items, 1):
        lead = f"{number}." if numbered else (item.mark or Mark.BULLET).value
        yield f"{lead} {said(item.text)}"
        if item.note:
            yield f"      {said(item.note)}"
        for line in _items(item.items):
            yield f"    {line}"


def _marked(mark: Mark | None, text: Rich) -> str:
    return said(text) if mark is None else f"{mark.value} {said(text)}"


def said(text: Rich) -> str:
    """The words of rich text, strong ones between stars, addresses in brackets."""
    parts = []
    for run in text:
        word = f"*{run.text}*" if run.face is Face.STRONG else run.text
        parts.append(f"{word} [{run.url}]" if run.url else word)
    return "".join(parts)
