"""A collection with long empty stretches: 1200, then 1917 to 1940, then 2001."""

from pathlib import Path

from tests.loading.sandbox import Sandbox

DATES = {
    "founded": "1200",
    "revolution": "1917-11-07",
    "civil-war": "1918-05/1921-03",
    "party": "1922-04-03",
    "exile": "1929-02-10",
    "trials": "1936-08/1938-03",
    "murder": "1940-08-20",
    "archive": "2001-05-09",
}


def collection_apart(folder: Path) -> Path:
    """Write the collection into a folder that is not there yet."""
    sandbox = Sandbox(folder)
    sandbox.write("events/all.yaml", "".join(_event(*each) for each in DATES.items()))
    return folder


def _event(identity: str, date: str) -> str:
    kind = "period" if "/" in date else "event"
    title = identity.replace("-", " ").capitalize()
    return (
        f"- {{id: {identity}, title: {{en: {title}}}, kind: {kind}, date: {date}, lane: exile, rank: 2,\n"
        "   people: [leon-trotsky], places: [odessa],\n"
        "   attestations: [{source: english, quote: on 10 February}]}\n"
    )
