"""Namings of one release brought together: which of them mean the same body, and what it is called in full."""

from collections.abc import Sequence
from dataclasses import dataclass

from transform.organisations.gazetteer import company_places, known_places
from transform.organisations.namings import Naming


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A service the release names: `name` is the fullest it writes, `namings` all places that name it."""

    name: str
    organisation_type: str
    place: str
    namings: tuple[Naming, ...]


# Counties and their companies: a place within a wider place of these kinds may mean the wider body.
_NESTING = ("crc", "nps_division")


def bodies(found: Sequence[Naming]) -> tuple[Body, ...]:
    """One body for each kind and place named, in order of first naming; those without a place stand aside."""
    groups: dict[tuple[str, str], list[Naming]] = {}
    for naming in found:
        if naming.place and not naming.is_plural:
            groups.setdefault((naming.organisation_type, _place(naming)), []).append(naming)
    for key in list(groups):
        wider = _wider(key, groups)
        if wider:
            groups[wider].extend(groups.pop(key))
    made = []
    for (kind, place), group in groups.items():
        group.sort(key=lambda naming: naming.span)
        made.append(Body(name=full_name(group), organisation_type=kind, place=place, namings=tuple(group)))
    return tuple(sorted(made, key=lambda body: body.namings[0].span))


def full_name(group: Sequence[Naming]) -> str:
    """The name in full as the release gives it; the short name only if it is never written out."""

    def rank(naming: Naming) -> tuple[bool, bool, bool, bool, int]:
        words = naming.name.split()
        lower_kind = words[-1].islower() and naming.is_full
        return (
            naming.is_former,
            not naming.is_full,
            "’s " in naming.name or "'s " in naming.name,
            lower_kind,
            -len(naming.name.replace("&", "and").replace(",", "")),
        )

    return min(group, key=rank).name


def _place(naming: Naming) -> str:
    if naming.organisation_type == "crc":
        return company_places().get(naming.place, naming.place)
    return naming.place


def _wider(key: tuple[str, str], groups: dict[tuple[str, str], list[Naming]]) -> tuple[str, str] | None:
    kind, place = key
    if kind not in _NESTING or (kind == "nps_division" and place in known_places()) or place in company_places():
        return None
    words = set(place.split())
    wider = [other for other in groups if other[0] == kind and other != key and words < set(other[1].split())]
    return wider[0] if len(wider) == 1 else None
