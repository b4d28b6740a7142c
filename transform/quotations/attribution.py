"""Who said it: by the cue in the sentence, else above, else by what the passage is about; and what nobody said."""

import re
from dataclasses import dataclass
from itertools import islice

from extract.records import ParagraphKind
from transform.quotations.adjacent import BEFORE_COLON, lead_in, own_cue, signature, tail_cue
from transform.quotations.antecedents import antecedents
from transform.quotations.cast import NOBODY, Cast, Speaker
from transform.quotations.clauses import is_full
from transform.quotations.cues import Cue, first_subject
from transform.quotations.marks import SINGLE
from transform.quotations.reading import Reading
from transform.quotations.refusals import is_term
from transform.quotations.runs import Run
from transform.quotations.sorts import Sort, Subject
from transform.records import Span

_AS = re.compile(r"[^.;:\ue000]{0,90} as(?: an?| the| having| being)?$")
_FINDING = re.compile(
    r"\b(?:is|are|was|were|been|being) (?:\w{2,14}ly )?(?:praised|commended|criticised|described"
    r"|condemned|applauded|complimented|noted|highlighted|characterised"
    r"|labelled|regarded|recognised|credited|singled out|deemed|found|judged|assessed|seen as)\b",
)
# So many sentences of the paragraph above are looked at for whom it is about.
_BACK = 12
_TERM = 4
# So many that a pronoun might mean are weighed.
_MEANT = 3
# The writer's predicate goes on inside the marks: `leaders must “act now, before …”`.
_GOES_ON = re.compile(r"\b(?:to|must|should|can|could|will|would|may|might|shall|cannot|not)$")
_PUBLISHING = ("published", "publishes", "issued", "issues", "released", "releases")
_NOUN_BEFORE = re.compile(r"(?:^|\s)(?:one|ones|something|anything|an?\s\w{1,40}|the\s\w{1,40})$")
_BEFORE_TERM = ("", "the", "its", "their", "this", "a")
# So many words in single marks, set into an item of a list, are a term of the work (`was ‘pulled through’`).
_SHORT = 3
_SOMEBODY = ("one ", "another ", "a ", "an ")
_PREDICATE = re.compile(
    r"^\S{1,20}(?: \S{1,20}){0,2} (?:was|is|were|felt|remains|had been|has been)(?: [a-z]{2,14}ly)?$"
)
_PEOPLE = (Sort.PERSON, Sort.OFFICE, Sort.PRONOUN)


@dataclass(slots=True)
class Attributed:
    """A run with its speaker; `reason` names the model that fired, `cue` is where the cue's words stand."""

    run: Run
    speaker: Speaker
    reason: str
    cue: tuple[int, int] | None
    kind: str
    is_carried: bool = False


class Attributor:
    """Goes through the runs in text order and remembers who spoke last."""

    def __init__(self, reading: Reading, cast: Cast, passage: Speaker) -> None:
        self.reading = reading
        self.cast = cast
        # Whose words a finding without a cue is: the report's, where the release tells of one.
        self.passage = passage
        self.done: list[Attributed] = []
        self._kinds: dict[int, str] = {}

    def attribute(self, run: Run) -> Attributed | None:
        """Find the speaker of a run; null where the words are no quotation after all."""
        reading = self.reading
        number = reading.sentence_at(run.first, run.opens)
        sentence = reading.sentences_of(run.first)[number]
        cue, reason = own_cue(reading, run, sentence)
        opens_sentence = cue is None and len(reading.lead(sentence, run.opens).split(maxsplit=1)) <= 1
        if is_term(reading.text, reading.own, run, cue_end=cue.end if cue else None, opens_sentence=opens_sentence):
            return None
        if cue is not None and self._sets_term_apart(run, cue):
            return None
        found = self._by_cue(run, cue, reason) if cue is not None else self._listed_with(run)
        found = found or self._without_cue(run, sentence, number)
        if found is not None:
            self.done.append(found)
        return found

    def _listed_with(self, run: Run) -> Attributed | None:
        """`Comments from staff: “…”; “…” and “…”`: what nothing but a comma or `and` parts from words just told."""
        previous = self.done[-1] if self.done else None
        if previous is None or previous.run.last != run.first or previous.reason != BEFORE_COLON:
            return None
        if self.reading.own[previous.run.closes : run.opens].strip(" ,;") not in ("", "and", "or", "but"):
            return None
        return Attributed(run, previous.speaker, previous.reason, previous.cue, self._kind(run))

    def _sets_term_apart(self, run: Run, cue: Cue) -> bool:
        """A term of theirs (`what staff call “the wall”`), a title, or singles that open reported speech."""
        own = self.reading.own
        assert cue.subject is not None
        words = self.reading.text[run.start : run.end]
        if cue.verb in _PUBLISHING and own[cue.end : run.opens] == " " and words[:1].isupper():
            return words[-1:] not in ".,?!"
        theirs = cue.subject.sort in (Sort.BODY, Sort.UNNAMED) or cue.subject.name in ("they", "it")
        habit = cue.verb in ("call", "calls") and theirs
        if habit:
            count = len(words.split())
            if count < _TERM if run.opens - cue.end <= 1 else count < _SHORT and words[:2] not in ("a ", "an"):
                return True
        if (
            run.mark != SINGLE
            or not own[cue.start : cue.end].endswith(" that")
            or own[cue.end : run.opens].strip() not in _BEFORE_TERM
        ):
            return False
        return _kind(words) == "fragment" and len(words.split()) <= _TERM and own[run.closes : run.closes + 1] == " "

    def _by_cue(self, run: Run, cue: Cue, reason: str) -> Attributed | None:
        assert cue.subject is not None
        speaker = self._speaker(cue.subject)
        kind = self._kind(run)
        previous = self.done[-1] if self.done else None
        shares = previous is not None and previous.cue is not None and previous.cue[1] == cue.end
        if previous is not None and shares and previous.reason == "cue after the words":
            between = self.reading.own[cue.end : run.opens].strip(" ,.;:–—-")
            if between in ("", "and"):
                return Attributed(run, speaker, "cue in the middle", previous.cue, self._second_half(previous, run))
        return Attributed(run, speaker, reason, self._cue_words(cue, run), kind)

    def _kind(self, run: Run) -> str:
        """Full or fragment; told once for each run."""
        kind = self._kinds.get(run.start)
        if kind is None:
            kind = self._kinds[run.start] = self._weighed(run)
        return kind

    def _weighed(self, run: Run) -> str:
        """Full or fragment; a predicate the writer began outside the marks is none of the words' own."""
        words = self.reading.text[run.start : run.end]
        if not words[:1].islower():
            return _kind(words)
        before = self.reading.own[max(0, run.opens - 12) : run.opens].rstrip()
        if _GOES_ON.search(before):
            _, _, rest = words.partition(". ")
            return _kind(rest) if rest else "fragment"
        if words.startswith("that ") and "." not in words and _NOUN_BEFORE.search(before):
            # `a plan “that nobody reads”` hangs on the plan; `said “that nobody read it”` stands.
            return "fragment"
        return _kind(words)

    def _second_half(self, first: Attributed, second: Run) -> str:
        """The second half of a broken quotation is full where the first is, or where the two make a clause."""
        text = self.reading.text
        whole = text[first.run.start : first.run.end].rstrip(",") + " " + text[second.start : second.end]
        return "full" if first.kind == "full" else _kind(whole)

    def _speaker(self, subject: Subject) -> Speaker:
        """The speaker of a cue; a pronoun looks at the sentences before it first."""
        if subject.sort is Sort.PRONOUN:
            for meant, has_spoken in islice(antecedents(self.reading, subject), _MEANT):
                if self.cast.can_mean(meant, subject.name, has_spoken=has_spoken):
                    return self.cast.resolve(meant)._replace(how="pronoun")
        return self.cast.resolve(subject)

    def _cue_words(self, cue: Cue, run: Run) -> tuple[int, int]:
        """The cue with the `as` that its verb asks for, up to the words themselves."""
        own = self.reading.own
        end = run.opens
        while end > 0 and own[end - 1].isspace():
            end -= 1
        if cue.verb and own.find(" as", cue.end, end) >= 0 and _AS.fullmatch(own, cue.end, end):
            return cue.start, own.rindex(" as", cue.end, end) + 3
        return cue.start, cue.end

    def _without_cue(self, run: Run, sentence: Span, number: int) -> Attributed | None:
        reading = self.reading
        words = reading.text[run.start : run.end]
        kind = self._kind(run)
        lead = reading.lead(sentence, run.opens).strip(" •-*")
        if reading.kind(run.first) is ParagraphKind.NOTE:
            return None
        if reading.kind(run.first) is ParagraphKind.BULLET:
            led = lead_in(reading, run.first)
            if led is not None:
                is_term = run.mark == SINGLE and lead and len(words.split()) < _SHORT
                return None if is_term else self._by_cue(run, led, "lead-in of the list")
        is_sentence = (
            words[-1:] in ".?!" and words[:1].isupper() and (" " in words or (not lead and run.mark != SINGLE))
        )
        is_speech = kind == "full" or is_sentence or len(words.split()) >= 15
        found = None
        if not lead and is_speech:
            found = self._above(run, kind) if number == 0 else self._said_in_paragraph(run, number, kind)
        elif lead.endswith(":") and is_speech:
            somebody = first_subject(reading.own, sentence, run.opens, unnamed=True)
            if somebody is not None and somebody.sort is Sort.UNNAMED and somebody.name.lower().startswith(_SOMEBODY):
                return Attributed(run, self._speaker(somebody), "subject of the sentence", None, kind)
            found = self._said_in_paragraph(run, number, kind)
        found = found or self._by_sentence_subject(run, sentence, lead, kind, is_speech=is_speech)
        if found is not None:
            return found
        signed = signature(reading, run)
        if signed is not None and is_speech:
            return self._by_cue(run, signed, "signed below")
        if run.mark == SINGLE:
            finding = _FINDING.search(reading.lead(sentence, run.opens))
            return Attributed(run, self.passage, "finding without a cue", None, kind) if finding else None
        if (lead or kind != "full") and not (lead.endswith(":") and kind == "full"):
            return Attributed(run, self.passage, "finding without a cue", None, kind)
        if not lead and number > 0:
            return Attributed(run, self.passage, "finding without a cue", None, kind)
        return Attributed(run, NOBODY, "no cue", None, kind)

    def _by_sentence_subject(
        self, run: Run, sentence: Span, lead: str, kind: str, *, is_speech: bool
    ) -> Attributed | None:
        """`Inspectors had one message: “…”` and `She was “appalled” to find`: the subject has no verb of saying."""
        for_whom = lead.startswith(("For ", "To "))
        if not ((lead.endswith(":") and is_speech) or (run.mark != SINGLE and (for_whom or _PREDICATE.search(lead)))):
            return None
        subject = first_subject(self.reading.own, sentence, run.opens, unnamed=for_whom)
        if subject is not None and subject.sort is Sort.UNNAMED and not subject.name.startswith(("one ", "another ")):
            return None
        speaks = (*_PEOPLE, Sort.INSPECTORS, Sort.UNNAMED)
        if subject is None or (not lead.endswith(":") and subject.sort not in speaks):
            return None
        return Attributed(run, self._speaker(subject), "subject of the sentence", None, kind)

    def _above(self, run: Run, kind: str) -> Attributed | None:
        """A paragraph that opens with quoted sentences: who spoke, or was spoken of, in the one above it."""
        reading = self.reading
        above = run.first - 1
        while above >= 0 and reading.kind(above) is ParagraphKind.HEADING:
            cue = tail_cue(reading, above, only_colon=True)
            if cue is not None:
                return self._by_cue(run, cue, "cue in the paragraph above")
            above -= 1
        if above < 0 or reading.kind(above) in (ParagraphKind.TITLE, ParagraphKind.END):
            return None
        previous = self.done[-1] if self.done and self.done[-1].run.last == above else None
        paragraph_end = reading.paragraphs[above].end_char
        if previous is not None and not reading.text[previous.run.closes : paragraph_end].strip(" ."):
            if previous.kind == "full" or previous.is_carried:
                under = above < run.first - 1
                reason = "continued under a subheading" if under else "continued"
                return Attributed(run, previous.speaker, reason, previous.cue, kind, is_carried=not under)
            return self._about(run, above, kind)
        cue = tail_cue(reading, above, only_colon=False)
        if cue is not None:
            return self._by_cue(run, cue, "cue in the paragraph above")
        led = lead_in(reading, above) if reading.kind(above) is ParagraphKind.BULLET else None
        return self._by_cue(run, led, "lead-in of the list") if led is not None else self._about(run, above, kind)

    def _about(self, run: Run, above: int, kind: str) -> Attributed | None:
        """The person that the paragraph above is about."""
        reading = self.reading
        for sentence in reversed(reading.sentences_of(above)[-_BACK:]):
            for cue in reversed(reading.cues_before(sentence, sentence.end_char)):
                if cue.subject is not None and cue.subject.sort in _PEOPLE:
                    return Attributed(run, self._speaker(cue.subject), "the paragraph above is about them", None, kind)
        previous = self.done[-1] if self.done and self.done[-1].run.last == above else None
        if previous is not None and previous.speaker.type == "person":
            return Attributed(run, previous.speaker, "continued", None, kind)
        return None

    def _said_in_paragraph(self, run: Run, number: int, kind: str) -> Attributed | None:
        """Words after `…, said X.` or after another sentence of the same speaker."""
        reading = self.reading
        previous = self.done[-1] if self.done and self.done[-1].run.last == run.first else None
        sentences = reading.sentences_of(run.first)
        for earlier in range(number - 1, max(-1, number - 4), -1):
            before = reading.cues_before(sentences[earlier], sentences[earlier].end_char)
            found = [cue for cue in before if cue.subject is not None]
            if not found:
                continue
            cue = found[-1]
            assert cue.subject is not None
            if cue.subject.sort is Sort.INSPECTORS:
                # What inspectors found is told; the sentence in marks below it is the report's.
                return None
            speaker = self._speaker(cue.subject)
            if (
                previous is not None
                and previous.reason == "cue after the words"
                and previous.cue
                and previous.cue[1] == cue.end
            ):
                return Attributed(run, speaker, "cue in the middle", previous.cue, "full")
            return Attributed(run, speaker, "the sentence before is theirs", (cue.start, cue.end), kind)
        if previous is not None and previous.speaker.type == "person":
            return Attributed(run, previous.speaker, "continued", previous.cue, kind)
        return None


def _kind(words: str) -> str:
    return "full" if is_full(words) else "fragment"
