"""Words that may make a cue: verbs of saying and judging, `according to`, `in the words of`.  Looks at no subject."""

import re
from functools import cache
from typing import NamedTuple

from transform.quotations.words import OWN_WORDS, forms

_WORD = re.compile(r"[A-Za-z][a-z]{0,30}")
_LISTS = ("saying", "judging", "feeling", "states", "own_words", "led_by")
_OWN_WORDS = OWN_WORDS
_TAIL = frozenset("-’'_")


class Verb(NamedTuple):
    """The words of one form and where they stand."""

    words: str
    start: int
    end: int


@cache
def _by_longest_word() -> dict[str, list[str]]:
    """The longest word of each form, which few sentences have, to the forms that have it."""
    found: dict[str, list[str]] = {}
    for form in frozenset().union(*(forms(name) for name in _LISTS)):
        found.setdefault(max(form.split(" "), key=len), []).append(form)
    return found


def verbs(text: str, start: int, end: int) -> list[Verb]:
    """The forms between two positions of `text`, in order, the longest at a place, none within another word."""
    by_word = _by_longest_word()
    places = []
    for word in by_word.keys() & _WORD.findall(text, start, end):
        for form in by_word[word]:
            at = text.find(form, start, end)
            while at >= 0:
                if _stands_alone(text, form, at, start, end):
                    places.append((at, -len(form), form))
                at = text.find(form, at + 1, end)
    places.sort()
    found: list[Verb] = []
    for at, _, form in places:
        if not found or at >= found[-1].end:
            found.append(Verb(form, at, at + len(form)))
    return found


def _stands_alone(text: str, form: str, at: int, start: int, end: int) -> bool:
    """Whether a form is no part of another word; `view` and the like belong to somebody (`Mr Holt’s view`)."""
    if at > start and (text[at - 1] in _TAIL or text[at - 1].isalnum()):
        return False
    after = at + len(form)
    if after < end and (text[after] in "-_" or text[after].isalnum()):
        return False
    return form not in _OWN_WORDS or text[max(0, at - 2) : at] in ("’ ", "' ", "s ")
