"""How several things are joined in a sentence."""

from collections.abc import Sequence

from viewer.model.wording.phrases import Phrases


def listed(items: Sequence[str], joining: str, phrases: Phrases) -> str:
    """Join items by commas and, before the last, by "and" or "or" as `joining` has it."""
    *before, last = items
    if not before:
        return last
    return joining.format(list=phrases.statements.comma.join(before), last=last)
