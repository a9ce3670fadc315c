"""A tagged PDF looked through: what its structure says, and everything wrong with it."""

from __future__ import annotations

import io
from collections import Counter
from dataclasses import dataclass, field

import pikepdf
from pikepdf import Array, Dictionary, Name, Object

PAINTING = {"Tj", "TJ", "'", '"', "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Do", "sh"}


@dataclass
class Structure:
    """Kinds of tags counted, heading levels in order, alternative texts, and faults in words."""

    kinds: Counter[str] = field(default_factory=Counter)
    headings: list[int] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    owners: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)


def structure(content: bytes) -> Structure:
    """Walk the tree, then every page, and hold one against the other."""
    found = Structure()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        root = pdf.Root.StructTreeRoot
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        _walk(root.K, found, pages)
        parents = _numbers(root.ParentTree)
        for number, page in enumerate(pdf.pages):
            _page(page, number, found, parents)
        for before, level in zip([0, *found.headings], found.headings, strict=False):
            if level > before + 1:
                found.faults.append(f"heading level jumps from {before} to {level}")
    return found


def _walk(element: Object, found: Structure, pages: dict[tuple[int, int], int]) -> None:
    kind = str(element.S)[1:]
    found.kinds[kind] += 1
    if kind[0] == "H" and kind[1:].isdigit():
        found.headings.append(int(kind[1:]))
    if kind == "Figure":
        found.pictures.append(str(element.get("/Alt", "")))
    kids = element.get("/K", Array())
    for kid in kids if isinstance(kids, Array) else [kids]:
        if kid.get("/Type") == Name.MCR:
            key = pages[kid.Pg.objgen], int(kid.MCID)
            if key in found.owners:
                found.faults.append(f"content {key} belongs to two tags")
            found.owners[key] = element.objgen
        elif kid.get("/Type") != Name.OBJR:
            _walk(kid, found, pages)


def _numbers(tree: Object) -> dict[int, Object]:
    entries = list(tree.Nums)
    return {int(entries[at]): entries[at + 1] for at in range(0, len(entries), 2)}


def _page(page: pikepdf.Page, number: int, found: Structure, parents: dict[int, Object]) -> None:
    depth = 0
    seen: list[int] = []
    for instruction in pikepdf.parse_content_stream(page):
        operands = instruction.operands
        name = str(instruction.operator)
        if name in {"BDC", "BMC"}:
            depth += 1
            if name == "BDC" and isinstance(operands[1], Dictionary):
                seen.append(int(operands[1].MCID))
        elif name == "EMC":
            depth -= 1
        elif name in PAINTING and depth != 1:
            found.faults.append(f"page {number + 1}: {name} at depth {depth} of marked content")
    row = parents[int(page.obj.StructParents)]
    for content in seen:
        owner = found.owners.get((number, content))
        if owner is None or row[content].objgen != owner:
            found.faults.append(f"page {number + 1}: content {content} has no tag of its own")
    for annotation in page.obj.get("/Annots", []):
        if str(parents[int(annotation.StructParent)].S) != "/Link":
            found.faults.append(f"page {number + 1}: a link without its tag")
