"""A clause taken apart: where it begins, its stretches between commas, the small words before its verb."""

import re

from transform.quotations.clause_words import BE
from transform.quotations.words import BETWEEN
from transform.records import Span

# Stands for quoted words in the writer's own text, so that nothing said inside marks is taken for a cue.
HIDDEN = "\ue000"
_COMMA_OR_DASH = re.compile(r",|(?<=\s)[–—-]")
_BETWEEN = BETWEEN
_REACH = 320
_NOUNS_IN_LY = frozenset({"family", "ally", "assembly", "bully", "reply", "supply", "monopoly", "weekly", "daily"})


def left_bound(text: str, sentence: Span, at: int) -> int:
    """Where the clause that ends at `at` may begin: after the last break, and not out of reach."""
    low = max(sentence.start_char, at - _REACH)
    colon, semicolon = text.rfind(":", low, at), text.rfind(";", low, at)
    return max(low, colon + 1, semicolon + 1, text.rfind(HIDDEN, low, at) + 1, text.rfind("\n", low, at) + 1)


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
        chunk = text[start:end].rstrip()
        end = start + len(chunk)
        word = chunk.rsplit(maxsplit=1)[-1] if chunk else ""
        if not (word in _BETWEEN or word in BE or (word and _is_adverb(word))) or len(small) > 6:
            return end, small
        small.append(word)
        end -= len(word)
