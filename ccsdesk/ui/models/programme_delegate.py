"""Draws a row of the list of programmes: state, name, provider, amount, when, why. Wraps to the width of its list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ccsdesk.services.presenting.rows import Row
from ccsdesk.ui import icons, theme
from ccsdesk.ui.models.programmes import Heading, ItemRole
from ccsdesk.ui.theme import Role

SIDE = 0.7
ICON = 1.2
GAP = 0.5
LEAST = 44
"""Pixels of height a finger needs."""
BAR = 4
RING = 2
KEPT = 400


@dataclass(frozen=True, slots=True)
class Room:
    """Room above and below a row, between its paragraphs, and from line to line; the first two in em."""

    above: float
    between: float
    spacing: float
    title: float
    """How large the title of a group is written."""


ROOMY = Room(0.6, 0.2, 1.15, 1.15)
TIGHT = Room(0.22, 0.05, 1.05, 1.0)
"""Where only a few rows fit."""


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a paragraph in one look."""

    text: str
    size: float = 1.0
    strong: bool = False
    role: Role = Role.TEXT


@dataclass(frozen=True, slots=True)
class Laid:
    """A paragraph laid out: where it stands, and for each of its runs the colour."""

    layout: QTextLayout
    at: QPointF
    height: float


@dataclass(frozen=True, slots=True)
class Drawn:
    """All of an item, ready to be painted; `icon_at` is None without a state."""

    texts: tuple[Laid, ...]
    icon: tuple[str, Role] | None
    icon_at: QPointF
    height: int


class Looks:
    """The formats of runs; made once for a size of text and a theme."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self._formats: dict[tuple[float, bool, Role], QTextCharFormat] = {}

    def format(self, run: Run) -> QTextCharFormat:
        """Font and colour of a run."""
        key = (run.size, run.strong, run.role)
        if key not in self._formats:
            own = QFont(self.font)
            own.setPointSizeF(self.font.pointSizeF() * run.size)
            if run.strong:
                own.setWeight(QFont.Weight.DemiBold)
            look = QTextCharFormat()
            look.setFont(own)
            look.setForeground(theme.colour(run.role))
            self._formats[key] = look
        return self._formats[key]


class ProgrammeDelegate(QStyledItemDelegate):
    """Remembers how each item is laid out until the width, the text size or the theme changes."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._looks = Looks(view.font())
        self._kept: dict[object, Drawn] = {}
        self._kept_width = 0
        self._short = False

    def shorten(self, *, short: bool) -> None:
        """Draw of each row the name, what it gives and by when, and leave the rest to the detail; or all of it."""
        self._short = short
        self.forget()

    def forget(self) -> None:
        """Lay everything out anew."""
        self._kept.clear()
        self._looks = Looks(self._view.font())

    def width(self) -> int:
        """The width of the texts of a row: room for a scroll bar is kept, so that nothing is laid out twice."""
        bar = self._view.verticalScrollBar()
        may_come = self._view.verticalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAsNeeded
        kept = bar.sizeHint().width() if may_come and not bar.isVisible() else 0
        return max(1, self._view.viewport().width() - kept)

    def height(self) -> int:
        """How high all rows are together."""
        model = self._view.model()
        items = (model.index(row, 0).data(ItemRole.ITEM) for row in range(model.rowCount()))
        return sum(self._drawn(item).height for item in items if isinstance(item, Heading | Row))

    def _drawn(self, item: Heading | Row) -> Drawn:
        width = self.width()
        if width != self._kept_width or len(self._kept) > KEPT:
            self._kept.clear()
            self._kept_width = width
        if item not in self._kept:
            if self._looks.font != self._view.font():
                self._looks = Looks(self._view.font())
            self._kept[item] = _lay(item, width, self._looks, short=self._short)
        return self._kept[item]

    # Qt's own

    def sizeHint(
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        item = index.data(ItemRole.ITEM)
        if not isinstance(item, Heading | Row):
            return QSize(0, 0)
        return QSize(self.width(), self._drawn(item).height)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        item = index.data(ItemRole.ITEM)
        if not isinstance(item, Heading | Row):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        _ground(painter, box, state, is_row=isinstance(item, Row))
        painter.translate(box.topLeft())
        drawn = self._drawn(item)
        if drawn.icon is not None:
            name, role = drawn.icon
            side = theme.em(ICON)
            icons.paint(
                painter, name, role, QRectF(drawn.icon_at.x(), drawn.icon_at.y(), side, side)
            )
        for text in drawn.texts:
            text.layout.draw(painter, text.at)
        painter.restore()


def _ground(painter: QPainter, box: QRect, state: QStyle.StateFlag, *, is_row: bool) -> None:
    selected = bool(state & QStyle.StateFlag.State_Selected)
    hovered = bool(state & QStyle.StateFlag.State_MouseOver)
    ground = Role.SURFACE
    if is_row:
        ground = Role.SELECTED if selected else Role.HOVER if hovered else Role.RAISED
    painter.fillRect(box, theme.colour(ground))
    painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), theme.colour(Role.LINE))
    if selected:
        painter.fillRect(QRect(box.left(), box.top(), BAR, box.height()), theme.colour(Role.ACCENT))
    if state & QStyle.StateFlag.State_HasFocus:
        pen = painter.pen()
        pen.setColor(theme.colour(Role.FOCUS))
        pen.setWidth(RING)
        painter.setPen(pen)
        painter.drawRect(box.adjusted(RING, RING, -RING, -RING))


def _lay(item: Heading | Row, width: int, looks: Looks, *, short: bool) -> Drawn:
    room_of = TIGHT if short else ROOMY
    side, above, between = theme.em(SIDE), theme.em(room_of.above), theme.em(room_of.between)
    has_icon = item.state is not None
    left = side + (theme.em(ICON + GAP) if has_icon else 0)
    room = max(theme.em(4), width - left - side)
    down = float(above)
    texts = []
    for runs in _paragraphs(item, short=short):
        laid = _paragraph(runs, QPointF(left, down), room, looks, spacing=room_of.spacing)
        texts.append(laid)
        down += laid.height + between
    height = max(LEAST, round(down - between + above))
    icon = None
    if item.state is not None:
        icon = (theme.SHELF_ICONS[item.state], theme.SHELF_ROLES[item.state])
    first = texts[0].layout.lineAt(0).height() if texts else 0.0
    icon_top = above + max(0.0, (first - theme.em(ICON)) / 2)
    return Drawn(tuple(texts), icon, QPointF(side, icon_top), height)


def _in_short(row: Row) -> Iterator[tuple[Run, ...]]:
    yield (Run(row.name, strong=True),)
    said = [Run(row.amount, 0.95, strong=True)] if row.amount else []
    if row.state is not None:
        said.append(Run(row.state_word, 0.95, strong=True, role=theme.SHELF_ROLES[row.state]))
    said += [Run(text, 0.95) for text in (row.when,) if text]
    if said:
        between = Run(" · ", 0.95)
        yield tuple(run for one in said for run in (between, one))[1:]


def _paragraphs(item: Heading | Row, *, short: bool) -> Iterator[tuple[Run, ...]]:
    if isinstance(item, Heading):
        return _of_heading(item, TIGHT if short else ROOMY)
    return _in_short(item) if short else _of_row(item)


def _of_heading(item: Heading, room: Room) -> Iterator[tuple[Run, ...]]:
    yield (
        Run(item.title, 1.0 if item.is_part else room.title, strong=True),
        Run(f"  {item.number}", 1.0, role=Role.MUTED),
    )
    if item.note:
        yield (Run(item.note, 0.9, role=Role.MUTED),)


def _of_row(item: Row) -> Iterator[tuple[Run, ...]]:
    yield (Run(item.name, strong=True),)
    beside = " · ".join(part for part in (item.provider, *item.marks) if part)
    if beside:
        yield (Run(beside, 0.85, role=Role.MUTED),)
    if item.amount:
        yield (Run(item.amount, 1.25, strong=True),)
    if item.state is not None:
        word = Run(item.state_word, 0.95, strong=True, role=theme.SHELF_ROLES[item.state])
        yield (word, Run(f" · {item.when}" if item.when else "", 0.95))
    elif item.when:
        yield (Run(item.when, 0.95),)
    if item.why:
        yield (Run(item.why, 0.95, role=Role.MUTED),)


def _paragraph(
    runs: tuple[Run, ...], at: QPointF, width: int, looks: Looks, *, spacing: float
) -> Laid:
    layout = QTextLayout("".join(run.text for run in runs), looks.font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    layout.setTextOption(option)
    layout.setFormats(list(_formats(runs, looks)))
    layout.beginLayout()
    down = 0.0
    while True:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, down))
        down += line.height() * spacing
    layout.endLayout()
    return Laid(layout, at, down)


def _formats(runs: tuple[Run, ...], looks: Looks) -> Iterator[QTextLayout.FormatRange]:
    start = 0
    for run in runs:
        made = QTextLayout.FormatRange()
        # Qt counts in halves of four bytes
        made.start, made.length = start, len(run.text.encode("utf-16-le")) // 2
        made.format = looks.format(run)
        start += made.length
        yield made
