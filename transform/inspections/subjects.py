"""What a thematic or a national inspection was about, in the release's own words."""

import re

from extract.records import ParagraphKind, Release
from transform.dates import MONTHS
from transform.inspections.topics import topic
from transform.organisations import Body, Naming
from transform.records import Kind, Span

_NATIONAL = (
    re.compile(r"\b(?P<subject>national arrangements(?! for the provision)[^.,;:\n]{0,80})", re.IGNORECASE),
    re.compile(r"\b(?P<subject>central functions[^.,;:\n]{0,80})", re.IGNORECASE),
)
# Who inspects, between `an inspection by` and what it was of.
_BY_THEM = (
    r"by (?:(?:HM|HMI|His Majesty’s|Her Majesty’s|the|Ofsted|Estyn|HMICFRS|CQC|HMCPSI)"
    r"(?: [A-Z&][\w’]{0,20}| of| and| &){0,14}"
    r"(?:,? (?:and )?)?){1,6}"
)
# The surest form first; each is looked for in the opening paragraphs, then in the notes and the title.
_THEMATIC = (
    re.compile(r"\b(?:revisited|returned to) the (?:topic|subject|issue|theme) of (?P<subject>[^.,;:\n“”]{4,120})"),
    re.compile(
        r"\b(?:joint |thematic ){1,2}(?:inspections?|reviews?) (?:report )?(?:of|into|on"
        r"|about) (?P<subject>[^.;:\n“”]{4,200})"
    ),
    re.compile(
        rf"\b(?:inspections?|reviews?),? {_BY_THEM} (?:of|into|on)"
        r" (?P<subject>(?!(?:Prob|Pris|Const|Schools|Educ))[^.;:\n“”]{4,200})"
    ),
    re.compile(
        r"(?P<subject>[A-Z][\w’-]{1,30} [^.;:\n“”]{6,140}?) (?:is|are|was|were) the subject of an?"
        r" (?:[\w-]{2,20} ){0,3}(?:inspection|review|report)\b"
    ),
    re.compile(
        r"\b[Rr]ead the (?:full )?report\b[^.:\n]{0,80}: [‘“]?(?:(?:The|A|An) )?"
        r"(?P<subject>[A-Z][^.:\n–—’”]{6,120}?)(?= follow-up|[.:\n–—’”])"
    ),
    re.compile(
        r"\breport,? (?:re-?)?(?:inspecting|examining|reviewing|focus(?:ing|sing|ed|sed) on|that focus(?:es|ses) on)"
        r" (?P<subject>[^.;:\n“”]{4,200})"
    ),
    re.compile(
        r"\b(?:report(?:ed|s)? on|looked at|look(?:s|ing) at|examin(?:es|ed|ing)|explor(?:es|ed|ing)) how"
        r" (?:effective|effectively|good|well)(?: (?:current|the|existing))? (?P<subject>[^.;:\n“”]{4,100}?)"
        r"(?: arrangements)? (?:are|is|were|was)\b"
    ),
    re.compile(
        # `our inspections of …` are many, and none of them this one.
        r"(?<!our )(?<!these )(?<!all )(?<!those )(?<!other )(?<!such )"
        r"\b(?:inspections?|reviews?) (?:report )?(?:of|into|examining|looking at) (?P<subject>[^.;:\n“”]{4,200})"
    ),
    re.compile(
        r"\b[Pp]ublish(?:ed|es|ing) (?:a|an|its|the|their) (?:[\w-]{1,40} ){0,3}report (?:of|into|on|about)"
        r" (?P<subject>[^.;:\n“”]{4,200})"
    ),
    re.compile(r"[,–—] looking at (?P<subject>(?:the|how)\b[^.;:\n“”]{4,200})"),
    re.compile(
        r"\b(?:inspectors|inspection|inspectorates?|HMI? \w{1,40}(?: of Probation)?|HMICFRS|Ofsted|they|it"
        r"|report|study)"
        r"(?:,? (?:which|that))? (?:has |have )?(?:also |jointly )?(?:inspected|looked at|examined|investigated"
        r"|explored|reviewed|considered) (?P<subject>(?:how|the|work|what|whether)\b[^.;:\n“”]{4,200})",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:[Rr]eport|[Ii]nspection|[Rr]eview|[Ss]tudy),? [–—-] (?:(?:A|An|The) )?(?:(?:[Jj]oint|[Tt]hematic) ){0,2}"
        r"(?:(?:[Ii]nspection|[Rr]eview) of )?(?:the )?(?P<subject>[A-Z][\w’&-]{1,40} [^–—.;:\n“”]{4,120}?) [–—-] "
    ),
    re.compile(
        r"(?:\b[Pp]ublish(?:ed|es) (?:an?|the|its|their) (?:[\w-]{2,20} ){0,3}report, (?:(?:An?|The) )?"
        r"|\b[Rr]eport, (?:An? )?(?=[Jj]oint|[Tt]hematic|[Ii]nspection|[Rr]eview))"
        r"(?:(?:[Jj]oint|[Tt]hematic) ){0,2}(?:(?:[Ii]nspection|[Rr]eview) of )?(?:[Tt]he )?"
        r"(?P<title>[A-Z][\w’'&-]{2,30}(?:,? (?:\(?[A-Z][\w’'()&-]{1,30}"
        r"|of|to|and|the|in|for|on|with|from|by|a|an|their)){2,25})"
    ),
    re.compile(
        r"\b(?:inspection|report|review|study),? (?:which |that )?(?:focus(?:ed|es)|cent(?:red|res)|concentrate[sd]) on"
        r" (?P<subject>[^.;:\n“”]{4,200})"
    ),
    re.compile(r"\b(?:inspection|report|study) (?:of|into|on|about) (?P<subject>[^.;:\n“”]{4,200})"),
    re.compile(
        r"\b(?:inspection|report|review|study) by (?:HM|His|Her|the|two|three|four|five)\b[^.;:\n“”]{3,110}?"
        r" (?:into|on|about) (?P<subject>[^.;:\n“”]{4,200})"
    ),
    re.compile(
        r"(?:\b(?:in|of|on|at|into|their|its|the|poor|good|better)|[a-z]’) (?P<subject>work with [^.;:\n“”‘]{3,120})"
    ),
    re.compile(
        r"(?:[Ss]ervice|[Ss]ystem|[Gg]overnment|Ministry of Justice|MoJ)’s (?P<subject>(?:[a-z-]{3,20} ){1,3})"
        r"(?:programme|scheme|arrangements)\b"
    ),
)
_MONTH = f"(?:{'|'.join(month.capitalize() for month in MONTHS)})"
_ENDS = re.compile(
    r"(?<! who)(?<! that)(?<! which),? (?:by (?:HM|His|Her|the (?:Inspectorate|inspectorate|four|three|two)"
    r"|inspectors|four|three|two)|(?:published|found|finds|visited|took|looked|covered|examined|included|involved|held"
    r"|interviewed|drew|follows|comes|makes?|made|shows?|showed|concluded|concludes|warned|warns|raised|highlights?"
    r"|highlighted|includes|draws|reflects|calls?|called|identified|revealed|reveals|uncovered|carried out|conducted"
    r"|undertaken|said|says|led by|has|have|was|were|is|are|released)\b|today\b"
    r"|(?:which|that) (?:found|looked|was|were|has|have|took))|, (?![\w’-]{1,30},? and (?!has|have|was|were)"
    r"|and [\w’-]{1,30}$)"
    r"| (?:in|across|at) (?:two|three|four|five|six|seven|eight|nine|ten|[0-9]{1,2}) (?:[a-z]{1,20} )?(?:areas|regions"
    r"|services|places|prisons|cities|towns)\b"
    r"| [–—-] | \((?![A-Z]{2,6}s?\) [a-z])| according to\b| in the wake of\b"
    rf"| (?:between|in|during|from|over) (?:(?:early|mid|late)[ -])?{_MONTH}\b",
)
# `the work done, by the service, to help them`: who does it stands between commas, and the subject goes on.
# `how carers are helped`: the verb belongs to it.
_HOW = re.compile(r"(?:how|way|what|whether) [^,.;:\n]{3,80}? (?:are|is|were|was|have been|has been|has|have)\b")
# `the work undertaken by companies to manage …`: so does who did it.
_WORK_DONE = re.compile(
    r"(?:work|services) (?:undertaken|carried out|conducted|led) by (?!HM|[Ii]nspect)[^,.;:\n]{3,60}?"
    r" (?=to |with |for )"
)
_BY_WHOM = re.compile(r", by (?:the |local )?[^,.;:\n]{3,60}, (?=to )")
# Too little to name a subject, where anything longer is found.
_BARE = frozenset({"work", "services", "probation services", "probation", "national arrangements", "central functions"})
_ABBREVIATION = re.compile(r" \([A-Z]{2,6}s?\)")
# `…, Support in Custody – second year followed the same people`: the rest of a report's title.
_SECOND_PART = re.compile(r" [–—-] [a-z][a-z-]{2,20}(?: [a-z-]{2,20})?(?= [a-z]{3,12}ed\b)")
_JOINER = re.compile(r" [a-z]{1,5}$|,$")
_ARTICLE = re.compile(r"(?:the|a|an) ")
_OPENING = 6


def subject(release: Release, kind: Kind) -> tuple[Body, ...]:
    """The one body such a release reports on: its subject.  The title where no words name it."""
    span = _subject(release, _NATIONAL if kind is Kind.NATIONAL else _THEMATIC)
    organisation_type = "national" if kind is Kind.NATIONAL else "thematic"
    naming = Naming(
        span=span,
        name=_ABBREVIATION.sub("", span.of(release.text)),
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
    bare: Span | None = None
    for pattern in patterns:
        for start, end in places:
            found = pattern.search(text, start, end)
            span = _span_of(text, found) if found else None
            if span and span.of(text).lower() not in _BARE:
                return span
            bare = bare or span
    return bare or topic(release)


def _span_of(text: str, found: re.Match[str]) -> Span | None:
    """The subject trimmed, or a report's title in capitals, which ends where the capitals do."""
    if "title" not in found.re.groupindex:
        return _trimmed(text, found)
    end = found.end("title")
    second = _SECOND_PART.match(text, end)
    if second:
        return Span(start_char=found.start("title"), end_char=second.end())
    while end > found.start("title") and _JOINER.search(text, found.start("title"), end):
        end = text.rfind(" ", 0, end)
    return Span(start_char=found.start("title"), end_char=end)


def _trimmed(text: str, found: re.Match[str]) -> Span | None:
    """The subject without its article and without what the sentence goes on to say of it."""
    start = found.start("subject")
    article = _ARTICLE.match(text, start)
    start = article.end() if article else start
    end = found.end("subject")
    how = _HOW.match(text, start, end) or _WORK_DONE.match(text, start, end)
    by_whom = _BY_WHOM.search(text, start, end)
    stop = _ENDS.search(text, by_whom.end() if by_whom else how.end() if how else start, end)
    end = stop.start() if stop else end
    while end > start and text[end - 1] in " ,’”":
        end -= 1
    return Span(start_char=start, end_char=end) if end - start > 3 else None
