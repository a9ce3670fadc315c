"""The logical structure of the document: what each stretch of a page is, in reading order.

The layout makes the tree, the pen notes which marked content belongs to which tag, `write_structure` puts it into the
file. Knows nothing of how anything looks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFObjectReference

    from ccsdesk.report.canvas import File


@dataclass(frozen=True, slots=True)
class Content:
    """Marked content number `number` on page `page` (from 0)."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class Annotated:
    """A link's active area on page `page`: the annotation object, and its number among all links."""

    page: int
    annotation: PDFDictionary
    key: int


@dataclass(eq=False, slots=True)
class Tag:
    """One element: its standard kind ("H1", "P", "LI"), the words for a picture, children in reading order."""

    kind: str
    words: str = ""
    scope: str = ""
    box: tuple[float, float, float, float] | None = None
    kids: list[Tag | Content | Annotated] = field(default_factory=list)

    def add(self, kind: str, *, words: str = "", scope: str = "") -> Tag:
        """A new last child."""
        child = Tag(kind, words, scope)
        self.kids.append(child)
        return child

    @property
    def used(self) -> bool:
        """Whether anything on a page belongs to it; cells of a table count even when empty."""
        return self.kind in {"TD", "TH"} or any(
            not isinstance(kid, Tag) or kid.used for kid in self.kids
        )


@dataclass(frozen=True, slots=True)
class Marked:
    """What the pages hold: for each page its tags by content number, and how to refer to it.

    Keys of the parent tree: pages first, from 0; links follow from `first_link`; `next_key` is free.
    """

    pages: Mapping[int, list[Tag]]
    references: Mapping[int, PDFObjectReference]
    next_key: int
    first_link: int


def write_structure(file: File, root: Tag, marked: Marked) -> None:
    """Write the tree and the parent tree into the file's catalogue."""
    from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName

    tree = PDFDictionary({"Type": PDFName("StructTreeRoot")})
    reference = file.Reference(tree)
    writer = _Writer(file, marked)
    tree["K"] = writer.element(root, reference)
    numbers: list[object] = []
    for page, tags in sorted(marked.pages.items()):
        numbers += [page, file.Reference(PDFArray([writer.done[id(tag)] for tag in tags]))]
    for key, element in sorted(writer.annotated.items()):
        numbers += [key, element]
    tree["ParentTree"] = file.Reference(PDFDictionary({"Nums": PDFArray(numbers)}))
    tree["ParentTreeNextKey"] = marked.next_key
    catalogue = file.Catalog
    catalogue.StructTreeRoot = tree
    catalogue.MarkInfo = PDFDictionary({"Marked": "true"})


class _Writer:
    def __init__(self, file: File, marked: Marked) -> None:
        self._file = file
        self._marked = marked
        self.done: dict[int, PDFObjectReference] = {}
        self.annotated: dict[int, PDFObjectReference] = {}

    def element(self, tag: Tag, parent: PDFObjectReference) -> PDFObjectReference:
        from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString

        made = PDFDictionary({"Type": PDFName("StructElem"), "S": PDFName(tag.kind), "P": parent})
        reference = self._file.Reference(made)
        self.done[id(tag)] = reference
        if tag.words:
            made["Alt"] = PDFString(tag.words)
        if tag.scope:
            made["A"] = PDFDictionary({"O": PDFName("Table"), "Scope": PDFName(tag.scope)})
        if tag.box is not None:
            box = PDFArray([round(edge, 2) for edge in tag.box])
            made["A"] = PDFDictionary(
                {"O": PDFName("Layout"), "BBox": box, "Placement": PDFName("Block")}
            )
        kids = [
            self._kid(kid, reference) for kid in tag.kids if not isinstance(kid, Tag) or kid.used
        ]
        made["K"] = PDFArray(kids)
        return reference

    def _kid(self, kid: Tag | Content | Annotated, parent: PDFObjectReference) -> object:
        from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName

        if isinstance(kid, Tag):
            return self.element(kid, parent)
        page = self._marked.references[kid.page]
        if isinstance(kid, Content):
            return PDFDictionary({"Type": PDFName("MCR"), "Pg": page, "MCID": kid.number})
        self.annotated[self._marked.first_link + kid.key] = parent
        target = self._file.Reference(kid.annotation)
        return PDFDictionary({"Type": PDFName("OBJR"), "Obj": target, "Pg": page})
