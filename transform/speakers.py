"""People who speak in releases, with the time they held an office.  Reads no release; quotations/cast.py does.

Offices change hands, so a short form or an office is looked up by date.
"""

from dataclasses import dataclass
from datetime import date
from functools import cache

from transform.rows import SpeakerRow
from transform.vocabulary import load

HONOURS = frozenset({"Dame", "Sir", "Lord", "Lady", "Baroness"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """One time a person held an office; dates are null where not known."""

    name: str
    also: tuple[str, ...]
    pronoun: str
    office: str
    role: str
    from_on: date | None
    until_on: date | None
    source: str

    def holds_on(self, day: date | None) -> bool:
        """Whether the office was theirs that day; a missing date excludes nobody."""
        begun = self.from_on is None or day is None or self.from_on <= day
        return begun and (self.until_on is None or day is None or day <= self.until_on)

    def fits(self, name: str, title: str | None) -> bool:
        """Whether a short form without its title (`Russell`, `Glenys`) may be this person."""
        words = self.name.split()
        if title in HONOURS:
            return title == words[0] and name in words[1:]
        return name == words[-1]


@cache
def tenures() -> tuple[Tenure, ...]:
    """All tenures of `vocabulary/people.toml`."""
    return tuple(
        Tenure(
            name=person["name"],
            also=tuple(person.get("also", ())),
            pronoun=person["pronoun"],
            office=person["office"],
            role=person["role"],
            from_on=person.get("from"),
            until_on=person.get("until"),
            source=person["source"],
        )
        for person in load("people")["person"]
    )


def speakers() -> tuple[SpeakerRow, ...]:
    """One row for each tenure of each person the vocabulary knows."""
    return tuple(
        SpeakerRow(
            name=tenure.name, role=tenure.role, from_on=tenure.from_on, until_on=tenure.until_on, source=tenure.source
        )
        for tenure in tenures()
    )


@cache
def canonical_names() -> dict[str, str]:
    """Every full name the vocabulary knows, to the one that rows use."""
    return {alias: tenure.name for tenure in tenures() for alias in (tenure.name, *tenure.also)}


@cache
def pronouns() -> dict[str, str]:
    """Canonical name to `he` or `she`."""
    return {tenure.name: tenure.pronoun for tenure in tenures()}


def known_by_short_form(name: str, title: str | None, day: date | None) -> str | None:
    """The one person a short form means, those in office that day first; null where none or several fit."""
    fits = [tenure for tenure in tenures() if tenure.fits(name, title)]
    names = {tenure.name for tenure in fits if tenure.holds_on(day)} or {tenure.name for tenure in fits}
    return names.pop() if len(names) == 1 else None


def holder(office: str, day: date | None) -> str | None:
    """Who held an office that day; null without a date, and where the vocabulary is not sure."""
    names = {tenure.name for tenure in tenures() if tenure.office == office and tenure.holds_on(day)}
    return names.pop() if day is not None and len(names) == 1 else None
