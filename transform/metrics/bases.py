"""Of what a share is a share: `a third of practitioners`, `six out of every 10 services`, `47 per cent of cases`."""

from transform.quantities import Quantity, Words
from transform.quantities.nouns import STOPS, counted
from transform.quantities.numbers import number

_POINTING = frozenset({"them", "these", "those", "which", "whom"})
_DETERMINERS = frozenset({"the", "all", "its", "their", "our", "his", "her", "relevant", "such", "inspected"})
_PREPOSITIONS = frozenset({"of", "among", "amongst"})


def shared_noun(words: Words, found: list[Quantity], place: int) -> str:
    """The noun, or pronoun, that the share at `place` is taken of; empty where it does not say."""
    quantity = found[place]
    if quantity.unit != "percent":
        return ""
    if "of" in words.lower[quantity.core : quantity.last] and "(" in words.lower[quantity.core : quantity.last]:
        return _noun_of(words, words.lower.index("of", quantity.core))
    i = _behind_brackets(words, quantity.last)
    if words.at(i) in _PREPOSITIONS:
        i += 1
        while words.at(i) in _DETERMINERS:
            i += 1
            if i > quantity.last + 3:
                break
        if words.at(i) in _POINTING:
            noun = counted(words, i + 1)
            return noun.head if noun else words.at(i)
        after = found[place + 1] if place + 1 < len(found) else None
        if after and after.first == i:
            return after.noun
        return _noun_at(words, i) or (words.at(i) if words.at(i)[:1].isalpha() and words.at(i) not in STOPS else "")
    if quantity.rule.startswith("n in n") and "(" in words.lower[quantity.core : quantity.last]:
        return words.at(words.lower.index("(", quantity.core) - 1)
    if quantity.rule.startswith("n in n"):
        count = number(words, quantity.core)
        inside = counted(words, count.end, singular=True) if count else None
        if inside and inside.end < quantity.last:
            return inside.head
    if quantity.rule.startswith(("n in n", "fraction")):
        return _noun_at(words, i + 1 if words.at(i) == "the" else i)
    return ""


def _noun_of(words: Words, i: int) -> str:
    """The noun behind `of` at word `i`."""
    i += 1
    while words.at(i) in _DETERMINERS:
        i += 1
    return _noun_at(words, i)


def _behind_brackets(words: Words, i: int) -> int:
    """The word behind the brackets that open at word `i`; `i` where none open."""
    if words.at(i) != "(":
        return i
    return next((j + 1 for j in range(i, min(i + 9, words.size)) if words.lower[j] == ")"), i)


def _noun_at(words: Words, i: int) -> str:
    noun = counted(words, i)
    return noun.head if noun else ""
