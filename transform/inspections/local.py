"""A county's probation services inspected as one: the company and the national service together, with joint findings."""

import re

from extract.records import Release
from transform.organisations import Body, Naming
from transform.records import Span

_SERVICES = re.compile(
    r"\b(?P<what>[Pp]robation (?:services|work)|[Ll]ocal probation services) (?:in|across|for) (?:the (?:county|north|south|east|west) of )?"
    r"(?P<place>[A-Z][\w’-]{2,30}(?:(?: and (?:the )?| of |, | )[A-Z][\w’-]{1,30}){0,4})"
)
_JOINTLY = re.compile(
    r"\b(?:side by side|apply to both|together|both organisations|quality and impact|Quality & Impact|Quality and Impact)\b"
)
_NOT_A_COUNTY = frozenset({"England", "England and Wales", "Wales and England"})


def local_probation(release: Release) -> tuple[Body, ...]:
    """The county's probation services, where the release names them and no company or division of its own."""
    found = [match for match in _SERVICES.finditer(release.text) if match["place"] not in _NOT_A_COUNTY]
    if not found or not _JOINTLY.search(release.text):
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
    return (Body(name=namings[0].name, organisation_type="local_probation", place=namings[0].place, namings=namings),)
