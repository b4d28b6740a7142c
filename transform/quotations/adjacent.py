"""Where the cue of quoted words stands: before, after, later in the sentence, or above.  Resolves nobody."""

import re

from extract.records import ParagraphKind
from transform.quotations.cues import Cue, bare_name, first_subject
from transform.quotations.reading import Reading
from transform.quotations.runs import Run
from transform.quotations.sorts import Sort
from transform.quotations.subjects import subject_at_start
from transform.quotations.words import DOING, FEELING, JUDGING, NAMING, SAYING, STATES
from transform.records import Span

# Between a cue and the words it introduces: marks, and the small words of `described it as a “…”`.
_GAP = re.compile(
    r"[\s,:;–—-]{0,20}(?:(?:that|as|it|them|him|her|the|a|an|this|being|its|their) ?){0,2}[\s,:;–—-]{0,20}"
)
_AS_PUT = re.compile(
    r"(?:as|so|in|(?:(?:that|this|it|which|these|those) )?(?:is|was|were)(?: how| what| the way)?) ", re.IGNORECASE
)
# What may follow a cue that is a sentence of its own: `Dame Glenys said of the findings.`
_REST = re.compile(r"[.,;]?|,? (?:in|of|about|on|at|when|as|to|during|after|following|today|yesterday)\b[^.:]{0,80}\.")
_PARTS = (ParagraphKind.TEXT, ParagraphKind.BULLET, ParagraphKind.NOTE, ParagraphKind.HEADING, ParagraphKind.CELL)
_BY = re.compile(r" by ")
_WHILE = re.compile(r"\b(?:while|whilst|whereas|although|though) $", re.IGNORECASE)
_FAR = 400
BEFORE_WORDS = "cue before the words"
BEFORE_COLON = "name before a colon"
_DASHES = ("–", "—", "-")


def own_cue(reading: Reading, run: Run, sentence: Span) -> tuple[Cue | None, str]:
    """The cue in the run's own sentence, and the name of the place it stands in."""
    before = [cue for cue in reading.cues_before(sentence, run.opens) if cue.subject is not None]
    if len(before) > 1 and _is_subordinate(before[-1]):
        before.pop()
    if before and _is_done_by_body(before[-1], run, reading):
        before.pop()
    last = before[-1] if before else None
    directly = last is not None and _GAP.fullmatch(reading.own, last.end, run.opens) is not None
    if last is not None and directly and not _may_be_reported(last):
        return last, BEFORE_WORDS
    after = cue_after(reading, run)
    if last is not None and directly and not _is_reported(after, sentence):
        return last, BEFORE_WORDS
    after_is_own = after is None or last is None or not _is_own_clause(reading, last, run)
    if after is not None and after_is_own and not (last is not None and after.start > sentence.end_char):
        return after, "cue after the words"
    if last is not None:
        return last, "cue earlier in the sentence"
    if reading.lead(sentence, run.opens).strip():
        named = bare_name(reading.own, sentence, run.opens)
        if named is not None:
            return named, BEFORE_COLON
    later = _cue_later(reading, run)
    return (later, "cue later in the sentence") if later is not None else (None, "")


def _may_be_reported(before: Cue) -> bool:
    """`He found “a muddle”, said Mr McDowell`: what a pronoun found may be told by one named after it."""
    return before.verb in JUDGING and before.subject is not None and before.subject.sort is Sort.PRONOUN


def _is_reported(after: Cue | None, sentence: Span) -> bool:
    """Whether somebody named after the words, in the same sentence, tells what a pronoun before them found."""
    if after is None or after.start >= sentence.end_char or after.subject is None:
        return False
    return after.subject.sort is not Sort.PRONOUN and after.verb in SAYING


def _is_own_clause(reading: Reading, before: Cue, run: Run) -> bool:
    """`While managers said things were “on the up”, Mr Jones said …`: the words belong to the clause that opened."""
    if before.subject is None or before.subject.sort is Sort.PRONOUN or before.verb not in SAYING:
        return False
    lead = reading.own[max(0, before.start - 10) : before.start]
    return _WHILE.search(lead) is not None and "," not in reading.own[before.end : run.opens]


def _is_done_by_body(cue: Cue, run: Run, reading: Reading) -> bool:
    """`It had set out a plan that was “simple enough”`: a board sets out plans, and the words are not its own."""
    subject = cue.subject
    if subject is None or cue.verb not in DOING or _GAP.fullmatch(reading.own, cue.end, run.opens):
        return False
    return subject.sort is Sort.BODY or (subject.sort is Sort.PRONOUN and subject.name == "it")


def _is_subordinate(cue: Cue) -> bool:
    """`Staff told inspectors that they felt “lucky”`: what they felt is part of what they told."""
    subject = cue.subject
    if subject is None or subject.sort is not Sort.PRONOUN or subject.name not in ("they", "it"):
        return False
    return cue.verb in FEELING or cue.verb in STATES


def cue_after(reading: Reading, run: Run) -> Cue | None:
    """A cue that follows the closing mark directly, in the same sentence or as a sentence of its own."""
    own = reading.own
    at = run.closes
    limit = reading.paragraphs[run.last].end_char
    while at < limit and own[at] in " ,.–—-":
        at += 1
    if at >= limit:
        return None
    sentence = reading.sentences_of(run.last)[reading.sentence_at(run.last, at)]
    agent = _BY.match(own, run.closes, limit)
    if agent is not None and _is_judged(reading, run, sentence):
        named = subject_at_start(own, agent.end(), min(limit, agent.end() + 160))
        return Cue(agent.start() + 1, named.end, "by", named, is_after=True) if named is not None else None
    leading = _AS_PUT.match(own, at, limit)
    starts = {at, leading.end()} if leading else {at}
    for cue in reading.cues_after(sentence, at):
        if cue.start not in starts or cue.subject is None or cue.is_borrowed:
            continue
        if sentence.start_char < run.closes:
            introduces = (
                own[cue.end : cue.end + 1] == ":"
                and own[run.end - 1 : run.end] != ","
                and reading.text[run.end - 1] != ","
            )
            return None if introduces else cue._replace(start=at)
        return cue._replace(start=at) if _REST.fullmatch(own, cue.end, sentence.end_char) else None
    if own[run.closes : at].strip(" .,") in _DASHES:
        named = subject_at_start(own, at, min(limit, at + 160))
        if named is not None and named.sort in (Sort.PERSON, Sort.OFFICE) and not own[named.end : limit].strip(" .)"):
            return Cue(named.start, named.end, "", named, is_after=True)
    return None


def _is_judged(reading: Reading, run: Run, sentence: Span) -> bool:
    """`was judged “…” by inspectors`: the verb stands by the words and does not merely name."""
    passive = next((cue for cue in reversed(reading.cues_before(sentence, run.opens)) if cue.subject is None), None)
    if passive is None:
        return False
    between = reading.own[passive.end : run.opens]
    return passive.verb not in NAMING and len(between.split()) <= 2


def _cue_later(reading: Reading, run: Run) -> Cue | None:
    """`Estyn was ‘impressed’, it said.`: a cue after a comma that covers the whole sentence before it."""
    own = reading.own
    sentence = reading.sentences_of(run.last)[reading.sentence_at(run.last, run.end - 1)]
    for cue in reading.cues_after(sentence, run.closes):
        if cue.subject is None or cue.is_borrowed:
            continue
        if cue.start - run.closes > _FAR:
            return None
        between = own[run.closes : cue.start].rstrip().removesuffix("to borrow").removesuffix("to use").rstrip()
        parted = between[-1:] in (",", *_DASHES)
        ends = cue.is_after or own[cue.end : cue.end + 1] in ",."
        return cue if parted and ends else None
    return None


def lead_in(reading: Reading, index: int) -> Cue | None:
    """The cue of the paragraph that leads in the list paragraph `index` belongs to."""
    at = index
    while at >= 0 and index - at < 40 and reading.kind(at) is ParagraphKind.BULLET:
        at -= 1
    if at < 0 or reading.kind(at) is ParagraphKind.BULLET:
        return None
    return tail_cue(reading, at, only_colon=True)


def tail_cue(reading: Reading, index: int, *, only_colon: bool) -> Cue | None:
    """The cue at the end of a paragraph that introduces what comes below it."""
    sentences = reading.sentences_of(index) if reading.kind(index) in _PARTS else []
    if not sentences:
        return None
    last = sentences[-1]
    found = [cue for cue in reading.cues_before(last, last.end_char) if cue.subject is not None]
    if reading.own[last.end_char - 1] in ":–—-":
        return found[-1] if found else bare_name(reading.own, last, last.end_char) or _made_points(reading, last)
    if only_colon or not found or found[-1].is_after:
        return None
    return None if reading.own[found[-1].end : last.end_char].strip(" ,.…") else found[-1]


def _made_points(reading: Reading, sentence: Span) -> Cue | None:
    """`Dame Glenys Stacey made three points:`: whoever opens the sentence speaks below it."""
    named = first_subject(reading.own, sentence, sentence.end_char)
    if named is None or named.sort not in (Sort.PERSON, Sort.OFFICE, Sort.PRONOUN):
        return None
    return Cue(named.start, sentence.end_char - 1, "", named) if named.name not in ("it", "they") else None


def signature(reading: Reading, run: Run) -> Cue | None:
    """A name and an office that make the whole paragraph below quoted words which end theirs."""
    below = run.last + 1
    if below >= len(reading.paragraphs) or reading.own[run.closes : reading.paragraphs[run.last].end_char].strip(" ."):
        return None
    paragraph = reading.paragraphs[below]
    if (
        paragraph.kind not in (ParagraphKind.TEXT, ParagraphKind.HEADING)
        or paragraph.end_char - paragraph.start_char > 140
    ):
        return None
    start = paragraph.start_char
    while start < paragraph.end_char and reading.own[start] in "–—- ":
        start += 1
    named = subject_at_start(reading.own, start, paragraph.end_char)
    if named is None or named.sort is not Sort.PERSON or reading.own[named.end : paragraph.end_char].strip(" ."):
        return None
    return Cue(named.start, named.end, "", named, is_after=True)
