"""Fixed phrases, found by their first two words."""

from collections.abc import Iterable

from transform.quantities.words import Words


class Phrases:
    """A closed list of phrases; the longest that fits is the one that is meant."""

    __slots__ = ("_by_start", "first_words")

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_start: dict[tuple[str, str], list[list[str]]] = {}
        for phrase in sorted((phrase.split() for phrase in phrases), key=len, reverse=True):
            self._by_start.setdefault((phrase[0], phrase[1] if len(phrase) > 1 else ""), []).append(phrase)
        self.first_words = frozenset(first for first, _ in self._by_start)

    def end(self, words: Words, i: int) -> int:
        """The word after the phrase that begins at word `i`; `i` where none does."""
        first = words.at(i)
        if first not in self.first_words:
            return i
        for start in ((first, words.at(i + 1)), (first, "")):
            for phrase in self._by_start.get(start, ()):
                if words.lower[i : i + len(phrase)] == phrase:
                    return i + len(phrase)
        return i
