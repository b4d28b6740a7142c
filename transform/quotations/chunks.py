"""A clause taken apart: where it begins, its stretches between commas, the small words before its verb."""

from transform.quotations.words import forms
from transform.records import Span

# Stands for quoted words in the writer's own text, so that nothing said inside marks is taken for a cue.
HIDDEN = "\ue000"
_BREAKS = ";:\ue000\n"
_REACH = 320
_NOUNS_IN_LY = frozenset({"family", "ally", "assembly", "bully", "reply", "supply", "monopoly", "weekly", "daily"})
BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "remains", "remained", "felt", "feels", "feel"})


def left_bound(text: str, sentence: Span, at: int) -> int:
    """Where the clause that ends at `at` may begin: after the last break, and not out of reach."""
    low = max(sentence.start_char, at - _REACH)
    for place in range(at - 1, low - 1, -1):
        if text[place] in _BREAKS:
            return place + 1
    return low


def chunks_of(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The stretches between commas and dashes, the one before the verb last."""
    chunks = []
    begin = start
    for at in range(start, end):
        if text[at] == "," or (text[at] in "–—-" and text[at - 1 : at].isspace()):
            chunks.append((begin, at))
            begin = at + 1
    chunks.append((begin, end))
    return chunks


def _is_adverb(word: str) -> bool:
    return word.endswith("ly") and word[0].islower() and word not in _NOUNS_IN_LY


def without_small_words(text: str, start: int, end: int) -> tuple[int, list[str]]:
    """The end of the chunk without auxiliaries and adverbs, and those words."""
    small: list[str] = []
    between = forms("between")
    while True:
        while end > start and text[end - 1].isspace():
            end -= 1
        begin = end
        while begin > start and not text[begin - 1].isspace():
            begin -= 1
        word = text[begin:end]
        if begin == end or not (word in between or word in BE or _is_adverb(word)):
            return end, small
        if len(small) > 6:
            return end, small
        small.append(word)
        end = begin
