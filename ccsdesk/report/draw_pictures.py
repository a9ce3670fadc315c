"""Pictures drawn on the page: ribbon, radar, timeline, QR code. Measures first, then draws; decides no content."""

from __future__ import annotations

from typing import assert_never

from ccsdesk.report.blocks import Face, Run
from ccsdesk.report.draw_timeline import TimelineDrawing
from ccsdesk.report.fonts import Fonts
from ccsdesk.report.geometry import grid, outline, spoke
from ccsdesk.report.lines import Breaker, Line
from ccsdesk.report.pen import Pen
from ccsdesk.report.pictures import Picture, QrCode, Radar, Ribbon, Timeline
from ccsdesk.report.pieces import Draw, Place
from ccsdesk.report.style import ACCENT, LINE, PICTURE, TEXT, TINT, WHITE, Style
from ccsdesk.report.tags import Tag

RIBBON_HEIGHT = 13.0
RIBBON_POINT = 5.0
RIBBON_GAP = 2.0
QR_SIZE = 58.0
HERE = Style(8.0, 10.0, 0.0, Face.STRONG)


def picture(fonts: Fonts, drawn: Picture, place: Place, tag: Tag) -> tuple[float, Draw]:
    """The height of the picture at this width, and how to draw it."""
    match drawn:
        case Ribbon():
            return _ribbon(fonts, drawn, place, tag)
        case Radar():
            return _radar(fonts, drawn, place, tag)
        case Timeline():
            drawing = TimelineDrawing(fonts, drawn, *place)
            return drawing.height, _inside(tag, place, drawing.height, drawing.draw)
        case QrCode():
            return _qr(drawn, place, tag)
        case _:
            assert_never(drawn)


def _inside(tag: Tag, place: Place, height: float, draw: Draw) -> Draw:
    """Draw as one picture with its box."""
    x, width = place

    def drawing(pen: Pen, top: float) -> None:
        with pen.picture(tag, (x, top - height, x + width, top)):
            draw(pen, top)

    return drawing


def centred(pen: Pen, at: tuple[float, float], line: Line, style: Style) -> None:
    """A line of a picture around a point of its baseline."""
    pen.text((at[0] - line.width / 2, at[1]), line, style, None)


# ribbon


def _ribbon(fonts: Fonts, ribbon: Ribbon, place: Place, tag: Tag) -> tuple[float, Draw]:
    x, width = place
    count = len(ribbon.names)
    step = (width + RIBBON_GAP) / max(count, 1)
    styles = [HERE if index == ribbon.here else PICTURE for index in range(count)]
    names = [
        Breaker(fonts, style, step - 4).lines((Run(name),))
        for style, name in zip(styles, ribbon.names, strict=True)
    ]
    height = RIBBON_HEIGHT + 5 + max((len(lines) for lines in names), default=0) * PICTURE.leading

    def draw(pen: Pen, top: float) -> None:
        for index, lines in enumerate(names):
            left = x + index * step
            _chevron(
                pen,
                left,
                top,
                step - RIBBON_GAP,
                here=index == ribbon.here,
                near=index == ribbon.near,
            )
            baseline = top - RIBBON_HEIGHT - 5 - PICTURE.size
            for line in lines:
                pen.text((left, baseline), line, styles[index], None)
                baseline -= PICTURE.leading

    return height, _inside(tag, place, height, draw)


def _chevron(pen: Pen, left: float, top: float, width: float, *, here: bool, near: bool) -> None:
    bottom, middle = top - RIBBON_HEIGHT, top - RIBBON_HEIGHT / 2
    right = left + width - RIBBON_POINT
    points = [
        (left, top),
        (right, top),
        (right + RIBBON_POINT, middle),
        (right, bottom),
        (left, bottom),
        (left + RIBBON_POINT, middle),
    ]
    pen.shape(
        points,
        fill=ACCENT if here else WHITE if near else TINT,
        stroke=ACCENT if here or near else LINE,
        width=1.0 if here or near else 0.6,
        dashed=near,
    )


# radar


def _radar(fonts: Fonts, radar: Radar, place: Place, tag: Tag) -> tuple[float, Draw]:
    x, width = place
    label_room = 12.0
    radius = min(width, 230.0) / 2 - label_room
    key_height = 2 * 12.0 + 8
    height = 2 * (radius + label_room) + key_height
    count = len(radar.axes)
    breaker = Breaker(fonts, HERE, width)
    labels = [breaker.lines((Run(axis.label),))[0] for axis in radar.axes]
    words = [
        Breaker(fonts, PICTURE, width - 30).lines((Run(word),))[0]
        for word in (radar.score_word, radar.target_word)
    ]

    def draw(pen: Pen, top: float) -> None:
        middle = (x + width / 2, top - label_room - radius)

        def at(point: tuple[float, float], length: float = radius) -> tuple[float, float]:
            return middle[0] + point[0] * length, middle[1] + point[1] * length

        for ring in grid(count):
            pen.shape([at(point) for point in ring], stroke=LINE, width=0.5)
        for index, label in enumerate(labels):
            pen.rule(middle, at(spoke(index, count)), 0.5)
            end = at(spoke(index, count), radius + label_room * 0.55)
            centred(pen, (end[0], end[1] - 2.8), label, HERE)
        for stretch in outline([axis.target for axis in radar.axes]):
            pen.shape(
                [at(point) for point in stretch], stroke=TEXT, width=1.0, dashed=True, closed=False
            )
        for stretch in outline([axis.score for axis in radar.axes]):
            pen.shape([at(point) for point in stretch], stroke=ACCENT, width=2.0, closed=False)
        for index, axis in enumerate(radar.axes):
            if axis.score is not None:
                pen.circle(at(spoke(index, count, length=axis.score / 100)), 2.6, fill=ACCENT)
        _key(pen, x + 6, top - height + key_height - 10, words)

    return height, _inside(tag, place, height, draw)


def _key(pen: Pen, x: float, y: float, words: list[Line]) -> None:
    pen.rule((x, y + 3), (x + 18, y + 3), 2.0, ACCENT)
    pen.circle((x + 9, y + 3), 2.6, fill=ACCENT)
    pen.text((x + 24, y), words[0], PICTURE, None)
    pen.shape([(x, y - 9), (x + 18, y - 9)], stroke=TEXT, width=1.0, dashed=True, closed=False)
    pen.text((x + 24, y - 12), words[1], PICTURE, None)


# QR code


def _qr(code: QrCode, place: Place, tag: Tag) -> tuple[float, Draw]:
    import segno

    rows = [bytes(row) for row in segno.make_qr(code.address, error="m").matrix]
    module = QR_SIZE / len(rows)
    left = sum(place) - QR_SIZE

    def draw(pen: Pen, top: float) -> None:
        for number, row in enumerate(rows):
            y = top - (number + 1) * module
            for start, end in _dark(row):
                # a hair wider, so that no white seams show between rows
                pen.box(
                    (left + start * module, y), ((end - start) * module, module + 0.05), fill=TEXT
                )

    return QR_SIZE, _inside(tag, (left, QR_SIZE), QR_SIZE, draw)


def _dark(row: bytes) -> list[tuple[int, int]]:
    """Stretches of dark modules as (start, end)."""
    edges = [
        index
        for index in range(len(row) + 1)
        if (row[index : index + 1] == b"\x01") != (index > 0 and row[index - 1] == 1)
    ]
    return list(zip(edges[::2], edges[1::2], strict=True))
