"""Who a phrase names: a person, an office, inspectors, a document, a body, somebody unnamed.  Resolves nobody."""

import re

from transform.quotations.capitals import CAPITALS_HEAD, CAPITALS_TAIL, named_by
from transform.quotations.offices import clean_office, is_office
from transform.quotations.phrases import (
    ADDED,
    BEFORE,
    DOCUMENT,
    INSPECTORS,
    INSPECTORS_ADDED,
    MODIFIER,
    PERSONS,
    SHARE,
    SMALL_BODY,
    SMALL_OFFICE,
    UNNAMED,
    head,
    tail,
)
from transform.quotations.sorts import Sort, Subject
from transform.quotations.words import DOCUMENTS, PEOPLE, SMALL_BODIES, forms

_INSPECTORS = frozenset({"inspector", "inspectors"})
# `a third of`, `two-thirds`: what every share has, and the words one of which it has.
_SHARE_NOUNS = frozenset(form.replace("-", " ").rsplit(" ", 1)[-1] for form in forms("shares"))
_SHARE_SIGNS = (*sorted(_SHARE_NOUNS), " in ", " of ", " per cent", "%")
_SHARES = PEOPLE | _SHARE_NOUNS | {"in", "cent"}
# Each sort of phrase with words one of which it always has, so that most patterns need not be tried.
_TAILS = (
    (Sort.INSPECTORS, frozenset({"inspectors", "team"}), tail(INSPECTORS + INSPECTORS_ADDED)),
    (Sort.SHARE, _SHARES, tail(rf"{SHARE}(?P<name>{UNNAMED}{ADDED})")),
    (Sort.SHARE, _SHARES, tail(rf"{SHARE.removesuffix(' ')}(?P<name>)")),
    (Sort.DOCUMENT, DOCUMENTS, tail(DOCUMENT + ADDED.replace("on|into", "to|on|into", 1))),
    (Sort.OFFICE, _INSPECTORS, tail(SMALL_OFFICE)),
    (Sort.BODY, SMALL_BODIES, tail(SMALL_BODY)),
    (Sort.UNNAMED, PEOPLE | {"executive"}, tail(UNNAMED + ADDED)),
)
# Tried before names, and after them.
_UNNAMED_HEAD = head(UNNAMED)
_FIRST_HEADS = (
    (Sort.INSPECTORS, head(INSPECTORS)),
    (Sort.SHARE, head(rf"{SHARE}(?P<name>{UNNAMED})")),
    (Sort.DOCUMENT, head(DOCUMENT)),
)
_OTHER_HEADS = ((Sort.OFFICE, head(SMALL_OFFICE)), (Sort.BODY, head(SMALL_BODY)), (Sort.UNNAMED, _UNNAMED_HEAD))
# How the words end that the pattern below each list looks for; few phrases end so.
_ALONE_ENDS = ("ne", "nother", "ome", "any", "thers", "everal", "ost")
_ALONE = re.compile(
    rf"{BEFORE}(?:[Oo]ne|[Aa]nother|[Ss]ome|[Mm]any|[Oo]thers|[Ss]everal|[Mm]ost)"
    r"(?: of (?:them|these|those|the \w{3,14}))?$"
)
_ALONE_HEAD = re.compile(r"(?:one|another|some|others|many|several)(?: of (?:them|these|those))?(?=[.,;:”’\"]|$)")
_THIS_ONE = re.compile(r"\b(?:this|that|the|each|every) one$", re.IGNORECASE)
_PRONOUN_ENDS = ("he", "hey", "it", "It", "He")
_PRONOUN_TAIL = re.compile(r"\b(?:[Ss]he|[Hh]e|[Tt]hey|[Ii]t)$")
_PRONOUN_HEAD = re.compile(r"(?:[Ss]he|[Hh]e|[Tt]hey)\b")
_BRACKET = re.compile(r" ?\([^()]{1,40}\)$")
_LETTERS_AFTER = re.compile(r"(?:,? (?:[COMK]BE|[QK]C|QPM|MP|DBE|MBE|JP|CB|KPM)){1,4}$")
# `A spokesperson for the Ministry of Justice`, `one officer in Leeds`: the name at the end is not the speaker's.
_SOMEBODY_OF = re.compile(
    rf"{BEFORE}(?:one|an?|another|some|several) (?:{MODIFIER}){{0,4}}?(?:{PERSONS})"
    rf" (?:for|of|in|at|from) [^,;:“”\"]{{2,90}}$",
    re.IGNORECASE,
)
# No phrase that names a speaker is longer; what stands further back is not looked at.
_WIDEST = 170
_LOOSE = (" and", " or", " but", " then", " that", " which", " who", " to", " of", " in", " for", " with")
# What such a word stands before is no subject: `a letter to families said`.
_PREPOSITION = re.compile(r"\b(?:to|for|with|by|from|of|in|at|on|about|into) $")
_PERSONAL = re.compile(r", (?:aged|who|now|then|an? |\d)")
# `Magistrates in Larkton`: people, though the capitals run on.
_PEOPLE_OF = re.compile(rf"(?:{PERSONS}) (?=(?:in|of|at|from|for) )", re.IGNORECASE)
_HEADING = ("head", "chair", "leader", "director", "deputy")
_HEADED = re.compile(
    r" of (?:(?:the|its|their) )?[a-z][\w’-]{1,20}(?: [a-z][\w’-]{1,20})?(?=[,.;:]|$| and\b| in\b| at\b)"
)
_OFFICE_OF = re.compile(r" (?:of|for|at) [^,.;:“”\"\n]{2,60}")


def subject_at_end(text: str, start: int, end: int, *, is_owner: bool = False) -> Subject | None:
    """Read the phrase that ends at `end` as a speaker; nothing before `start` is looked at.

    An owner (`in one officer’s words`) may follow a preposition, a subject never does.
    """
    start = max(start, end - _WIDEST)
    chunk = text[start:end].rstrip()
    # Few phrases end in a bracket or in the letters of an honour.
    if chunk.endswith(")"):
        chunk = _BRACKET.sub("", chunk)
    if chunk[-1:].isupper():
        chunk = _LETTERS_AFTER.sub("", chunk)
    if not chunk or chunk.endswith(_LOOSE):
        return None
    pronoun = _PRONOUN_TAIL.search(chunk, max(0, len(chunk) - 6)) if chunk.endswith(_PRONOUN_ENDS) else None
    if pronoun:
        return Subject(Sort.PRONOUN, start + pronoun.start(), start + pronoun.end(), pronoun[0].lower())
    last = chunk.rsplit(" ", 1)[-1]
    alone = _ALONE.search(chunk) if last.endswith(_ALONE_ENDS) or " of th" in chunk else None
    if alone and not is_owner and _PREPOSITION.search(chunk, max(0, alone.start() - 6), alone.start()):
        # `A prison officer at one of them said`
        alone = None
    if alone and _THIS_ONE.search(chunk):
        return Subject(Sort.PRONOUN, start + alone.start(), start + alone.end(), "it")
    if alone:
        return _phrase(Sort.UNNAMED, alone, start)
    named = None
    if last[:1].isupper():
        found = CAPITALS_TAIL.search(chunk)
        named = named_by(found, start, chunk) if found else None
        if named is not None and not is_owner and _PREPOSITION.search(chunk, 0, named.start - start):
            named = None
        somebody = _SOMEBODY_OF.search(chunk) if named is not None else None
        if somebody is not None:
            return _phrase(Sort.UNNAMED, somebody, start)
        if named is not None and named.sort in (Sort.PERSON, Sort.OFFICE):
            return _joined(named, text)
        people = _PEOPLE_OF.match(text, named.start, named.end) if named is not None else None
        if named is not None and people is not None:
            return named._replace(sort=Sort.UNNAMED, name=people[0].rstrip())
    low = chunk.lower()
    words = frozenset(low.replace("’", " ").split())
    may_be_share = any(sign in low for sign in _SHARE_SIGNS)
    for sort, needed, pattern in _TAILS:
        if named is not None and sort is Sort.OFFICE and " " in named.name:
            return named
        if words.isdisjoint(needed) or (sort is Sort.SHARE and not may_be_share):
            continue
        match = pattern.search(chunk)
        if match and (is_owner or not _PREPOSITION.search(chunk, max(0, match.start() - 6), match.start())):
            return _phrase(sort, match, start)
    return named


def subject_at_start(text: str, start: int, end: int) -> Subject | None:
    """Read the phrase that starts at `start` as a speaker."""
    pronoun = _PRONOUN_HEAD.match(text, start, end)
    if pronoun:
        return Subject(Sort.PRONOUN, start, pronoun.end(), pronoun[0].lower())
    chunk = text[start:end]
    alone = _ALONE_HEAD.match(chunk)
    if alone:
        return _phrase(Sort.UNNAMED, alone, start)
    for sort, pattern in _FIRST_HEADS:
        match = pattern.match(chunk)
        if match:
            return _phrase(sort, match, start)
    found = CAPITALS_HEAD.match(chunk)
    named = named_by(found, start, chunk) if found else None
    if named is not None and not (named.sort is Sort.BODY and " " not in named.name and _UNNAMED_HEAD.match(chunk)):
        if named.sort is Sort.BODY and " " not in named.name and _PERSONAL.match(text, named.end):
            named = named._replace(sort=Sort.PERSON)
        return _with_office_after(named, text, end)
    for sort, pattern in _OTHER_HEADS:
        match = pattern.match(chunk)
        if match and sort is Sort.BODY:
            somebody = _UNNAMED_HEAD.match(chunk)
            if somebody and somebody.end() > match.end():
                # `told by one team leader`: the longer phrase names the speaker.
                sort, match = Sort.UNNAMED, somebody
        if match:
            somebody_named = _with_name_after(_phrase(sort, match, start), text, end)
            return _with_what_they_head(somebody_named, text, end) if sort is Sort.UNNAMED else somebody_named
    return None


def _with_what_they_head(somebody: Subject, text: str, end: int) -> Subject:
    """`by the head of the unit`: whom the word means is told by what follows it."""
    more = _HEADED.match(text, somebody.end, end) if somebody.name.endswith(_HEADING) else None
    return somebody._replace(end=more.end(), name=somebody.name + more[0]) if more else somebody


def _with_name_after(somebody: Subject, text: str, end: int) -> Subject:
    """`said their manager, Joe Bell`, `added the head of service, Tom Quill`: whom the phrase means follows it."""
    if somebody.sort is Sort.BODY:
        return somebody
    more = _OFFICE_OF.match(text, somebody.end, end)
    until = more.end() if more and is_office(text[somebody.start : more.end()]) else somebody.end
    if text[until : until + 2] != ", ":
        return somebody
    found = CAPITALS_HEAD.match(text, until + 2, end)
    named = named_by(found, 0, text) if found else None
    if named is None or named.sort is not Sort.PERSON or named.start != until + 2:
        return somebody
    return named._replace(start=somebody.start, role=clean_office(text[somebody.start : until]))


def _phrase(sort: Sort, match: re.Match[str], start: int) -> Subject:
    name = match["name"] if sort is Sort.SHARE else match[0]
    return Subject(sort, start + match.start(), start + match.end(), name)


def _with_office_after(named: Subject, text: str, end: int) -> Subject:
    """`said Justin Russell, HM Chief Inspector of Probation` and `said HM Chief Inspector, Justin Russell`."""
    if text[named.end : named.end + 2] not in (", ", " –", " -"):
        return named
    begin = named.end + 2
    stop = begin
    while stop < min(end, begin + 110) and text[stop] not in ',.;:“”"–\n':
        stop += 1
    chunk = text[begin:stop].strip()
    if named.sort is Sort.OFFICE:
        other = subject_at_start(text, begin, stop) if chunk[:1].isupper() else None
        return other._replace(start=named.start, role=named.name) if other and other.sort is Sort.PERSON else named
    if named.sort is Sort.PERSON and is_office(chunk):
        return named._replace(end=begin + len(text[begin:stop].rstrip()), role=clean_office(chunk))
    return named


def _joined(named: Subject, text: str) -> Subject:
    """Two people in one run of capitals: `Chief Inspector … Justin Russell and Chief Inspector … Charlie Taylor`."""
    before, _, _ = (named.role or "").rpartition(" and ")
    if not before or not named.role:
        return named
    end = named.start + text[named.start : named.end].find(" and ", len(before) - 4)
    other = subject_at_end(text, named.start, end)
    if other is None or other.sort is not Sort.PERSON:
        return named
    return named._replace(name=f"{other.name} and {named.name}", role=None)
