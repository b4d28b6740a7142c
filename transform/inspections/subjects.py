"""What a thematic or a national inspection was about, in the release's own words."""

import re

from extract.records import ParagraphKind, Release
from transform.organisations import Body, Naming
from transform.records import Kind, Span

_NATIONAL = (
    re.compile(r"\b(?P<subject>national arrangements[^.,;:\n]{0,80})", re.IGNORECASE),
    re.compile(r"\b(?P<subject>central functions[^.,;:\n]{0,80})", re.IGNORECASE),
)
# The surest form first; each is looked for in the opening paragraphs, then in the notes and the title.
_THEMATIC = (
    re.compile(
        r"\b(?:joint |thematic ){1,2}(?:inspections?|reviews?) (?:report )?(?:of|into|on"
        r"|about) (?P<subject>[^.;:\n“”]{4,200})"
    ),
    re.compile(
        r"\b(?:inspections?|reviews?) (?:report )?(?:of|into|examining|looking at) (?P<subject>[^.;:\n“”]{4,200})"
    ),
    re.compile(
        r"\b(?:inspectors|inspection|inspectorates?|HMI? \w+(?: of Probation)?|they|it) (?:also )?(?:inspected"
        r"|looked at|examined|investigated|explored|reviewed) (?P<subject>(?:how|the|work|what"
        r"|whether)\b[^.;:\n“”]{4,200})",
        re.IGNORECASE,
    ),
    re.compile(r"\b(?:report|study) (?:of|into|on|about) (?P<subject>[^.;:\n“”]{4,200})"),
)
_ENDS = re.compile(
    r"(?<! who)(?<! that)(?<! which),? (?:by (?:HM|His|Her|the (?:Inspectorate|inspectorate|four|three|two)"
    r"|inspectors|four|three|two)|(?:published|found|finds|visited|took|looked|covered"
    r"|examined|included|involved|held|interviewed|drew|follows|comes|makes?|made|shows?|showed|concluded|concludes|warned|warns|raised|highlights?|highlighted"
    r"|calls?|called|identified|revealed|reveals|uncovered|carried out|conducted|undertaken|said|says|led by|has"
    r"|have|was|were|is|are|released)\b|today\b"
    r"|(?:which|that) (?:found|looked|was|were|has|have|took))|, | [–—-] | \(",
)
_ARTICLE = re.compile(r"(?:the|a|an) ")
_OPENING = 4


def subject(release: Release, kind: Kind) -> tuple[Body, ...]:
    """The one body such a release reports on: its subject.  The title where no words name it."""
    span = _subject(release, _NATIONAL if kind is Kind.NATIONAL else _THEMATIC)
    organisation_type = "national" if kind is Kind.NATIONAL else "thematic"
    naming = Naming(
        span=span,
        name=span.of(release.text),
        organisation_type=organisation_type,
        place="",
        is_full=True,
        is_plural=False,
    )
    return (Body(name=naming.name, organisation_type=organisation_type, place="", namings=(naming,)),)


def _subject(release: Release, patterns: tuple[re.Pattern[str], ...]) -> Span:
    text = release.text
    body = [p for p in release.paragraphs if p.kind in (ParagraphKind.TEXT, ParagraphKind.BULLET)][:_OPENING]
    places = [(p.start_char, p.end_char) for p in body] + [(0, len(release.title))]
    if release.notes_start is not None:
        places.append((release.notes_start, len(text)))
    for pattern in patterns:
        for start, end in places:
            found = pattern.search(text, start, end)
            span = _trimmed(text, found) if found else None
            if span:
                return span
    return Span(start_char=0, end_char=max(1, len(release.title.rstrip("."))))


def _trimmed(text: str, found: re.Match[str]) -> Span | None:
    """The subject without its article and without what the sentence goes on to say of it."""
    start = found.start("subject")
    article = _ARTICLE.match(text, start)
    start = article.end() if article else start
    end = found.end("subject")
    stop = _ENDS.search(text, start, end)
    end = stop.start() if stop else end
    while end > start and text[end - 1] in " ,’”":
        end -= 1
    return Span(start_char=start, end_char=end) if end - start > 3 else None
