"""The refusal of a text that is not a date."""


class DateError(ValueError):
    """A text that is not a date, with the reason.

    `message` is a plain sentence without the position, `position` the character (from 0) where reading
    stopped, `proposal` a text that would be accepted: offered to the editor, never used unasked.
    """

    def __init__(self, message: str, position: int = 0, proposal: str | None = None) -> None:
        super().__init__(message, position, proposal)
        self.message = message
        self.position = position
        self.proposal = proposal

    def __str__(self) -> str:
        where = f"{self.message} (character {self.position + 1})"
        return where if self.proposal is None else f'{where}. Perhaps "{self.proposal}"?'
