"""How a number of days and an age are said, with their error."""

from viewer.model.wording.english import ENGLISH_AMOUNTS
from viewer.model.wording.phrases import AmountPhrases


def days_words(minimum: int | None, maximum: int | None, phrases: AmountPhrases = ENGLISH_AMOUNTS) -> str:
    """Say a length of time between two bounds in days (0 or more, None for no bound).

    (23, 23) "23 days"; (1, 1) "a day"; (12, 14) "12 to 14 days"; (0, 364) "up to about 12 months"; (5, None)
    "at least 5 days". Beyond 100 days it is said in months, beyond two years in years, rounded, with "about".
    """
    if minimum is None:
        minimum = 0
    if maximum is None:
        return phrases.at_least.format(amount=_days(minimum, phrases)) if minimum else phrases.unknown
    if minimum == maximum:
        return _days(minimum, phrases)
    if minimum == 0:
        return phrases.up_to.format(amount=_days(maximum, phrases))
    _, length, _, _, between = _unit(maximum, phrases)
    low, high = round(minimum / length), round(maximum / length)
    if low == high:
        return _days(maximum, phrases)
    return between.format(low=_grouped(low, phrases), high=_grouped(high, phrases))


def age_words(minimum: int | None, maximum: int | None, phrases: AmountPhrases = ENGLISH_AMOUNTS) -> str:
    """Say an age in completed years between two bounds; None for no bound, negative before birth.

    (60, 60) "60 years"; (60, 61) "60 or 61 years"; (18, 28) "18 to 28 years"; (0, 0) "less than a year".
    """
    if maximum is not None and maximum < 0:
        return phrases.unborn
    low = max(minimum or 0, 0)
    if maximum is None:
        return phrases.age_at_least.format(number=low) if low else phrases.unknown
    highest = {0: phrases.age_none, 1: phrases.age_one}.get(maximum, phrases.ages.format(number=maximum))
    if low == maximum:
        return highest
    if low == 0:
        return phrases.age_at_most.format(age=highest)
    form = phrases.age_either if maximum == low + 1 else phrases.age_range
    return form.format(low=low, high=maximum)


def _days(number: int, phrases: AmountPhrases) -> str:
    if number == 0:
        return phrases.none
    _, length, one, several, _ = _unit(number, phrases)
    count = round(number / length)
    return one if count == 1 else several.format(number=_grouped(count, phrases))


def _unit(days: int, phrases: AmountPhrases) -> tuple[int, float, str, str, str]:
    return next((unit for unit in phrases.units if days < unit[0]), phrases.units[-1])


def _grouped(number: int, phrases: AmountPhrases) -> str:
    return f"{number:,}".replace(",", phrases.thousands)
