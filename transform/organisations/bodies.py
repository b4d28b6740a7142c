"""Namings of one release brought together: which of them mean the same body, and what it is called in full."""

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from transform.organisations.gazetteer import company_places, folded_place, known_places
from transform.organisations.namings import Naming
from transform.records import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A service the release names: `name` is the fullest it writes, `namings` all places that name it."""

    name: str
    organisation_type: str
    place: str
    namings: tuple[Naming, ...]


# Counties and their companies: a place within a wider place of these kinds may mean the wider body.
_SINGULAR = {
    "PDUs": "PDU",
    "Units": "Probation Delivery Unit",
    "CRCs": "CRC",
    "Companies": "Community Rehabilitation Company",
    "Trusts": "Probation Trust",
    "YOTs": "YOT",
    "Teams": "Youth Offending Team",
}
_LISTED = re.compile(r", | and | & |, and ")
_NATIONS = frozenset({"england and wales", "wales and england"})
_DESCRIBED = re.compile(
    r"(?:[Uu]nit|PDU|[Cc]ompany|CRC|[Tt]eam|YO[TS]|[Ss]ervice|NPS|[Ww]ork),? (?:in|for|across|covering) (?=\S)"
)
_PREMISES_IN = re.compile(r"[Aa]pproved [Pp]remises (?:in|for|across|covering) ")
_SHORTENED = ("pdu", "yos")
_NESTING = ("crc", "nps_division")


def bodies(found: Sequence[Naming]) -> tuple[Body, ...]:
    """One body for each kind and place named, in order of first naming; those without a place stand aside."""
    groups: dict[tuple[str, str], list[Naming]] = {}
    single = {naming.place for naming in found if naming.place and not naming.is_plural}
    for naming in found:
        for one in _each(naming, single) if naming.place and naming.place not in _NATIONS else ():
            groups.setdefault((one.organisation_type, _place(one)), []).append(one)
    premises = [key for key in groups if key[0] == "approved_premises"]
    described = [key for key in premises if all(_PREMISES_IN.match(naming.name) for naming in groups[key])]
    for key in described if len(described) < len(premises) else ():
        del groups[key]  # `approved premises in the Midlands` are those named besides
    for key in list(groups):
        wider = _wider(key, groups) or _short_in_front(key, groups)
        if wider:
            groups[wider].extend(groups.pop(key))
    made = []
    for (kind, place), group in groups.items():
        group.sort(key=lambda naming: naming.span)
        made.append(Body(name=full_name(group), organisation_type=kind, place=place, namings=tuple(group)))
    return tuple(sorted(made, key=lambda body: body.namings[0].span))


def owners_of(bodies: Sequence[Body]) -> dict[Span, list[str]]:
    """The bodies each naming names: several where it is a plural that lists them."""
    owners: dict[Span, list[str]] = {}
    for body in bodies:
        for naming in body.namings:
            owners.setdefault(naming.span, []).append(body.name)
    return owners


def _each(naming: Naming, single: Set[str]) -> Sequence[Naming]:
    """`Northmoor and Southmoor PDUs` are two bodies; a plural that lists no places (`Sodexo’s CRCs`) is none."""
    if not naming.is_plural:
        return (naming,)
    kind = _SINGULAR.get(naming.name.split()[-1])
    pieces = [piece for piece in _LISTED.split(naming.place_words) if piece]
    if kind is None or len(pieces) < 2 or naming.place in _NATIONS or not all(piece[:1].isupper() for piece in pieces):
        return ()
    places = _joined(pieces, single)
    return [
        replace(
            naming,
            name=f"{place} {kind}",
            place=folded_place(place),
            place_words=place,
            is_plural=False,
            is_full=" " in kind,
        )
        for place in places
    ]


def _joined(pieces: Sequence[str], single: Set[str]) -> list[str]:
    """The places of a list; two that the release names together elsewhere stay together."""
    places: list[str] = []
    for piece in pieces:
        together = f"{places[-1]} and {piece}" if places else piece
        if places and folded_place(together) in single:
            places[-1] = together
        else:
            places.append(piece)
    return places


def full_name(group: Sequence[Naming]) -> str:
    """The name in full as the release gives it; the short name only if it is never written out.

    `Dale PDU` is a name and `Probation Delivery Unit in Dale` describes, so it stands only where no name does.
    """

    def rank(naming: Naming) -> tuple[bool, bool, bool, bool, bool, int]:
        words = naming.name.split()
        lower_kind = words[-1].islower() and naming.is_full
        return (
            naming.is_former and naming.organisation_type != "crc",
            _DESCRIBED.search(naming.name) is not None and not _is_full_division(naming),
            not naming.is_full,
            "’s " in naming.name or "'s " in naming.name,
            lower_kind,
            -len(naming.name.replace("&", "and").replace(",", "")),
        )

    return min(group, key=rank).name


def _is_full_division(naming: Naming) -> bool:
    """`National Probation Service in Wales`, `NPS in Kent division`: a division is named so."""
    is_division = naming.organisation_type == "nps_division"
    return (is_division and naming.is_full) or naming.name.lower().endswith("division")


def _place(naming: Naming) -> str:
    if naming.organisation_type == "crc":
        return company_places().get(naming.place, naming.place)
    return naming.place


def _short_in_front(key: tuple[str, str], groups: dict[tuple[str, str], list[Naming]]) -> tuple[str, str] | None:
    """`Porton PDU`, said once and first of all, of the `Porton and Wells PDU` that the text goes on to name."""
    kind, place = key
    group = groups[key]
    first = min(naming.span for namings in groups.values() for naming in namings)
    if kind not in _SHORTENED or len(group) > 1 or group[0].is_full or group[0].span != first:
        return None
    wider = [other for other in groups if other[0] == kind and other[1].startswith(f"{place} and ")]
    return wider[0] if len(wider) == 1 else None


def _wider(key: tuple[str, str], groups: dict[tuple[str, str], list[Naming]]) -> tuple[str, str] | None:
    kind, place = key
    if kind not in _NESTING or (kind == "nps_division" and place in known_places()) or place in company_places():
        return None
    words = set(place.split())
    wider = [other for other in groups if other[0] == kind and other != key and words < set(other[1].split())]
    return wider[0] if len(wider) == 1 else None
