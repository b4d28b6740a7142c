"""Numbers that measure nothing: dates, times, years, ages, labels, digits inside words, idioms, `one` the pronoun."""

from transform.quantities import calendar
from transform.quantities.nouns import STOPS, UNIT_OF
from transform.quantities.numbers import HYPHENS, NUMBER_WORDS, is_digits, number
from transform.quantities.ones import is_graded_soon
from transform.quantities.phrases import Phrases
from transform.quantities.words import Words
from transform.vocabulary import load

_TABLES = load("not_metrics")
_LABELS = frozenset(_TABLES["labels"])
_SPELLED_LABELS = frozenset(_TABLES["spelled_labels"])
_SURE_LABELS = frozenset(_TABLES["sure_labels"])
_AFTER_LABEL = frozenset(_TABLES["after_label"])
_ONE_AFTER = frozenset(_TABLES["one_after"])
_IDIOMS = Phrases(_TABLES["idioms"])
_PERSONS = frozenset({"boy", "girl", "man", "woman", "child", "person", "youth", "mother", "father", "son", "daughter"})
_PLACES = frozenset({"street", "road", "lane", "avenue", "house", "square", "floor", "way", "place", "row", "gate"})
_POWERS_GLUED = frozenset({"k", "m", "mn", "bn", "pc"})
_TIMES = frozenset({"day", "week", "month", "year", "hour", "minute", "page", "point"})
_WAITS = ("wait", "delay", "backlog", "queue", "absence")
_RATING_WORDS = frozenset({"outstanding", "good", "requires", "inadequate"})


def passed(words: Words, i: int) -> int:
    """The word after the number at `i` that measures nothing, with all that belongs to it; `i` where it may measure."""
    word = words.at(i)
    if word == "one" and words.at(i - 1) in ("only", "just") and words.at(i + 1) == "of":
        return i
    end = _IDIOMS.end(words, i) if _IDIOMS.end(words, i) > i else _length_of_thing(words, i)
    if end > i:
        return end
    if is_digits(word):
        end = _digits(words, i)
        return end if end > i else _aged(words, i)
    if word == "one" and _is_pronoun(words, i):
        return i + 1
    ahead = words.at(i - 1)
    if ahead in HYPHENS and words.glued(i) and words.at(i - 2)[:1].isalpha() and words.at(i - 2) not in NUMBER_WORDS:
        return i + 1
    if ahead in _SPELLED_LABELS and words.at(i + 1) in _AFTER_LABEL:
        return i + 1
    return _aged(words, i)


def _length_of_thing(words: Words, i: int) -> int:
    """The word after the length that tells of what sort a thing is: `12-month limit`; `i` for `a six-month wait`."""
    size = number(words, i)
    if size is None or words.at(size.end) not in HYPHENS or not words.glued(size.end):
        return i
    j = size.end + 1
    if words.at(j) not in _TIMES:
        return i
    thing = words.at(j + 1)
    return i if thing.startswith(_WAITS) or words.at(j + 2).startswith(_WAITS) else j + 1


def _digits(words: Words, i: int) -> int:
    word, ahead, after = words.at(i), words.at(i - 1), words.at(i + 1)
    if "•" in (ahead, after) or _is_telephone(words, i):
        return i + 1
    end = calendar.dated(words, i)
    if end > i:
        return end
    if words.glued(i + 1) and after[:1].isalpha() and not _is_power(words, i + 1):
        return i + 2
    if words.glued(i) and (
        (ahead[:1].isalpha() and ahead not in ("c", "ca")) or ahead in ("#", "@", "_", "&", "€", "$", "=", "+")
    ):
        return i + 1
    if words.glued(i) and ahead in HYPHENS and words.glued(i - 1) and words.at(i - 2)[:1].isalpha():
        return i + 1
    if (words.glued(i) and ahead == "[") or (
        ahead == "(" and after == ")" and len(word) <= 2 and not words.glued(i + 2)
    ):
        return i + 1
    if ahead in _LABELS and "," not in word and not (ahead == "no" and not words.is_capital(i - 1)):
        end = _list_end(words, i)
        if (
            ahead in _SURE_LABELS
            or words.is_capital(i - 1)
            or not words.at(end)[:1].isalpha()
            or words.at(end) in STOPS
        ):
            return end
    if calendar.is_clock(words, i):
        return i + 1
    if _in_address(words, i):
        return i + 1
    if word.startswith("0") and word != "0" and not word.startswith("0."):
        return i + 1
    return i


def _is_telephone(words: Words, i: int) -> bool:
    """Whether the number is part of a row of digits that opens with a nought: `020 3334 0357`, where none is masked."""
    j = i
    while j > i - 3 and is_digits(words.at(j - 1)) and len(words.at(j)) >= 3:
        j -= 1
    return words.at(j).startswith("0") and words.at(j).isdigit() and len(words.at(j)) > 2


def _is_power(words: Words, i: int) -> bool:
    return words.at(i) in _POWERS_GLUED


def _list_end(words: Words, i: int) -> int:
    """The word after the numbers of one label: `notes 2 and 3`, `pages 4-6`."""
    end = i + 1
    while (
        end < words.size
        and end < i + 8
        and words.at(end) in ("and", "to", ",", "-", "–", "/", "&", ".")
        and is_digits(words.at(end + 1))
    ):
        if words.at(end) == "," and words.at(end + 2) not in ("and", ","):
            break
        end += 2
    return end


def _in_address(words: Words, i: int) -> bool:
    """Whether the number is part of a web address, a postcode, a file size or a number with slashes."""
    ahead, after = words.at(i - 1), words.at(i + 1)
    if ahead in ("/", "=", "?") and words.glued(i) and (not is_digits(words.at(i - 2)) or words.at(i - 3) == "/"):
        return True
    if after in ("/", "=") and words.glued(i + 1) and words.at(i + 2)[:1].isalpha() and words.glued(i + 2):
        return True
    if ahead == "." and words.glued(i) and words.glued(i - 1) and words.at(i - 2) not in ("c", "ca"):
        return True
    if any(words.at(k) in _PLACES and words.is_capital(k) for k in range(i + 1, i + 4)) and words.is_capital(i + 1):
        return True
    return after in ("kb", "mb", "gb", "km", "mph") or ahead in ("www", "http", "https")


def _aged(words: Words, i: int) -> int:
    """The word after the age or range of ages that begins at word `i`; `i` where none does."""
    first = number(words, i)
    if first is None:
        return i
    j = first.end
    if words.at(j) in HYPHENS and words.at(j + 1) in ("and", "to", "or"):
        j += 1
    second = number(words, j + 1) if words.at(j) in ("to", "and", "or", *HYPHENS) else None
    end = second.end if second else j
    k = end
    while words.at(k) in HYPHENS and k < end + 1:
        k += 1
    if words.at(k) in ("year", "years") and words.at(k + 1) in ("old", "olds", "of", *HYPHENS):
        m = k + 2 if words.at(k + 1) in HYPHENS else k + 1
        if words.at(m) in ("old", "olds", "older"):
            return m + 1
        if words.at(m) == "of" and words.at(m + 1) == "age":
            return m + 2
    if words.at(i - 1) == "of" and words.at(i - 2) in _PERSONS and first.value < 100 and end == first.end:
        return end
    if _follows_name(words, i) and second is None and words.at(end) == "," and 15 < first.value < 100:
        return end
    if words.at(end) in ("s", "year-olds") and words.glued(end):
        return end + 1
    for back in range(i - 1, max(i - 6, -1), -1):
        ahead = words.lower[back]
        if ahead in ("aged", "age", "ages", "ageing"):
            if all(words.lower[m] in _BETWEEN_AGES for m in range(back + 1, i)):
                return end
            break
    if words.at(i - 1) in ("under", "over") and _is_age(words, i, end):
        return end
    if words.at(i - 1) in ("under", "over") and words.at(i - 2) in ("the", "aged") and words.at(end) in ("s", "."):
        return end
    return i


def _is_age(words: Words, i: int, end: int) -> bool:
    """Whether people, told of before the number at word `i` in its sentence, are under or over it: `were under 18`."""
    if words.at(i - 2) not in _BEING or words.at(end)[:1].isalpha() or words.at(end) == "%":
        return False
    ahead = words.lower[max(words.sentence(i)[0], i - _AHEAD) : i]
    return any(word == "those" or UNIT_OF.get(word) == "people" for word in ahead) and _CASES.isdisjoint(ahead)


_AHEAD = 30
_BEING = frozenset({"them", "whom", "were", "are", "was"})
_CASES = frozenset({"cases", "caseload", "caseloads", "scored", "score"})
_LISTS = load("quantity_words")["refusals"]


def _follows_name(words: Words, i: int) -> bool:
    """Whether a name and a comma stand before word `i`: `Mr Russell, 54,`."""
    return words.at(i - 1) == "," and words.is_capital(i - 2) and words.is_capital(i - 3)


_BETWEEN_AGES = frozenset(_LISTS["between_ages"])


def _is_pronoun(words: Words, i: int) -> bool:
    """Whether `one` at word `i` stands for a thing and counts nothing."""
    after = words.at(i + 1)
    if after in ("was", "as", "is") and _RATING_WORDS.intersection(words.lower[i + 2 : i + 6]):
        return False
    if after == "," and words.at(i - 1) == "and" and is_graded_soon(words, i + 1):
        return False
    if words.at(i - 1) in _ONE_AFTER and after not in (
        "in",
        "third",
        "quarter",
        "half",
        "fifth",
        "-",
        "per",
        "point",
        "out",
        "hundred",
        "thousand",
    ):
        return True
    return after in (
        ".",
        ",",
        ";",
        ":",
        ")",
        "",
        "’",
        "”",
        "’s",
        "?",
        "!",
        "is",
        "was",
        "has",
        "had",
        "with",
        "to",
        "for",
        "where",
        "when",
        "and",
        "but",
        "who",
        "that",
        "which",
        "another",
        "s",
    )
