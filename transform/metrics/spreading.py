"""Times told once for quantities that stand side by side: `ten CRCs and one division, from September 2019`."""

from collections.abc import Sequence

from transform.quantities import Quantity, Words
from transform.vocabulary import load

_GOING_ON = frozenset(load("naming_words")["participles"])
_FURTHEST = 16
_PAIRED = 2
# `half of its practitioners had more than 60 cases in 2022`.
_HOLDING = frozenset({"had", "held", "managed", "supervised", "carried"})
_LONGEST = 6
_MARKS = frozenset({",", ".", ";", ":", "(", ")", "–"})
# Services, and a share of them.
_SERVICES = frozenset({"percent", "organisations"})
_ENDS = frozenset({".", ",", ";", ")", "”", "’", ""})
_RATES = frozenset({"a", "per", "each", "every", "annually", "weekly", "yearly", "daily", "monthly", "an"})

Span = tuple[int, int]


def spread(words: Words, found: Sequence[Quantity], own: Sequence[Span | None]) -> list[Span | None]:
    """The times `own` of the quantities; one that has none takes that of its neighbour, where both share it."""
    spans = list(own)
    for place in range(len(found) - 2, -1, -1):
        if spans[place] is None and _is_shared_behind(words, found[place], found[place + 1], spans[place + 1]):
            spans[place] = spans[place + 1]
    carried = False
    for place in range(1, len(found)):
        before, quantity, span = found[place - 1], found[place], spans[place - 1]
        carried = spans[place] is None and (
            _is_shared_ahead(words, before, quantity, span) or (carried and _goes_on(words, before, quantity))
        )
        if carried:
            spans[place] = span
    return spans


def _is_shared_behind(words: Words, quantity: Quantity, after: Quantity, span: Span | None) -> bool:
    """Whether a time at the end of the clause is that of both: `more than half were good and five poor in 2020`."""
    if span is None or span[0] < after.last or words.at(span[0]) in _RATES or words.at(span[1]) not in _ENDS:
        return False
    between = words.lower[quantity.last : after.first]
    if quantity.unit == "percent" and between[:1] == ["of"] and between[-1] in _HOLDING and len(between) <= _LONGEST:
        return after.of is None and after.direction is None and _MARKS.isdisjoint(between)
    is_pair = bool(between) and between[-1] in ("and", "&") and len(between) <= _FURTHEST
    # `gained 14 officers and lost 20 in 2013`.
    is_pair = is_pair or (len(between) == _PAIRED and between[0] == "and" and after.direction is not None)
    is_alike = quantity.unit == after.unit or {quantity.unit, after.unit} == _SERVICES
    is_level = (quantity.direction is None) == (after.direction is None) and (
        after.of is None or quantity.of is not None
    )
    return is_pair and is_alike and is_level and not _parts(between)


def _is_shared_ahead(words: Words, before: Quantity, quantity: Quantity, span: Span | None) -> bool:
    """Whether a clause without a verb of its own goes on about the same time: `90 this year, with half rated good`."""
    if span is None or span[0] < before.last or span[1] > quantity.first or words.at(span[0]) in _RATES:
        return False
    between = words.lower[span[1] : quantity.first]
    return between[:1] == [","] and len(between) <= _FURTHEST and between[1:2] != [] and between[1] in _GOING_ON


def _goes_on(words: Words, before: Quantity, quantity: Quantity) -> bool:
    """Whether a tally goes on: `with half rated good, and a third poor`."""
    between = words.lower[before.last : quantity.first]
    return before.unit == quantity.unit and len(between) <= _FURTHEST and not _parts(between)


def _parts(between: list[str]) -> bool:
    return any(word in (".", ";", ":", "(", ")") for word in between)
