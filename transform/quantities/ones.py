"""Whether `one` counts: `only one case`, `three CRCs and one NPS`, `six in England and one in Wales`."""

from transform.quantities.records import Quantity
from transform.quantities.words import Words
from transform.vocabulary import load

_GRADING = frozenset(load("quantity_words")["bare"]["grading"])
RATING_WORDS = frozenset({"outstanding", "good", "requires", "requiring", "inadequate"})
_LONGEST_ASIDE = 9


def is_counted_one(words: Words, found: Quantity, ahead: Quantity | None) -> bool:
    """Whether `one` is a count here: `only one case`, `three CRCs and one NPS`, `one PDU was rated`.

    `ahead` is the quantity before it.
    """
    before = words.at(found.core - 1)
    if before in ("only", "just"):
        return True
    if not found.unit:
        return _is_graded(words, found) or _is_last_part(words, found, ahead)
    if found.unit == "recommendations":
        return words.at(found.last) != "is"
    if before in ("and", ",") and ahead and ahead.unit not in ("", "percent", "GBP", "points"):
        return ahead.last >= found.core - (4 if found.unit == "organisations" else 1)
    return found.unit in ("organisations", "recommendations", "count") and _is_graded(words, found)


def is_graded_soon(words: Words, i: int) -> bool:
    """Whether a rating word follows at word `i`, or behind an aside that begins there: `one, unpaid work, ‘Good’`."""
    return not RATING_WORDS.isdisjoint(words.lower[i : i + 4] + words.lower[(j := aside_end(words, i)) : j + 4])


def aside_end(words: Words, i: int) -> int:
    """The word behind the aside between commas that begins at word `i`; `i` where none does."""
    if words.at(i) != ",":
        return i
    return next((j + 1 for j in range(i + 2, min(i + _LONGEST_ASIDE, words.size)) if words.lower[j] == ","), i)


def _is_graded(words: Words, found: Quantity) -> bool:
    """Whether the count is said to have got a rating."""
    last = words.sentence(found.core)[1]
    if aside_end(words, found.last) > found.last and is_graded_soon(words, found.last):
        return True
    return words.at(found.last) in _GRADING and not RATING_WORDS.isdisjoint(
        words.lower[found.last : min(last, found.last + 9)]
    )


def _is_last_part(words: Words, found: Quantity, ahead: Quantity | None) -> bool:
    """`six in England and one in Wales`."""
    return (
        ahead is not None
        and ahead.unit not in ("cases", "percent", "GBP", "points")
        and words.at(found.core - 1) == "and"
        and words.at(found.last) == "in"
        and words.is_capital(found.last + 1)
    )
