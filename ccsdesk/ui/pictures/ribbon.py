"""The ribbon of stages: all of them in order, the person's own marked by fill, weight, flag and word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF

from ccsdesk.text import Words
from ccsdesk.ui import icons, theme
from ccsdesk.ui.pictures.painted import Painted
from ccsdesk.ui.theme import Role

POINT = 0.7
"""How far a chevron points into the next, in em."""
GAP = 0.25
BEST = 44
_CENTRED = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
_BELOW = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


class Mark(StrEnum):
    """What there is to say about a stage."""

    NONE = "none"
    HERE = "here"
    """The answers point to it."""
    NEAR = "near"
    """The runner-up."""
    CHOSEN = "chosen"
    """The person's own correction."""
    COMPUTED = "computed"
    """What the answers point to, where the person chose another."""


OWN = frozenset({Mark.HERE, Mark.CHOSEN})
_ICONS = {Mark.HERE: "flag", Mark.CHOSEN: "person"}


@dataclass(frozen=True, slots=True)
class RibbonStage:
    """One stage, by the name a person reads."""

    name: str
    mark: Mark = Mark.NONE


@dataclass(frozen=True, slots=True)
class Piece:
    """One stage and where it stands; `word` says its mark below."""

    stage: RibbonStage
    chevron: QRect
    word: str
    word_box: QRect


class Ribbon(Painted):
    """Shows stages; breaks into lines of equal length where the words would not fit."""

    def __init__(self) -> None:
        super().__init__()
        self._stages: tuple[RibbonStage, ...] = ()
        self._words = Words("en")

    def show_stages(self, stages: Sequence[RibbonStage], words: Words) -> None:
        """These stages, in order; spoken as one sentence for each thing marked."""
        self._stages, self._words = tuple(stages), words
        self.setAccessibleName(words.say("The stages of a firm"))
        self.setAccessibleDescription(_in_words(self._stages, words))
        self.measure_again()

    # measures

    def _lines_of(self, width: int) -> int:
        """In how many lines every word fits into its chevron."""
        count = len(self._stages)
        for lines in range(1, count + 1):
            a_line = -(-count // lines)
            if self._inside(width // a_line) >= self._widest_word():
                return lines
        return max(1, count)

    def _widest_word(self) -> int:
        strong, small = QFontMetrics(self.strong_font()), QFontMetrics(self.small_font())
        names = [strong.horizontalAdvance(p) for one in self._stages for p in one.name.split()]
        marks = [
            small.horizontalAdvance(part) - theme.em(2 * POINT)
            for one in self._stages
            for part in _mark_word(one.mark, self._words).split()
        ]
        return max((*names, *marks), default=0)

    def _inside(self, step: int) -> int:
        return step - theme.em(GAP) - 2 * theme.em(POINT) - theme.em(0.3)

    def arranged(self, width: int) -> tuple[list[Piece], int]:
        """Where everything stands at this width, and how high all of it is."""
        count = len(self._stages)
        a_line = -(-count // self._lines_of(width)) if count else 1
        step = width // a_line
        pieces: list[Piece] = []
        top = 0
        for start in range(0, count, a_line):
            line = self._stages[start : start + a_line]
            made, top = self._line(line, step, top)
            pieces += made
        return pieces, top

    def _line(self, stages: Sequence[RibbonStage], step: int, top: int) -> tuple[list[Piece], int]:
        strong, small = QFontMetrics(self.strong_font()), QFontMetrics(self.small_font())
        inside, wide = self._inside(step), step - theme.em(GAP)
        names = max(_height(strong, one.name, inside) for one in self._stages)
        own_icon = theme.em(1.3) if any(one.mark in OWN for one in self._stages) else 0
        body = names + own_icon + theme.em(0.8)
        said = [_mark_word(one.mark, self._words) for one in stages]
        below = max(_height(small, word, wide) for word in said)
        pieces = [
            Piece(
                stage,
                QRect(index * step, top, wide, body),
                word,
                QRect(index * step, top + body + theme.em(0.2), wide, below),
            )
            for index, (stage, word) in enumerate(zip(stages, said, strict=True))
        ]
        return pieces, top + body + theme.em(0.5) + below

    # Painted

    def height_at(self, width: int) -> int:
        return self.arranged(width)[1]

    def least_width(self) -> int:
        return self._widest_word() + 2 * theme.em(POINT) + theme.em(GAP + 0.4)

    def best_width(self) -> int:
        return theme.em(BEST)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for piece in self.arranged(self.width())[0]:
            self._paint(painter, piece)
        painter.end()

    def _paint(self, painter: QPainter, piece: Piece) -> None:
        mark = piece.stage.mark
        own, near = mark in OWN, mark in {Mark.NEAR, Mark.COMPUTED}
        line = QPen(theme.colour(Role.ACCENT if own or near else Role.LINE), 2 if near else 1)
        line.setStyle(Qt.PenStyle.DashLine if near else Qt.PenStyle.SolidLine)
        painter.setPen(line)
        painter.setBrush(theme.colour(Role.ACCENT if own else Role.RAISED))
        painter.drawPolygon(_chevron(QRectF(piece.chevron).adjusted(1, 1, -1, -1)))
        text = QRect(piece.chevron)
        text.adjust(theme.em(POINT), 0, -theme.em(POINT), 0)
        ink = Role.ACCENT_TEXT if own else Role.TEXT
        if own:
            side = theme.em(1.2)
            name = _height(QFontMetrics(self.strong_font()), piece.stage.name, text.width())
            # drawing and name together stand in the middle
            top = text.top() + (text.height() - name - theme.em(1.2)) / 2
            square = QRectF(text.center().x() - side / 2, top, side, side)
            icons.paint(painter, _ICONS[mark], ink, square)
            text = QRect(text.left(), round(top + side), text.width(), name)
        painter.setFont(self.strong_font() if own else self.font())
        painter.setPen(theme.colour(ink))
        painter.drawText(text, int(_CENTRED), piece.stage.name)
        painter.setFont(self.small_font())
        painter.setPen(theme.colour(Role.TEXT if own else Role.MUTED))
        painter.drawText(piece.word_box, int(_BELOW), piece.word)


def _chevron(box: QRectF) -> QPolygonF:
    point, middle = theme.em(POINT), box.center().y()
    return QPolygonF(
        [
            box.topLeft(),
            QPointF(box.right() - point, box.top()),
            QPointF(box.right(), middle),
            QPointF(box.right() - point, box.bottom()),
            box.bottomLeft(),
            QPointF(box.left() + point, middle),
        ]
    )


def _height(metrics: QFontMetrics, text: str, width: int) -> int:
    if not text:
        return 0
    return metrics.boundingRect(QRect(0, 0, width, 10_000), int(_CENTRED), text).height()


def _mark_word(mark: Mark, words: Words) -> str:
    match mark:
        case Mark.NONE:
            return ""
        case Mark.HERE:
            return words.say("you are here")
        case Mark.NEAR:
            return words.say("close to you too")
        case Mark.CHOSEN:
            return words.say("your own choice")
        case Mark.COMPUTED:
            return words.say("by your answers")


def _in_words(stages: Sequence[RibbonStage], words: Words) -> str:
    names = ", ".join(one.name for one in stages)
    said = [words.say("Stages in order: {names}.", names=names)]
    for one in stages:
        match one.mark:
            case Mark.NONE:
                continue
            case Mark.HERE:
                said.append(words.say("You are at: {name}.", name=one.name))
            case Mark.NEAR:
                said.append(words.say("The next closest is: {name}.", name=one.name))
            case Mark.CHOSEN:
                said.append(words.say("You chose: {name}.", name=one.name))
            case Mark.COMPUTED:
                said.append(words.say("Your answers point to: {name}.", name=one.name))
    return " ".join(said)
