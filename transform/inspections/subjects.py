"""What a thematic or a national inspection was about, in the release's own words."""

import re

from extract.records import ParagraphKind, Release
from transform.organisations import Body, Naming
from transform.records import Kind, Span

_OF = re.compile(
    r"\b(?:joint )?(?:thematic |national )?(?:inspections?|reviews?|report|study) (?:report )?(?:of|into|on|about|examining|looking at) (?P<subject>[^.;:\n“”]{4,160})"
)
_HOW = re.compile(
    r"\b(?:inspect\w*|looked at|examin\w*|investigat\w*|review\w*|assess\w*) (?P<subject>(?:how|the|work|what)\b[^.;:\n“”]{4,160})",
    re.IGNORECASE,
)
_STOP = re.compile(
    r",? (?:visited|took|looked|covered|examined|included|involved|held|interviewed|drew|follows|comes|also|will|makes?|made|showed|concluded|warned|raised|highlights?|highlighted|calls?|called|identified|revealed|uncovered|by|published|found|has|have|was|were|which|that|who|where|carried|conducted|undertaken|said|says|shows?|led|today|reveals?|and found|is|are|led)\b|, | [–—] | \(",
    re.IGNORECASE,
)
_NATIONAL = re.compile(r"\b(?:national arrangements[^.,;:\n]{0,80}|central functions[^.,;:\n]{0,80})", re.IGNORECASE)


def subject(release: Release, kind: Kind) -> tuple[Body, ...]:
    """The one body such a release reports on: its subject.  The title where no words name it."""
    span = _subject(release, kind)
    naming = Naming(
        span=span,
        name=span.of(release.text),
        organisation_type="national" if kind is Kind.NATIONAL else "thematic",
        place="",
        is_full=True,
        is_plural=False,
    )
    return (Body(name=naming.name, organisation_type=naming.organisation_type, place="", namings=(naming,)),)


def _subject(release: Release, kind: Kind) -> Span:
    text = release.text
    body = [p for p in release.paragraphs if p.kind in (ParagraphKind.TEXT, ParagraphKind.BULLET)][:4]
    places = [(p.start_char, p.end_char) for p in body] + [(0, len(release.title))]
    patterns = (_NATIONAL, _OF) if kind is Kind.NATIONAL else (_OF, _HOW)
    for pattern in patterns:
        for start, end in places:
            found = pattern.search(text, start, end)
            if found:
                begin = found.start("subject") if "subject" in pattern.groupindex else found.start()
                words = text[begin : found.end()]
                stop = _STOP.search(words)
                words = words[: stop.start()] if stop else words
                lead = re.match(r"(?:the|a|an|how (?:the )?)\s", words)
                begin += lead.end() if lead and lead[0].strip() in ("the", "a", "an") else 0
                end_char = begin + len(
                    text[
                        begin : begin
                        + len(words)
                        - (lead.end() if lead and lead[0].strip() in ("the", "a", "an") else 0)
                    ].rstrip(" ,")
                )
                if end_char - begin > 3:
                    return Span(start_char=begin, end_char=end_char)
    return Span(start_char=0, end_char=max(1, len(release.title.rstrip("."))))
