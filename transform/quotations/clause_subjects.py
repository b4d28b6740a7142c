"""The subject of a verb of saying, read from its clause's stretches between commas: name, office beside it, companions.

Resolves nobody; which verb it belongs to is told in cues.py.
"""

import re

from transform.quotations.offices import clean_office, is_office
from transform.quotations.sorts import Sort, Subject
from transform.quotations.subjects import subject_at_end

_ARTICLES = ("a ", "an ", "the ")
_LONGEST = 90
_AND = ("and", "together with", "along with", "alongside", "jointly with", "with")
# `The report: Waiting at the Gate, which found`: the capitals are its title.
_TITLE_NEXT = re.compile(r"\b(report|review|paper|inspection|thematic)(?:,|:| –| called| entitled)? $")
# A stretch that is an office and nothing else opens so: `the trust’s manager`, `Dyffryn’s cabinet member`.
_WHOSE = re.compile(r"(?:[Tt]he|[Ii]ts|[Oo]ur|[Tt]heir|[Mm]y) |(?:[A-Z][\w-]{1,24} ){0,3}[A-Z][\w-]{1,24}[’']s? ")
_TOGETHER = re.compile(r"\s{0,20}(?:together with|along with|alongside|jointly with|with) ")


def subject_of(text: str, chunks: list[tuple[int, int]], *, is_relative: bool) -> Subject | None:
    """The subject that ends the last chunk, or stands before a parenthesis between two commas."""
    start, end = chunks[-1]
    if text[start:end].strip():
        named = subject_at_end(text, start, end)
        if named is None and not text[start:end].split(maxsplit=1)[0].endswith("ing"):
            return None
        if (
            named is not None
            and len(chunks) > 1
            and (named.sort is Sort.OFFICE or _is_whole_office(text, named, start))
        ):
            # `Martin Jones, Chief Inspector of Probation said`: the comma after the office is missing.
            person = subject_at_end(text, *chunks[-2])
            if person is not None and person.sort is Sort.PERSON and text[chunks[-2][1]] == ",":
                named = person._replace(role=person.role or clean_office(named.name))
                return with_office_before(text, named, chunks, len(chunks) - 3)
    else:
        named = None
    if named is not None:
        named = _with_companion(text, named, chunks, len(chunks) - 1)
        return with_office_before(text, named, chunks, len(chunks) - 2)
    for at in range(len(chunks) - 2, max(-1, len(chunks) - 6), -1):
        named = subject_at_end(text, *chunks[at], is_owner=is_relative)
        beside = _accompanying(text, chunks[at]) if named is None and at > 0 else None
        if beside is not None and beside.sort is Sort.PERSON:
            return _with_companion(text, beside, chunks, at)
        if named is not None and is_relative and named.sort in (Sort.PERSON, Sort.BODY):
            titles = _TITLE_NEXT.search(text, max(0, named.start - 16), named.start)
            return named._replace(sort=Sort.DOCUMENT, name=f"the {titles[1]}") if titles else named
        if named is None or not _may_stand(text, named, chunks[at], is_last=at == len(chunks) - 2):
            continue
        document = _titled(text, named, chunks, at)
        if document is not None:
            return document
        if named.sort is Sort.OFFICE and at > 0:
            person = subject_at_end(text, *chunks[at - 1]) or _accompanying(text, chunks[at - 1])
            if person is not None and person.sort is Sort.PERSON:
                person = _with_companion(text, person._replace(role=person.role or named.name), chunks, at - 1)
                return with_office_before(text, person, chunks, at - 2)
        chunk = text[chunks[at][0] : chunks[at][1]].strip()
        if at > 0 and named.sort in (Sort.UNNAMED, Sort.BODY) and len(chunk) < _LONGEST and is_office(chunk):
            person = subject_at_end(text, *chunks[at - 1])
            if person is not None and person.sort is Sort.PERSON:
                return person._replace(role=person.role or clean_office(chunk))
        if (
            at > 0
            and named.sort in (Sort.UNNAMED, Sort.BODY, Sort.OFFICE)
            and text[named.start : named.end].lower().startswith(_ARTICLES)
        ):
            # `Kelly, a peer mentor, said`, `Napo, the probation union, said`: the name stands before what it is.
            name = subject_at_end(text, *chunks[at - 1])
            if (
                name is not None
                and name.sort in (Sort.PERSON, Sort.BODY)
                and _may_stand(text, name, chunks[at - 1], is_last=True)
            ):
                return name
        return with_office_before(text, named, chunks, at - 1)
    return None


def _titled(text: str, named: Subject, chunks: list[tuple[int, int]], at: int) -> Subject | None:
    """`The inspectorate’s report, Held Back, finds`: the capitals are its title, and nobody's name."""
    begin = chunks[at][0]
    if at == 0 or named.sort not in (Sort.PERSON, Sort.BODY) or named.role or text[begin : named.start].strip():
        return None
    document = subject_at_end(text, *chunks[at - 1])
    return document._replace(end=named.end) if document is not None and document.sort is Sort.DOCUMENT else None


def _is_whole_office(text: str, named: Subject, start: int) -> bool:
    """Whether the phrase is nothing but an office: `Larkton’s cabinet member for children`, `the team’s manager`."""
    is_phrase = named.sort in (Sort.UNNAMED, Sort.BODY) and not text[start : named.start].strip()
    return is_phrase and is_office(text[named.start : named.end])


def _may_stand(text: str, named: Subject, chunk: tuple[int, int], *, is_last: bool) -> bool:
    """A name at the end of a longer parenthesis (`, commenting on the work of Wiltshire CRC,`) is no subject."""
    lead = text[chunk[0] : named.start].strip().lower()
    if lead in ("", "and", "but", "yet", "while", "however", "overall", "as", "the", "”", "’"):
        return named.sort is not Sort.BODY or not is_last or not lead
    return not is_last and named.sort in (Sort.PERSON, Sort.INSPECTORS, Sort.OFFICE)


def _with_companion(text: str, named: Subject, chunks: list[tuple[int, int]], at: int) -> Subject:
    """`A, Chief Inspector of Probation, and B, Chief Inspector of Prisons, said`: several people speak."""
    if at < 1:
        return named
    lead = text[chunks[at][0] : named.start].strip()
    if named.sort is Sort.PERSON and lead in _AND:
        for before in (at - 1, at - 2):
            other = subject_at_end(text, *chunks[before]) if before >= 0 else None
            if other is not None and other.sort is Sort.PERSON:
                both = named._replace(start=other.start, name=f"{other.name} and {named.name}", role=None)
                return _with_first_of_list(text, both, chunks, before)
    if " and " in named.name and not lead and named.sort in (Sort.PERSON, Sort.BODY):
        return _with_first_of_list(text, named, chunks, at)
    return named


def _with_first_of_list(text: str, several: Subject, chunks: list[tuple[int, int]], at: int) -> Subject:
    """`A, B and C said`: a whole stretch that is a name belongs to those that follow it."""
    for before in range(at - 1, max(-1, at - 4), -1):
        begin, end = chunks[before]
        other = subject_at_end(text, begin, end)
        if other is None or other.sort is not Sort.PERSON or other.role or text[begin : other.start].strip():
            break
        name = f"{other.name}, {several.name}"
        several = several._replace(sort=Sort.PERSON, start=other.start, name=name, role=None)
    return several


def _accompanying(text: str, chunk: tuple[int, int]) -> Subject | None:
    """`Martin Jones, together with Charlie Taylor, said`: the second of two who speak."""
    together = _TOGETHER.match(text, *chunk)
    return subject_at_end(text, together.end(), chunk[1]) if together else None


def with_office_before(text: str, named: Subject, chunks: list[tuple[int, int]], at: int) -> Subject:
    """`HM Chief Inspector of Probation, Dame Glenys Stacey, said`: the office stands in the chunk before."""
    if named.sort is not Sort.PERSON or named.role or at < 0 or text[chunks[at][1] : named.start].strip() != ",":
        return named
    begin, end = chunks[at]
    while begin < end and text[begin].isspace():
        begin += 1
    chunk = text[begin:end]
    if _WHOSE.match(chunk) and len(chunk) < _LONGEST and is_office(chunk):
        return named._replace(start=begin, role=clean_office(chunk))
    office = subject_at_end(text, *chunks[at])
    if office is not None and office.sort is Sort.OFFICE:
        return named._replace(start=office.start, role=office.name)
    return named
