"""The words around a quantity, from the nearest phrase out to the whole sentence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from transform.metrics.holding import starts_of
from transform.quantities import FIGURED, Quantity, Words
from transform.vocabulary import load

_LISTS = load("naming_words")
_REACH = 30
_LONGEST_ASIDE = 14
# Right before a quantity these change nothing of what it measures: `had only 88`.
_ADVERBS = frozenset({"only", "just", "still", "now", "currently", "merely", "already"})
_CONJUNCTIONS = frozenset(_LISTS["conjunctions"])
_ASIDE_MARKS = frozenset(",–—")
_CLAUSE_MARKS = frozenset(",;:–—()")
_MAIN_MARKS = frozenset(";:")
# `who had received`, `who drank`: what the people who are meant did, up to the verb that says something of them.
_WHO = re.compile(
    r"(?:^|(?<= ))who (?:(?:had|have|has|were|was|are|is|did|do|could|would|should) (?:not |been |already |also )?)?"
    rf"[^ ]{{1,60}} (?:[^ ]{{1,60}} ){{0,9}}?(?=(?:{'|'.join(_LISTS['verbs'])}) )"
)
# `of the cases where there were children`: which cases are meant.
_WHICH = re.compile(r"^of (?:[^ ,]{1,30} ){1,4}(?:where|in which) [^,]{0,400}")


@dataclass(slots=True)
class Surroundings:
    """Words before a quantity, its own, and after it: lower case, one space between words and one at each end.

    `near` is all of them in order; `says` is what is said of the people or things behind the quantity, without the
    clause that tells which of them; `reach` is a key of `cues.REACHES`; `starts` are those of the words `near`.
    """

    reach: str
    before: str
    own: str
    after: str
    says: str

    near: str
    starts: frozenset[str]


def ladder(words: Words, found: list[Quantity], place: int) -> Iterator[Surroundings]:
    """The surroundings of the quantity at `place`, each wider than the one before."""
    quantity = found[place]
    first, last = words.sentence(quantity.core)
    end = behind_brackets(words, quantity.last)
    end += _ends_aside(words, quantity, end)
    low, high = max(first, quantity.first - _REACH), max(end, min(last, end + _REACH))
    near = _between_neighbours(words, found, place, low, high, end)
    done: set[tuple[int, int]] = set()
    for reach in ("phrase", "tight", "clause", "main", "sentence"):
        if reach == "phrase":
            bound = _within(words, quantity.first, end, *near, phrase=True)
        elif reach == "clause":
            bound = _within(words, quantity.first, end, low, high, phrase=False)
        elif reach == "main":
            bound = _main_clause(words, quantity.first, end, low, high)
        else:
            bound = near if reach == "tight" else (low, high)
        if bound not in done or reach in ("main", "sentence"):
            yield _cut(words, quantity, bound, reach, end)
        done.add(bound)


def _ends_aside(words: Words, quantity: Quantity, end: int) -> bool:
    """Whether a mark at word `end` closes the aside that a figure stands in: `Fewer than half, 46 per cent, said`."""
    mark = words.at(end)
    return (
        mark in _ASIDE_MARKS and quantity.rule.endswith(FIGURED) and mark in words.lower[quantity.core : quantity.last]
    )


def wider(around: Surroundings, lead_in: str, reach: str = "sentence") -> Surroundings:
    """Surroundings with words before them: those a list hangs from, or, for `context`, the sentence before."""
    return Surroundings(
        reach=reach,
        before=lead_in + around.before,
        own=around.own,
        after=around.after,
        says=around.says,
        near=lead_in + around.near,
        starts=starts_of(lead_in + around.near),
    )


def sentence_before(words: Words, i: int) -> str:
    """The sentence before that of word `i`, as `Surroundings` has its words; empty where there is none."""
    first = words.sentence(i)[0]
    if not first:
        return ""
    start = max(words.sentence(first - 1)[0], first - _REACH)
    return f" {' '.join(words.lower[start:first])}"


def behind_brackets(words: Words, i: int) -> int:
    """The word behind the brackets that open at word `i`; `i` where none open, or none close soon."""
    if words.at(i) != "(":
        return i
    return next((j + 1 for j in range(i, min(i + _LONGEST_ASIDE, words.size)) if words.lower[j] == ")"), i)


def _within(words: Words, start: int, end: int, low: int, high: int, *, phrase: bool) -> tuple[int, int]:
    lower = words.lower
    first = next((i + 1 for i in range(start - 1, low - 1, -1) if lower[i] in _CLAUSE_MARKS), low)
    last = next((i for i in range(end, high) if lower[i] in _CLAUSE_MARKS or (phrase and lower[i] == "and")), high)
    return first, last


def _between_neighbours(
    words: Words, found: list[Quantity], place: int, low: int, high: int, end: int
) -> tuple[int, int]:
    following = (other.first for other in found[place + 1 : place + 4] if other.first >= end)
    last = min([high, *following])
    first = max([low, *(other.last for other in found[max(0, place - 1) : place])])
    return (
        next((i + 1 for i in range(found[place].first - 1, first - 1, -1) if words.lower[i] == ";"), first),
        next((i for i in range(end, last) if words.lower[i] == ";"), last),
    )


def _main_clause(words: Words, start: int, end: int, low: int, high: int) -> tuple[int, int]:
    first = next((i + 1 for i in range(start - 1, low - 1, -1) if _parts(words, i)), low)
    last = next((i for i in range(end, high) if _parts(words, i)), high)
    return first, last


def _parts(words: Words, i: int) -> bool:
    """Whether two main clauses meet at word `i`: a semicolon, or a comma with a conjunction behind it."""
    return words.lower[i] in _MAIN_MARKS or (words.lower[i] == "," and words.at(i + 1) in _CONJUNCTIONS)


def _cut(words: Words, quantity: Quantity, bound: tuple[int, int], reach: str, end: int) -> Surroundings:
    lower, first = words.lower, quantity.first
    while first - 1 > bound[0] and lower[first - 1] in _ADVERBS:
        first -= 1
    before, adverbs, own, after = (
        " ".join([*lower[start:end], ""]) if start < end else ""
        for start, end in (
            (bound[0], first),
            (first, quantity.first),
            (quantity.first, quantity.last),
            (end, bound[1]),
        )
    )
    near = f" {before}{adverbs}{own}{after}"
    return Surroundings(reach, f" {before}", own, after, _said(after), near, starts_of(near))


def _said(after: str) -> str:
    """The words behind a quantity without what says which: `men who drank had none`, `cases where …, plans`."""
    after = _WHICH.sub("", after)
    return " " + (_WHO.sub(" ", after, count=1) if "who " in after else after)
