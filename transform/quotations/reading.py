"""The writer's own words: a release with what is quoted hidden, its sentences and their cues, read as needed."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from extract.records import Paragraph, ParagraphKind
from transform.quotations.chunks import HIDDEN
from transform.quotations.cues import Cue, cues
from transform.quotations.runs import Run
from transform.records import Span
from transform.sentences import sentences

_STOPS = ".?!…"
# No sentence of a release has more cues on one side of a quotation, or more words before it.
_NEAR = 8
_REACH = 600


class Reading:
    """One release while its quotations are attributed; positions are those of the text."""

    def __init__(self, text: str, paragraphs: Sequence[Paragraph], runs: Sequence[Run]) -> None:
        self.text = text
        self.paragraphs = paragraphs
        self.own = hidden(text, runs)
        self._starts = [paragraph.start_char for paragraph in paragraphs]
        self._sentences: dict[int, list[Span]] = {}
        self._cues: dict[int, list[Cue]] = {}

    def sentences_of(self, index: int) -> list[Span]:
        """The writer's sentences of a paragraph."""
        found = self._sentences.get(index)
        if found is None:
            paragraph = self.paragraphs[index]
            span = Span(start_char=paragraph.start_char, end_char=paragraph.end_char)
            found = self._sentences[index] = sentences(self.own, span)
        return found

    def paragraph_at(self, at: int) -> int:
        """Which paragraph a position stands in."""
        return max(0, bisect_right(self._starts, at) - 1)

    def sentence_at(self, index: int, at: int) -> int:
        """Which sentence of the paragraph a position stands in."""
        return max(0, bisect_right(self.sentences_of(index), (at, len(self.text))) - 1)

    def cues_in(self, sentence: Span) -> list[Cue]:
        """The cues of one sentence."""
        found = self._cues.get(sentence.start_char)
        if found is None:
            found = self._cues[sentence.start_char] = cues(self.own, sentence)
        return found

    def cues_before(self, sentence: Span, at: int) -> list[Cue]:
        """The last few cues of a sentence that end by a place."""
        found = self.cues_in(sentence)
        if not found or found[-1].end <= at:
            return found[-_NEAR:]
        stop = bisect_right(found, at, key=lambda cue: cue.end)
        return found[max(0, stop - _NEAR) : stop]

    def cues_after(self, sentence: Span, at: int) -> list[Cue]:
        """The first few cues of a sentence that start at a place or after it."""
        found = self.cues_in(sentence)
        if not found or found[-1].start < at:
            return []
        begin = bisect_left(found, at, key=lambda cue: cue.start)
        return found[begin : begin + _NEAR]

    def lead(self, sentence: Span, at: int) -> str:
        """The words of a sentence before a place; of a very long sentence the last of them."""
        return self.own[max(sentence.start_char, at - _REACH) : at]

    def kind(self, index: int) -> ParagraphKind:
        """What sort of paragraph this is."""
        return self.paragraphs[index].kind


def hidden(text: str, runs: Sequence[Run]) -> str:
    """The text with the words inside each run's marks replaced, one for one; a stop that ends them is kept."""
    pieces = []
    at = 0
    for run in runs:
        pieces.append(text[at : run.start])
        words = run.end - run.start
        keeps = text[run.end - 1] in _STOPS and words > 1
        pieces.append(HIDDEN * (words - keeps) + (text[run.end - 1] if keeps else ""))
        at = run.end
    pieces.append(text[at:])
    return "".join(pieces)
