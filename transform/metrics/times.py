"""Which time expression a quantity holds for."""

from collections.abc import Sequence

from transform.quantities import Quantity, Words, is_fieldwork, rate
from transform.quantities.numbers import number

_REACH = 24
_BREAKS = frozenset({";", ":"})
_PLACES = frozenset({"areas", "sites", "offices", "locations"})
_FIELDWORK = frozenset({"cases_inspected", "interviews"})


def period_of(
    words: Words, found: Sequence[Quantity], place: int, times: Sequence[tuple[int, int]], name: str
) -> str | None:
    """The time expression the quantity at `place` holds for, as written; None where its clause tells none.

    A deadline is no period of a recommendation, nor are the weeks of fieldwork one of the cases read in them.
    """
    if name == "recommendations":
        return None
    period = _period(words, found, place, times)
    is_work = name in _FIELDWORK or found[place].unit == "organisations" or found[place].noun in _PLACES
    return None if period and is_work and is_fieldwork(period) else period


def _period(words: Words, found: Sequence[Quantity], place: int, times: Sequence[tuple[int, int]]) -> str | None:
    quantity = found[place]
    end = rate(words, quantity.last)
    if end > quantity.last:
        return words.written(quantity.last, end)
    first, last = words.sentence(quantity.core)
    nearest = found[place + 1] if place + 1 < len(found) else None
    if nearest and _is_base(words, quantity, nearest):
        nearest = found[place + 2] if place + 2 < len(found) else None
    span = _length_of_change(words, quantity)
    if span > quantity.last:
        return words.written(quantity.last, span)
    if quantity.direction:
        for i in range(quantity.last, min(last, quantity.last + _REACH)):
            if words.lower[i] == "," and words.at(i + 1) in ("in", "over") and _years_end(words, i + 2):
                return words.written(i + 1, _years_end(words, i + 2))
    close = _aside_end(words, quantity.last, last)
    for start, stop in times:
        if close and start == close:
            return words.written(start, stop)
    limit = min(last, quantity.last + _REACH, nearest.first if nearest else last)
    for start, stop in times:
        if start >= limit:
            break
        if words.at(start - 1) == "than":
            continue
        if start >= quantity.last and stop <= last and not _broken(words, quantity.last, start):
            return words.written(start, stop)
    floor = max([first, *(other.last for other in found[:place] if other.core >= first)])
    for start, stop in reversed([time for time in times if first <= time[0] and time[1] <= quantity.first]):
        opens = (
            _opens_sentence(words, start, first)
            and _only_found_before(found, place, start, first)
            and ";" not in words.lower[stop : quantity.first]
        )
        if opens or (start >= floor and _opens_clause(words, start, quantity.first)):
            return words.written(start, stop)
    return None


def _length_of_change(words: Words, quantity: Quantity) -> int:
    """The word after the length of time a change took: `fell by a third in three years`."""
    if quantity.direction and words.at(quantity.last) in ("in", "over", "within"):
        return _years_end(words, quantity.last + 1) or quantity.last
    return quantity.last


def _years_end(words: Words, i: int) -> int:
    """The word after the length of time that begins at word `i`; 0 where none does."""
    size = number(words, i)
    return size.end + 1 if size and words.at(size.end) in ("years", "months", "weeks", "year") else 0


def _aside_end(words: Words, i: int, last: int) -> int:
    """The word after the aside that begins at word `i` (`, of ten CRCs and two divisions,`); 0 where none does."""
    closing = {",": ",", "(": ")", "–": "–"}.get(words.at(i))
    if closing is None:
        return 0
    return next((j + 1 for j in range(i + 1, min(i + _REACH, last)) if words.lower[j] == closing), 0)


def _opens_clause(words: Words, start: int, core: int) -> bool:
    """Whether the time opens the clause its quantity stands in: `…, and in 2019 64 per cent`."""
    return words.at(start - 1) in (",", "and", "but", ";", "while", "whereas", "–", "(") and core - start <= 8


def _opens_sentence(words: Words, start: int, first: int) -> bool:
    """Whether nothing but a mark or a linking word stands before the time in its sentence."""
    return all(not word[0].isalnum() or word in ("and", "but", "however") for word in words.lower[first:start])


def _only_found_before(found: Sequence[Quantity], place: int, start: int, first: int) -> bool:
    """Whether the time stands before every quantity of its sentence."""
    return not any(first <= other.core < start for other in found[:place])


def _is_base(words: Words, quantity: Quantity, other: Quantity) -> bool:
    """Whether `other` is what `quantity` is a share of: only `of the` stands between."""
    between = words.lower[quantity.last : other.first]
    return len(between) <= 3 and between[:1] == ["of"]


def _broken(words: Words, low: int, high: int) -> bool:
    """Whether the clause ends between two words."""
    return any(word in _BREAKS for word in words.lower[low:high])
