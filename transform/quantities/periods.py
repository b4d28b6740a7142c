"""When a quantity holds: `since 2014`, `in 2018-19`, `by June this year`, `over the last 12 months`, `a week`."""

from transform.quantities.calendar import MONTHS, is_month, is_year, year_end
from transform.quantities.numbers import HYPHENS, is_digits, number
from transform.quantities.phrases import Phrases
from transform.quantities.words import Words
from transform.vocabulary import load

_LISTS = load("quantity_words")["periods"]
_OPENERS = frozenset(_LISTS["openers"])
_SEASONS = frozenset(["spring", "summer", "autumn", "winter"])
_LAST = frozenset(_LISTS["last"])
_SPANS = frozenset(_LISTS["spans"])
_EVENTS = frozenset(_LISTS["events"])
_PARTS = frozenset(_LISTS["parts"])
_RATES = Phrases(_LISTS["rates"])
_VAGUE = Phrases(_LISTS["vague"])
# These open a time only with a fixed phrase; most of them stand everywhere.
_IN_PHRASES = frozenset({"of", "on", "to", "early", "late", "earlier", "later"})
_FIRST_WORDS = (_OPENERS - _IN_PHRASES) | _VAGUE.first_words | {"when", "recently", "on"}
# `published on 3 March 2020` tells nothing of when a number held.
_PUBLISHED = frozenset(
    {"published", "released", "available", "announced", "launched", "born", "died", "and", "embargoed"}
)
_WITHIN = frozenset({"in", "during", "between", "over", "last", "from", "this"})
_MONTH_NUMBERS = {word: number for number, word in enumerate(_LISTS["month_starts"], start=1)}
_MOST_MONTHS = 9
_LENGTHS = frozenset({"months", "year", "years", "quarter"})
_HAPPENED = frozenset(_LISTS["happened"])
_LONGEST_EVENT = 7
_ENDED = frozenset(_LISTS["ended"])
_REASONS = frozenset(_LISTS["reasons"])
_AUXILIARIES = frozenset(
    {"was", "were", "is", "are", "had", "has", "have", "would", "could", "cannot", "did", "does", "do"}
)
_WHOSE = frozenset({"the", "his", "her", "our", "their", "its"})
_TURNS = frozenset(
    {"release", "sentence", "custody", "arrival", "unification", "sentencing", "reunification", "transition"}
)
_ENDING = frozenset({",", ".", ";", ":", "(", "and", "but"})


def periods(words: Words) -> list[tuple[int, int]]:
    """Every time expression of the paragraph as a half-open range of words, in order."""
    found: list[tuple[int, int]] = []
    floor = 0
    for i in [i for i, word in enumerate(words.lower) if word in _FIRST_WORDS]:
        end = _period(words, i) if i >= floor else i
        if end > i:
            found.append((i, end))
            floor = end
    return found


def rate(words: Words, i: int) -> int:
    """The word after the rate that begins at word `i` (`a week`, `each year`); `i` where none does."""
    end = _RATES.end(words, i)
    return i if words.at(end) in ("earlier", "before", "ago", "later", "-", "previously") else end


def is_fieldwork(period: str) -> bool:
    """Whether a time is no longer than an inspection: some months or a season, and not most of a year."""
    plain = [word.strip(",") for word in period.lower().split()]
    months = [_MONTH_NUMBERS[word[:3]] for word in plain if word in MONTHS]
    years = [int(word) for word in plain if is_year(word)]
    if plain[0] not in _WITHIN or not (months or any(word in _SEASONS for word in plain)):
        return False
    if plain[0] == "from" and not {"to", "until", "and"}.intersection(plain):
        return False
    if not _LENGTHS.isdisjoint(plain):
        return False  # `in the 12 months to July 2022`
    if len(months) < 2 or len(years) < 2:
        return True
    return (years[-1] - years[0]) * 12 + months[-1] - months[0] < _MOST_MONTHS


def _period(words: Words, i: int) -> int:
    word = words.lower[i]
    vague = _VAGUE.end(words, i)
    if vague > i:
        # `double the share of five years ago`: what it is set against.
        return i if words.at(i - 1) == "of" and words.at(vague - 1) in ("ago", "earlier", "before") else vague
    if word == "recently":
        return i if words.at(i + 1)[:1].isalpha() else i + 1
    if word == "when":
        return _when_end(words, i)
    if words.phrase(i, "on", "the", "day"):
        end = _when_end(words, i + 2)
        return end if end > i + 2 else i
    if word not in _OPENERS:
        return i
    if word == "as" and words.at(i + 1) in ("of", "at"):
        return _time(words, i + 2) or i
    if word == "prior" and words.at(i + 1) == "to":
        return _time(words, i + 2) or i
    if word == "up" and words.at(i + 1) == "to":
        return _time(words, i + 2) or i
    if word == "between" or word == "from":
        first = _time(words, i + 1)
        if first and words.at(first) in ("and", "to", "until", *HYPHENS):
            second = _time(words, first + 1)
            return second or (first if word == "from" else i)
        if not first and is_month(words, i + 1) and words.at(i + 2) in ("and", "to"):
            return _time(words, i + 3) or i
        # The two months of `between April and June 2020` are one time already.
        return first if first and (word == "from" or "and" in words.lower[i + 1 : first]) else i
    if word == "on" and is_digits(words.at(i + 1)) and is_month(words, i + 2) and words.at(i - 1) not in _PUBLISHED:
        return _time(words, i + 2) or i + 3
    if word in _IN_PHRASES:
        return i
    return _time(words, i + 1) or (_since_event(words, i + 1) if word == "since" else 0) or i


def _since_event(words: Words, i: int) -> int:
    """The word after what happened, told in a few words that end a clause: `since the merger`, `since a grant ended`.

    `since it was short of staff` gives a reason and no time.
    """
    if words.at(i) in ("it", "they") and words.at(i + 1) in ("began", "opened", "started", "merged"):
        return i + 2
    if words.at(i) in _REASONS or words.at(i - 2) in _AUXILIARIES or words.at(i).endswith("ed"):
        return 0
    for j in range(i + 1, min(i + _LONGEST_EVENT, words.size)):
        word = words.lower[j]
        if word in _ENDING:
            return j
        if j > i + 2 and word in _AUXILIARIES:
            return 0
        if word in _ENDED:
            return _with_time(words, j + 2 if words.at(j + 1) == "hands" else j + 1)
    return words.size if words.size < i + _LONGEST_EVENT else 0


def _with_time(words: Words, end: int) -> int:
    """`since it opened in the spring`, `when it changed hands in 2015`: when the thing happened belongs to it."""
    return (_time(words, end + 1) or end) if words.at(end) == "in" else end


def _when_end(words: Words, i: int) -> int:
    """The word after a short clause that tells a time: `when Covid-19 struck`, `when the region was last seen`."""
    for j in range(i + 2, min(i + 9, words.size)):
        word = words.lower[j]
        if word in _HAPPENED or words.phrase(j, "changed", "hands"):
            return _with_time(words, j + 2 if words.at(j + 1) == "hands" else j + 1)
        if word in (",", ".", ";", ":", "(", "and"):
            break
    return i


def _time(words: Words, i: int) -> int:
    """The word after the time that begins at word `i`; 0 where none does."""
    j = i
    if words.at(j) in (
        "early",
        "late",
        "mid",
        "the",
        "around",
        "about",
        "just",
        "only",
        "both",
        "its",
        "our",
        "their",
        "a",
        "any",
    ):
        if words.at(j) == "mid" and words.at(j + 1) in HYPHENS:
            j += 1
        j += 1
        if words.at(j - 1) == "the" and words.at(j) in ("early", "late"):
            j += 1
    word = words.at(j)
    if (
        is_digits(word)
        and len(word) <= 2
        and (is_month(words, j + 1) or (words.at(j + 1) in ("st", "nd", "rd", "th") and is_month(words, j + 2)))
    ):
        j += 1 if is_month(words, j + 1) else 2
        word = words.at(j)
    if word in ("spring", "summer", "autumn", "winter") or is_month(words, j):
        j += 1
        if is_year(words.at(j)):
            return year_end(words, j)
        if words.at(j) in ("this", "last", "that") and words.at(j + 1) == "year":
            return j + 2
        if words.at(j) == "of" and is_year(words.at(j + 1)):
            return year_end(words, j + 1)
        if words.at(j) in ("and", "to", *HYPHENS) and is_month(words, j + 1):
            return _time(words, j + 1)
        return j if words.at(i) != "a" else 0
    if is_year(word):
        return year_end(words, j)
    if word in ("last", "this", "next", "that") and words.at(j + 1) in (_SPANS | _SEASONS | MONTHS):
        return j + 2
    if words.at(j - 1) == "the" and j > i:
        return _definite(words, j)
    size = number(words, j + 1) if word in ("last", "first") and words.at(j - 1) in ("our", "its", "their") else None
    if size and words.at(size.end) in _SPANS:
        return size.end + 1
    if (
        words.at(j - 1) in ("our", "its", "their")
        and word in ("last", "previous", "first", "latest")
        and (words.at(j + 1) in _EVENTS or words.at(j + 1) in ("year", "month", "week", "quarter"))
    ):
        return _with_year(words, j + 2)
    if word in ("lockdown", "present"):
        return j + 1
    return 0


def _definite(words: Words, j: int) -> int:
    """The word after a time that begins with `the`, at word `j` behind it; 0 where none does."""
    k, is_last = j, False
    while words.at(k) in _LAST and k < j + 3:
        k, is_last = k + 1, True
    size = number(words, k)
    if size and words.at(size.end) in _SPANS:
        end = size.end + 1
        if is_last or words.at(end) in ("to", "ending", "up", "before", "since", "after", "following", "from"):
            return _to_date(words, end)
        return 0
    if words.at(k) in _SPANS:
        end = _to_date(words, k + 1)
        if is_last or end > k + 1:
            return end
        return k + 1 if words.at(k) in ("year", "decade") else 0
    if words.at(k) in ("period", "point", "stage") and is_last:
        return k + 1
    if words.at(k) in _EVENTS and (is_last or words.at(k) in ("pandemic", "fieldwork", "lockdown")):
        return _with_year(words, k + 1)
    if words.at(k) == "time" and words.at(j - 2) == "at" and not words.at(k + 1)[:1].isalpha():
        return k + 1
    if words.at(k) in _PARTS and words.at(k + 1) == "of":
        m = k + 2
        end = _time(words, m)
        if end:
            return end
        m += 1 if words.at(m) in ("the", "our", "this", "its", "their") else 0
        m += 1 if words.at(m) in ("first", "last", "previous") else 0
        return m + 1 if words.at(m) in _EVENTS or words.at(m) == "year" else 0
    if words.at(k) in ("half", "quarter", *_SEASONS) and words.at(k + 1) == "of":
        return _time(words, k + 2)
    return 0


def _to_date(words: Words, end: int) -> int:
    if words.at(end) in ("after", "following"):
        turn = _after_release(words, end + 1)
        if turn:
            return turn
    if words.at(end) in ("to", "ending", "before", "of", "since"):
        then = _time(words, end + 1) or (_since_event(words, end + 1) if words.at(end) == "since" else 0)
        if then:
            return then
        if words.at(end) == "before" and words.at(end + 1) in ("the", "our") and words.at(end + 2) in _EVENTS:
            return end + 3
    if words.at(end) in ("from", "between"):
        first = _time(words, end + 1)
        second = _time(words, first + 1) if first and words.at(first) in ("to", "and", *HYPHENS) else 0
        return second or end
    if words.at(end) in ("before", "after", "following") and words.at(end + 1) in _WHOSE and _ends_at(words, end + 2):
        return end + 3
    if words.phrase(end, "up", "to"):
        return _time(words, end + 2) or end
    return end


def _ends_at(words: Words, i: int) -> bool:
    """Whether a noun stands at word `i` and its clause, or the words that name it, go no further."""
    after = words.at(i + 1)
    return words.at(i)[:1].isalpha() and (not after[:1].isalpha() or after in ("and", "but", "in", "at", "by"))


def _after_release(words: Words, i: int) -> int:
    """The word after `release`, or `they were released from prison`, at word `i`; 0 where none stands there."""
    if words.at(i) in ("their", "his", "her", "its", "the"):
        i += 1
    if words.at(i) in _TURNS:
        return i + 1
    if words.at(i) in ("they", "he", "she", "people") and words.at(i + 1) in ("were", "was", "left", "had"):
        end = i + 2 if words.at(i + 1) == "left" else i + 3
        end += 1 if words.at(end) == "from" else 0
        return end + 1 if words.at(end) in ("prison", "custody") else end if words.at(end - 1) == "released" else 0
    return 0


def _with_year(words: Words, k: int) -> int:
    if words.at(k) in ("in", "of") and (is_year(words.at(k + 1)) or is_month(words, k + 1)):
        return _time(words, k + 1)
    return k
