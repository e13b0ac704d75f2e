"""Which row does each event of a stretch of one lane take, and in which form is it labelled?

Order of service: first every foremost event (urgent, or of rank 1) gets a place for its bare sign, if
possible one where its title will fit too; then each in order gets a title, or, if it is foremost, keeps its
sign; then titles get their dates where that costs nobody anything.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from viewer.timeline.metrics import Metrics
from viewer.timeline.rows.forms import BARE, SIGNED_SHARE, Form, cut_form, dated_extra, reach_of, whole_form
from viewer.timeline.rows.row import Row

Width = Callable[[int], float]
"""Returns the width of an event's title, or date, in pixels."""


class Body(NamedTuple):
    """An event without its words: the stretch it needs, its width as a bar (0: a mark), in pixels."""

    event: int
    left: float
    right: float
    width: float
    foremost: bool


class Packed(NamedTuple):
    """An event in its row. `title` is the width its title has room for (0: no title), in pixels.

    [left, right) is taken in the row, words and the free space after them included. `room` is what is free
    behind the body, or within it, once all have their places: at a larger scale it grows, and words with it.
    """

    event: int
    row: int
    title: float
    inside: bool
    dated: bool
    left: float
    right: float
    room: float = 0.0


class Packing:
    """The rows of a stretch of one lane while they are being filled; nothing reaches beyond `wall` pixels.

    What stands before `known` pixels is all here when they are filled, what will stand behind it is not.
    """

    def __init__(
        self,
        rows: Sequence[Row],
        wall: float,
        known: float,
        *,
        title: Width,
        date: Width,
        metrics: Metrics,
    ) -> None:
        self.rows = rows
        self.wall = wall
        self.known = known
        self.title = title
        self.date = date
        self.metrics = metrics
        self.at: dict[int, int] = {}

    def packed(self, bodies: Sequence[Body], signs: Mapping[int, int]) -> list[Packed]:
        """Place `bodies`, given in the order of service, in what is free; return those that found room.

        `signs` are the rows of the foremost among them, as `signs_of` gave them: there their room is taken.
        """
        self.at.update(signs)
        served = [(body, form) for body in bodies if (form := self._serve(body)) is not None]
        finished = [(body, self._finished(body, form)) for body, form in served]
        return [one._replace(room=self._room(body, one)) for body, one in finished]

    def signs_of(self, bodies: Sequence[Body]) -> dict[int, int]:
        """Take room for the signs of the foremost of `bodies`; return the rows of those that found it."""
        wishes = [Row() for _ in self.rows]
        for body in bodies:
            if not body.foremost:
                continue
            wished = self._wished_end(body)
            best = -1
            for number, row in enumerate(self.rows):
                if row.room(body.left, body.right) >= 0:
                    if wishes[number].room(body.left, wished) >= 0:
                        wishes[number].take(body.left, wished)
                        best = number
                        break
                    best = number if best < 0 else best
            if best >= 0:
                self.rows[best].take(body.left, body.right)
                self.at[body.event] = best
        return self.at

    def _wished_end(self, body: Body) -> float:
        form = whole_form(body.width, float("inf"), self.title(body.event), self.metrics)
        if form is None or form.inside or not form.title:
            return body.right
        return body.right + reach_of(form.title, self.metrics)

    def _serve(self, body: Body) -> Form | None:
        """Give an event its title, and a row if it has none yet; return its form, None if it is not seen."""
        number = self.at.get(body.event)
        if number is not None:
            room = min(self.rows[number].room_after(body.left), self.wall - body.right)
            title = self.title(body.event)
            form = (
                whole_form(body.width, room, title, self.metrics)
                or cut_form(body.width, room, title, self.metrics, SIGNED_SHARE)
                or BARE
            )
            return self._settled(body, number, form)
        if body.foremost:
            return None
        return self._find(body)

    def _find(self, body: Body) -> Form | None:
        widest, widest_room, title = -1, -1.0, -1.0
        left, right, beyond = body.left, body.right, self.wall - body.right
        for number, row in enumerate(self.rows):
            room = row.room(left, right)
            if room < 0:
                continue
            if title < 0:
                title = self.title(body.event)
            form = whole_form(body.width, min(room, beyond), title, self.metrics)
            if form is not None:
                row.take(left, right)
                return self._settled(body, number, form)
            if room > widest_room:
                widest, widest_room = number, room
        if widest < 0:
            return None
        form = cut_form(body.width, min(widest_room, beyond), title, self.metrics)
        if form is None:
            return None
        self.rows[widest].take(left, right)
        return self._settled(body, widest, form)

    def _settled(self, body: Body, number: int, form: Form) -> Form:
        self.at[body.event] = number
        if form.title and not form.inside:
            self.rows[number].widen(body.left, reach_of(form.title, self.metrics))
        return form

    def _finished(self, body: Body, form: Form) -> Packed:
        number = self.at[body.event]
        dated = self._add_date(body, form, number)
        right = self.rows[number].end_of(body.left)
        return Packed(body.event, number, form.title, form.inside, dated, body.left, right)

    def _room(self, body: Body, packed: Packed) -> float:
        if packed.inside:
            return body.width - 2 * self.metrics.bar_padding
        row = self.rows[packed.row]
        free = row.end_of(body.left) + row.room_after(body.left)
        return min(free, self.known) - body.right

    def _add_date(self, body: Body, form: Form, number: int) -> bool:
        if not form.title or form.title < self.title(body.event):
            return False
        date = self.date(body.event)
        if not date:
            return False
        extra = dated_extra(date, self.metrics)
        if form.inside:
            return form.title + extra <= body.width - 2 * self.metrics.bar_padding
        row = self.rows[number]
        if row.room_after(body.left) < extra or row.end_of(body.left) + extra > self.wall:
            return False
        row.widen(body.left, extra)
        return True
