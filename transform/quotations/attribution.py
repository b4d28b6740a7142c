"""Who said it: the cue before the words, after them, in their middle, above them; else what the passage is about."""

import re
from dataclasses import dataclass

from extract.records import ParagraphKind
from transform.quotations.clauses import is_full
from transform.quotations.cues import Cue, bare_name
from transform.quotations.marks import SINGLE
from transform.quotations.reading import Reading
from transform.quotations.refusals import is_term
from transform.quotations.runs import Run
from transform.quotations.subjects import Sort, subject_at_start
from transform.records import Span
from transform.speakers import Cast, Speaker

_REPORT = Speaker("the report", "report", None, "text", "passage")
_UNKNOWN = Speaker(None, "unknown", None, None, "nobody")
_GAP = re.compile(r"[\s,:;–—-]*(?:(?:that|as|it|them|him|her|the|a|an|this|being|its|their) ?){0,2}[\s,:;–—-]*")
_AS = re.compile(r"[^.;:\ue000]{0,90} as(?: an?| the| having| being)?$")
_TAIL_WORDS = re.compile(
    r"[.,;]?|,? (?:in|of|about|on|at|when|as|during|after|following|today|yesterday)\b[^.:]{0,80}\."
)
_FINDING = re.compile(
    r"\b(?:praised|commended|criticised|described|condemned|applauded|complimented|noted|highlighted|characterised|labelled|regarded"
    r"|recognised|credited|singled out|deemed|found|judged|assessed|seen) (?:as|for|to be)?\b",
)


@dataclass(slots=True)
class Attributed:
    """A run with its speaker; `reason` names the model that fired, `cue` the words of the cue."""

    run: Run
    speaker: Speaker
    reason: str
    cue: tuple[int, int] | None
    kind: str
    is_carried: bool = False


class Attributor:
    """Goes through the runs in text order and remembers who spoke last."""

    def __init__(self, reading: Reading, cast: Cast) -> None:
        self.reading = reading
        self.cast = cast
        self.done: list[Attributed] = []

    def attribute(self, run: Run) -> Attributed | None:
        """Find the speaker of a run; null where the words are no quotation after all."""
        reading = self.reading
        sentences = reading.sentences_of(run.first)
        number = reading.sentence_at(run.first, run.opens)
        sentence = sentences[number]
        cue, reason = self._own_cue(run, sentence)
        if is_term(reading.own, run, has_cue=cue is not None and not _names(cue, run)):
            return None
        found = self._by_cue(run, cue, reason) if cue is not None else self._without_cue(run, sentence, number)
        if found is not None:
            self.done.append(found)
        return found

    def _own_cue(self, run: Run, sentence: Span) -> tuple[Cue | None, str]:
        """The cue in the run's own sentence: introducing it, following it, or standing earlier."""
        reading = self.reading
        before = [cue for cue in reading.cues_in(sentence) if cue.end <= run.opens and cue.subject is not None]
        last = before[-1] if before else None
        if last is not None and _GAP.fullmatch(reading.own, last.end, run.opens):
            return last, "cue before the words"
        after = self._cue_after(run)
        if after is not None:
            return after, "cue after the words"
        if last is not None:
            return last, "cue earlier in the sentence"
        if reading.own[sentence.start_char : run.opens].strip():
            named = bare_name(reading.own, sentence, run.opens)
            if named is not None:
                return named, "name before a colon"
        return None, ""

    def _cue_after(self, run: Run) -> Cue | None:
        """A cue that follows the closing mark directly, in the same sentence or as a sentence of its own."""
        reading = self.reading
        own = reading.own
        at = run.closes
        limit = reading.paragraphs[run.last].end_char
        while at < limit and own[at] in " ,.–—-":
            at += 1
        if at >= limit:
            return None
        number = reading.sentence_at(run.last, at)
        sentence = reading.sentences_of(run.last)[number]
        for cue in reading.cues_in(sentence):
            if cue.start > at:
                break
            if cue.start == at and cue.subject is not None and not cue.is_borrowed:
                rest = own[cue.end : sentence.end_char].strip("”’\"' ")
                if sentence.start_char < run.closes:
                    introduces = rest[:1] == ":" and own[run.end - 1] != ","
                    return None if introduces else cue
                return cue if _TAIL_WORDS.fullmatch(own[cue.end : sentence.end_char]) else None
        if own[run.closes : at].strip(" .,") in ("–", "—", "-"):
            named = subject_at_start(own, at, min(limit, at + 160))
            if (
                named is not None
                and named.sort in (Sort.PERSON, Sort.OFFICE)
                and not own[named.end : limit].strip(" .)")
            ):
                return Cue(named.start, named.end, "", named, is_after=True)
        return None

    def _by_cue(self, run: Run, cue: Cue, reason: str) -> Attributed | None:
        assert cue.subject is not None
        if run.mark == SINGLE and self._is_scare(run, cue):
            return None
        speaker = self.cast.resolve(cue.subject, cue.subject.start)
        words = self.reading.text[run.start : run.end]
        kind = "full" if is_full(words) else "fragment"
        return Attributed(run, speaker, reason, self._cue_words(cue, run), kind)

    def _cue_words(self, cue: Cue, run: Run) -> tuple[int, int]:
        """The cue with the `as` that its verb asks for, up to the words themselves."""
        if run.opens > cue.end and cue.verb:
            more = _AS.fullmatch(self.reading.own, cue.end, _rstrip(self.reading.own, run.opens))
            if more:
                at = self.reading.own.rindex(" as", cue.end, run.opens)
                return cue.start, at + 3
        return cue.start, cue.end

    def _is_scare(self, run: Run, cue: Cue) -> bool:
        """Single marks within reported speech that only set a term apart."""
        return False

    def _without_cue(self, run: Run, sentence: Span, number: int) -> Attributed | None:
        reading = self.reading
        words = reading.text[run.start : run.end]
        full = is_full(words)
        kind = "full" if full else "fragment"
        lead = reading.own[sentence.start_char : run.opens].strip(" •-*")
        paragraph_kind = reading.kind(run.first)
        if paragraph_kind is ParagraphKind.NOTE:
            return None
        if paragraph_kind is ParagraphKind.BULLET:
            led = self._lead_in(run.first)
            if led is not None:
                return self._by_cue(run, led, "lead-in of the list")
        opens_paragraph = number == 0 and not lead
        is_speech = full or (words[-1:] in ".?!" and len(words.split()) >= 4) or len(words.split()) >= 15
        if not lead and is_speech:
            found = self._continued(run, number, kind, opens_paragraph=opens_paragraph)
            if found is not None:
                return found
        if lead.endswith(":") and is_speech:
            found = self._said_in_paragraph(run, number, kind)
            if found is not None:
                return found
        if run.mark == SINGLE:
            return self._single_without_cue(run, sentence, kind)
        if (lead or not full) and not (lead.endswith(":") and full):
            return Attributed(run, _REPORT, "finding without a cue", None, kind)
        return Attributed(run, _UNKNOWN, "no cue", None, kind)

    def _single_without_cue(self, run: Run, sentence: Span, kind: str) -> Attributed | None:
        before = self.reading.own[sentence.start_char : run.opens]
        if _FINDING.search(before):
            return Attributed(run, _REPORT, "finding without a cue", None, kind)
        return None

    def _lead_in(self, index: int) -> Cue | None:
        """The cue of the paragraph that leads a list in."""
        at = index
        while at >= 0 and self.reading.kind(at) is ParagraphKind.BULLET:
            at -= 1
        if at < 0 or index - at > 40:
            return None
        return self._tail_cue(at, only_colon=True)

    def _tail_cue(self, index: int, *, only_colon: bool) -> Cue | None:
        """The cue at the end of a paragraph that introduces what comes below."""
        reading = self.reading
        if reading.kind(index) not in (
            ParagraphKind.TEXT,
            ParagraphKind.BULLET,
            ParagraphKind.NOTE,
            ParagraphKind.HEADING,
        ):
            return None
        sentences = reading.sentences_of(index)
        if not sentences:
            return None
        last = sentences[-1]
        ending = reading.own[last.end_char - 1]
        found = [cue for cue in reading.cues_in(last) if cue.subject is not None]
        if ending in ":–—-":
            if found:
                return found[-1]
            return bare_name(reading.own, last, last.end_char)
        if only_colon or not found:
            return None
        return (
            found[-1]
            if not reading.own[found[-1].end : last.end_char].strip(" ,.…") and not found[-1].is_after
            else None
        )

    def _continued(self, run: Run, number: int, kind: str, *, opens_paragraph: bool) -> Attributed | None:
        """Words that stand as sentences of their own: who spoke or was spoken of just before."""
        if not opens_paragraph:
            return self._said_in_paragraph(run, number, kind)
        reading = self.reading
        above = run.first - 1
        crossed_heading = False
        while above >= 0 and reading.kind(above) is ParagraphKind.HEADING:
            cue = self._tail_cue(above, only_colon=True)
            if cue is not None:
                return self._by_cue(run, cue, "cue in the paragraph above")
            crossed_heading = True
            above -= 1
        if above < 0 or reading.kind(above) in (ParagraphKind.TITLE, ParagraphKind.END):
            return None
        previous = self.done[-1] if self.done and self.done[-1].run.last == above else None
        ends_above = previous is not None and not reading.text[
            previous.run.closes : reading.paragraphs[above].end_char
        ].strip(" .")
        cue = None if ends_above else self._tail_cue(above, only_colon=False)
        if cue is not None:
            return self._by_cue(run, cue, "cue in the paragraph above")
        if not ends_above and reading.kind(above) is ParagraphKind.BULLET:
            led = self._lead_in(above)
            if led is not None:
                return self._by_cue(run, led, "lead-in of the list")
        if previous is not None and ends_above and (previous.kind == "full" or previous.is_carried):
            same = Attributed(run, previous.speaker, "continued", previous.cue, kind, is_carried=not crossed_heading)
            if crossed_heading:
                same.reason = "continued under a subheading"
            return same
        return self._about(run, above, kind)

    def _about(self, run: Run, above: int, kind: str) -> Attributed | None:
        """The person, or else the document, that the paragraph above is about."""
        reading = self.reading
        for sentence in reversed(reading.sentences_of(above)):
            for cue in reversed(reading.cues_in(sentence)):
                if cue.subject is not None and cue.subject.sort in (Sort.PERSON, Sort.OFFICE, Sort.PRONOUN):
                    speaker = self.cast.resolve(cue.subject, cue.subject.start)
                    return Attributed(run, speaker, "the paragraph above is about them", None, kind)
        previous = self.done[-1] if self.done and self.done[-1].run.last == above else None
        if previous is not None and previous.speaker.type == "person":
            return Attributed(run, previous.speaker, "continued", None, kind)
        return None

    def _said_in_paragraph(self, run: Run, number: int, kind: str) -> Attributed | None:
        """Words after `…, said X.` or after another sentence of the same speaker."""
        reading = self.reading
        sentences = reading.sentences_of(run.first)
        for earlier in range(number - 1, max(-1, number - 4), -1):
            found = [cue for cue in reading.cues_in(sentences[earlier]) if cue.subject is not None]
            if found:
                cue = found[-1]
                assert cue.subject is not None
                speaker = self.cast.resolve(cue.subject, cue.subject.start)
                broken = any(done.run.last == run.first and done.cue == (cue.start, cue.end) for done in self.done[-1:])
                reason = "cue in the middle" if broken else "the sentence before is theirs"
                return Attributed(run, speaker, reason, (cue.start, cue.end), "full" if broken else kind)
        previous = self.done[-1] if self.done and self.done[-1].run.last == run.first else None
        if previous is not None and previous.speaker.type == "person":
            return Attributed(run, previous.speaker, "continued", previous.cue, kind)
        return None


def _names(cue: Cue, run: Run) -> bool:
    """A passive or distant cue does not turn a name into speech."""
    return cue.subject is None


def _rstrip(text: str, end: int) -> int:
    while end > 0 and text[end - 1].isspace():
        end -= 1
    return end
