"""Finding the records that an event names, and those that name it."""

from viewer.model.records import Aspect, Collection, Event, Lane, Locality, Person, Source
from viewer.model.relations import Tie
from viewer.store.store import store_of


class Lookup:
    """The records of one collection by id; events are made when they are asked for."""

    def __init__(self, collection: Collection) -> None:
        self.collection = collection
        self.sources: dict[str, Source] = {source.id: source for source in collection.sources}
        self.people: dict[str, Person] = {person.id: person for person in collection.people}
        self.places: dict[str, Locality] = {place.id: place for place in collection.places}
        self.lanes: dict[str, Lane] = {lane.id: lane for lane in collection.lanes}
        self._store = store_of(collection)
        self.aspects: dict[str, list[Aspect]] = {}
        for aspect in collection.aspects:
            for event_id in aspect.events:
                self.aspects.setdefault(event_id, []).append(aspect)

    def event(self, event_id: str) -> Event | None:
        """Return an event, None where the collection does not have it."""
        number = self._store.number_of(event_id)
        return self._store.event(number) if number is not None else None

    def ties_of(self, event: Event) -> tuple[Tie, ...]:
        """Return the relations of an event, what others say of it included."""
        return self._store.ties_of(event)

    def source_name(self, source_id: str) -> str:
        """Return a source's short title, its id where the collection does not have it."""
        source = self.sources.get(source_id)
        return source.short_title or source.title if source else source_id

    def source_colour(self, source_id: str) -> str:
        """Return the name of a source's colour; graphite where the collection does not have it."""
        source = self.sources.get(source_id)
        return source.colour if source else "graphite"

    def person_name(self, person_id: str) -> str:
        """Return a person's name, the id where the collection does not have them."""
        person = self.people.get(person_id)
        return person.names.best() if person else person_id
