"""The words of one paragraph, each with its place in the release's text.  Reads no numbers."""

import re
from bisect import bisect_left
from itertools import accumulate
from typing import Any

# One alternative for each sort of word; the hyphen is a word of its own, so that `two-thirds` is three words.
_WORD = re.compile(
    r"([0-9]{1,3}(?:,[0-9]{3}){1,5}(?:\.[0-9]{1,15})?(?![0-9])|[0-9]++(?:\.[0-9]++)?|[^\W\d_]++(?:['’][^\W\d_]++)*+|\S)"
)
# Rules look no further than this beyond either end of a paragraph, where there is no word: an index below nought
# counts from the end of a list, so that one row of empty words serves both ends.
_BEYOND = [""] * 64
_CLOSING = frozenset("’”\"')]")
_ENDING = frozenset(".?!")
# Letters before a full stop that ends no sentence.
_ABBREVIATED = frozenset(
    {"no", "mr", "mrs", "ms", "dr", "st", "c", "ca", "approx", "eg", "ie", "vs", "nos", "pp", "para"}
)


class Words:
    """A paragraph as words; `lower[i]` is the i-th in lower case, `text[starts[i]:ends[i]]` as written.

    `at(i)` is the i-th word in lower case, empty for an `i` up to 64 words outside the paragraph.
    """

    __slots__ = ("_stops", "at", "ends", "known", "lower", "size", "starts", "text")

    def __init__(self, text: str, start_char: int, end_char: int) -> None:
        self.text = text
        # What stands between words and the words take turns: gap, word, gap, …, gap.
        pieces = _WORD.split(text[start_char:end_char])
        bounds = list(accumulate(map(len, pieces), initial=start_char))
        self.starts: list[int] = bounds[1:-1:2]
        self.ends: list[int] = bounds[2::2]
        self.lower: list[str] = [word.lower() for word in pieces[1::2]]
        self.size = len(self.lower)
        self.at = (self.lower + _BEYOND).__getitem__
        # What the grammar has read at a word already, by the rule that read it: each word is read once by each.
        self.known: dict[tuple[str, int], Any] = {}
        self._stops = [i for i, word in enumerate(self.lower) if word in _ENDING and self._ends_sentence(i)]

    def written(self, first: int, last: int) -> str:
        """What stands in the text from word `first` up to, without, word `last`."""
        return self.text[self.starts[first] : self.ends[last - 1]] if first < last else ""

    def glued(self, i: int) -> bool:
        """Whether word `i` follows the one before without white space."""
        return 0 < i < self.size and self.starts[i] == self.ends[i - 1]

    def phrase(self, i: int, *expected: str) -> bool:
        """Whether the words from `i` on are these."""
        return self.at(i) == expected[0] and self.lower[i : i + len(expected)] == list(expected)

    def is_capital(self, i: int) -> bool:
        """Whether word `i` is written with a capital."""
        return 0 <= i < self.size and self.text[self.starts[i]].isupper()

    def sentence(self, i: int) -> tuple[int, int]:
        """The half-open range of words of the sentence that word `i` stands in."""
        following = bisect_left(self._stops, i)
        first = self._stops[following - 1] + 1 if following else 0
        last = self._stops[following] + 1 if following < len(self._stops) else self.size
        return first, last

    def opening(self, i: int) -> int:
        """The first word, no mark, of the sentence that word `i` stands in."""
        first = self.sentence(i)[0]
        while first < i and not self.lower[first][0].isalnum():
            first += 1
        return first

    def _ends_sentence(self, i: int) -> bool:
        if i and self.lower[i - 1] in _ABBREVIATED and self.lower[i] == ".":
            return False
        after = i + 1
        while after < self.size and self.lower[after] in _CLOSING and self.glued(after):
            after += 1
            if after - i > 4:
                break
        return after >= self.size or not self.glued(after)
