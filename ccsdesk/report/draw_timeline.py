"""The timeline drawn: months across, one lane a programme, bars for when it is open, diamonds for what to do."""

from __future__ import annotations

from ccsdesk.report.blocks import Face, Run
from ccsdesk.report.fonts import Fonts
from ccsdesk.report.lines import Breaker, Line
from ccsdesk.report.pen import Pen
from ccsdesk.report.pictures import SpanKind, Stretch, Timeline
from ccsdesk.report.style import ACCENT, LINE, MUTED, PICTURE, TEXT, WHITE, Style

NAME_SHARE = 0.34
HEAD = 24.0
KEY = 20.0
BAR = 8.0
LANE_PADDING = 4.0
DIAMOND = 4.2
STRONG = Style(8.0, 10.0, 0.0, Face.STRONG)


class TimelineDrawing:
    """A timeline laid out at a width; `height` is known before it is drawn."""

    def __init__(self, fonts: Fonts, timeline: Timeline, x: float, width: float) -> None:
        self._timeline = timeline
        self._left = x + width * NAME_SHARE
        self._x, self._right = x, x + width
        self._month = (self._right - self._left) / max(len(timeline.months), 1)
        names = Breaker(fonts, PICTURE, width * NAME_SHARE - 10)
        self._names = [names.lines((Run(lane.name),)) for lane in timeline.lanes]
        self._heights = [len(lines) * PICTURE.leading + 2 * LANE_PADDING for lines in self._names]
        small = Breaker(fonts, PICTURE, width)
        bold = Breaker(fonts, STRONG, width)
        self._months = [small.lines((Run(name),))[0] for name in timeline.months]
        self._years = [(position, bold.lines((Run(year),))[0]) for position, year in timeline.years]
        key = (timeline.announced_word, timeline.expected_word, timeline.point_word)
        self._key = [small.lines((Run(word),))[0] for word in key]
        self.height = HEAD + sum(self._heights) + KEY

    def draw(self, pen: Pen, top: float) -> None:
        """Draw below this height."""
        self._head(pen, top)
        y = top - HEAD
        for index, height in enumerate(self._heights):
            self._lane(pen, index, y, height)
            y -= height
        pen.rule((self._x, y), (self._right, y))
        self._draw_key(pen, y - KEY + 6)

    def _head(self, pen: Pen, top: float) -> None:
        for position, year in self._years:
            pen.text(
                (self._left + position * self._month + 1, top - STRONG.size), year, STRONG, None
            )
        bottom = top - HEAD - sum(self._heights)
        for index, name in enumerate(self._months):
            x = self._left + index * self._month
            pen.text((x + 1, top - HEAD + 4), name, PICTURE, None)
            pen.rule((x, top - HEAD), (x, bottom), 0.4)

    def _lane(self, pen: Pen, index: int, top: float, height: float) -> None:
        lane = self._timeline.lanes[index]
        pen.rule((self._x, top), (self._right, top))
        baseline = top - LANE_PADDING - PICTURE.size
        for line in self._names[index]:
            pen.text((self._x, baseline), line, PICTURE, None)
            baseline -= PICTURE.leading
        middle = top - height / 2
        for stretch in lane.stretches:
            self._bar(pen, stretch, middle)
        for point in lane.points:
            self._diamond(pen, self._left + point * self._month, middle)

    def _bar(self, pen: Pen, stretch: Stretch, middle: float) -> None:
        left = self._left + stretch.start * self._month
        # a single day must still be seen
        right = min(self._left + max(stretch.end, stretch.start + 0.15) * self._month, self._right)
        sure = stretch.kind is SpanKind.ANNOUNCED
        pen.box(
            (left, middle - BAR / 2),
            (right - left, BAR),
            fill=LINE if sure else WHITE,
            stroke=MUTED,
            dashed=not sure,
        )

    @staticmethod
    def _diamond(pen: Pen, x: float, y: float) -> None:
        points = [(x, y + DIAMOND), (x + DIAMOND, y), (x, y - DIAMOND), (x - DIAMOND, y)]
        pen.shape(points, fill=ACCENT, stroke=WHITE, width=0.8)

    def _draw_key(self, pen: Pen, y: float) -> None:
        x = self._x
        pen.box((x, y - 1), (18, BAR), fill=LINE, stroke=MUTED)
        x = self._word(pen, x + 23, y, self._key[0])
        pen.box((x, y - 1), (18, BAR), fill=WHITE, stroke=MUTED, dashed=True)
        x = self._word(pen, x + 23, y, self._key[1])
        self._diamond(pen, x + DIAMOND, y + 3)
        self._word(pen, x + 13, y, self._key[2])

    @staticmethod
    def _word(pen: Pen, x: float, y: float, line: Line) -> float:
        style = Style(PICTURE.size, PICTURE.leading, 0.0, colour=TEXT)
        pen.text((x, y), line, style, None)
        return x + line.width + 18
