"""Cues: a subject with a verb of saying, in one sentence of the writer's own.  Looks up nobody and assigns nothing."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from transform.quotations.chunks import HIDDEN, chunks_of, left_bound, without_small_words
from transform.quotations.clause_subjects import subject_of, with_office_before
from transform.quotations.clause_words import BE, FINITE_NEXT, MODALS
from transform.quotations.sorts import Sort, Subject
from transform.quotations.subjects import subject_at_end, subject_at_start
from transform.quotations.verbs import Verb, verbs
from transform.quotations.words import JUDGING, LED_BY, NAMING, NOUN_LIKE, OWN_WORDS, SAYING, STATES
from transform.records import Span

# What belongs to the cue after its verb: whom it was told, what was published, the word that leads on.
_TOLD = re.compile(
    r"(?: to)? (?:us|inspectors|them|me|him|her|staff|leaders"
    r"|the (?:inspection team|inspectorate|inspectors|team|inspector))\b"
)
_CUE_TAIL = re.compile(
    r"(?: (?:(?:the|this|a) (?:following )?statement|the following|simply|bluntly|it like this|like this|this way"
    r"|to (?:find|see|learn|hear|note|report|say|praise|observe)))?"
    r"(?:(?:, (?:though|however|too|therefore|also),(?= that\b))? (?:that|as|of|to|for|about)(?=[ :,]))?"
)
# `managers called it “…”`: what is named belongs to the cue, as in `described it as`.
_NAMED = re.compile(r" (?:it|them|him|her|this|these)(?= [“‘\"'])")
_NAMING = ("called", "calls", "calling", "labelled", "labelling", "branded", "branding", "dubbed", "termed")
_QUOTING = ("quotes", "quoted", "cites", "cited", "quote")
_MARK_NEXT = re.compile(r" (?:the |its |their )?[“‘\"']")
_AS_OR_MARK = re.compile(r" as [“‘\"']| as an? [“‘\"']| [“‘\"']\ue000")
_HUNG = re.compile(r"(?:^|\s)(?:([\w’'-]{1,25}),? that|[\w’'-]{1,25},? (?:which|whom|what)) $")
_THAT = re.compile(r" (?:that|as)\b")
_DETERMINERS = frozenset({"a", "an", "the", "this", "that", "his", "her", "its", "their", "no", "one", "of"})
_TELLING = ("told", "tells", "telling", "tell", "asked", "warned", "urged", "advised", "admitted", "confided")
_DESCRIBED = ("described", "labelled", "branded", "recorded")
_FINITE_LATER = re.compile(
    r"(?: [\w’'-]{1,20}){1,10} (?:is|are|was|were|has|have|had|can|could|will|would|may|might|must|should|did|got|said"
    r"|received|found|felt|faced|waited)\b"
)
_NEXT = re.compile(r" (?:also |then |again )?([a-z]{2,14})\b")
_PARTED = ",”’\"'–-" + HIDDEN
_NOUNS = ("report", "record", "note", "claim", "comment", "view", "question", "answer", "issue", "list", "call")
_AND_BY = re.compile(r"[\ue000”’\"'],? (?:and|but|while) by ")
_FINITE_NEXT = re.compile(r" (?:was|were|is|are|had|has|have|did|would|could|can|will|told|said|added|felt)\b")
_BY = re.compile(r"(?: [\w-]{2,16}){0,3}? by ")
_SPEAK = (Sort.PERSON, Sort.INSPECTORS, Sort.OFFICE, Sort.DOCUMENT, Sort.PRONOUN)


class Cue(NamedTuple):
    """The words that name a speaker and say that they speak; `subject` is null for a passive without an agent."""

    start: int
    end: int
    verb: str
    subject: Subject | None
    is_borrowed: bool = False
    is_after: bool = False


def cues(text: str, sentence: Span) -> list[Cue]:
    """Find the cues of a sentence in `text`, in which quoted words are hidden; in order."""
    found: list[Cue] = []
    for said in verbs(text, sentence.start_char, sentence.end_char):
        if found and said.start < found[-1].end:
            continue
        cue = _cue(text, sentence, said, found)
        if cue is not None:
            found.append(cue)
            found.extend(_other_agents(text, sentence, cue))
    return found


def _other_agents(text: str, sentence: Span, passive: Cue) -> Iterator[Cue]:
    """`described by staff as “…” and by partners as “…”`: the verb has a second agent."""
    if passive.subject is None or passive.start >= passive.subject.start:
        return
    limit = min(sentence.end_char, passive.end + 300)
    again = _AND_BY.search(text, passive.end, limit) if " by " in text[passive.start : passive.subject.start] else None
    agent = subject_at_start(text, again.end(), limit) if again else None
    if again is not None and agent is not None and text.startswith(" as ", agent.end):
        yield Cue(again.end() - 3, agent.end + 3, passive.verb, agent)


def _cue(text: str, sentence: Span, said: Verb, earlier: list[Cue]) -> Cue | None:
    verb = said.words
    limit = min(sentence.end_char, said.end + 200)
    if verb in NOUN_LIKE and _is_noun(text, said):
        return None
    if verb in LED_BY:
        named = subject_at_start(text, said.end + 1, limit)
        return Cue(said.start, named.end, verb, named, is_after=True) if named else None
    if verb in OWN_WORDS:
        if text[said.start - 2] not in "’'" and text[said.start - 3] not in "’'":
            return None
        end = said.start - 3 + (text[said.start - 2] in "’'")
        own = subject_at_end(text, left_bound(text, sentence, said.start), end, is_owner=True)
        return Cue(own.start, said.end, verb, own) if own else None
    bound = max(left_bound(text, sentence, said.start), earlier[-1].end if earlier else 0)
    chunks = chunks_of(text, bound, said.start)
    stripped, small = without_small_words(text, *chunks[-1])
    has_be = not BE.isdisjoint(small)
    if verb in STATES:
        if not has_be:
            return None
    elif verb in JUDGING and not MODALS.isdisjoint(small):
        return None
    elif (has_be and not verb.endswith("ing")) or _is_done_by(text, said, limit):
        return _passive(text, said, limit, (chunks[-1][0], stripped))
    begin = chunks[-1][0]
    has_who = text.endswith(" who", begin, stripped) and text[begin : stripped - 4].strip() != ""
    if has_who and not _FINITE_NEXT.match(text, said.end):
        # `of a boy of fifteen who said`: the noun right before it speaks.
        whose = subject_at_end(text, begin, stripped - 4, is_owner=True)
        if whose is not None and whose.sort is Sort.UNNAMED:
            return Cue(whose.start, _cue_end(text, said.end, limit), verb, whose)
    is_relative = len(chunks) > 1 and text[begin:stripped].strip() in ("who", "which")
    chunks[-1] = (stripped if is_relative else begin, stripped)
    # `Mr Holt welcomed the report, saying it was`: what stands between the two verbs is the object of the first.
    is_participle = verb.endswith("ing") and text[said.start - 2 : said.start] == ", "
    hangs_on = is_participle and bool(earlier) and bound == earlier[-1].end
    subject = None if hangs_on else subject_of(text, chunks, is_relative=is_relative)
    if subject is not None:
        if verb in _NOUNS and subject.sort is Sort.BODY and " and " not in subject.name:
            # `in his first PDU report as`: one body reports, it does not report.
            return None
        if _is_participle(text, subject, said, sentence):
            return None
        if text[said.start - 2 : said.start] == ", " and verb in SAYING:
            # `Leadership, says the report, is`: who says it stands after the verb.
            parted = _inverted(text, sentence, said, limit)
            if parted is not None and text[parted.end : parted.end + 1] == ",":
                return parted
        if verb in _QUOTING:
            told = subject_at_start(text, said.end + 1, limit)
            if told is not None and told.sort in (Sort.UNNAMED, Sort.PERSON, Sort.OFFICE):
                return Cue(subject.start, told.end, verb, told)
        indefinite = text[subject.start : subject.start + 2].lower() in ("a ", "an") and not small
        names = verb in NAMING and (subject.sort is not Sort.UNNAMED or _MARK_NEXT.match(text, said.end))
        if indefinite and names:
            return None
        return Cue(subject.start, _cue_end(text, said.end, limit), verb, subject)
    return _inverted(text, sentence, said, limit) or _borrowed(text, said, limit, earlier, chunks[-1], sentence)


def _is_noun(text: str, said: Verb) -> bool:
    """`The HMI Probation report notes that`, `its record was`: the verb of the sentence comes next."""
    following = _NEXT.match(text, said.end)
    if following is None or said.words.endswith(("ed", "thought", "found")):
        return False
    word = following[1]
    is_verb = word in SAYING or word in JUDGING
    if word in NOUN_LIKE and not text.startswith(" that ", following.end()):
        return False
    return word in FINITE_NEXT or (is_verb and word.endswith(("s", "ed", "said", "found")))


def _is_participle(text: str, subject: Subject, said: Verb, sentence: Span) -> bool:
    """`Children referred to the service could join a “club”`: they were referred, and the verb comes later."""
    if subject.sort not in (Sort.UNNAMED, Sort.SHARE, Sort.BODY) or text[subject.end : said.start].strip():
        return False
    if said.words in _DESCRIBED and text.startswith(" as ", said.end):
        return " " not in subject.name and not _lacks_object(text, subject.start)
    if said.words != "referred to" and not (said.words in _TELLING and text.startswith(" to ", said.end)):
        return False
    return _FINITE_LATER.match(text, said.end, min(sentence.end_char, said.end + 120)) is not None


def _lacks_object(text: str, start: int) -> bool:
    """`a method that staff described as`, `which staff described as`: the subject of a clause hung on a noun."""
    hung = _HUNG.search(text, max(0, start - 30), start)
    return hung is not None and hung[1] not in SAYING and hung[1] not in JUDGING


def _cue_end(text: str, end: int, limit: int) -> int:
    verb = text[max(0, end - 9) : end].rsplit(" ", 1)[-1]
    if verb in _TELLING:
        told = _TOLD.match(text, end, limit)
        end = told.end() if told else end
    elif verb in _NAMING:
        named = _NAMED.match(text, end, limit)
        return named.end() if named else end
    more = _CUE_TAIL.match(text, end, limit)
    return more.end() if more else end


def _passive(text: str, said: Verb, limit: int, before: tuple[int, int]) -> Cue | None:
    """`was described by inspectors as`; without an agent the finding belongs to whoever the passage is about.

    Of `Inspectors were told by a clerk that` those who were told belong to the cue.
    """
    by = _BY.match(text, said.end, limit)
    agent = subject_at_start(text, by.end(), limit) if by else None
    if agent is not None:
        that = _THAT.match(text, agent.end, limit)
        told = subject_at_end(text, *before) if said.words in _TELLING else None
        start = told.start if told is not None and told.sort in (Sort.INSPECTORS, Sort.PRONOUN) else said.start
        return Cue(start, that.end() if that else agent.end, said.words, agent)
    return Cue(said.start, said.end, said.words, None)


def _is_done_by(text: str, said: Verb, limit: int) -> bool:
    """`a room, described by staff as “warm”`: the agent follows a participle without `was`, and the words follow it."""
    agent = subject_at_start(text, said.end + 4, limit) if text.startswith(" by ", said.end) else None
    return agent is not None and _AS_OR_MARK.match(text, agent.end) is not None


def _inverted(text: str, sentence: Span, said: Verb, limit: int) -> Cue | None:
    """`…, said Justin Russell, HM Chief Inspector`: right after quoted words or a comma, or at the start."""
    lead = text[max(sentence.start_char, said.start - 4) : said.start].strip()
    if lead and lead[-1] not in _PARTED and lead != "So":
        return None
    if (
        said.words in JUDGING
        and (not lead or lead[-1] not in "”’\"'")
        and HIDDEN not in text[said.start - 5 : said.start]
    ):
        return None
    if said.end >= limit or not text[said.end].isspace() or said.words.endswith("ing"):
        return None
    named = subject_at_start(text, said.end + 1, limit)
    if named is None:
        return None
    return Cue(said.start, named.end, said.words, named, is_after=True)


def _borrowed(
    text: str, said: Verb, limit: int, earlier: list[Cue], chunk: tuple[int, int], sentence: Span
) -> Cue | None:
    """A second verb with the subject of the first (`adding`, `and stated that`), or of the sentence."""
    verb = said.words
    lead = text[chunk[0] : chunk[1]].strip().rsplit(" ", 1)[-1].strip(",”’\"'").lower()
    is_participle = verb.endswith("ing") and lead not in _DETERMINERS
    parted = not lead and text[max(0, said.start - 3) : said.start].rstrip()[-1:] in (",", "”", "’", '"', "'", "–", "—")
    if verb in NOUN_LIKE or not (is_participle or parted or lead in ("and", "but", "then", "also", "or")):
        return None
    whose = earlier[-1].subject if earlier else None
    if whose is None and (verb.endswith("ing") or parted or lead in ("and", "but")):
        whose = first_subject(text, sentence, said.start)
    if whose is None:
        return None
    # `Mr Russell, speaking in Leeds, said`, `a clerk, asked why, said`: the cue reaches from the name to its own verb.
    aside = not earlier or (earlier[-1].verb.endswith(("ing", "asked")) and not earlier[-1].is_borrowed)
    spans = parted and aside and text[whose.end] == "," and whose.sort in (Sort.PERSON, Sort.OFFICE, Sort.UNNAMED)
    begin = whose.start if spans else said.start
    return Cue(begin, _cue_end(text, said.end, limit), verb, whose, is_borrowed=not spans)


def first_subject(text: str, sentence: Span, before: int, *, unnamed: bool = False) -> Subject | None:
    """Read the subject a sentence opens with, if it is somebody who can speak; people without a name where asked."""
    start = sentence.start_char
    if text.startswith(("For ", "To "), start):
        start = text.index(" ", start) + 1
    first = subject_at_start(text, start, min(before, start + 160))
    if first is None:
        return None
    is_named_body = first.sort is Sort.BODY and text[first.end : first.end + 1] == ","
    may_speak = first.sort in _SPEAK or (unnamed and first.sort is Sort.UNNAMED)
    return first if may_speak or is_named_body else None


def bare_name(text: str, sentence: Span, at: int) -> Cue | None:
    """`Martin Jones, Chief Inspector of Probation: “…”`: a name before a colon that ends at `at`, and no verb."""
    end = at
    while end > sentence.start_char and text[end - 1].isspace():
        end -= 1
    if end == sentence.start_char or text[end - 1] not in ":–—-":
        return None
    end -= 1
    chunks = chunks_of(text, left_bound(text, sentence, end), end)
    for place in range(len(chunks) - 1, max(-1, len(chunks) - 4), -1):
        named = subject_at_end(text, *chunks[place], is_owner=True)
        if named is not None and text[max(0, named.start - 6) : named.start].endswith((" from ", " by ")):
            return Cue(named.start, end, "", named)
        if named is None or named.sort in (Sort.BODY, Sort.UNNAMED, Sort.SHARE):
            continue
        whole = not text[chunks[place][0] : named.start].strip()
        if named.sort is Sort.OFFICE and place > 0 and whole:
            person = subject_at_end(text, *chunks[place - 1])
            if person is not None and person.sort is Sort.PERSON:
                return Cue(person.start, end, "", person._replace(role=person.role or named.name))
        if named.sort is Sort.PERSON and (whole or named.role):
            named = with_office_before(text, named, chunks, place - 1)
            return Cue(named.start, end, "", named)
        if whole and place == len(chunks) - 1:
            return Cue(named.start, end, "", named)
    return None
