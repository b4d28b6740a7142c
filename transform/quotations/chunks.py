"""A clause taken apart: where it begins, its stretches between commas, the small words before its verb."""

import re

from transform.quotations.clause_words import BE
from transform.quotations.words import BETWEEN
from transform.records import Span

# Stands for quoted words in the writer's own text, so that nothing said inside marks is taken for a cue.
HIDDEN = "\ue000"
_BREAKS = ";:\ue000\n"
_COMMA_OR_DASH = re.compile(r",|(?<=\s)[–—-]")
_BETWEEN = BETWEEN
_REACH = 320
_NOUNS_IN_LY = frozenset({"family", "ally", "assembly", "bully", "reply", "supply", "monopoly", "weekly", "daily"})


def left_bound(text: str, sentence: Span, at: int) -> int:
    """Where the clause that ends at `at` may begin: after the last break, and not out of reach."""
    low = max(sentence.start_char, at - _REACH)
    return max(low, *(text.rfind(sign, low, at) + 1 for sign in _BREAKS))


def chunks_of(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The stretches between commas and dashes, the one before the verb last."""
    chunks = []
    begin = start
    for parted in _COMMA_OR_DASH.finditer(text, start, end):
        chunks.append((begin, parted.start()))
        begin = parted.end()
    chunks.append((begin, end))
    return chunks


def _is_adverb(word: str) -> bool:
    return word.endswith("ly") and word[0].islower() and word not in _NOUNS_IN_LY


def without_small_words(text: str, start: int, end: int) -> tuple[int, list[str]]:
    """The end of the chunk without auxiliaries and adverbs, and those words."""
    small: list[str] = []
    while True:
        while end > start and text[end - 1].isspace():
            end -= 1
        begin = end
        while begin > start and not text[begin - 1].isspace():
            begin -= 1
        word = text[begin:end]
        if begin == end or not (word in _BETWEEN or word in BE or _is_adverb(word)):
            return end, small
        if len(small) > 6:
            return end, small
        small.append(word)
        end = begin
