"""Words that may make a cue: verbs of saying and judging, `according to`, `in the words of`.  Looks at no subject."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from transform.quotations.words import forms

_WORD = re.compile(r"[A-Za-z][a-z]{0,30}")
_LISTS = ("saying", "judging", "feeling", "states", "own_words", "led_by")
_TAIL = frozenset("-’'_")


@dataclass(frozen=True, slots=True)
class Verb:
    """The words of one form and where they stand."""

    words: str
    start: int
    end: int


@cache
def _by_first_word() -> dict[str, tuple[str, ...]]:
    """First word of each form to the forms that begin with it, longest first."""
    found: dict[str, list[str]] = {}
    every = (
        forms("saying") | forms("judging") | forms("feeling") | forms("states") | forms("own_words") | forms("led_by")
    )
    for form in every:
        found.setdefault(form.split(" ", 1)[0], []).append(form)
    return {first: tuple(sorted(listed, key=len, reverse=True)) for first, listed in found.items()}


def verbs(text: str, start: int, end: int) -> Iterator[Verb]:
    """Find the forms between two positions of `text`, in order, none within another word."""
    known = _by_first_word()
    reached = start
    for match in _WORD.finditer(text, start, end):
        listed = known.get(match[0])
        at = match.start()
        if listed is None or at < reached or (at > start and (text[at - 1] in _TAIL or text[at - 1].isalnum())):
            continue
        for form in listed:
            after = at + len(form)
            if after > end or not text.startswith(form, at):
                continue
            if after < end and (text[after] in "-_" or text[after].isalnum()):
                continue
            if form in forms("own_words") and text[max(0, at - 2) : at] not in ("’ ", "' ", "s "):
                continue
            yield Verb(form, at, after)
            reached = after
            break
