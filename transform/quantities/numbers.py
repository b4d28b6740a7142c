"""Cardinal numbers in digits and in words.  Ordinals, years and dates are told apart elsewhere (`refusals`)."""

from decimal import ROUND_HALF_UP, Decimal

from transform.quantities.records import Number
from transform.quantities.words import Words
from transform.vocabulary import load

_TABLES = load("number_words")
_UNITS: dict[str, int] = _TABLES["units"]
_TENS: dict[str, int] = _TABLES["tens"]
_POWERS: dict[str, int] = _TABLES["powers"]
_SHORT_POWERS: dict[str, int] = _TABLES["short_powers"]
PARTS: dict[str, int] = _TABLES["parts"]
_MOST_DIGITS = 15
_CENT = Decimal("0.01")

NUMBER_WORDS = frozenset(_UNITS) | frozenset(_TENS) | {"hundred", "thousand", "million", "billion", "dozen"}
HYPHENS = frozenset("-‐‑‒–—")


_AND_A_HALF = (("and", "a", "half"), ("-", "and", "-", "a", "-", "half"))


def to_cents(value: Decimal) -> Decimal:
    """`value` rounded half up to two places, without trailing zeros after the point."""
    rounded = value.quantize(_CENT, ROUND_HALF_UP)
    return rounded.quantize(Decimal(1)) if rounded == rounded.to_integral_value() else rounded.normalize()


def is_digits(word: str) -> bool:
    """Whether a word is written in digits."""
    return "0" <= word[:1] <= "9"


def number(words: Words, i: int) -> Number | None:
    """The cardinal number that begins at word `i`."""
    key = ("number", i)
    if key not in words.known:
        words.known[key] = _number(words, i)
    known: Number | None = words.known[key]
    return known


def _number(words: Words, i: int) -> Number | None:
    word = words.at(i)
    if is_digits(word):
        return _in_digits(words, i)
    if word in NUMBER_WORDS:
        return _in_words(words, i)
    if word in ("a", "half") and words.at(i + 1) in ("hundred", "thousand", "million", "billion", "dozen"):
        read = _in_words(words, i + 1)
        if read and word == "half":
            return Number(value=read.value / 2, end=read.end, spelled=True)
        return read
    if word == "half" and words.at(i + 1) == "a" and words.at(i + 2) in ("million", "billion", "dozen"):
        read = _in_words(words, i + 2)
        return Number(value=read.value / 2, end=read.end, spelled=True) if read else None
    return None


def _in_digits(words: Words, i: int) -> Number | None:
    word = words.at(i)
    if len(word) > _MOST_DIGITS:
        return None
    value, end = Decimal(word.replace(",", "")), i + 1
    power = words.at(end)
    if power in _SHORT_POWERS and words.glued(end):
        value, end = value * _SHORT_POWERS[power], end + 1
    elif power in _POWERS or (power in ("bn", "mn") and not words.glued(end + 1)):
        value, end = value * (_POWERS.get(power) or _SHORT_POWERS[power]), end + 1
    return Number(value=value, end=end, spelled=False)


def _in_words(words: Words, i: int) -> Number | None:
    """Groups of hundreds and their powers, each power smaller than the one before: `two thousand and forty-five`."""
    total, ceiling, j = 0, 10**12, i
    while True:
        group, end = _below_thousand(words, j)
        if end == j and (j > i or words.at(j) not in _POWERS):
            break
        if end == j:
            group = 1
        power = _POWERS.get(words.at(end), 1)
        if power in (1, 100) or power >= ceiling:
            if ceiling < 10**12 and group >= ceiling:
                break
            total, j = total + group, end
            break
        total, j, ceiling = total + group * power, end + 1, power
        if words.at(j) == "and" and _below_thousand(words, j + 1)[1] > j + 1 and _is_small(words, j + 1):
            j += 1
    if j == i:
        return None
    for half in _AND_A_HALF:
        if words.phrase(j, *half):
            end = j + len(half)
            power = _POWERS.get(words.at(end), 1)
            value = (Decimal(total) + Decimal("0.5")) * power
            return Number(value=value, end=end + (power > 1), spelled=True)
    return Number(value=Decimal(total), end=j, spelled=True)


def _is_small(words: Words, i: int) -> bool:
    """Whether the number at `i` can follow `and` inside one number: `thousand and six`, not `thousand and 12 cases`."""
    return words.at(i) in _UNITS or words.at(i) in _TENS


def _below_thousand(words: Words, i: int) -> tuple[int, int]:
    """The value of a number under a thousand and the word after it; the same word where there is none."""
    group, j = _below_hundred(words, i)
    if words.at(j) == "dozen" and (j == i or group < 20):
        return (group or 1) * 12, j + 1
    if words.at(j) == "hundred" and (j == i or group < 100):
        group, j = (group or 1) * 100, j + 1
        k = j + 1 if words.at(j) == "and" else j
        if _is_small(words, k):
            rest, end = _below_hundred(words, k)
            return group + rest, end
        return group, j
    return group, j


def _below_hundred(words: Words, i: int) -> tuple[int, int]:
    word = words.at(i)
    if word in _UNITS:
        return _UNITS[word], i + 1
    if word not in _TENS:
        return 0, i
    tens, k = _TENS[word], i + 1
    if words.at(k) in HYPHENS and words.glued(k) and words.glued(k + 1):
        k += 1
    elif words.at(k) in HYPHENS:
        return tens, k
    unit = _UNITS.get(words.at(k), 0)
    return (tens + unit, k + 1) if 0 < unit < 10 else (tens, i + 1)
