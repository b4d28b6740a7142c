"""What a release without words such as `an inspection of` is about: a scheme it abbreviates, else its title."""

import re

from extract.records import ParagraphKind, Release
from transform.records import Span

_FINITE = re.compile(
    r"(?<! who)(?<! that)(?<! which),? (?:remains?|must"
    r"|still|needs?|should|lacks?|lacking|fail(?:s|ing)|are|is|has|have|continues?|require[sd]?)\b"
    r"|, (?:HM|HMI|[Ii]nspect|according|says?|finds?)"
)
_LACK_OF = re.compile(
    r"(?:Lack|Shortage|Absence) of (?P<subject>[a-z][\w -]{3,50}?)"
    r"(?= [a-z]{4,14}ing\b| (?:is|are|puts?|leaves?|means?)\b)"
)
# `Joint inspection: children who go missing`
_LABELLED = re.compile(
    r"(?:[Aa] )?(?:(?:[Jj]oint|[Tt]hematic|[Nn]ew|[Cc]riminal justice) ){0,3}(?:[Ii]nspection|[Rr]eview|[Rr]eport): "
    r"(?P<subject>[^‘“:–—]{4,120}?)(?= [‘“–—]|[.:]|$)"
)
# `Unpaid work: a missed opportunity`: what is told of it stands behind the colon.
_HEADED = re.compile(r"(?P<subject>(?![Cc]hief|[Pp]robation [Ii]nspect|[Ii]nspect|[Rr]eport|HM)[A-Z][\w’ -]{3,60}): ")
_TOO_GENERAL = frozenset({"inspectorate", "inspectors", "chief inspector", "probation", "probation service"})
# A name of several words in capitals, alone or in marks: the scheme whose first letters the release goes on to use.
_NAME = re.compile(r"(?:[A-Z][a-z]{2,20}(?: (?:of|the|and|in|for))?[ -]){1,4}[A-Z][a-z]{2,20}")
_BODY = re.compile(
    r"Service|Inspect|Ministry|Company|Companies|Commission|Unit|Team|Agency|Agencies|Office|Police|Trust|Council|Authority"
    r"|Department|Board|Prison|Division|Justice|Court|Partnership|Government|Chief"
)
_MOST_USED = 3
_SHORTEST = 4
_OPENING = 6


def topic(release: Release) -> Span:
    """The scheme named in the opening and abbreviated from there on; else the title."""
    text = release.text
    body = [p for p in release.paragraphs if p.kind in (ParagraphKind.TEXT, ParagraphKind.BULLET)][:_OPENING]
    for paragraph in body:
        for name in _NAME.finditer(text, paragraph.start_char, paragraph.end_char):
            letters = "".join(word[0] for word in re.split(r"[ -]", name[0]) if word[0].isupper())
            used = len(re.findall(rf"(?<!\w){letters}(?!\w)", text[paragraph.start_char :]))
            if used >= _MOST_USED and not _BODY.search(name[0]):
                return Span(start_char=name.start(), end_char=name.end())
    return _of_title(release.title)


def _of_title(title: str) -> Span:
    """The title up to its verb; the whole of it where too little would be left to name a subject."""
    if lack := _LACK_OF.match(title):
        return Span(start_char=lack.start("subject"), end_char=lack.end("subject"))
    if labelled := _LABELLED.match(title):
        says = _FINITE.search(title, labelled.start("subject") + _SHORTEST, labelled.end("subject"))
        return Span(start_char=labelled.start("subject"), end_char=says.start() if says else labelled.end("subject"))
    headed = _HEADED.match(title)
    if headed and headed["subject"].lower() not in _TOO_GENERAL:
        return Span(start_char=0, end_char=headed.end("subject"))
    verb = _FINITE.search(title)
    left = title[: verb.start()] if verb else ""
    if verb and " " in left and left.lower() not in _TOO_GENERAL:
        return Span(start_char=0, end_char=verb.start())
    return Span(start_char=0, end_char=max(1, len(title.rstrip("."))))
