"""Shares said without a percentage, with their qualifier and the figure that glosses them.

A gloss (`nearly half (48 per cent)`) gives the value and is part of the words; two shares can be the ends of a range.
"""

from decimal import Decimal

from transform.quantities import percent, qualifiers
from transform.quantities.fractions import part_alone, parts
from transform.quantities.nouns import counted
from transform.quantities.numbers import PARTS, is_digits, number, to_cents
from transform.quantities.ratios import n_in_n
from transform.quantities.records import FIGURED, Quantity
from transform.quantities.words import Words

# A figure further from a fraction than this, in percentage points, glosses something else.
_CLOSE = Decimal(9)
# Words from a fraction to the brackets that gloss it: `a quarter of the posts for officers were vacant (24 per cent)`.
_FURTHEST = 12


def share(words: Words, i: int) -> Quantity | None:
    """The share whose words begin at word `i`, or, for `a third`, the one whose part is word `i`."""
    found = _one_share(words, i)
    if found is None:
        return None
    if words.phrase(found.last, "of", "a") and words.at(found.last + 2) in ("million", "billion"):
        return _of_a_million(words, found)
    found.first, found.qualifier = qualifiers.before(words, found.core)
    end, after = qualifiers.after(words, found.last)
    if after != "exact" and words.at(found.last) == "or":
        found.last, found.qualifier = end, after
    found = _to_higher(words, found)
    return found if found.value_high is not None else _glossed(words, found)


def _one_share(words: Words, i: int) -> Quantity | None:
    return part_alone(words, i) if words.at(i) in PARTS else parts(words, i) or n_in_n(words, i)


def _to_higher(words: Words, found: Quantity) -> Quantity:
    """The share, made a range where a higher one follows: `between a quarter and a third`, `a half to two-thirds`."""
    joint = words.at(found.last)
    is_between = words.at(found.core - 1) == "between"
    if joint != ("and" if is_between else "to") or words.at(found.core - 1) == "from":
        return found
    i = found.last + 1
    other = _one_share(words, i + 1 if words.at(i) in ("a", "one") and words.at(i + 1) in PARTS else i)
    if other is None or other.value <= found.value:
        return found
    found.value_high, found.qualifier, found.last = other.value, "range", other.last
    found.first = found.core - 1 if is_between else found.first
    return found


def _of_a_million(words: Words, found: Quantity) -> Quantity | None:
    """`a quarter of a million people` counts people and is no share."""
    power = number(words, found.last + 2)
    noun = counted(words, power.end) if power else None
    if power is None:
        return None
    first, qualifier = qualifiers.before(words, found.core)
    value = to_cents(power.value * Decimal(PARTS[words.at(found.last - 1)]) ** -1 * _parts_told(words, found))
    return Quantity(
        first=first, core=found.core, last=noun.end if noun else power.end, value=value, rule="count",
        unit=noun.unit if noun else "", noun=noun.head if noun else "", qualifier=qualifier,
    )  # fmt: skip


def _parts_told(words: Words, found: Quantity) -> Decimal:
    """How many parts a fraction has: three in `three quarters`."""
    told = number(words, found.core)
    return told.value if told and told.value >= 1 else Decimal(1)


def _is_aside(words: Words, j: int) -> bool:
    """Whether a figure stands between two like marks, the first at word `j`: `a quarter of them, 26 per cent,`."""
    figure = percent.percentage(words, j + 1)
    return figure is not None and words.at(figure.last) == words.at(j)


def _glossed(words: Words, found: Quantity) -> Quantity:
    """The share with the figure that glosses it, in brackets a few words on, or set off by a comma or a dash."""
    for j in range(found.last, min(found.last + _FURTHEST, words.size)):
        word = words.lower[j]
        if word == "(" or (word in (",", "–", "—") and (j == found.last or _is_aside(words, j))):
            k = j + 1
            while (
                words.at(k)
                in (
                    "or",
                    "just",
                    "nearly",
                    "almost",
                    "around",
                    "about",
                    "over",
                    "under",
                    "some",
                    "more",
                    "than",
                    "approximately",
                )
                and k < j + 4
            ):
                k += 1
            figure = percent.percentage(words, k)
            if figure is None or figure.value_high is not None or abs(figure.value - found.value) > _CLOSE:
                return found
            end = figure.last
            if word == "(":
                if words.at(end) != ")":
                    end_mark = [m for m in range(end, min(end + 6, words.size)) if words.lower[m] == ")"]
                    if not end_mark or any(is_digits(words.lower[m]) for m in range(end, end_mark[0])):
                        return found
                    end = end_mark[0]
                end += 1
            elif words.at(end) == "of":
                return found
            found.last, found.value = end, figure.value
            found.qualifier = qualifiers.before(words, k, j + 1)[1]
            found.rule += FIGURED
            return found
        if (not word[0].isalpha() and word not in "’-") or is_digits(word) or word in ("and", "or", "but"):
            break
    return found
