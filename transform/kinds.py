"""What kind of release this is.  Reads the title and the opening; decides nothing about who was inspected."""

import re

from extract.records import ParagraphKind, Release
from transform.inspections.local import is_county_inspection
from transform.organisations import namings
from transform.records import Kind

_OPENING = 1200
_ANNUAL = re.compile(
    r"\bannual report\b|\b(?:publish\w*|releas\w*|launch\w*) (?:its|the|their|his|her|our|an) (?:[\w-]+ ){0,6}annual (?:[\w-]+ ){0,3}report\b|\bannual (?:youth|probation|inspection|adult)[\w -]{0,30} report\b",
    re.IGNORECASE,
)
_ANNUAL_IN_PASSING = re.compile(
    r"\b(?:last|previous|earlier|recent|our|in (?:the|its|our)) annual report\b", re.IGNORECASE
)
_SFO = re.compile(r"\bserious further offences?\b|\bSFOs?\b", re.IGNORECASE)
_CASE_REVIEW = re.compile(
    r"\bindependent (?:[\w-]+ ){0,4}reviews?\b|\breviews? (?:of|into) (?:the |how )?(?:[\w’-]+ ){0,8}(?:case|supervision|management|offences?)\b"
    r"|\b(?:SFO|[Ss]erious [Ff]urther [Oo]ffence) reviews\b"
)
_STATEMENT = re.compile(
    r"\bstatement\b|\b(?:re-?)?appoint(?:ed|ment|s)\b|\brespon(?:ds?|se|ding) to\b|\bcomment(?:s|ing)? on\b|\bwelcomes?\b|\bresigns?\b|\b(?:to )?leaves? (?:the )?post\b|\bsteps? down\b|\bstepping down\b|\breacts? to\b|\bannounce[sd]?\b|\bchief inspector(?:’s)? (?:to|calls)\b",
    re.IGNORECASE,
)
_NATIONAL = re.compile(
    r"\bnational (?:probation )?(?:inspection|arrangements)\b|\bcentral functions\b|\bnational-level inspection\b",
    re.IGNORECASE,
)
_THEMATIC = re.compile(
    r"\bthematic\b|\bjoint (?:inspection|report|review)\b|\b(?:inspection|review|report|study|inspections) (?:of|into|on|about|by)\b|\binspectorates\b",
    re.IGNORECASE,
)
_INSPECTED = re.compile(r"\binspect(?:ion|ed|ors|orate|ing|ions)\b", re.IGNORECASE)


def kind_of(release: Release) -> Kind:
    """The kind of `release`, by the words of its title and first paragraphs."""
    title = release.title
    start, end = _opening(release)
    opening = release.text[start:end]
    title_names = _names_a_service(release, 0, len(title))
    if _ANNUAL.search(title) or (
        _ANNUAL.search(opening) and not title_names and not _ANNUAL_IN_PASSING.search(opening)
    ):
        return Kind.SERIOUS_FURTHER_OFFENCE_REVIEW if _SFO.search(title) else Kind.ANNUAL_REPORT
    if _SFO.search(title) or (_SFO.search(opening) and _CASE_REVIEW.search(opening)):
        return Kind.SERIOUS_FURTHER_OFFENCE_REVIEW
    if _STATEMENT.search(title) and not title_names:
        return Kind.STATEMENT
    if _NATIONAL.search(title) or _NATIONAL.search(opening[:600]):
        return Kind.NATIONAL
    if re.search(r"\bthematic\b", title + opening[:500], re.IGNORECASE):
        return Kind.THEMATIC
    if title_names or _names_a_service(release, start, end):
        return Kind.INSPECTION
    if is_county_inspection(release) and not re.search(r"\bthematic\b", release.text, re.IGNORECASE):
        return Kind.INSPECTION
    if _INSPECTED.search(title + opening) and _THEMATIC.search(title + opening):
        return Kind.THEMATIC
    if re.search(r"\bstatement\b|\bappointed\b|\bresponded to\b", opening, re.IGNORECASE):
        return Kind.STATEMENT
    return Kind.OTHER


def _opening(release: Release) -> tuple[int, int]:
    """Where the first paragraphs begin and end."""
    body = [p for p in release.paragraphs if p.kind in (ParagraphKind.TEXT, ParagraphKind.BULLET)][:3]
    if not body:
        return 0, 0
    return body[0].start_char, min(body[-1].end_char, body[0].start_char + _OPENING)


def _names_a_service(release: Release, start: int, end: int) -> bool:
    return any(
        naming.place and naming.place != "england and wales" and not naming.is_plural
        for naming in namings(release.text)
        if start <= naming.span.start_char < end
    )
