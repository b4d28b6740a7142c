"""Which time expression a quantity holds for."""

from bisect import bisect_left
from collections.abc import Sequence

from transform.metrics.contexts import behind_brackets
from transform.metrics.spreading import spread
from transform.quantities import Quantity, Words, is_fieldwork, rate
from transform.quantities.numbers import number

_REACH = 24
_FURTHEST = 60
_NEAREST = 6
_HEAD = 6
_FARTHEST_VERB = 4
_OPENING = 8
# `lost 60 per cent of its experienced officers in three years`.
_OBJECT = 5
_BEFORE_CLAUSE = frozenset({",", "and", "but", ";", ":", "while", "whereas", "–", "(", "“", "‘", "that"})
# A sentence that opens with one of these may tell its time before the first comma: `During the inspection in May, …`.
_INTRODUCING = frozenset({"during", "at", "in", "by", "following", "after", "when", "since", "before", "from", "for"})
_INTRODUCTION = 16
_CLAUSE_WORDS = frozenset({",", "we", "they", "that", "which", "who", "where", "it", "have", "has", "had"})
_BREAKS = frozenset({";", ":"})
# `its best result since 2018`.
_BEST = frozenset({"best", "worst", "highest", "lowest", "largest", "smallest"})
# `the budget for 2019 was £2 million`, `vacancies in March stood at 14 per cent`.
_BEING = frozenset({"was", "were", "is"})
_RECENT = frozenset({"last", "past", "previous", "this"})
_REACHING = frozenset({"stood", "came", "ran", "amounted"})
_STILL = frozenset({"be", "have", "get", "receive"})
_ASIDE_OPENS = frozenset({"worth", "valued", "which", "part", "one", "the", "with", "whose", "where"})
_ASIDE_ENDS = frozenset(
    {"was", "were", "is", "are", "took", "began", "started", "ended", "has", "have", "had", "came", "ran"}
)
_PLACES = frozenset({"areas", "sites", "offices", "locations"})
_FIELDWORK = frozenset({"cases_inspected", "interviews"})


def periods_of(
    words: Words, found: Sequence[Quantity], times: Sequence[tuple[int, int]], names: Sequence[str]
) -> list[str | None]:
    """The time expression each quantity holds for, as written; None where its clause tells none.

    A deadline is no period of a recommendation, nor are the weeks of fieldwork one of the cases read in them.
    """
    spans = spread(words, found, [_period(words, found, place, times) for place in range(len(found))])
    return [
        None if span is None else _unless_of_work(words.written(*span), quantity, name)
        for span, quantity, name in zip(spans, found, names, strict=True)
    ]


def _unless_of_work(period: str, quantity: Quantity, name: str) -> str | None:
    if name == "recommendations" or (name == "providers_total" and period.startswith("on ")):
        return None
    is_visited = quantity.unit == "organisations" and name != "providers_total"
    is_work = name in _FIELDWORK or is_visited or quantity.noun in _PLACES
    return None if is_work and is_fieldwork(period) else period


def _period(
    words: Words, found: Sequence[Quantity], place: int, times: Sequence[tuple[int, int]]
) -> tuple[int, int] | None:
    quantity = found[place]
    i = quantity.last + 2 if words.at(quantity.last) == "of" else quantity.last
    end = rate(words, i)
    if end > i:
        return i, end
    first, last = words.sentence(quantity.core)
    return (
        _length_of_change(words, quantity, first, last)
        or _led_to_change(words, quantity, times, first)
        or _following(words, found, place, times, last)
        or _leading(words, found, place, times, first)
    )


def _following(
    words: Words, found: Sequence[Quantity], place: int, times: Sequence[tuple[int, int]], last: int
) -> tuple[int, int] | None:
    """The time behind a quantity, before the next one."""
    quantity = found[place]
    close = _aside_end(words, quantity.last, last)
    end = behind_brackets(words, quantity.last)
    place += sum(quantity.last <= other.first < end for other in found[place + 1 : place + 4])
    nearest = found[place + 1] if place + 1 < len(found) else None
    if nearest and _is_base(words, quantity, nearest):
        nearest = found[place + 2] if place + 2 < len(found) else None
    if quantity.direction and nearest and nearest.rule == "level":
        nearest = next((other for other in found[place + 1 : place + 4] if other.rule != "level"), None)
    limit = min(last, quantity.last + _REACH, nearest.first if nearest else last)
    for start, stop in times[bisect_left(times, (quantity.last, 0)) :][:_NEAREST]:
        if not _BEST.isdisjoint(words.lower[max(quantity.last, start - 4) : start]):
            continue
        if close and start == close:
            return start, stop
        if (
            start >= limit
            or (words.at(start - 1) in ("than", "as") and not _is_more_than_then(words, quantity, start))
            or "since" in words.lower[max(quantity.last, start - 4) : start]
        ):
            continue
        if words.at(start - 1) in ("and", "but", "while") and nearest and stop <= nearest.first < last:
            continue
        if quantity.rule == "level" and words.at(start - 1) == "," and _is_of_change(found, place):
            continue
        if stop <= last and not _broken(words, quantity.last, start) and not _is_past_aside(words, quantity, start):
            return start, stop
    return None


def _is_more_than_then(words: Words, quantity: Quantity, start: int) -> bool:
    """`eleven more than a year earlier`: an amount, and the time it is measured from."""
    return quantity.last == start - 1 and words.at(start - 2) in ("more", "fewer", "less", "higher", "lower")


def _is_past_aside(words: Words, quantity: Quantity, start: int) -> bool:
    """Whether a quantity stands in an aside, and the verb of its sentence ahead of the time that begins at `start`.

    `The programme, covering all 35 trusts, began in 2013`.  So does what is still to be done: `the 21 CRCs to be …`.
    """
    if words.at(quantity.last) == "to" and words.at(quantity.last + 1) in _STILL:
        return True
    first = max(words.sentence(quantity.core)[0], quantity.first - _REACH)
    opened = next((i for i in range(quantity.first - 1, first, -1) if words.lower[i] == ","), 0)
    opening = words.at(opened + 1)
    if not opened or not (opening in _ASIDE_OPENS or opening.endswith("ing")):
        return False
    return any(words.lower[i] == "," and words.at(i + 1) in _ASIDE_ENDS for i in range(quantity.last, start - 1))


def _is_of_change(found: Sequence[Quantity], place: int) -> bool:
    """Whether a level is an aside to an amount of change told before it, whose time follows both."""
    return any(other.direction for other in found[max(0, place - 2) : place])


def _leading(
    words: Words, found: Sequence[Quantity], place: int, times: Sequence[tuple[int, int]], first: int
) -> tuple[int, int] | None:
    """The time before a quantity: at the head of its sentence, or of its clause."""
    quantity = found[place]
    if _ends_change(words, found, place):
        return None
    floor = max(first, found[place - 1].last if place else first)
    behind = bisect_left(times, (quantity.first, 0))
    for start, stop in reversed(times[max(0, behind - _NEAREST) : behind]):
        if start < max(first, floor) or stop > quantity.first:
            continue
        if _opens_clause(words, start, quantity.first) or _goes_on_with(words, start, stop, quantity.first):
            return start, stop
    opening = bisect_left(times, (first, 0))
    if opening >= behind or quantity.first - first > _FURTHEST:
        return None
    start, stop = times[opening]
    earliest = found[bisect_left(found, first, key=lambda other: other.core)]
    is_head = stop <= earliest.first and (_opens_sentence(words, start, first) or _introduces(words, stop, first))
    return (start, stop) if is_head and ";" not in words.lower[stop : quantity.first] else None


def _ends_change(words: Words, found: Sequence[Quantity], place: int) -> bool:
    """Whether a level is what a change came to: `since 2010 the budget had been cut by a tenth, to £9 million`."""
    if not place or found[place].direction:
        return False
    changed = found[place - 1]
    if words.at(changed.first - 1) == "from" and place > 1:
        return _ends_change(words, found, place - 1)
    between = words.lower[changed.last : found[place].first]
    return changed.direction is not None and len(between) <= 3 and between[-1:] in (["to"], ["from"], ["just"])


def _length_of_change(words: Words, quantity: Quantity, first: int, last: int) -> tuple[int, int] | None:
    """The length of time a change took: `fell by a third in three years`, `by 40 per cent, …, over six years`."""
    if not quantity.direction:
        return None
    if words.at(first) in ("over", "in", "within"):
        end = _years_end(words, first + 1)
        if end and end <= quantity.first:
            return first, end
    for i in range(quantity.last, min(last, quantity.last + _REACH)):
        is_object = words.at(quantity.last) == "of" and i <= quantity.last + _OBJECT
        if (i == quantity.last or is_object or words.lower[i - 1] == ",") and words.lower[i] in (
            "in",
            "over",
            "within",
        ):
            end = _years_end(words, i + 1)
            if end:
                return i, end
    return None


def _years_end(words: Words, i: int) -> int:
    """The word after the length of time that begins at word `i`; 0 where none does."""
    if words.at(i) == "a" and words.at(i + 1) == "decade":
        return i + 2
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
    return words.at(start - 1) in _BEFORE_CLAUSE and core - start <= _OPENING


def _led_to_change(
    words: Words, quantity: Quantity, times: Sequence[tuple[int, int]], first: int
) -> tuple[int, int] | None:
    """The time that only a verb parts from a quantity: `numbers in 2021 fell by 28`, `reforms in 2014 created 21`."""
    behind = bisect_left(times, (quantity.first, 0))
    if not behind:
        return None
    start, stop = times[behind - 1]
    verb = words.at(quantity.first - 1)
    is_told = verb.endswith("ed") or (verb in _BEING and _is_dated(words.lower[start:stop]))
    if stop == quantity.first - 1 and is_told and start >= first:
        return start, stop
    if words.at(stop) in _REACHING and verb in ("at", "to") and stop == quantity.first - 2 and start >= first:
        return start, stop
    if not quantity.direction or verb != "by":
        return None
    is_near = stop <= quantity.first <= stop + _FARTHEST_VERB and "," not in words.lower[stop : quantity.first]
    return (start, stop) if start >= first and is_near else None


def _is_dated(time: list[str]) -> bool:
    """Whether a time gives a year or a recent one: `in March 2023`, `in the past year`; not what a budget is for."""
    return time[0] != "for" and any(word[:1].isdigit() or word in _RECENT for word in time)


def _goes_on_with(words: Words, start: int, stop: int, core: int) -> bool:
    """Whether a quantity follows a time and `, with`: `signs of change this year, with three services rated Good`."""
    is_set_against = words.at(start - 1) == "than"
    return words.phrase(stop, ",", "with") and core - stop <= _NEAREST and not is_set_against


def _introduces(words: Words, stop: int, first: int) -> bool:
    """Whether a time ends the phrase that opens its sentence: `During the inspection of the region in May, …`."""
    while not words.at(first)[:1].isalnum() and first < stop:
        first += 1
    is_phrase = words.at(first) in _INTRODUCING and words.at(stop) == "," and stop - first <= _INTRODUCTION
    return is_phrase and _CLAUSE_WORDS.isdisjoint(words.lower[first:stop])


def _opens_sentence(words: Words, start: int, first: int) -> bool:
    """Whether nothing but a mark or a linking word stands before the time in its sentence."""
    return start - first < _HEAD and all(
        not word[0].isalnum() or word in ("and", "but", "however") for word in words.lower[first:start]
    )


def _is_base(words: Words, quantity: Quantity, other: Quantity) -> bool:
    """Whether `other` is what `quantity` is a share of: only `of the` stands between."""
    between = words.lower[quantity.last : other.first]
    return len(between) <= 3 and between[:1] == ["of"]


def _broken(words: Words, low: int, high: int) -> bool:
    """Whether the clause ends between two words."""
    return any(word in _BREAKS for word in words.lower[low:high])
