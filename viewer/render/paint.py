"""One painter for the screen, pictures and paper: a Scene becomes ink, record by record."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from viewer.render.arcs import draw_arcs
from viewer.render.bars import draw_bar, draw_ends
from viewer.render.coverage import draw_coverage
from viewer.render.headers import draw_header
from viewer.render.measure import text_width
from viewer.render.pen import Part, Pen, hairline, qrect
from viewer.render.signs import draw_mark
from viewer.render.theme import Theme
from viewer.timeline.highlight import Ghost, Highlight
from viewer.timeline.metrics import Metrics
from viewer.timeline.scene import Band, Fold, Header, Label, Mark, Rect, Scene

NOTHING = Highlight()


def paint_scene(
    pen: Pen, scene: Scene, theme: Theme, metrics: Metrics, highlight: Highlight = NOTHING
) -> tuple[str, ...]:
    """Paint `scene` with `pen` and return one sentence for every kind of record that could not be drawn."""
    painter = pen.painter
    ink = _Ink(pen, scene, theme, highlight, metrics)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    troubles = []
    for name, layer in ink.layers():
        painter.save()
        try:
            layer()
        except Exception as error:
            troubles.append(f"The {name} could not be drawn: {type(error).__name__}: {error}")
        finally:
            painter.restore()
    for index, trouble in enumerate(troubles):
        ink.pen.text(12, Rect(12, 40 + 20 * index, scene.width, 20), trouble, "title", theme.color("accent"))
    return tuple(troubles)


class _Ink:
    """One scene being painted, layer by layer from the ground up."""

    def __init__(self, pen: Pen, scene: Scene, theme: Theme, highlight: Highlight, metrics: Metrics) -> None:
        self.pen = pen
        self.painter = pen.painter
        self.scene = scene
        self.theme = theme
        self.highlight = highlight
        self.metrics = metrics
        self.colours = {header.lane: theme.color(header.colour) for header in scene.headers}

    def layers(self) -> Iterable[tuple[str, Callable[[], None]]]:
        """Return the layers in order, with their names."""
        return (
            ("eras", self.eras),
            ("range", self.range),
            ("lines", self.lines),
            ("coverage", self.coverage),
            ("highlight", self.highlighted),
            ("bars", self.bars),
            ("relations", self.relations),
            ("marks", self.marks),
            ("titles", self.labels),
            ("counts", self.folds),
            ("lanes", self.headers),
            ("axis", self.axis),
            ("evidence", self.evidence),
            ("heading", self.heading),
        )

    def eras(self) -> None:
        """Tint background bands, every other one tinted, titled at their top."""
        for band in self.scene.bands:
            if band.index % 2 == 0:
                self.pen.fill(band.box, self.theme.color("era"))
        self._clip(self.scene.plot)
        for band in self.scene.bands:
            self._era_title(band)

    def range(self) -> None:
        """Tint the chosen range."""
        if self.highlight.range is not None:
            self.pen.fill(self.highlight.range, self.theme.color("range"))

    def lines(self) -> None:
        """Draw upright lines at the ticks, level ones between the lanes."""
        bottom = self.scene.plot.bottom
        self._clip(Rect(self.scene.plot.x, 0, self.scene.plot.width, self.scene.height))
        for tick in self.scene.ticks:
            top = self.scene.axis.y if tick.major else self.scene.axis.y + self.metrics.axis_row
            self.pen.line(tick.x, top, tick.x, bottom, self._line_colour(strong=tick.major))
        self.painter.setClipping(False)
        for header in self.scene.headers:
            self.pen.line(0, header.box.y, self.scene.width, header.box.y, self._line_colour(strong=False))

    def coverage(self) -> None:
        """Draw what each source covers and where it is silent."""
        self._clip(self.scene.plot)
        for coverage in self.scene.coverages:
            draw_coverage(self.pen, coverage, self.colours[coverage.lane], self.theme)

    def highlighted(self) -> None:
        """Wash behind the hovered and the selected event, and lines from the sources' dates down to it."""
        self._clip(self.scene.plot)
        for row, role in ((self.highlight.hovered, "hover"), (self.highlight.selected, "selection")):
            for box in self._boxes(row):
                self.pen.fill(box, self.theme.color(role))
        self._guides()

    def bars(self) -> None:
        """Draw events to scale."""
        self._clip(self.scene.plot)
        for bar in self.scene.bars:
            draw_bar(self.pen, bar, self.colours[bar.lane], self.theme)
            draw_ends(self.pen, bar, self.scene.plot, self.colours[bar.lane])

    def relations(self) -> None:
        """Draw the relations of the selected event."""
        self._clip(self.scene.plot)
        draw_arcs(self.pen, self.highlight, self.theme)

    def marks(self) -> None:
        """Draw events at a point."""
        self._clip(self.scene.plot)
        for mark in self.scene.marks:
            draw_mark(self.painter, mark, self.colours[mark.lane], self.theme)
            if mark.event == self.highlight.selected:
                self._ring(mark)

    def labels(self) -> None:
        """Write titles with their dates."""
        self._clip(self.scene.plot)
        for label in self.scene.labels:
            self._label(label)

    def folds(self) -> None:
        """Write the counts of what found no room."""
        self._clip(self.scene.plot)
        for fold in self.scene.folds:
            self._fold(fold)

    def headers(self) -> None:
        """Write lane names at the left, which stay put."""
        left = Rect(0, self.scene.plot.y, self.scene.plot.x, self.scene.plot.height)
        self.pen.fill(left, self.theme.color("ground"))
        for header in self.scene.headers:
            self.pen.line(0, header.box.y, self.scene.plot.x, header.box.y, self._line_colour(strong=False))
            self._header(header)
        self.pen.line(left.right, left.y, left.right, left.bottom, self._line_colour(strong=True))

    def axis(self) -> None:
        """Draw the two rows of the axis, and the Old Style row beneath them."""
        axis = self.scene.axis
        self.painter.setClipRect(qrect(Rect(0, axis.y, self.scene.width, axis.height)))
        for label in self.scene.tick_labels:
            role = "tick-major" if label.row == "upper" else "tick"
            colour = self.theme.color("ink" if label.row == "upper" else "secondary")
            box = Rect(label.x, label.y, label.width, label.height)
            self.pen.text(label.x, box, label.text, role, colour)
        for x in self.scene.old_style_ticks:
            self.pen.line(x, axis.bottom - 5, x, axis.bottom, self.theme.color("secondary"))
        if self.scene.old_style_end is not None:
            x = self.scene.old_style_end
            self.pen.line(x, axis.bottom - self.metrics.axis_row, x, axis.bottom, self.theme.color("ink"))
        self.pen.line(0, axis.bottom, self.scene.width, axis.bottom, self._line_colour(strong=True))

    def evidence(self) -> None:
        """Draw what each source says of the selected event's date, with a bracket where they differ."""
        self._clip(self.scene.evidence)
        for ghost in self.highlight.ghosts:
            self._ghost(ghost)
        if self.highlight.hint:
            strip = self.scene.evidence
            self.pen.text(strip.x + 8, strip, self.highlight.hint, "date", self.theme.color("secondary"))
        bracket = self.highlight.bracket
        if bracket is not None:
            colour = self.theme.color("accent")
            self.painter.setPen(QPen(colour, 1.4))
            self.painter.drawPolyline(
                [
                    QPointF(bracket.x, bracket.y),
                    QPointF(bracket.x, bracket.bottom),
                    QPointF(bracket.right, bracket.bottom),
                    QPointF(bracket.right, bracket.y),
                ]
            )

    def heading(self) -> None:
        """Write the title of an exported picture."""
        box = self.scene.title_box
        self.pen.text(box.x + 14, box, self.scene.title, "heading", self.theme.color("ink"))

    def _era_title(self, band: Band) -> None:
        strip = Rect(band.box.x, band.box.y, band.box.width, self.metrics.era_height)
        self.pen.text(band.title_x, strip, band.title, "era", self.theme.color("secondary"))

    def _label(self, label: Label) -> None:
        selected = label.event == self.highlight.selected
        role = "title-strong" if label.rank <= 2 else "title"
        colour = self.theme.color("accent" if selected else "ink")
        if label.inside:
            plate = QColor(self.theme.color("ground"))
            plate.setAlphaF(0.55)
            # The date is fainter than the title and stands on cores too.
            end = label.date_x + text_width(label.date, "date") if label.date else 0.0
            right = max(label.box.x + text_width(label.text, role), end)
            x, y = label.box.x - 2, label.box.y + 6
            self.pen.fill(Rect(x, y, right + 2 - x, label.box.height - 12), plate)
        parts = [Part(label.box.x, label.text, role, colour)]
        if label.date:
            parts.append(Part(label.date_x, label.date, "date", self.theme.color("secondary")))
        self.pen.run(label.box, parts)

    def _fold(self, fold: Fold) -> None:
        colour = self.theme.color("secondary")
        x = fold.box.x + (fold.box.width - text_width(fold.text, "count")) / 2
        self.pen.text(x, fold.box, fold.text, "count", colour)

    def _header(self, header: Header) -> None:
        self.painter.save()
        self.painter.setClipRect(qrect(Rect(0, header.box.y, self.scene.plot.x - 4, header.box.height)))
        draw_header(self.pen, header, self.scene.plot.x, self.theme, self.metrics)
        self.painter.restore()

    def _ghost(self, ghost: Ghost) -> None:
        colour = self.theme.color(ghost.colour)
        y = ghost.box.y + ghost.box.height / 2
        if ghost.box.width < 7:
            self.painter.setPen(QPen(colour, 1.4))
            self.painter.setBrush(Qt.BrushStyle.NoBrush)
            self.painter.drawEllipse(QPointF(ghost.box.x + ghost.box.width / 2, y), 3.5, 3.5)
        else:
            wash = QColor(colour)
            wash.setAlphaF(0.18)
            box = Rect(ghost.box.x, y - 3.5, ghost.box.width, 7)
            self.pen.fill(box, wash)
            self.painter.setPen(QPen(colour, 1.2))
            self.painter.setBrush(Qt.BrushStyle.NoBrush)
            self.painter.drawRect(qrect(box))
        if ghost.text:
            self.pen.text(ghost.label_x, ghost.box, f"{ghost.source}  {ghost.text}", "date", colour)

    def _guides(self) -> None:
        boxes = self._boxes(self.highlight.selected)
        if not boxes:
            return
        bottom = boxes[0].y
        for ghost in self.highlight.ghosts:
            pen = hairline(self.theme.color(ghost.colour))
            pen.setStyle(Qt.PenStyle.DotLine)
            self.painter.setPen(pen)
            x = ghost.box.x + ghost.box.width / 2
            self.painter.drawLine(QPointF(x, self.scene.plot.y), QPointF(x, bottom))

    def _ring(self, mark: Mark) -> None:
        self.painter.setPen(QPen(self.theme.color("accent"), 1.4))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawEllipse(QPointF(mark.x, mark.y), 8.0, 8.0)

    def _boxes(self, row: int | None) -> list[Rect]:
        if row is None:
            return []
        half = self.metrics.row_height / 2
        marks = [
            Rect(mark.x - half, mark.y - half, 2 * half, 2 * half)
            for mark in self.scene.marks
            if mark.event == row
        ]
        bars = [bar.box for bar in self.scene.bars if bar.event == row]
        labels = [label.box for label in self.scene.labels if label.event == row]
        parts = marks + bars + labels
        if not parts:
            return []
        left, right = min(p.x for p in parts) - 3, max(p.right for p in parts) + 3
        top, bottom = min(p.y for p in parts), max(p.bottom for p in parts)
        return [Rect(left, top, right - left, bottom - top)]

    def _line_colour(self, *, strong: bool) -> QColor:
        colour = QColor(self.theme.color("hairline"))
        if not strong:
            colour.setAlphaF(0.6)
        return colour

    def _clip(self, box: Rect) -> None:
        self.painter.setClipRect(qrect(box))
