"""Amounts of change and their direction: `fell by a quarter`, `an extra 40 staff`, `a 12 per cent rise`.

A level before or after (`from 118 to 64`) has none.
"""

from transform.quantities.records import Quantity
from transform.quantities.words import Words
from transform.vocabulary import load

_TABLES = load("change_words")
_VERBS: dict[str, str] = {word: way for way, words in _TABLES["verbs"].items() for word in words}
_NOUNS: dict[str, str] = {word: way for way, words in _TABLES["nouns"].items() for word in words}
_TAKING: dict[str, str] = {word: way for way, words in _TABLES["taking"].items() for word in words}
_AHEAD: dict[str, str] = {word: way for way, words in _TABLES["ahead"].items() for word in words}
_BEHIND: dict[str, str] = {word: way for way, words in _TABLES["behind"].items() for word in words}
_MOVING: dict[str, str] = {word: way for way, words in _TABLES["moving"].items() for word in words}
_LISTS = load("quantity_words")["change"]
_TAKEN = frozenset({"took", "taken", "taking", "take"})
_BROUGHT = frozenset({"brought", "bring", "bringing", "drafted", "drafting"})
_STAFF = frozenset({"staff", "officers", "practitioners", "workforce", "managers", "workers"})
_NOUN_REACH = 6
# `40 per cent more could have been done`.
_NO_CHANGE = frozenset({"likely", "often", "could", "should", "might", "needed", "work"})
_ADDED = frozenset({"additional", "extra"})
_MAKING = frozenset({"make", "makes", "made", "making"})
_TIMES = frozenset({"days", "weeks", "months", "years", "hours"})
_LEVELS = frozenset({"people", "cases"})
_PAST = frozenset(_LISTS["past"])
_AUXILIARIES = frozenset(_LISTS["auxiliaries"])


def direction(words: Words, found: Quantity) -> str | None:
    """Whether the quantity is an amount of growth or of loss; None for a level."""
    if found.direction:
        return found.direction
    i = found.first - 1
    ahead = words.at(i)
    if found.unit == "GBP" and _is_added(words, found):
        return "increase"
    if ahead == "by":
        return _change_before(words, i, 9)
    if ahead in ("from", "to"):
        return None
    if found.unit in _TIMES and ahead != "by":
        return None
    if ahead in ("of", "in") or (ahead == "a" and words.at(i - 1) == "of"):
        j = i - 1 if ahead in ("of", "in") else i - 2
        if words.at(j) in _NOUNS:
            return _NOUNS[words.at(j)]
    while ahead in ("a", "an", "another", "just", "only", "further", "mere", "total", "the"):
        i -= 1
        ahead = words.at(i)
    if ahead in _AHEAD:
        return _AHEAD[ahead]
    if words.at(i - 1) in _MAKING and ahead == "up":
        return None
    behind = _after(words, found)
    if behind:
        return None if _is_gap(words, found) else behind
    if found.unit == "staff" and "new" in words.lower[found.core + 1 : found.last - 1]:
        return "increase"
    passive = _passive(words, found)
    if passive:
        return passive
    if ahead in _VERBS and found.unit not in _LEVELS and words.at(i - 1) not in _MAKING:
        return _VERBS[ahead]
    if ahead == "in" and words.at(i - 1) in _BROUGHT and found.unit == "staff":
        return "increase"
    if ahead == "on" and words.at(i - 1) in _TAKEN and found.unit in ("staff", "people"):
        return "increase" if found.unit == "staff" else None
    if ahead in _TAKING and found.unit in ("staff", "GBP", "percent", "people"):
        return _TAKING[ahead]
    if ahead in ("up", "down") and words.at(found.last) != "from":
        return "increase" if ahead == "up" else "decrease"
    return None


def _is_added(words: Words, found: Quantity) -> bool:
    """Whether money is said to be additional: `£5m of additional funding`, `further investment of £5m`."""
    if words.at(found.last) == "of" and words.at(found.last + 1) in _ADDED:
        return True
    return words.at(found.first - 1) == "of" and not _ADDED.isdisjoint(
        words.lower[max(0, found.first - 4) : found.first]
    )


def is_taken_too(words: Words, before: Quantity, found: Quantity) -> bool:
    """Whether one verb takes both: `had lost a third of its budget and nine of its 40 staff`."""
    between = words.lower[before.last : found.first]
    is_pair = between[-1:] == ["and"] and between[:1] in (["of"], ["and"]) and len(between) <= _NOUN_REACH
    return is_pair and found.unit in ("staff", "GBP", "percent") and words.at(before.first - 1) in _TAKING


def is_amount(words: Words, found: Quantity) -> bool:
    """Whether a noun of growth or loss says right before a number that it is an amount of change: `a rise of 21`."""
    return words.at(found.first - 1) == "of" and words.at(found.first - 2) in _NOUNS


def _is_gap(words: Words, found: Quantity) -> bool:
    """Whether the amount is the gap to a limit or an average: `two more than the region’s own limit`."""
    last = words.sentence(found.core)[1]
    for j in range(found.last, min(found.last + 10, last)):
        if words.lower[j] == "than":
            return _PAST.isdisjoint(words.lower[j + 1 : j + 8]) and not any(
                word[:2] in ("19", "20") and len(word) == 4 for word in words.lower[j + 1 : j + 8]
            )
    return False


def _passive(words: Words, found: Quantity) -> str | None:
    """Staff who `had left` or `were recruited`."""
    if found.unit == "people" and words.at(found.last) == "redundant":
        return "decrease"
    if found.unit == "GBP" and words.at(found.last) in ("was", "were") and words.at(found.last + 1) in _TAKING:
        return _TAKING[words.at(found.last + 1)]
    start = found.last
    if found.unit == "percent":
        start = next((j + 1 for j in range(start, start + _NOUN_REACH) if words.at(j) in _STAFF), 0)
    if not start or found.unit not in ("staff", "percent"):
        return None
    for j in range(start, min(start + 6, words.sentence(found.core)[1])):
        word = words.lower[j]
        if word in ("who", "that") and found.unit == "percent":
            return None
        if word in _MOVING:
            return _MOVING[word]
        if word != "members" and word not in _AUXILIARIES and not word.endswith("ly"):
            return None
    return None


def _change_before(words: Words, i: int, reach: int) -> str | None:
    first = words.sentence(i)[0]
    for j in range(i - 1, max(first - 1, i - reach), -1):
        word = words.lower[j]
        if word in _VERBS:
            return _VERBS[word]
        if word in _NOUNS:
            return _NOUNS[word]
        if word in (",", ";", ":"):
            return None
    return None


def _after(words: Words, found: Quantity) -> str | None:
    j = found.last
    word = words.at(j)
    if word == "-" and words.glued(j):
        word = words.at(j + 1)
    if word in ("overall", "net", "real", "real-terms", "annual"):
        word = words.at(j + 1)
    if word in _NOUNS and found.unit in ("percent", "percentage_points", "GBP", "points"):
        return _NOUNS[word]
    return None if words.at(j + 1) in _NO_CHANGE else _BEHIND.get(word)
