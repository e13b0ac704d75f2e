"""One painter for the screen, pictures and paper: a Scene becomes ink, record by record."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen

from viewer.render.arcs import draw_arcs
from viewer.render.bars import draw_bar, ends_of
from viewer.render.breaks import draw_breaks
from viewer.render.coverage import draw_coverage
from viewer.render.event_box import box_of_event
from viewer.render.evidence_paint import draw_bracket, draw_ghost, draw_guide
from viewer.render.grid import draw_grid
from viewer.render.headers import draw_header
from viewer.render.pen import Pen, Text
from viewer.render.raster_bars import draw_raster_bars
from viewer.render.strips import counts_of, draw_densities, notes_of
from viewer.render.theme import Theme
from viewer.render.titles import TitleInks
from viewer.render.troubles import Troubles
from viewer.render.words_within import WordsWithin, covered_edges
from viewer.timeline.drawn import Bar, Mark
from viewer.timeline.highlight import Highlight
from viewer.timeline.metrics import Metrics
from viewer.timeline.rect import Rect
from viewer.timeline.scene import Band, Coverage, Header, Scene, TickLabel

NOTHING = Highlight()


def paint_scene(
    pen: Pen, scene: Scene, theme: Theme, metrics: Metrics, highlight: Highlight = NOTHING
) -> tuple[str, ...]:
    """Paint `scene` with `pen` and return one sentence for every kind of record that could not be drawn.

    A record that cannot be drawn costs itself only.
    """
    with pen.at_work(theme):
        ink = _Ink(pen, scene, theme, highlight, metrics)
        for name, clip, layer in ink.layers():
            pen.clip(clip)
            ink.troubles.of(name, layer)
        pen.clip(None)
        said = ink.troubles.sentences()
        for index, trouble in enumerate(said):
            box = Rect(12, 40 + 20 * index, scene.width, 20)
            pen.text(12, box, trouble, "title", theme.color("accent"))
    return said


def tick_type(label: TickLabel) -> tuple[str, str]:
    """Return the role and the name of the colour in which a word of the axis is written."""
    return ("tick-major", "ink") if label.row == "upper" else ("tick", "secondary")


class _Ink:
    """One scene being painted, layer by layer from the ground up."""

    def __init__(self, pen: Pen, scene: Scene, theme: Theme, highlight: Highlight, metrics: Metrics) -> None:
        self.pen = pen
        self.scene = scene
        self.theme = theme
        self.highlight = highlight
        self.metrics = metrics
        self.troubles = Troubles()
        self.each, self.all, self.arrays = self.troubles.each, self.troubles.all, self.troubles.arrays
        # Looked up once: a thousand records are drawn in them.
        names = ("ground", "ink", "secondary", "accent", "hairline", "era")
        self.ground, self.ink, self.secondary, self.accent, self.hairline, self.era = map(theme.color, names)
        self.titles = TitleInks(theme)
        self.colours = {header.lane: theme.color(header.colour) for header in scene.headers}

    @property
    def painter(self) -> QPainter:
        """The painter in pixels of the picture; ask for it anew after every other use of the pen."""
        return self.pen.painter

    def layers(self) -> Iterable[tuple[str, Rect | None, Callable[[], None]]]:
        """Return the layers in order: their names, what they are cut off to, and what draws them."""
        scene, plot = self.scene, self.scene.plot
        row = Rect(0, scene.axis.y, scene.width, scene.axis.height)
        return (
            ("eras", None, self.eras),
            ("range", None, self.range),
            ("era names", scene.plot, self.era_names),
            ("lines", None, self.lines),
            ("breaks", None, lambda: draw_breaks(self.pen, scene, self.theme, self.metrics)),
            ("coverage", plot, self.coverage),
            ("highlight", plot, self.highlighted),
            ("densities", plot, self.rugs),
            ("bars", plot, self.bars),
            ("relations", plot, lambda: draw_arcs(self.pen, self.highlight, self.theme)),
            ("marks", plot, self.marks),
            ("pips", plot, self.pips),
            ("titles", plot, self.labels),
            ("counts", plot, self.folds),
            ("lanes", None, self.headers),
            ("axis", row, self.axis),
            ("evidence", scene.evidence, self.evidence),
            ("heading", None, self.heading),
        )

    def eras(self) -> None:
        """Tint every other background band."""
        for band in self.scene.bands:
            if band.index % 2 == 0:
                self.pen.fill(band.box, self.era)

    def range(self) -> None:
        """Tint the chosen range."""
        if self.highlight.range is not None:
            self.pen.fill(self.highlight.range, self.theme.color("range"))

    def era_names(self) -> None:
        """Write the names of the bands at their top."""
        self.each(self.scene.bands, self._era_title)

    def lines(self) -> None:
        """Draw upright lines at the ticks, level ones between the lanes."""
        draw_grid(self.pen, self.scene, self.theme, self.metrics, self.highlight)

    def coverage(self) -> None:
        """Draw what each source covers and where it is silent."""
        self.each(self.scene.coverages, self._coverage)

    def highlighted(self) -> None:
        """Wash behind the hovered and the selected event, and lines from the sources' dates down to it."""
        own = (self.highlight.hovered, "hover"), (self.highlight.selected, "selection")
        for row, role in (*self.highlight.echoes, *own):
            for box in self._boxes(row):
                self.pen.fill(box, self.theme.color(role))
        for box in self._boxes(self.highlight.selected):
            for ghost in self.highlight.ghosts:
                draw_guide(self.pen, ghost, self.scene.plot.y, box.y, self.theme)

    def rugs(self) -> None:
        """Draw how densely folded events lie."""
        draw_densities(self.pen, self.scene.rugs, self.colours, self.scene.plot)

    def bars(self) -> None:
        """Draw events to scale."""
        bars, raster, plot = self.scene.bars, self.pen.raster(), self.scene.plot
        words, colours, accent = WordsWithin(self.scene.labels), self.colours, self.accent
        if raster is None:
            covered = (edges.tolist() for edges in covered_edges(bars, words))
            self.each(zip(bars, *covered, strict=True), self._bar)
        else:
            self.arrays(bars, lambda bars: draw_raster_bars(raster, bars, colours, accent, words))
        self.arrays(bars, lambda bars: self.pen.signs(ends_of(bars, plot, colours, words), self.ground))

    def marks(self) -> None:
        """Draw events at a point."""
        marks, selected = self.scene.marks, self.highlight.selected
        draw = self.pen.marks
        self.arrays(marks, lambda marks: draw(marks, self.colours, self.accent, self.ground))
        if selected is not None:
            self.each(marks.where(marks.event == selected), self._ring)

    def pips(self) -> None:
        """Draw events that are never folded away, though they have no row."""
        draw, lit = self.pen.notes, self.highlight.selected
        self.arrays(self.scene.pips, lambda pips: draw(notes_of(pips, self.colours, lit, self.accent)))

    def labels(self) -> None:
        """Write titles with their dates."""
        draw, lit = self.pen.titles, self.highlight.selected
        self.arrays(self.scene.labels, lambda labels: draw(labels, self.titles, lit))

    def folds(self) -> None:
        """Write the counts of what found no room."""
        draw = self.pen.figures
        self.arrays(self.scene.folds, lambda folds: draw(counts_of(folds), "count", self.secondary))

    def headers(self) -> None:
        """Write lane names at the left, which stay put."""
        texts: list[Text] = []
        self.each(self.scene.headers, lambda header: texts.extend(self._header(header)))
        self.all(texts, self.pen.texts)
        plot = self.scene.plot
        self.pen.line(plot.x, plot.y, plot.x, plot.bottom, self.hairline)

    def axis(self) -> None:
        """Draw the two rows of the axis, and the Old Style row beneath them."""
        axis, row = self.scene.axis, self.metrics.axis_row
        texts: list[Text] = []
        self.each(self.scene.tick_labels, lambda label: texts.append(self._tick_text(label)))
        self.all(texts, self.pen.texts)
        for x in self.scene.old_style_ticks:
            self.pen.line(x, axis.bottom - 5, x, axis.bottom, self.secondary)
        if self.scene.old_style_end is not None:
            x = self.scene.old_style_end
            self.pen.line(x, axis.bottom - row, x, axis.bottom, self.ink)
        self.pen.line(0, axis.bottom, self.scene.width, axis.bottom, self.hairline)

    def evidence(self) -> None:
        """Draw what each source says of the selected event's date, with a bracket where they differ."""
        self.each(self.highlight.ghosts, lambda ghost: draw_ghost(self.pen, ghost, self.theme))
        if self.highlight.hint:
            strip = self.scene.evidence
            self.pen.text(strip.x + 8, strip, self.highlight.hint, "date", self.secondary)
        if self.highlight.bracket is not None:
            draw_bracket(self.pen, self.highlight.bracket, self.theme)

    def heading(self) -> None:
        """Write the title of an exported picture."""
        box = self.scene.title_box
        self.pen.text(box.x + 14, box, self.scene.title, "heading", self.ink)

    def _era_title(self, band: Band) -> None:
        strip = Rect(band.box.x, band.box.y, band.box.width, self.metrics.era_height)
        self.pen.text(band.title_x, strip, band.title, "era", self.secondary)

    def _coverage(self, coverage: Coverage) -> None:
        draw_coverage(self.pen, coverage, self.colours[coverage.lane], self.theme)

    def _bar(self, bar_and_covered: tuple[Bar, bool, bool]) -> None:
        bar, *covered = bar_and_covered
        draw_bar(self.pen, bar, self.colours[bar.lane], self.theme, (covered[0], covered[1]))

    def _ring(self, mark: Mark) -> None:
        painter = self.painter
        painter.setPen(QPen(self.accent, 1.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(mark.x, mark.y), 8.0, 8.0)

    def _header(self, header: Header) -> list[Text]:
        """Draw what a header has besides its words; return these, which are written together."""
        right, box = self.scene.plot.x, header.box
        texts = draw_header(self.pen, header, right, self.theme, self.metrics)
        if box.height >= self.metrics.row_height:
            return texts
        self.pen.clip(Rect(0, box.y, right - 4, box.height))
        self.pen.texts(texts)
        self.pen.clip(None)
        return []

    def _tick_text(self, label: TickLabel) -> Text:
        role, colour = tick_type(label)
        box = Rect(label.x, label.y, label.width, label.height)
        return label.x, box, label.text, role, self.theme.color(colour)

    def _boxes(self, row: int | None) -> list[Rect]:
        return [] if row is None else box_of_event(self.scene, row, self.metrics.row_height / 2)
