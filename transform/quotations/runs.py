"""Runs of words in quote marks, over paragraphs.  Decides where one starts and ends, not whether it is a quotation."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.records import Paragraph, ParagraphKind
from transform.quotations.marks import DOUBLE, SINGLE, Mark, Role, marks

_CARRIES = {ParagraphKind.TEXT, ParagraphKind.BULLET, ParagraphKind.NOTE, ParagraphKind.CELL}
_LOOK_AHEAD = {ParagraphKind.TEXT: 3, ParagraphKind.BULLET: 20}
_SAID = re.compile(
    r"(?P<end>[.,?!…])\s[^“”\"]{0,120}\b(?:said|says|added|adds|continued|noted|notes|found|commented|explained|concluded"
    r"|told)\b[^“”\"]{0,60}$"
)

# So many marks within its words are looked past for the missing one.
_FEW = 12
_SAID_COLON = re.compile(r"\b(?:said|says|added|adds|continued|commented|concluded|explained|stated): {1,3}(?=[A-Z])")


@dataclass(slots=True)
class Run:
    """Words in marks: `[start, end)` are the words, `[opens, closes)` the marks too; paragraphs by index."""

    mark: str
    opens: int
    start: int
    end: int
    closes: int
    first: int
    last: int
    is_closed: bool = True


@dataclass(slots=True)
class Runs:
    """All runs in text order, and the places of marks that found no partner."""

    found: list[Run]
    unpaired: list[tuple[int, int, str]]


class _Reader:
    """Walks the paragraphs once; a quotation still open at the end of one is carried into the next."""

    def __init__(self, text: str, paragraphs: Sequence[Paragraph]) -> None:
        self.text = text
        self.paragraphs = paragraphs
        self.marks = marks(text, paragraphs)
        self.runs = Runs([], [])
        self.open: Run | None = None
        self.carried_to = -1

    def read(self) -> Runs:
        for index, paragraph in enumerate(self.paragraphs):
            found = self.marks.get(index, [])
            if (found or self.open is not None) and paragraph.kind in _CARRIES:
                self._read_paragraph(index, paragraph, found)
        return self.runs

    def _read_paragraph(self, index: int, paragraph: Paragraph, found: list[Mark]) -> None:
        at = 0
        if self.open is not None and found and self._opens_paragraph(found[0], paragraph, self.open.mark):
            at = 1
        while at < len(found):
            at = self._read_mark(index, found, at)
        if self.open is not None and self.carried_to <= index:
            self._carry(index, paragraph)

    def _opens_paragraph(self, mark: Mark, paragraph: Paragraph, shape: str) -> bool:
        lead = self.text[paragraph.start_char : mark.start]
        return (
            mark.shape == shape and mark.role in (Role.OPEN, Role.EITHER) and len(lead) <= 3 and not lead.strip(" •-*…")
        )

    def _read_mark(self, index: int, found: list[Mark], at: int) -> int:
        mark = found[at]
        if self.open is not None:
            if mark.shape != self.open.mark:
                return at + 1
            return (
                self._close_single(index, found, at) if mark.shape == SINGLE else self._inside_double(index, found, at)
            )
        if mark.shape == SINGLE:
            return self._read_single(index, found, at)
        if mark.role is Role.CLOSE:
            self.runs.unpaired.append((mark.start, mark.end, "a closing mark without an opening one"))
            start = self._start_of_unopened(index, found, at)
            if start is not None:
                while self.runs.found and self.runs.found[-1].opens >= start:
                    self.runs.found.pop()
                self.open = Run(mark.shape, start, start, start, start, index, index)
                self._finish(index, mark.start, mark.end)
        else:
            self._begin(index, mark)
        return at + 1

    def _start_of_unopened(self, index: int, found: list[Mark], at: int) -> int | None:
        """Where words begin whose opening mark is missing: after `said:`, or with a paragraph below a cue."""
        paragraph = self.paragraphs[index]
        low = next((mark.end for mark in reversed(found[max(0, at - _FEW) : at]) if mark.shape == DOUBLE), None)
        cue = _SAID_COLON.search(self.text, paragraph.start_char if low is None else low, found[at].start)
        if cue is not None:
            return cue.end()
        is_whole = low is None and at < _FEW and paragraph.kind is ParagraphKind.TEXT
        if not is_whole or index == 0 or self.text[found[at].end : paragraph.end_char].strip(" ."):
            return None
        above = self.paragraphs[index - 1]
        last = next((run for run in reversed(self.runs.found[-_FEW:]) if run.mark == DOUBLE), None)
        below_cue = self.text[above.end_char - 1] == ":" and above.kind is ParagraphKind.TEXT
        goes_on = last is not None and (last.opens, last.closes) == (above.start_char, above.end_char)
        return paragraph.start_char if below_cue or goes_on else None

    def _inside_double(self, index: int, found: list[Mark], at: int) -> int:
        """A double mark while one is open: it closes, or words are quoted within the quotation."""
        mark = found[at]
        if mark.role is not Role.OPEN:
            self._finish(index, mark.start, mark.end)
            return at + 1
        assert self.open is not None
        depth = 1
        nested_to = None
        for later in range(at, min(len(found), at + 40)):
            if found[later].shape == DOUBLE:
                depth += 1 if found[later].role is Role.OPEN else -1
                if depth == 1 and nested_to is None:
                    nested_to = later + 1
                if depth == 0:
                    break
        if nested_to is not None and (depth == 0 or self._next_opens(index, DOUBLE)):
            return nested_to
        said = _SAID.search(self.text, max(self.open.start, mark.start - 220), mark.start)
        if said:
            self.runs.unpaired.append((self.open.opens, self.open.start, "an opening mark without a closing one"))
            self._finish(index, said.end("end"), said.end("end"), is_closed=False)
            self._begin(index, mark)
            return at + 1
        return nested_to or at + 1

    def _read_single(self, index: int, found: list[Mark], at: int) -> int:
        mark = found[at]
        if mark.role is not Role.OPEN:
            return at + 1
        is_speech = self._is_speech(index, mark)
        close = self._partner(index, found, at + 1, is_speech=is_speech)
        goes_on = is_speech and self._next_opens(index, SINGLE)
        if close is not None and not (goes_on and found[close].role is Role.OWNED):
            self._begin(index, mark)
            self._finish(index, found[close].start, found[close].end)
            return close + 1
        if goes_on:
            self._begin(index, mark)
            return len(found)
        if is_speech and len(self.text[mark.end : self.paragraphs[index].end_char].split()) >= 8:
            self._begin(index, mark)
            return len(found)
        return at + 1

    def _close_single(self, index: int, found: list[Mark], at: int) -> int:
        close = self._partner(index, found, at, is_speech=True)
        if close is None:
            return len(found)
        self._finish(index, found[close].start, found[close].end)
        return close + 1

    def _is_speech(self, index: int, mark: Mark) -> bool:
        lead = self.text[max(self.paragraphs[index].start_char, mark.start - 3) : mark.start]
        return not lead.strip() or lead.rstrip()[-1:] in (":", ",")

    def _partner(self, index: int, found: list[Mark], at: int, *, is_speech: bool) -> int | None:
        """Where an open single closes in this paragraph; a possessive is passed over when a better mark follows."""
        end = self.paragraphs[index].end_char
        owned: int | None = None
        doubles = 0
        nested = 0
        for later in range(at, min(len(found), at + 60)):
            mark = found[later]
            if mark.shape == DOUBLE:
                doubles += 1 if mark.role is Role.OPEN else -1
            elif mark.role is Role.OPEN:
                if not is_speech:
                    break
                nested += 1
            elif doubles == 0:
                if nested:
                    nested -= 1
                elif mark.role is Role.OWNED:
                    owned = later if owned is None or is_speech else owned
                elif not is_speech or self.text[mark.start - 1] in '.,?!…;)”"' or mark.end == end or owned is None:
                    return later
        return owned

    def _next_opens(self, index: int, shape: str) -> bool:
        after = index + 1
        if after >= len(self.paragraphs) or self.paragraphs[after].kind not in _CARRIES or after not in self.marks:
            return False
        return self._opens_paragraph(self.marks[after][0], self.paragraphs[after], shape)

    def _begin(self, index: int, mark: Mark) -> None:
        self.open = Run(mark.shape, mark.start, mark.end, mark.end, mark.end, index, index)

    def _finish(self, index: int, end: int, closes: int, *, is_closed: bool = True) -> None:
        run = self.open
        assert run is not None
        self.open = None
        text = self.text
        while run.start < end and text[run.start].isspace():
            run.start += 1
        while end > run.start and text[end - 1].isspace():
            end -= 1
        run.end, run.closes, run.last, run.is_closed = end, max(closes, end), index, is_closed
        if end > run.start:
            self.runs.found.append(run)

    def _carry(self, index: int, paragraph: Paragraph) -> None:
        """Keep the quotation open for the next paragraph, or end it with this one."""
        run = self.open
        assert run is not None
        if self._next_opens(index, run.mark):
            self.carried_to = index + 1
            return
        if run.mark == DOUBLE:
            target = self._closed_later(index)
            if target:
                self.carried_to = target
                return
        self.runs.unpaired.append((run.opens, run.start, "an opening mark without a closing one"))
        self._finish(index, paragraph.end_char, paragraph.end_char, is_closed=False)

    def _closed_later(self, index: int) -> int | None:
        """The paragraph that closes what is open, where those between have no marks of their own."""
        for after in range(index + 1, min(index + 21, len(self.paragraphs))):
            kind = self.paragraphs[after].kind
            if after - index > _LOOK_AHEAD.get(kind, 0):
                return None
            first = next((mark for mark in self.marks.get(after, ()) if mark.shape == DOUBLE), None)
            if first is not None:
                listed = all(self.paragraphs[at].kind is ParagraphKind.BULLET for at in range(index + 1, after))
                goes_on = listed and self._opens_paragraph(first, self.paragraphs[after], DOUBLE)
                return after if first.role is not Role.OPEN or goes_on else None
        return None


def quoted_runs(text: str, paragraphs: Sequence[Paragraph]) -> Runs:
    """Read every run of words in marks; titles and headings have none."""
    return _Reader(text, paragraphs).read()
