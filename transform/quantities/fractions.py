"""Shares said without a percentage: `just under half`, `two-thirds`, `one in five`, `nine out of 10`.

All become percent.  A gloss (`nearly half (48 per cent)`) gives the value and is part of the words.
"""

from decimal import Decimal

from transform.quantities import percent, qualifiers
from transform.quantities.nouns import counted
from transform.quantities.numbers import HYPHENS, NUMBER_WORDS, PARTS, is_digits, number, to_cents
from transform.quantities.records import Quantity
from transform.quantities.words import Words
from transform.vocabulary import load

_BASES = frozenset({5, 10, 100})
_HIGHEST_BASE = 20
# A fraction is followed by one of these or by a mark; before a noun `third` and its like are ordinals.
_LISTS = load("quantity_words")["fractions"]
_PART_NEXT = frozenset(_LISTS["part_next"])
_HALF_DONE = frozenset(_LISTS["half_done"])
_CLOSE = Decimal(9)
# A part of a period, a place or a game is no share.
_NOT_BEFORE = frozenset(_LISTS["not_before"])


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
    return _part_alone(words, i) if words.at(i) in PARTS else _parts(words, i) or _n_in_n(words, i)


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


def _part_alone(words: Words, i: int) -> Quantity | None:
    """`half`, `a third`, `one-quarter`: the part itself stands at word `i`."""
    part, ahead = words.at(i), words.at(i - 1)
    core = i
    if part == "half":
        if ahead in ("a", "one") and words.at(i + 1) not in ("hour", "day", "year", "term"):
            core = i - 1
        if (ahead in HYPHENS and words.glued(i)) or _is_no_half(words, i):
            return None
        if ahead == "the" and words.at(i + 1) != "of":
            return None
    elif ahead in HYPHENS and words.at(i - 2) in ("one", "a") and words.glued(i):
        core = i - 2
    elif ahead in ("a", "one", "an"):
        core = i - 1
    elif not (False):
        return None
    if words.at(i + 1) == "of" and words.at(i + 2) in ("an", "a") and words.at(i + 3) in ("hour", "century", "mile"):
        return None
    if part != "half" and not _is_share_word(words, i, hyphened=ahead in HYPHENS):
        return None
    if words.at(core - 1) in _NOT_BEFORE:
        return None
    return _percent(core, i + 1, Decimal(100) / PARTS[part], "fraction")


def _parts(words: Words, i: int) -> Quantity | None:
    """`two-thirds`, `three quarters`."""
    count = number(words, i)
    if count is None or count.value > 20:
        return None
    j = count.end
    if words.at(j) in HYPHENS and words.glued(j) and words.glued(j + 1):
        j += 1
    part = words.at(j)
    if part not in PARTS or (count.value != 1) != (part.endswith("s") or part == "halves"):
        return None
    if count.value >= PARTS[part] or (part == "half" and count.value != 1):
        return None
    if count.value == 1 and not _is_share_word(words, j, hyphened=words.at(j - 1) in HYPHENS):
        return None
    if part == "quarters" and words.at(j + 1) == "of" and words.at(j + 2) in ("2019", "2020"):
        return None
    return _percent(i, j + 1, Decimal(100) * count.value / PARTS[part], "fraction")


def _is_share_word(words: Words, i: int, *, hyphened: bool) -> bool:
    """Whether `third` and its like at word `i` is a part of a whole and not an ordinal (`a third report`)."""
    word = words.at(i + 1)
    if not word or word in _PART_NEXT or not word[0].isalnum():
        return word not in HYPHENS or not words.glued(i + 1)
    if words.at(i) == "quarter":
        return True
    if word in (
        "more",
        "fewer",
        "less",
        "higher",
        "lower",
        "reduction",
        "increase",
        "cut",
        "drop",
        "fall",
        "rise",
        "since",
        "between",
        "from",
        "on",
        "over",
        "compared",
        "during",
        "after",
        "before",
        "and",
        "or",
        "as",
        "at",
        "not",
        "for",
        "without",
        "with",
    ):
        return True
    return hyphened and word not in ("party", "sector", "country", "person", "year", "stage")


def _of_a_million(words: Words, found: Quantity) -> Quantity | None:
    """`a quarter of a million people` counts people and is no share."""
    power = number(words, found.last + 2)
    noun = counted(words, power.end) if power else None
    if power is None or noun is None:
        return None
    first, qualifier = qualifiers.before(words, found.core)
    value = to_cents(power.value * Decimal(PARTS[words.at(found.last - 1)]) ** -1 * _parts_told(words, found))
    return Quantity(
        first=first, core=found.core, last=noun.end, value=value, unit=noun.unit, noun=noun.head, rule="count",
        qualifier=qualifier,
    )  # fmt: skip


def _parts_told(words: Words, found: Quantity) -> Decimal:
    """How many parts a fraction has: three in `three quarters`."""
    told = number(words, found.core)
    return told.value if told and told.value >= 1 else Decimal(1)


def _is_no_half(words: Words, i: int) -> bool:
    after = words.at(i + 1)
    if after in HYPHENS and words.glued(i + 1):
        return True
    if after in ("a", "an") and words.at(i + 2) in (
        "day",
        "hour",
        "mile",
        "year",
        "chance",
        "dozen",
        "million",
        "billion",
        "century",
    ):
        return True
    if after in _HALF_DONE or after in (
        "hour",
        "day",
        "term",
        "way",
        "year",
        "time",
        "hearted",
        "hour’s",
        "measures",
        "dozen",
    ):
        return True
    return after == "the" and words.at(i + 2) in (
        "battle",
        "story",
        "room",
        "time",
        "picture",
        "trick",
        "fun",
        "job",
        "world",
        "problem",
        "answer",
    )


def _n_in_n(words: Words, i: int) -> Quantity | None:
    """`one in five`, `3 in every 10`, `one-in-five`; and `nine out of 10` with a round base and no article."""
    count = number(words, i)
    if count is None or count.value == 0:
        return None
    j = count.end
    if words.at(j) == "times" and words.at(j + 1) in ("out", "in"):
        j += 1
    if words.at(j) in HYPHENS and words.glued(j) and words.at(j + 1) in ("in", "out"):
        k = j + 2 if words.at(j + 1) == "in" else j + 4
        if words.at(k) not in HYPHENS or not words.glued(k):
            return None
        base = number(words, k + 1)
    elif words.at(j) == "in":
        base = number(words, j + 2 if words.at(j + 1) in ("every", "each") else j + 1)
    elif words.phrase(j, "out", "of"):
        base = number(words, j + 3 if words.at(j + 2) == "every" else j + 2)
        if base is None or (int(base.value) not in _BASES and words.at(j + 2) != "every"):
            return None
        if words.at(base.end) in ("possible", "available", "points", "standards", "marks"):
            return None
    else:
        noun = counted(words, j, singular=count.value == 1)
        if noun is None or noun.end > j + 4:
            return None
        k, is_out_of = noun.end + 1, words.phrase(noun.end, "out", "of")
        if not is_out_of and words.at(noun.end) != "in":
            return None
        k += 1 if is_out_of else 0
        base = number(words, k + 1 if words.at(k) in ("every", "each") else k)
        if (
            base is None
            or base.value > _HIGHEST_BASE
            or (is_out_of and int(base.value) not in _BASES and words.at(k) != "every")
        ):
            return None
    if base is None or base.value <= count.value or base.value != int(base.value):
        return None
    if (not base.spelled and 1900 <= base.value <= 2100) or not _is_base(words, base.end):
        return None
    return _percent(i, base.end, Decimal(100) * count.value / base.value, "n in n")


def _is_base(words: Words, end: int) -> bool:
    """Whether the number before `end` is a base and not a length of time: `two in 12 months`."""
    return words.at(end) not in ("year", "years", "month", "months", "week", "weeks", "days", "hours", "day") and not (
        is_digits(words.at(end)) or words.at(end) in NUMBER_WORDS
    )


def _percent(core: int, end: int, value: Decimal, rule: str) -> Quantity:
    return Quantity(first=core, core=core, last=end, value=to_cents(value), unit="percent", rule=rule)


def _glossed(words: Words, found: Quantity) -> Quantity:
    """The share with the figure that glosses it, in brackets a few words on, or set off by a comma or a dash."""
    for j in range(found.last, min(found.last + 7, words.size)):
        word = words.lower[j]
        if word == "(" or (word in (",", "–", "—", "-") and j == found.last):
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
            found.rule = f"{found.rule} with its figure"
            return found
        if (not word[0].isalpha() and word not in "’-") or is_digits(word) or word in ("and", "or", "but"):
            break
    return found
