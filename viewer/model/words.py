"""Text for readers, in one or several languages."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LocalText:
    """The same text in several languages, in the order of the file: ((language, text), ...)."""

    entries: tuple[tuple[str, str], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.entries)

    def __str__(self) -> str:
        return self.best()

    def best(self, language: str = "en") -> str:
        """Return the text in `language`, else in English, else in the first language there is, else ""."""
        for wanted in (language, "en"):
            for tag, text in self.entries:
                if tag == wanted:
                    return text
        return self.entries[0][1] if self.entries else ""

    def language(self, wanted: str = "en") -> str:
        """Return the language of the text that `best` returns, "" where there is none."""
        tags = [tag for tag, _ in self.entries]
        return next((tag for tag in (wanted, "en") if tag in tags), tags[0] if tags else "")
