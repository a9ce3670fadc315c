"""The radar of capabilities: what the answers give, against the dashed outline of the target."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEasingCurve, QPointF, QRect, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF

from ccsdesk.report.geometry import Point, grid, outline, spoke
from ccsdesk.text import Words
from ccsdesk.ui import theme
from ccsdesk.ui.pictures import radar_layout
from ccsdesk.ui.pictures.painted import Painted
from ccsdesk.ui.pictures.radar_layout import LEFT, Placed
from ccsdesk.ui.theme import Role

BEST = 40
DOT = 0.24
KEY_LINE = 2.2
AREA = 56
"""How much of the accent fills the area, of 255."""


@dataclass(frozen=True, slots=True)
class RadarAxis:
    """One spoke: its name, score and target from 0 to 100; None where not known."""

    name: str
    score: int | None
    target: int | None


class Radar(Painted):
    """Shows scores against targets. The figures are in its description, and belong in a table beside it.

    `listed`: the names are listed below where there is no room around it; a numbered table says them too.
    """

    def __init__(self, *, listed: bool = True) -> None:
        super().__init__()
        self._listed = listed
        self._axes: tuple[RadarAxis, ...] = ()
        self._before: tuple[int | None, ...] = ()
        self._words = Words("en")
        self._moving = QVariantAnimation(self)
        self._moving.setStartValue(0.0)
        self._moving.setEndValue(1.0)
        self._moving.setDuration(theme.LONGEST_MOVE)
        self._moving.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._moving.valueChanged.connect(self.update)

    def show_axes(self, axes: Sequence[RadarAxis], words: Words) -> None:
        """These capabilities; where other scores were seen before, the area grows out of them."""
        self._before = self._scores() if len(axes) == len(self._axes) else ()
        changed = bool(self._before) and self._before != tuple(axis.score for axis in axes)
        self._axes, self._words = tuple(axes), words
        self.setAccessibleName(words.say("Your capabilities against the target of your stage"))
        self.setAccessibleDescription(" ".join(_in_words(axis, words) for axis in self._axes))
        self._moving.stop()
        if changed and self.isVisible() and theme.moves():
            self._moving.start()
        self.measure_again()

    def _scores(self) -> tuple[int | None, ...]:
        """What is drawn at this moment; on the way from one score to another, what lies between."""
        now = tuple(axis.score for axis in self._axes)
        if self._moving.state() is not QVariantAnimation.State.Running:
            return now
        part = float(self._moving.currentValue())
        return tuple(
            new if old is None or new is None else round(old + part * (new - old))
            for old, new in zip(self._before, now, strict=True)
        )

    # measures

    def _placed(self, width: int) -> Placed:
        return radar_layout.placed(
            self._labels(), self._metrics(), theme.em(), width, listed=self._listed
        )

    def _labels(self) -> list[str]:
        """The names; a score that is not known is said, since nothing is drawn for it."""
        missing = self._words.say("not enough answers")
        return [
            axis.name if axis.score is not None else f"{axis.name} ({missing})"
            for axis in self._axes
        ]

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self.font())

    def _key(self, width: int, top: int) -> list[QRect]:
        """The rectangles of the two texts of the key, beside each other or one below the other."""
        metrics, lead = self._metrics(), theme.em(KEY_LINE + 0.5)
        wide = [metrics.horizontalAdvance(text) + 1 for text in self._key_words()]
        gap, high = theme.em(1.5), metrics.lineSpacing()
        together = sum(wide) + 2 * lead + gap
        if together <= width:
            left = (width - together) // 2 + lead
            return [
                QRect(left, top, wide[0], high),
                QRect(left + wide[0] + gap + lead, top, wide[1], high),
            ]
        return [QRect(lead, top + row * high, width - lead, high) for row in range(2)]

    def _key_words(self) -> tuple[str, str]:
        return self._words.say("your answers"), self._words.say("target of the stage")

    # Painted

    def height_at(self, width: int) -> int:
        net = self._placed(width).height + theme.em(0.8)
        return self._key(width, net)[-1].bottom() + 1

    def least_width(self) -> int:
        return radar_layout.least_width(self._labels(), self._metrics(), theme.em())

    def best_width(self) -> int:
        return theme.em(BEST)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        at = self._placed(self.width())
        self._paint_net(painter, at)
        self._paint_scores(painter, at)
        painter.setPen(QPen(theme.colour(Role.TEXT), _width(0.12), Qt.PenStyle.DashLine))
        for stretch in outline([axis.target for axis in self._axes]):
            painter.drawPolyline(_polygon(at, stretch))
        painter.setPen(theme.colour(Role.TEXT))
        for label in (*at.labels, *at.listed):
            painter.drawText(label.box, label.flags, label.text)
        self._paint_key(painter, at.height + theme.em(0.8))
        painter.end()

    def _paint_net(self, painter: QPainter, at: Placed) -> None:
        painter.setPen(QPen(theme.colour(Role.LINE), 1))
        count = len(self._axes)
        for ring in grid(count) if count else ():
            painter.drawPolyline(_polygon(at, ring))
        for index in range(count):
            painter.drawLine(at.middle, _point(at, spoke(index, count)))

    def _paint_scores(self, painter: QPainter, at: Placed) -> None:
        accent = theme.colour(Role.ACCENT)
        filling = QColor(accent)
        filling.setAlpha(AREA)
        for stretch in outline(self._scores()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(filling)
            painter.drawPolygon(_polygon(at, (*stretch, (0.0, 0.0))))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(accent, _width(0.2)))
            painter.drawPolyline(_polygon(at, stretch))
            painter.setBrush(accent)
            for point in stretch:
                painter.drawEllipse(_point(at, point), _width(DOT), _width(DOT))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_key(self, painter: QPainter, top: int) -> None:
        boxes = self._key(self.width(), top)
        for number, (box, text) in enumerate(zip(boxes, self._key_words(), strict=True)):
            end = QPointF(box.left() - theme.em(0.5), box.center().y())
            start = QPointF(end.x() - theme.em(KEY_LINE), end.y())
            if number == 0:
                painter.setPen(QPen(theme.colour(Role.ACCENT), _width(0.2)))
                painter.setBrush(theme.colour(Role.ACCENT))
                painter.drawEllipse((start + end) / 2, _width(DOT), _width(DOT))
            else:
                pen = QPen(theme.colour(Role.TEXT), _width(0.12), Qt.PenStyle.DashLine)
                painter.setPen(pen)
            painter.drawLine(start, end)
            painter.setPen(theme.colour(Role.TEXT))
            painter.drawText(box, LEFT, text)


def _width(factor: float) -> float:
    return max(1.5, factor * theme.em())


def _point(at: Placed, point: Point) -> QPointF:
    return QPointF(at.middle.x() + point[0] * at.radius, at.middle.y() - point[1] * at.radius)


def _polygon(at: Placed, points: Sequence[Point]) -> QPolygonF:
    return QPolygonF([_point(at, point) for point in points])


def _in_words(axis: RadarAxis, words: Words) -> str:
    name = axis.name
    if axis.score is None and axis.target is None:
        return words.say("{name}: not enough answers.", name=name)
    if axis.score is None:
        return words.say(
            "{name}: not enough answers, target {target}.", name=name, target=axis.target
        )
    if axis.target is None:
        return words.say("{name}: {score} of 100.", name=name, score=axis.score)
    return words.say(
        "{name}: {score} of 100, target {target}.",
        name=name,
        score=axis.score,
        target=axis.target,
    )
