"""Points of a score: `one point out of a possible 27`, `21 out of 36`, `each scored just three points`.

`17 out of the 60 cases` and `8 out of 9 standards` are no scores; `x_of_y` reads those.
"""

from transform.quantities import qualifiers
from transform.quantities.nouns import UNIT_OF
from transform.quantities.numbers import number, to_cents
from transform.quantities.records import Number, Quantity
from transform.quantities.words import Words
from transform.vocabulary import load

_HIGHEST = 100
_LISTS = load("quantity_words")["scores"]
_CUES = frozenset(_LISTS["cues"])
_MAXIMA = frozenset(_LISTS["maxima"])
_RECEIVING = frozenset(_LISTS["receiving"])
_OF_WHOLE = (
    ("a", "possible", "total", "of"),
    ("a", "possible", "total"),
    ("a", "total", "of"),
    ("a", "maximum", "of"),
    ("a", "total", "possible"),
    ("a", "possible", "maximum", "of"),
    ("a", "maximum", "possible"),
    ("a", "potential"),
    ("a", "possible"),
    ("a", "maximum"),
    ("the", "possible"),
    ("the", "maximum"),
    ("the", "maximum", "of"),
    ("the", "total", "of"),
    ("the", "available"),
    ("possible",),
    ("the", "total"),
)


def score(words: Words, i: int) -> Quantity | None:
    """The score whose number begins at word `i`."""
    got = number(words, i)
    if got is None or got.value > _HIGHEST:
        return None
    j, is_score = got.end, False
    if words.at(j) == "inspection" and words.at(j + 1) in ("point", "points", "marks"):
        j += 1
    if words.at(j) in ("point", "points", "marks", "mark"):
        j, is_score = j + 1, True
    end, of = j, None
    # `out a possible 27` is written now and then.
    if words.phrase(j, "out", "of") or words.phrase(j, "out", "a", "possible") or words.at(j) in ("of", "from"):
        k = j + (2 if words.at(j + 1) == "of" else 1)
        whole = next((phrase for phrase in sorted(_OF_WHOLE, key=len, reverse=True) if words.phrase(k, *phrase)), ())
        is_rest = not whole and words.at(k) == "the"  # `with five of the 27`
        base = number(words, k + len(whole) + is_rest)
        if base and got.value <= base.value <= _HIGHEST:
            after = words.at(base.end)
            if after == "inspection" and words.at(base.end + 1) in ("points", "marks"):
                base = Number(value=base.value, end=base.end + 1, spelled=base.spelled)
                after = words.at(base.end)
            names_points = after in ("points", "point", "marks")
            is_named = not names_points and _counts_things(words, base.end)
            is_score = (
                is_score
                or names_points
                or bool(whole and not is_named)
                or (
                    is_rest
                    and base.value in _MAXIMA
                    and words.at(i - 1) in ("with", "just", "only")
                    and base.end >= words.sentence(i)[1] - 1
                )
                or (words.at(j) == "out" and not is_named and (_is_scored(words, i) or _is_received(words, i, base)))
            )
            if is_score:
                end, of = base.end + (1 if names_points else 0), base.value
    elif words.at(j) == "/" and words.glued(j) and words.glued(j + 1):
        base = number(words, j + 1)
        if base and got.value <= base.value and 10 < base.value <= _HIGHEST and _is_scored(words, i):
            is_score, end, of = True, base.end, base.value
    elif not is_score:
        ahead = words.at(i - 1) if words.at(i - 1) not in ("just", "only") else words.at(i - 2)
        before = words.at(i - 2) if ahead in ("of", "a", "an") else ahead
        is_score = before in ("score", "scored", "scoring", "scores") and ahead != "a" and not _counts_things(words, j)
        is_score = is_score and words.at(j) not in ("per", "%", "percent", "percentage", "-", "in")
    if not is_score:
        return None
    first, qualifier = qualifiers.before(words, i)
    unit, rule = "points", "score"
    if of is None and words.at(end - 1) in ("point", "points") and _follows_percentage(words, i):
        unit, rule = "percentage_points", "percentage points"
    return Quantity(
        first=first,
        core=i,
        last=end,
        value=to_cents(got.value),
        unit=unit,
        rule=rule,
        qualifier=qualifier,
        of=None if of is None else to_cents(of),
        noun="points",
    )


def _is_scored(words: Words, i: int) -> bool:
    first, last = words.sentence(i)
    return any(word in _CUES for word in words.lower[max(first, i - 25) : min(last, i + 12)])


def _is_received(words: Words, i: int, base: Number) -> bool:
    """Whether the number is what somebody got of a highest score: `received just 15 out of 36`."""
    ahead = words.at(i - 1) if words.at(i - 1) not in ("just", "only") else words.at(i - 2)
    return base.value in _MAXIMA and ahead in _RECEIVING


def _counts_things(words: Words, i: int) -> bool:
    """Whether a thing that is counted follows: `out of 36 cases`."""
    last = words.sentence(i - 1)[1]
    things = words.lower[i : min(i + 5, last)]
    things = things[: next((at for at, word in enumerate(things) if word in ",;(–"), len(things))]
    return any(word in UNIT_OF and word not in ("points", "marks") for word in things)


def _follows_percentage(words: Words, i: int) -> bool:
    """Whether the points are those of a percentage told before: `30 per cent, two points lower`."""
    before = words.lower[max(words.sentence(i)[0], i - 12) : i]
    return ("cent" in before or "%" in before) and _CUES.isdisjoint(before)
