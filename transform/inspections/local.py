"""A county's probation services: the company and the national service inspected together (2016 to 2018).

With joint findings they are one body, `local_probation`; with findings of their own they are two, named as the release
names them even where that is only `the National Probation Service`.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from extract.records import ParagraphKind, Release
from transform.organisations import Body, Naming
from transform.ratings.era import told_on
from transform.records import Span

_SERVICES = re.compile(
    r"\b(?P<what>[Pp]robation (?:services|work)|[Ll]ocal probation services) (?:in|across|for) (?:the (?:county"
    r"|north|south|east|west|centre) of )?"
    r"(?P<place>[A-Z][\w’-]{2,30}(?:(?: and (?:the )?| of |, | )[A-Z][\w’-]{1,30}){0,4})"
)
_COUNTY_INSPECTION = re.compile(
    r"\b(?:inspections?|report|review) (?:of|on|into) (?:the )?(?:quality of )?(?:adult )?probation (?:work"
    r"|services) (?:undertaken |delivered )?in (?:the )?"
    r"(?!England|two|three|\w{1,40} areas|January|February|March |April|May |June|July|August|September|October"
    r"|November"
    r"|December)[A-Z]"
    r"|\b[Qq]uality (?:&|and) [Ii]mpact\b|\blooked at the quality (?:and impact )?of probation work\b"
)
_JOINTLY = re.compile(
    r"\b(?:side by side|apply to both|joint findings|findings (?:are|were) joint|taken together|as one)\b"
)
_BEGAN_ON, _ENDED_ON = date(2016, 4, 1), date(2018, 8, 31)
_DESCRIBED = re.compile(r"(?:CRC|NPS) (?:in|for|across|covering) ")
_PAIR = ("crc", "nps_division")
_OPENING = 6
_NATIONS = frozenset({"England", "England and Wales", "Wales and England"})


def is_county_inspection(release: Release) -> bool:
    """Whether the release reports on a county's company and national service together."""
    return _COUNTY_INSPECTION.search(release.text) is not None


def _is_of_their_time(release: Release) -> bool:
    """From 2016 to 2018 every local inspection covered the company and the national service of a county."""
    told = told_on(release)
    return told is not None and _BEGAN_ON <= told <= _ENDED_ON


def county_services(
    release: Release, chosen: Sequence[Body], known: Sequence[Body], namings: Sequence[Naming]
) -> tuple[Body, ...]:
    """The bodies of a county's inspection: those chosen, and the service of the pair the opening names besides."""
    if chosen and not any(body.organisation_type in _PAIR for body in chosen):
        return tuple(chosen)
    is_county = is_county_inspection(release)
    if not is_county and not (_is_of_their_time(release) and any(body.organisation_type in _PAIR for body in chosen)):
        return tuple(chosen)
    named = [body for body in chosen if body.organisation_type in _PAIR]
    if _JOINTLY.search(release.text) and not named:
        return local_probation(release)
    opening = _opening_end(release)
    for kind in _PAIR:
        if not any(body.organisation_type == kind for body in named):
            named += _besides(kind, known, namings, opening)
    if len(named) < len(_PAIR):
        return tuple(chosen) or local_probation(release)
    return tuple(sorted(named, key=lambda body: body.namings[0].span))


def called_in_full(release: Release, known: Sequence[Body], namings: Sequence[Naming]) -> tuple[Body, ...]:
    """In a county's release `the CRC in Suffolk` only describes what stands written out elsewhere."""
    if not any(_DESCRIBED.match(body.name) for body in known) or not is_county_inspection(release):
        return tuple(known)
    known = _of_the_division(known, _opening_end(release))
    full: dict[str, list[Naming]] = {}
    for naming in namings:
        if naming.is_full and not naming.place and not naming.is_plural:
            full.setdefault(naming.organisation_type, []).append(naming)
    return tuple(
        replace(
            body,
            name=full[body.organisation_type][0].name,
            namings=tuple(sorted((*full[body.organisation_type], *body.namings), key=lambda naming: naming.span)),
        )
        if body.organisation_type in full and _DESCRIBED.match(body.name)
        else body
        for body in known
    )


def _of_the_division(known: Sequence[Body], opening: int) -> Sequence[Body]:
    """`the NPS in Suffolk` is part of the one division that the opening names in full."""
    national = [body for body in known if body.organisation_type == "nps_division"]
    parts = [body for body in national if _DESCRIBED.match(body.name)]
    divisions = [body for body in national if body not in parts and body.namings[0].span.start_char < opening]
    if len(divisions) != 1 or not any(naming.is_full for naming in divisions[0].namings):
        return known
    namings = [*divisions[0].namings, *(naming for part in parts for naming in part.namings)]
    whole = replace(divisions[0], namings=tuple(sorted(namings, key=lambda naming: naming.span)))
    return [whole if body is divisions[0] else body for body in known if body not in parts]


def _opening_end(release: Release) -> int:
    body = [p for p in release.paragraphs if p.kind in (ParagraphKind.TEXT, ParagraphKind.BULLET)][:_OPENING]
    return body[-1].end_char if body else 0


def _besides(kind: str, known: Sequence[Body], namings: Sequence[Naming], end: int) -> list[Body]:
    """The one body of this kind that the opening names, by its place or without one."""
    placed = [body for body in known if body.organisation_type == kind and body.namings[0].span.start_char < end]
    if len(placed) == 1:
        return placed
    same = [
        naming for naming in namings if naming.organisation_type == kind and not naming.place and not naming.is_plural
    ]
    if placed or not same or same[0].span.start_char >= end:
        return []
    full = [naming for naming in same if naming.is_full] or same
    return [Body(name=full[0].name, organisation_type=kind, place="", namings=tuple(same))]


def local_probation(release: Release) -> tuple[Body, ...]:
    """The county's probation services as one body, where the release names them."""
    found = [match for match in _SERVICES.finditer(release.text) if match["place"] not in _NATIONS]
    if not found:
        return ()
    namings = tuple(
        Naming(
            span=Span(start_char=match.start(), end_char=match.end()),
            name=f"{match['what'][0].lower()}{match[0][1:]}",
            organisation_type="local_probation",
            place=match["place"].lower(),
            is_full=True,
            is_plural=False,
            place_words=match["place"],
        )
        for match in found
        if match["place"] == found[0]["place"]
    )
    services = [naming for naming in namings if "services" in naming.name] or namings
    return (Body(name=services[0].name, organisation_type="local_probation", place=namings[0].place, namings=namings),)
