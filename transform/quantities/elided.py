"""The noun that a number leaves out, where it was told before: `caseloads of 60`, `of which there were 578`."""

from transform.quantities.nouns import STOPS, UNIT_OF, counted, plural_of, unit_of
from transform.quantities.numbers import is_digits
from transform.quantities.records import Quantity
from transform.quantities.words import Words
from transform.vocabulary import load

_ELIDED = load("elided_nouns")
_LINKS = frozenset(_ELIDED["links"])
_NOUN_BEFORE: dict[str, tuple[str, str]] = {
    word: (entry["unit"], entry["noun"]) for entry in _ELIDED["before"] for word in entry["words"]
}
_STAFF_WORDS = frozenset({"staff", "officer", "staffing", "practitioner"})
_TIMES = frozenset({"days", "weeks", "months", "years"})
_GRADED = frozenset({"organisations", "count"})
_BEING = frozenset({"is", "was", "being", "as"})
_DONE = frozenset({"in", "carried", "run", "held", "made", "done", "undertaken", "taking"})
_GAPPED = frozenset({"people", "cases", "staff", "percent"})
_GAPS = frozenset({",", ";", "and", "while", "but"})
_SUBJECT = 5
_LINKING = frozenset({"of", "and", "than", "to", "from", "by"})
_MADE = frozenset(_ELIDED["made"])
_REACH = 10
_FURTHER = 22


def noun_before(words: Words, quantity: Quantity, first: int) -> tuple[str, str] | None:
    """Unit and noun of a number that follows its noun: `a caseload of 47`, `the number of officers fell to 64`.

    `first` is the first word of the sentence.
    """
    i = quantity.first - 1
    for j in range(i, max(first, i - _FURTHER), -1):
        found = _number_of(words, quantity, j)
        if found:
            return found
    if words.at(i) in ("were", "are", "was") and words.at(i - 1) == "there" and words.at(i - 2) in ("which", "whom"):
        return noun_ahead(words, i - 3, first)
    if words.at(i) == "at" and "backlog" in words.lower[max(first, i - _FURTHER) : i]:
        return "count", "backlog"
    if (
        words.at(i) == "at"
        and words.at(i - 1) in ("stood", "stands")
        and "waiting" in words.lower[max(first, i - _FURTHER) : i]
    ):
        return "people", "people"
    if words.phrase(i - 1, "average", "of"):
        i -= 2
        while (
            i > max(first, quantity.first - _FURTHER)
            and words.lower[i] not in _LINKS
            and words.lower[i] not in _NOUN_BEFORE
        ):
            i -= 1
    for j in range(i, max(first - 1, i - _REACH), -1):
        if words.lower[j] in _NOUN_BEFORE:
            return _NOUN_BEFORE[words.lower[j]]
        is_amount = is_digits(words.lower[j]) and words.at(j + 1) in ("per", "%", "percent")
        if words.lower[j] not in _LINKS and not is_amount and not words.is_capital(j):
            return None
    return None


def noun_ahead(words: Words, i: int, first: int, units: frozenset[str] | None = None) -> tuple[str, str] | None:
    """Unit and noun of the nearest known noun at or before word `i`, of one of `units` where they are given."""
    for j in range(i, max(first - 1, i - _FURTHER), -1):
        if units is None and words.lower[j] in _NOUN_BEFORE:
            return _NOUN_BEFORE[words.lower[j]]
        unit = UNIT_OF.get(words.lower[j])
        if unit and (units is None or unit in units):
            return unit, words.lower[j]
    return None


def subject(words: Words, first: int, quantity: Quantity) -> tuple[str, str] | None:
    """Unit and noun of a sentence that begins with them: `First-time entrants fell from …`."""
    i = first
    while words.at(i) in ("the", "“", "‘", "its", "their", "and", "but"):
        i += 1
    noun = counted(words, i)
    return (noun.unit, noun.head) if noun and noun.end <= quantity.first and noun.unit not in _TIMES else None


def one_of(words: Words, quantity: Quantity, first: int) -> tuple[str, str] | None:
    """Unit and noun of all there are: `This inspection is one of four carried out in the region`."""
    i = quantity.first - 2
    if not words.phrase(i, "one", "of") or words.at(i - 1) not in _BEING:
        return None
    after = words.at(quantity.last)
    plural = plural_of(words.at(i - 2)) if i - 2 >= first else ""
    return (unit_of(plural), plural) if plural and (after.endswith("ed") or after in _DONE) else None


def gapped(words: Words, quantity: Quantity, before: Quantity | None, first: int) -> bool:
    """Whether a clause that leaves out its verb and noun ends in the number: `and the NPS 1,940`."""
    if before is None or before.core < first or before.unit not in _GAPPED or quantity.qualifier == "at_most":
        return False
    if words.at(first) == "of" or words.at(quantity.last)[:1].isalnum():
        return False
    between = words.lower[before.last : quantity.first]
    gaps = [i for i in range(len(between) - 2, max(-1, len(between) - 2 - _SUBJECT), -1) if between[i] in _GAPS]
    return any(_is_subject(words, before.last + i + 1, between[i + 1 :]) for i in gaps)


def _is_subject(words: Words, i: int, subject: list[str]) -> bool:
    """Whether the words from `i` on name one thing: `the NPS`, `Stourdale`, `Fen and Wold`."""
    if not 2 <= len(subject) <= _SUBJECT:
        return False
    if subject[0] not in ("the", "its", "their", "one", "another") and not words.is_capital(i):
        return False
    if len(subject) > 2 and subject[-2] == "and" and words.is_capital(i) and words.is_capital(i + len(subject) - 1):
        subject = subject[:-2]
    return _is_name(subject)


def _is_name(subject: list[str]) -> bool:
    return all(word[0].isalpha() and word not in STOPS and not word.endswith("ed") for word in subject[1:])


def made(words: Words, quantity: Quantity, first: int) -> bool:
    """Whether a sentence says how many of the thing told before it were made: `In 2013 only 640 were made`."""
    i = quantity.last
    ahead = words.lower[max(first, quantity.first - 2) : quantity.first]
    is_subject = words.at(i) in ("were", "was") and not _LINKING.intersection(ahead)
    return is_subject and words.at(i + 1) in _MADE and first > 0


def graded_noun(words: Words, quantity: Quantity, first: int) -> tuple[str, str] | None:
    """Unit and noun of what is graded, told before in the sentence: `services …, and five ‘Outstanding’`."""
    return noun_ahead(words, quantity.first - 1, first, _GRADED)


def _number_of(words: Words, quantity: Quantity, j: int) -> tuple[str, str] | None:
    word = words.lower[j]
    if word == "of" and words.lower[j - 1] in ("number", "numbers"):
        noun = counted(words, j + 1) or counted(words, j + 2)
        if (
            noun
            and noun.end <= quantity.first
            and (noun.unit not in _TIMES or "average" in words.lower[max(0, j - 4) : j])
        ):
            return noun.unit, noun.head
    if word in ("numbers", "levels") and words.at(j - 1) in _STAFF_WORDS:
        return "staff", "staff"
    return ("cases", "cases") if word == "numbers" and words.at(j - 1) == "case" else None
