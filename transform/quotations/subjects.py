"""Who a phrase names: a person, an office, inspectors, a document, a body, somebody without a name.  Resolves nobody."""

import re
from dataclasses import dataclass, replace
from enum import Enum

from transform.quotations.words import CAPITALISED, CAPITALS, COURTESY, HONOUR, HONOURS, alternation, forms


class Sort(Enum):
    """What sort of speaker a phrase names."""

    PERSON = "person"
    OFFICE = "office"
    PRONOUN = "pronoun"
    INSPECTORS = "inspectors"
    DOCUMENT = "document"
    BODY = "body"
    UNNAMED = "unnamed"
    SHARE = "share"


@dataclass(frozen=True, slots=True)
class Subject:
    """A phrase in the text that names a speaker; `name` is the name within it, `role` the office given beside it."""

    sort: Sort
    start: int
    end: int
    name: str
    role: str | None = None


_DOCUMENT_NOUN = alternation("documents")
_UNNAMED_NOUN = alternation("unnamed")
_POST = r"(?: (?:on|into|of|by|from|about|in|at|for|with|published|who|whom|we|working|under|interviewed|inspectors|itself)\b[^,;:“”\"]{0,90})?"
_PRONOUN = re.compile(r"\b(?:[Ss]he|[Hh]e|[Tt]hey)$")
_PRONOUN_HEAD = re.compile(r"(?:she|he|they)\b")
_INSPECTORS = (
    r"(?:(?:[Tt]he|[Oo]ur|[Tt]hese|[Jj]oint|[Aa]ll|HM|HMI|Her Majesty’s|His Majesty’s|HMI Probation|Inspectorate|[Pp]robation|[Pp]rison"
    r"|[Ll]ead|[Ss]ome|[Bb]oth) ){0,4}(?:[Ii]nspectors|(?:[Ii]nspection|[Ii]nspectorate|[Ii]nspecting) team)"
    r"(?: (?:from|of|for|at|with|visiting|who|in|themselves)\b[^,;:“”\"]{0,90})?"
)
_DOCUMENT = (
    r"(?:(?:[Tt]he|[Tt]his|[Tt]hat|[Ii]ts|[Oo]ur|[Tt]heir|[Hh]is|[Hh]er|[Aa]n?|[Aa]nother|[Tt]oday’s|[Bb]oth|[Ee]ach"
    r"|[Tt]he [Ii]nspectorate’s|[Tt]he inspectors’|[Ii]nspectors’) )"
    rf"(?:[\w’'-]{{1,25}} ){{0,6}}?(?:{_DOCUMENT_NOUN}|[Rr]eport|[Rr]eview|[Ff]oreword|[Pp]aper){_POST}"
)
_SHARE = (
    r"(?:(?:[Nn]early|[Aa]lmost|[Jj]ust|[Oo]ver|[Uu]nder|[Aa]bout|[Aa]round|[Ss]ome|[Mm]ore than|[Ff]ewer than|[Ll]ess than) ){0,3}"
    r"(?:[Aa] third|[Oo]ne third|[Oo]ne-third|[Tt]wo[- ]thirds|[Aa] quarter|[Oo]ne quarter|[Tt]hree[- ]quarters|[Hh]alf|[Mm]ost"
    r"|[Aa] majority|[Tt]he majority|[Aa] minority|\d{1,3} per cent|\d{1,3}%|[A-Za-z-]{3,14} per cent|[Oo]ne in \w{2,6}|\w{2,6} in \w{2,6})"
    r"(?: of)?(?: the| those| our| all)? "
)
_ARTICLE = (
    r"(?:(?:[Oo]ne|[Aa]n?|[Aa]nother|[Ss]ome|[Mm]any|[Ss]everal|[Ff]ew|[Tt]wo|[Tt]hree|[Ff]our|[Oo]thers?|[Tt]he|[Tt]hose|[Oo]ur|[Aa]ll"
    r"|[Tt]heir|[Bb]oth|[Aa] (?:number|handful|few|couple|group) of|[Oo]ne of the|[Ss]ome of the|[Mm]any of the|[Ss]everal of the) )"
)
_UNNAMED = (
    rf"(?:{_ARTICLE})?(?:(?!and\b|or\b|as\b|but\b|that\b|when\b|while\b|for\b|to\b|of\b)[\w’'-]{{2,22}} ){{0,4}}?(?:{_UNNAMED_NOUN}|[Ss]taff|[Pp]ractitioners"
    rf"|[Mm]anagers|[Ll]eaders|[Pp]eople|[Cc]hildren|[Vv]ictims|[Ww]omen|[Mm]en|[Oo]fficers|[Mm]agistrates|[Jj]udges|[Ss]entencers|[Pp]artners|[Pp]arents){_POST}"
)
_SMALL_BODY = (
    r"(?:[Tt]he )(?:[\w’'-]{2,20} ){0,2}?(?:inspectorate|watchdog|ministry|department|government|board|trust|company|charity|union|council"
    r"|service|division|authority|commission|committee|partnership|organisation|agency|regulator|inspectorates)"
)
_OFFICE_LEAD = re.compile(
    r"(?:(?:the|our|its|their|interim|acting|former|outgoing|new|then|lead|deputy|assistant|regional|chief|inspector|director"
    r"|chair|head|minister|secretary|executive|manager|leader|commissioner|officer|spokesperson|spokesman|spokeswoman|of|for"
    r"|The|Interim|Acting|Former|Outgoing|New|Lead|Deputy|Assistant|Regional) ){1,8}$"
)
_SMALL_OFFICE = (
    r"(?:[Tt]he )?(?:(?:interim|acting|outgoing|new|then|current|former) )?(?:chief inspectors?|lead inspector|deputy chief inspector)"
    r"(?: of (?:probation|prisons))?"
)
_WHO = re.compile(
    r"[“‘]?(?:and|but|while|as|when|however|overall|today|yet|so|where|although|because|if|in|on)\b ?", re.IGNORECASE
)
_NOT_A_NAME = frozenset(
    """The This That These Those A An In On At As But And Or If When While However Overall Today Yet So For From With By To Of
    Although Because Since After Before During Among Our Their Its His Her He She They We It Inspectors Inspection HM HMI
    Commenting Publishing Launching Speaking Responding Welcoming Writing Read Report Reports Notes Note Press Release""".split()
)
_TAILS: tuple[tuple[Sort, re.Pattern[str]], ...] = (
    (Sort.INSPECTORS, re.compile(rf"(?<![\w’'-]){_INSPECTORS}$")),
    (Sort.SHARE, re.compile(rf"(?<![\w’'-]){_SHARE}(?P<name>{_UNNAMED})$")),
    (Sort.DOCUMENT, re.compile(rf"(?<![\w’'-]){_DOCUMENT}$")),
    (Sort.OFFICE, re.compile(rf"(?<![\w’'-]){_SMALL_OFFICE}$")),
    (Sort.BODY, re.compile(rf"(?<![\w’'-]){_SMALL_BODY}$")),
    (Sort.UNNAMED, re.compile(rf"(?<![\w’'-]){_UNNAMED}$")),
)
_HEADS: tuple[tuple[Sort, re.Pattern[str]], ...] = (
    (Sort.INSPECTORS, re.compile(_INSPECTORS.replace(r"[^,;:“”\"]{0,90}", r"[^,;:“”\".]{0,60}"))),
    (Sort.SHARE, re.compile(rf"{_SHARE}(?P<name>{_UNNAMED})".replace(_POST, ""))),
    (Sort.DOCUMENT, re.compile(_DOCUMENT.replace(_POST, ""))),
    (Sort.OFFICE, re.compile(_SMALL_OFFICE + r"\b")),
    (Sort.BODY, re.compile(_SMALL_BODY)),
    (Sort.UNNAMED, re.compile(rf"{_UNNAMED}\b".replace(_POST, ""))),
)
_CAPITALS_TAIL = re.compile(rf"(?<![\w’'-])(?P<article>[Tt]he |[Oo]ur |[Ii]ts )?(?P<run>{CAPITALS})$")
_CAPITALS_HEAD = re.compile(rf"(?P<article>[Tt]he )?(?P<run>{CAPITALS})")
_BRACKET = re.compile(r" ?\([^()]{1,40}\)$")
_LETTERS_AFTER = re.compile(r"(?:,? (?:[COMK]BE|[QK]C|QPM|MP|DBE|MBE|JP|CB|KPM))+$")
_HONOUR = re.compile(rf"\b{HONOUR} ")


def subject_at_end(text: str, start: int, end: int) -> Subject | None:
    """Read the phrase that ends at `end` as a speaker; nothing before `start` is looked at."""
    chunk = text[start:end].rstrip()
    for trim in (_BRACKET, _LETTERS_AFTER):
        chunk = trim.sub("", chunk)
    if not chunk:
        return None
    pronoun = _PRONOUN.search(chunk)
    if pronoun:
        return Subject(Sort.PRONOUN, start + pronoun.start(), start + pronoun.end(), pronoun[0].lower())
    capitals = None
    if _ends_capitalised(chunk):
        found = _CAPITALS_TAIL.search(chunk)
        capitals = _named(found, start, chunk) if found else None
        if capitals is not None and capitals.sort in (Sort.PERSON, Sort.OFFICE):
            return capitals
    for sort, pattern in _TAILS:
        match = pattern.search(chunk)
        if match:
            return _phrase(sort, match, start)
    return capitals


def subject_at_start(text: str, start: int, end: int) -> Subject | None:
    """Read the phrase that starts at `start` as a speaker."""
    chunk = text[start:end]
    pronoun = _PRONOUN_HEAD.match(chunk)
    if pronoun:
        return Subject(Sort.PRONOUN, start, start + pronoun.end(), pronoun[0].lower())
    for sort, pattern in _HEADS[:3]:
        match = pattern.match(chunk)
        if match:
            return _phrase(sort, match, start)
    found = _CAPITALS_HEAD.match(chunk)
    if found:
        named = _named(found, start, chunk)
        if named is not None:
            return _with_office_after(named, text, end)
    for sort, pattern in _HEADS[3:]:
        match = pattern.match(chunk)
        if match:
            return _phrase(sort, match, start)
    return None


def _ends_capitalised(chunk: str) -> bool:
    last = chunk.rsplit(" ", 1)[-1]
    return last[:1].isupper()


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
        if other is not None and other.sort is Sort.PERSON:
            return replace(other, start=named.start, role=named.name)
        return named
    if named.sort is Sort.PERSON and is_office(chunk):
        return replace(named, end=begin + len(text[begin:stop].rstrip()), role=clean_office(chunk))
    return named


def is_office(chunk: str) -> bool:
    """Whether a chunk between commas gives an office: it has a word of office and no finite verb about it."""
    words = chunk.split()
    if not words or len(words) > 16 or words[0].lower() in ("who", "which", "whose", "said", "and"):
        return False
    offices = forms("roles")
    return any(word.lower().removesuffix("’s").strip("().") in offices for word in words) and not _VERBISH.search(chunk)


_VERBISH = re.compile(r"\b(?:was|were|is|are|has|have|had|said|says|added|will|would|found|visited)\b")


def clean_office(office: str) -> str:
    """The office as given, without its article."""
    office = _BRACKET.sub("", office.strip(" ,–-"))
    for article in ("the ", "The ", "our ", "its ", "a ", "an "):
        office = office.removeprefix(article)
    return office


def _named(found: re.Match[str], start: int, chunk: str) -> Subject | None:
    """A run of capitalised words as person, office or body."""
    begin = start + found.start()
    run_begin = start + found.start("run")
    run = found["run"].rstrip(",. ")
    end = run_begin + len(run)
    words = run.split()
    dropped = 0
    while (
        words
        and words[0].rstrip(",.") in _NOT_A_NAME
        and words[0] not in ("HM", "HMI", "Her", "His")
        and len(words) > 1
    ):
        dropped += len(words[0]) + 1
        words = words[1:]
    if dropped:
        run_begin += dropped
        begin = run_begin
        run = run[dropped:]
    if not words or (len(words) == 1 and words[0] in _NOT_A_NAME):
        return None
    honour = _HONOUR.search(run)
    if honour:
        name = run[honour.start() :]
        role = run[: honour.start()].strip(" ,")
        lead = _lead(chunk, found, role) if found.re is _CAPITALS_TAIL else ""
        role = (lead + role).strip()
        own = run_begin - len(lead) if role and is_office(role) else run_begin + honour.start()
        return Subject(Sort.PERSON, own, end, name, clean_office(role) if role and is_office(role) else None)
    offices = forms("roles")
    last = max((at for at, word in enumerate(words) if word.lower().removesuffix("’s") in offices), default=-1)
    lead = _lead(chunk, found, run) if found.re is _CAPITALS_TAIL and not dropped else ""
    if last >= 0:
        after = words[last + 1 :]
        name_words = _name_after_office(after)
        if name_words:
            name = " ".join(name_words)
            role = run[: len(run) - len(name)].strip(" ,")
            return Subject(
                Sort.PERSON, begin - (len(lead) if not found["article"] else 0), end, name, clean_office(lead + role)
            )
        if _is_name(words) and last == len(words) - 1 and len(words) == 2 and lead:
            return Subject(Sort.PERSON, begin - len(lead), end, run, clean_office(lead))
        return Subject(Sort.OFFICE, begin - (len(lead) if not found["article"] else 0), end, clean_office(lead + run))
    if lead and is_office(lead.strip()) and _is_name(words):
        return Subject(Sort.PERSON, begin - len(lead), end, run, clean_office(lead.strip()))
    owned = [at for at, word in enumerate(words) if word.endswith(("’s", "'s"))]
    if owned and _is_name(words[owned[-1] + 1 :]):
        name = " ".join(words[owned[-1] + 1 :])
        return Subject(Sort.PERSON, end - len(name), end, name)
    if not found["article"] and _is_name(words):
        return Subject(Sort.PERSON, begin, end, run)
    return Subject(Sort.BODY, begin, end, run)


def _lead(chunk: str, found: re.Match[str], run: str) -> str:
    """Words of office in small letters that stand directly before the capitals."""
    lead = _OFFICE_LEAD.search(chunk, 0, found.start())
    if not lead or lead.end() != found.start():
        return ""
    words = lead[0].split()
    while words and words[0].lower() in ("of", "for", "the"):
        words = words[1:]
    if not words:
        return ""
    kept = " ".join(words) + " "
    return kept if is_office(kept) or is_office(kept + run) else ""


def _name_after_office(after: list[str]) -> list[str]:
    """The person's name in the words that follow a word of office, if there is one."""
    if not after:
        return []
    if after[0][0].islower() or after[0] == "&":
        capitals = [word for word in after if word[0].isupper()]
        if len(capitals) < 3:
            return []
        name = after[-2:]
        if len(after) >= 3 and re.fullmatch(r"[A-Z]\.?", after[-2]):
            name = after[-3:]
        return name if _is_name(name) else []
    return after if _is_name(after) or (len(after) == 1 and after[0].lower() not in forms("bodies")) else []


def _is_name(words: list[str]) -> bool:
    """Two or three capitalised words none of which names a body."""
    bodies = forms("bodies")
    return 2 <= len(words) <= 3 and all(
        re.fullmatch(CAPITALISED + r"\.?", word) is not None
        and word.lower().rstrip(".") not in bodies
        and not (word.isupper() and len(word) > 2)
        and word not in _NOT_A_NAME
        for word in words
    )


def without_courtesy(name: str) -> tuple[str, str | None]:
    """The name without its courtesy title, and the title or honour it began with."""
    first, _, rest = name.partition(" ")
    title = first.rstrip(".")
    if title in COURTESY and rest:
        return rest, title
    return name, title if title in HONOURS else None
