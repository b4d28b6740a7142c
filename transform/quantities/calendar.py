"""Dates, years, financial years and times of day: numbers that say when and not how many."""

from transform.quantities.numbers import HYPHENS, is_digits
from transform.quantities.words import Words
from transform.vocabulary import load

_LISTS = load("not_metrics")
MONTHS = frozenset(_LISTS["months"])
_WEEKDAYS = frozenset(_LISTS["weekdays"])
_AFTER_CLOCK = frozenset(_LISTS["after_clock"])
_YEAR_AHEAD = frozenset(_LISTS["before_year"])
_COUNTED = frozenset(_LISTS["counted_by_thousands"])
_ORDINALS = frozenset({"st", "nd", "rd", "th"})
_JOINTS = frozenset({",", "and", "-", "–", "to"})
_DATE_SLASHES = frozenset({"/", ".", "-"})
_NOT_CLOCK = frozenset({"%", "per", "percent", "percentage", "million", "billion", "bn", "m", "out"})
_YEAR_SLASHES = HYPHENS | {"/"}


def is_year(word: str) -> bool:
    """Whether a word can be the number of a year of our time."""
    return len(word) == 4 and word[:2] in ("19", "20") and word.isdigit()


def is_month(words: Words, i: int) -> bool:
    """Whether word `i` is a month; the verbs `may` and `march` have no capital."""
    return words.at(i) in MONTHS and (words.is_capital(i) or words.at(i) not in ("may", "march", "mar"))


def year_end(words: Words, i: int) -> int:
    """The word after the year or financial year at word `i`."""
    after = words.at(i + 2)
    if words.at(i + 1) in _YEAR_SLASHES and words.glued(i + 1) and is_digits(after) and len(after) in (2, 4):
        return i + 3
    return i + 1


def dated(words: Words, i: int) -> int:
    """The word after the date, year or financial year whose digits stand at word `i`; `i` where none does."""
    word = words.at(i)
    if is_year(word):
        return i if _counts(words, i) else year_end(words, i)
    j = i + 2 if words.at(i + 1) in _ORDINALS and words.glued(i + 1) else i + 1
    is_day = word.isdigit() and len(word) <= 2 and int(word) <= 31 and words.at(i + 1) not in ("%", "per")
    if j > i + 1 or (is_day and is_month(words, j)):
        k = j + 1 if words.at(j) == "of" else j
        if not is_month(words, k):
            return j
        return k + 2 if is_year(words.at(k + 1)) else k + 1
    if not is_day:
        return i
    if is_month(words, i - 1) or words.at(i - 1) in _WEEKDAYS:
        while words.at(j) in _JOINTS and is_digits(words.at(j + 1)) and len(words.at(j + 1)) in (1, 2, 4):
            j += 2
        return j
    if words.at(j) in _JOINTS and is_digits(words.at(j + 1)) and is_month(words, j + 2):
        return j + 3
    slashes = words.at(j) in _DATE_SLASHES and words.at(j + 2) in _DATE_SLASHES and is_digits(words.at(j + 3))
    return j + 4 if slashes and all(words.glued(k) for k in range(j, j + 4)) else i


def is_clock(words: Words, i: int) -> bool:
    """Whether the digits at word `i` are part of a time of day: `9.30am`, `00.01`, `14:05`."""
    word, after = words.at(i), words.at(i + 1)
    if after in _AFTER_CLOCK:
        return True
    if after == ":" and words.glued(i + 1) and words.glued(i + 2) and is_digits(words.at(i + 2)):
        return True
    if words.at(i - 1) == ":" and words.glued(i) and words.glued(i - 1) and is_digits(words.at(i - 2)):
        return True
    hours, point, minutes = word.partition(".")
    if not point or len(minutes) != 2 or not hours.isdigit() or int(hours) > 24 or int(minutes) > 59:
        return False
    return (hours.startswith("0") and hours != "0") or (
        words.at(i - 1) in ("at", "from", "until") and after not in _NOT_CLOCK
    )


def _counts(words: Words, i: int) -> bool:
    """Whether four digits that look like a year count something: `supervised 2000 people`."""
    after, ahead = words.at(i + 1), words.at(i - 1)
    return ahead == "£" or after in ("%", "per", "percent") or (after in _COUNTED and ahead not in _YEAR_AHEAD)
