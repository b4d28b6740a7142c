"""The full names in a release, and the offices given beside them.  Resolves nobody."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from itertools import islice

from transform.quotations.full_names import FullNames, Naming
from transform.quotations.offices import clean_office, is_office, without_courtesy
from transform.quotations.sorts import Sort, Subject
from transform.quotations.words import BODIES, CAPITALISED, HONOUR, OFFICE_WORDS, OPENERS, ROLES, TITLES
from transform.speakers import HONOURS, canonical_names

_PARTED = re.compile(r"[.;:“”\"()\n,]")
_AFTER = re.compile(
    r"(?:, | as | \(| – | - |,"
    r"| (?:has been|was|is|becomes|became) (?:re-?appointed |appointed |named )?(?:as )?)"
    r"(?P<office>[^.;:“”\"()\n,–]{3,110})"
)
# `Martin Jones, Chief Inspector of Probation said`: the comma after the office is missing.
_SAYING = re.compile(r" (?:said|says|added|adds|told|commented|explained|continued)\b")
_SMALL = frozenset({"of", "for", "and", "the", "in", "on", "to", "’s", "&"})
_TITLED = re.compile(rf"\b(?P<title>{HONOUR}) (?:{CAPITALISED} )?(?P<last>{CAPITALISED})\b")
_LETTERS = re.compile(
    r"\b(?P<name>[A-Z][\w’'-]{1,24}(?: (?:(?:of|for|and|the|&) ){0,2}[A-Z][\w’'-]{1,24}){1,8})"
    r" \((?P<letters>[A-Z]{2,8})\)"
)
_BODIES = re.compile(
    r"\b(?:[A-Z][\w’'-]{1,24} (?:(?:of|for|and|the|&) ){0,2}){1,6}"
    r"(?P<sort>Trust|Council|Board|Company|Commission|Partnership|Division|Department|Association|Union)\b"
)
_FIRST_NAMES = re.compile(
    r"(?<![\w’'-] )\b([A-Z][a-z]{1,20})(?:, (?:aged |now )?\d{1,2}\b|, an? |, who\b|,? \(?not (?:his|her|their) real)"
    r"|(?<=[a-z] )([A-Z][a-z]{1,20}), (?:aged )?\d{1,2}\b"
)
_OPENS_OFFICE = frozenset({"HM", "HMI", "Her", "His", "Chief"})
_NO_FIRST_NAMES = ROLES | BODIES
_MOST = 6
_LONGEST = 9


class Namings:
    """Every full naming in a text, by last name, in text order."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.named = FullNames(text)
        self._roles: dict[str, str | None] = {}

    @cached_property
    def _in_order(self) -> list[tuple[int, str]]:
        every = (naming for namings in self.named.every.values() for naming in namings)
        return sorted((naming.start, naming.name) for naming in every)

    def _is_person(self, name: str) -> bool:
        return name in canonical_names() or bool(self.role(name))

    @cached_property
    def people(self) -> list[tuple[int, str]]:
        """Where somebody is named in full who is known, or is given an office; in text order."""
        return [(start, name) for start, name in self._in_order if self._is_person(name)]

    def people_before(self, at: int) -> Iterator[tuple[int, Subject]]:
        """The same before a place, the nearest first."""
        for place in range(bisect_left(self._in_order, (at, "")) - 1, -1, -1):
            start, name = self._in_order[place]
            if self._is_person(name):
                yield start, Subject(Sort.PERSON, start, start + len(name), name)

    @cached_property
    def titles(self) -> dict[str, str]:
        """Last name to the courtesy title or honour it is given somewhere in the text."""
        return {match["last"]: match["title"].rstrip(".") for match in _TITLED.finditer(self.text)}

    @cached_property
    def spelled_out(self) -> dict[str, str]:
        """The letters a body goes by to its name, where the text gives both (`Care Quality Commission (CQC)`)."""
        return {match["letters"]: match["name"].removeprefix("The ") for match in _LETTERS.finditer(self.text)}

    @cached_property
    def bodies(self) -> dict[str, str]:
        """What a body is (`trust`, `council`) to its full name, where the text names only one of that sort."""
        found: dict[str, set[str]] = {}
        for match in _BODIES.finditer(self.text):
            name = match[0].removeprefix("The ")
            if name != match["sort"]:
                found.setdefault(match["sort"].lower(), set()).add(name)
        return {sort: names.pop() for sort, names in found.items() if len(names) == 1}

    @cached_property
    def first_names(self) -> set[str]:
        """Single names that the text shows to be somebody's: `Dean, 24,`, `Kelly, a mentor,`, `Sam (not his …)`."""
        return {match[1] or match[2] for match in _FIRST_NAMES.finditer(self.text)}

    def full(self, short: str) -> Naming | None:
        """The first full naming of somebody given as `Mr Russell`, `Dame Glenys`, `Russell` or in full."""
        bare, title = without_courtesy(short)
        words = bare.split()
        if title in HONOURS:
            return self._honoured(words)
        for naming in self.named.of(words[-1]):
            first = naming.words[-2]
            wanted = len(words) == 1 or first == words[-2]
            if wanted and first not in TITLES and first.lower() not in _NO_FIRST_NAMES:
                return naming
        return None

    def _honoured(self, words: list[str]) -> Naming | None:
        """`Dame Glenys` means whoever is named `Dame Glenys …` or `Glenys …`."""
        if len(words) > 2:
            return next((naming for naming in self.named.of(words[-1]) if words[-2] in naming.words), None)
        honoured = self.named.beginning(words, words[1:])
        if honoured is not None:
            return honoured
        return next((naming for naming in self.named.of(words[-1]) if naming.words[0] == words[0]), None)

    def role(self, name: str) -> str | None:
        """The office the release gives a person, at the first naming that has one."""
        if name not in self._roles:
            words = name.split()[-2:]
            namings = (naming for naming in self.named.of(words[-1]) if naming.words[-2:] == words)
            offices = (self._office_beside(naming) for naming in islice(namings, _MOST))
            self._roles[name] = next((office for office in offices if office), None)
        return self._roles[name]

    @cached_property
    def offices(self) -> list[tuple[str, str]]:
        """Everybody named with an office, and that office."""
        return [
            (naming.name, office)
            for namings in self.named.every.values()
            for naming in namings[:_MOST]
            if (office := self._office_beside(naming))
        ]

    def _office_beside(self, naming: Naming) -> str | None:
        after = _AFTER.match(self.text, naming.end, naming.end + 130)
        office = _SAYING.split(after["office"], maxsplit=1)[0] if after else ""
        if is_office(office):
            return clean_office(office)
        lead = self.text[max(0, naming.start - 112) : naming.start].rstrip()
        words = _PARTED.split(lead.rstrip(" ,"))[-1].strip()
        # `The chief executive of the trust, Alan Border,`: all of it, where it is nothing but an office.
        if (
            lead.endswith(",")
            and words.lower().startswith(("the ", "its ", "our "))
            and len(words.split()) <= _LONGEST
            and is_office(words)
        ):
            return clean_office(words)
        return _office_at_end(words)


def _office_at_end(words: str) -> str | None:
    """The office directly before a name: back to the first word that belongs to none."""
    kept: list[str] = []
    for word in reversed(words.split()):
        bare = word.lower().removesuffix("’s")
        if not (word[:1].isupper() or word in _SMALL or bare in ROLES or bare in OFFICE_WORDS):
            break
        if word == "and" and kept and kept[-1] in _OPENS_OFFICE:
            break  # `HM Chief Inspector of Prisons Charlie Taylor and HM Chief Inspector of Probation`: of two people
        kept.append(word)
    kept.reverse()
    while kept and (kept[0] in _SMALL or (kept[0].lower() in OPENERS and kept[0] not in ("HM", "HMI", "Her", "His"))):
        kept = kept[1:]
    # `Dyffryn’s cabinet member`: whose it is does not belong to an office written small.
    if len(kept) > 1 and kept[0].endswith("’s") and kept[1][:1].islower():
        kept = kept[1:]
    role = " ".join(kept)
    if kept and kept[-1] in _SMALL:
        return None
    return clean_office(role) if role and is_office(role) else None
