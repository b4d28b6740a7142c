"""Which time expression a quantity holds for."""

from collections.abc import Sequence

from transform.quantities import Quantity, Words, rate

_REACH = 24
_BREAKS = frozenset({";", ":"})


def period_of(words: Words, found: Sequence[Quantity], place: int, times: Sequence[tuple[int, int]]) -> str | None:
    """The time expression the quantity at `place` holds for, as written; None where its clause tells none."""
    quantity = found[place]
    end = rate(words, quantity.last)
    if end > quantity.last:
        return words.written(quantity.last, end)
    first, last = words.sentence(quantity.core)
    nearest = found[place + 1] if place + 1 < len(found) else None
    if nearest and _is_base(words, quantity, nearest):
        nearest = found[place + 2] if place + 2 < len(found) else None
    limit = min(last, quantity.last + _REACH, nearest.first if nearest else last)
    for start, stop in times:
        if start >= limit:
            break
        if start >= quantity.last and stop <= last and not _broken(words, quantity.last, start):
            return words.written(start, stop)
    floor = max([first, *(other.last for other in found[:place] if other.core >= first)])
    for start, stop in reversed([time for time in times if first <= time[0] and time[1] <= quantity.first]):
        if _only_found_before(found, place, start, first) or (
            start >= floor and _opens_clause(words, start, quantity.first)
        ):
            return words.written(start, stop)
    return None


def _opens_clause(words: Words, start: int, core: int) -> bool:
    """Whether the time opens the clause its quantity stands in: `…, and in 2019 64 per cent`."""
    return words.at(start - 1) in (",", "and", "but", ";", "while", "whereas", "–", "(") and core - start <= 8


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
