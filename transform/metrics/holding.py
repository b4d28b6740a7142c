"""Which of many phrases stand in words: asked some hundred times a page, so that few are looked for.  Knows no grammar.

Words are in lower case with one space between them and at both ends; a phrase opens with a space where it has to open
with a word.
"""

from collections.abc import Iterable
from itertools import chain

# Letters by which a phrase is known from the start of its first word.
_KNOWN = 4


def starts_of(words: str) -> frozenset[str]:
    """The first letters of every word, which tell what phrases can stand there."""
    return frozenset([f"{word} "[:_KNOWN] for word in words.split(" ")])


class Phrases:
    """Phrases by the first letters of their first word; those that begin inside a word may stand anywhere."""

    __slots__ = ("_anywhere", "_by_start", "_starts")

    def __init__(self, phrases: Iterable[str]) -> None:
        by_start: dict[str, list[str]] = {}
        anywhere = []
        for phrase in phrases:
            first, closes, _ = phrase.removeprefix(" ").partition(" ")
            if phrase[:1] == " " and (closes or len(first) >= _KNOWN):
                by_start.setdefault(f"{first} "[:_KNOWN], []).append(phrase)
            else:
                anywhere.append(phrase)
        self._anywhere = tuple(anywhere)
        self._by_start = {start: tuple(same) for start, same in by_start.items()}
        self._starts = frozenset(by_start)

    def __bool__(self) -> bool:
        return bool(self._anywhere or self._starts)

    def possible(self, starts: frozenset[str]) -> Iterable[str]:
        """The phrases that can stand in words whose starts, or more, are these."""
        common = self._starts & starts
        if not common:
            return self._anywhere
        return chain(self._anywhere, *[self._by_start[start] for start in common])

    def stand_in(self, words: str, starts: frozenset[str]) -> bool:
        """Whether one of the phrases stands in the words, whose starts, or more, are given."""
        for phrase in self._anywhere:
            if phrase in words:
                return True
        if self._starts.isdisjoint(starts):
            return False
        for start in self._starts & starts:
            for phrase in self._by_start[start]:
                if phrase in words:
                    return True
        return False
