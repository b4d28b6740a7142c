"""What kind of release this is.  Reads the title and the opening; decides nothing about who was inspected."""

import re

from extract.records import ParagraphKind, Release
from transform.inspections.local import is_county_inspection
from transform.organisations import Naming, namings
from transform.records import Kind

_OPENING = 1200
_NATIONS = frozenset({"england", "wales", "england and wales", "wales and england"})
_OF_WALES = re.compile(r"Wales (?!Youth)|.{3,40}(?: [–-] ?|, )Wales\b")
_PARAGRAPHS = 3
_FINDINGS_WITHIN = 6
_ANNUAL = re.compile(
    r"\bannual report\b|\bannual (?:youth|probation|inspection|adult)[\w -]{0,30} report\b"
    r"|\b(?:publish|releas|launch)\w{0,40} (?:its|the|their|his|her|our"
    r"|an) (?:[\w-]{1,40} ){0,6}annual (?:[\w-]{1,40} ){0,3}report\b",
    re.IGNORECASE,
)
_ANNUAL_IN_PASSING = re.compile(
    r"\b(?:last|previous|earlier|recent|our|in (?:the|its|our)) annual report\b", re.IGNORECASE
)
_SFO = re.compile(r"\bserious further offences?\b|\bSFOs?\b", re.IGNORECASE)
_CASE_REVIEW = re.compile(
    r"\bindependent (?:[\w-]{1,40} ){0,4}reviews?\b|\b(?:SFO|[Ss]erious [Ff]urther [Oo]ffence) reviews\b"
    r"|\breviews? (?:of|into) (?:the |how )?(?:[\w’-]{1,40} ){0,8}(?:case|supervision|management|offences?)\b"
)
# The same without its name: `review of the supervision of a man who killed …`.
_REVIEW_OF_A_CRIME = re.compile(
    r"\b[Rr]eviews? (?:of|into) [^.;\n]{0,60}\b(?:supervision|management|case|handling) of (?:an? |[A-Z])[^.;\n]{0,60}"
    r"\b(?:killed|murdered|stabbed|raped|attacked|convicted|sentenced|murder|manslaughter)\b",
)
_REVIEW_OF_HOW = re.compile(
    r"\b[Rr]eviews? (?:of|into) how [^.;\n]{0,60}\b(?:managed|supervised|handled|monitored)\b[^;\n]{0,160}"
    r"\b(?:killed|murdered|stabbed|raped|attacked|murder|manslaughter)\b",
)
_REVIEW = re.compile(r"\breviews?\b|\bcase of\b", re.IGNORECASE)
_STATEMENT = re.compile(
    r"\bstatement\b|\b(?:re-?)?appoint(?:ed|ment|s)\b|\brespon(?:ds?|se|ded|ding) to\b|\bcomment(?:s|ing)? on\b"
    r"|\bwelcomes?\b|\bresigns?\b|\bpreferred candidate\b"
    r"|\b(?:to )?leaves? (?:the )?post\b|\bst(?:eps?|epping) down\b|\breacts? to\b|\bannounce[sd]?\b"
    r"|\bchief inspector(?:’s)? (?:to|calls)\b|\btak(?:es?|ing) (?:up|over)\b|\bnew (?:interim )?chief inspector\b",
    re.IGNORECASE,
)
_STATES = re.compile(r"\bstatement\b|\bappointed\b|\bresponded to\b", re.IGNORECASE)
_IN_A_STATEMENT = re.compile(r"\b(?:said|says) in a statement\b")
_NATIONAL = re.compile(r"\bnational (?:probation )?(?:inspection|arrangements)\b|\bcentral functions\b", re.IGNORECASE)
_THEMATIC_BY_NAME = re.compile(r"\bthematic\b", re.IGNORECASE)
_PUBLISHED_THEMATIC = re.compile(r"\bhas (?:today )?published (?:an?|its|the) (?:[\w-]{1,40} ){0,2}thematic\b")
_THEMATIC = re.compile(
    r"\bjoint (?:inspection|report|review)\b"
    r"|\b(?:inspections?|review|report|study)(?:,? (?:was |is )?(?:carried out|conducted|undertaken|led))?"
    r" (?:of|into|on|about|by)\b"
    r"|\binspections? in (?:two|three|four|five|six|seven|eight|nine|ten|[0-9]{1,2}) (?:\w{2,20} )?(?:areas|regions"
    r"|services|prisons)\b"
    r"|\binspectorates\b|\bled an? (?:[\w-]{1,40} ){0,2}inspection\b"
    r"|\binspect(?:ors|ion|orate) (?:[\w’ ]{1,40})?(?:looked at|examined|visited|explored|reviewed)\b",
    re.IGNORECASE,
)
# What inspectors found of no one service is a thematic inspection, whatever it is called.
_FINDINGS = re.compile(
    r"\b(?:inspectors|inspectorate(?: of (?:probation|prisons))?) (?:also |has |have |had |jointly ){0,2}"
    r"(?:found|examined|uncovered)\b"
    r"|\baccording to (?:inspectors|an? (?:new |joint |critical ){0,2}(?:inspection|report))\b"
    r"|\b(?:partnered|teamed up|worked) with [^.;\n]{3,80} to (?:examine|inspect|review)\b",
    re.IGNORECASE,
)
# A year of inspections looked back on: a tally, and no inspection of its own.
_LOOKS_BACK = re.compile(r"\binspected (?:all|every)\b|\bin total,|\bsince (?:we|it) began\b", re.IGNORECASE)
_IS_JUDGED = re.compile(
    r"[^.;\n]{0,90}?\bha(?:s|ve) (?:now )?(?:each |both |all )?(?:been (?:rated|graded|judged)|received an overall)\b"
)
# `visited six CRCs, among them Essex CRC`: examples of where inspectors went, and of no one service.
_AMONG_OTHERS = re.compile(
    r"\b(?:areas|prisons|services|regions|units|PDUs|CRCs|divisions|places|teams|YOTs|YOSs|YJSs)[, –(]{1,3}"
    r"(?:including|among (?:them|these)|such as)\b[^.;\n]{0,110}$"
)
_INSPECTED = re.compile(r"\binspect(?:ion|ed|ors|orate|ing|ions)\b", re.IGNORECASE)
# What the inspectorate publishes and plans besides reports of inspections.
_NO_REPORT = re.compile(
    r"\bconsult(?:ation|ing)\b|\bpractice guide\b|\bbulletin\b|\bdiscussion paper\b|\bcorporate plan\b"
    r"|\bbusiness plan\b|\bpodcast\b|\bacademic insights\b"
    r"|\b(?:pauses?|paused|pausing)\b|\bwill (?:pause|begin|start|launch|inspect)\b"
    r"|\bnew (?:inspection )?(?:programme|standards|framework|strategy)\b",
    re.IGNORECASE,
)


def kind_of(release: Release) -> Kind:
    """The kind of `release`, by the words of its title and first paragraphs."""
    title = release.title
    start, end = _opening(release)
    opening = release.text[start:end]
    titled = _names_a_service(release, 0, len(title))
    # Most patterns want a word that few releases have; it is looked for first.
    low = opening.lower()
    is_annual = "annual" in low and not titled and _ANNUAL.search(opening) and not _ANNUAL_IN_PASSING.search(opening)
    if _ANNUAL.search(title) or is_annual:
        return Kind.SERIOUS_FURTHER_OFFENCE_REVIEW if _SFO.search(title) else Kind.ANNUAL_REPORT
    is_titled_statement = (
        _STATEMENT.search(title) is not None
        and not titled
        and not ("thematic" in low and _PUBLISHED_THEMATIC.search(opening))
    )
    is_case_review = "review" in low and (
        (_SFO.search(opening) and _CASE_REVIEW.search(opening))
        or _REVIEW_OF_A_CRIME.search(opening)
        or _REVIEW_OF_HOW.search(opening)
    )
    if _SFO.search(title) or (is_case_review and (not is_titled_statement or _REVIEW.search(title))):
        return Kind.SERIOUS_FURTHER_OFFENCE_REVIEW
    if is_titled_statement or (not titled and "in a statement" in low and _IN_A_STATEMENT.search(opening)):
        return Kind.STATEMENT
    if _NATIONAL.search(title) or (("national" in low or "central" in low) and _NATIONAL.search(opening[:600])):
        return Kind.NATIONAL
    if _THEMATIC_BY_NAME.search(title) or (
        not titled and "thematic" in low and _THEMATIC_BY_NAME.search(opening[:500])
    ):
        return Kind.THEMATIC
    return _by_what_is_inspected(release, title, opening, is_named=titled or _names_a_service(release, start, end))


def _by_what_is_inspected(release: Release, title: str, opening: str, *, is_named: bool) -> Kind:
    words = f"{title} {opening}"
    if is_named:
        return Kind.INSPECTION
    if is_county_inspection(release) and not _THEMATIC_BY_NAME.search(release.text):
        return Kind.INSPECTION
    if _is_service_judged(release):
        return Kind.INSPECTION
    if _NO_REPORT.search(words):
        return Kind.OTHER
    if _INSPECTED.search(words) and _THEMATIC.search(words):
        return Kind.THEMATIC
    if _STATES.search(opening):
        return Kind.STATEMENT
    start, end = _opening(release, _FINDINGS_WITHIN)
    if _LOOKS_BACK.search(release.text, start, end) or not _FINDINGS.search(release.text, start, end):
        return Kind.OTHER
    return Kind.THEMATIC


def _opening(release: Release, count: int = _PARAGRAPHS) -> tuple[int, int]:
    """Where the first paragraphs begin and end."""
    body = [p for p in release.paragraphs if p.kind in (ParagraphKind.TEXT, ParagraphKind.BULLET)][:count]
    if not body:
        return 0, 0
    return body[0].start_char, min(body[-1].end_char, body[0].start_char + _OPENING * count // _PARAGRAPHS)


def _is_service_judged(release: Release) -> bool:
    """Whether one service, named anywhere before the notes, `has been rated` in this release."""
    end = len(release.text) if release.notes_start is None else release.notes_start
    return any(
        _IS_JUDGED.match(release.text, naming.span.end_char, end)
        for naming in namings(release.text)
        if _is_of_one_service(naming) and naming.span.end_char < end
    )


def _names_a_service(release: Release, start: int, end: int) -> bool:
    return any(
        _is_of_one_service(naming)
        and not _AMONG_OTHERS.search(release.text, max(start, naming.span.start_char - 150), naming.span.start_char)
        for naming in namings(release.text)
        if start <= naming.span.start_char < end
    )


def _is_of_one_service(naming: Naming) -> bool:
    """Whether it names one service; `Wales CRC` does, `the National Probation Service in Wales` may be all of it."""
    is_nation = naming.place in _NATIONS and not _OF_WALES.match(naming.name)
    return bool(naming.place) and not is_nation and not naming.is_plural
