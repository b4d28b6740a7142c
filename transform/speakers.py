"""Who speaks: people with their tenures, and names in a release resolved to one full name.

Offices change hands, so the vocabulary is asked by date; what a release itself says comes first.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property

from extract.records import DateFrom, Release
from transform.quotations.subjects import Sort, Subject, clean_office, is_office, without_courtesy
from transform.quotations.words import CAPITALISED, FEMININE, HONOUR, HONOURS, MASCULINE, forms
from transform.rows import SpeakerRow
from transform.vocabulary import load


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
        return day is None or (
            (self.from_on is None or self.from_on <= day) and (self.until_on is None or day <= self.until_on)
        )


@dataclass(frozen=True, slots=True)
class Speaker:
    """A resolved speaker; field values are those of `Quotation`, `how` says by what kind of naming."""

    name: str | None
    type: str
    role: str | None
    taken_from: str | None
    how: str


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
def _canonical() -> dict[str, str]:
    return {alias: tenure.name for tenure in tenures() for alias in (tenure.name, *tenure.also)}


@cache
def _pronouns() -> dict[str, str]:
    return {tenure.name: tenure.pronoun for tenure in tenures()}


_NAMES = re.compile(rf"(?:\b{HONOUR} )?\b{CAPITALISED}(?:[’']s)?(?: [A-Z]\.)?(?: {CAPITALISED}){{1,7}}")
_MENTION = re.compile(rf"\b{HONOUR} {CAPITALISED}(?: {CAPITALISED})?|\b[Cc]hief [Ii]nspector\b")
_OFFICE_BEFORE = re.compile(r"[^.;:“”\"()\n,]{2,110}$")
_OFFICE_AFTER = re.compile(r"(?:, | \(| – | - |,)(?P<office>[^.;:“”\"()\n,–]{3,110})")
_QUALIFIED = (
    ("prisons", re.compile(r"\b(?:of|HMI) Prisons\b", re.IGNORECASE)),
    ("constabulary", re.compile(r"\bConstabulary\b|HMICFRS", re.IGNORECASE)),
    ("ofsted", re.compile(r"\bOfsted\b|\bEducation\b|\bSchools\b", re.IGNORECASE)),
    ("prosecution", re.compile(r"\bProsecution\b|\bHMCPSI\b", re.IGNORECASE)),
    ("care", re.compile(r"\bCare Quality\b|\bCQC\b|\bSocial Care\b|\bHospitals\b", re.IGNORECASE)),
    ("estyn", re.compile(r"\bEstyn\b", re.IGNORECASE)),
)
_OURS = re.compile(
    r"(?:[Tt]he )?(?:HMI Probation|HMIP|(?:(?:HM|Her Majesty[’']s|His Majesty[’']s) )?[Ii]nspectorate(?: of [Pp]robation)?|[Pp]robation [Ii]nspectorate)$"
)
_PRONE_TO_CHIEF = re.compile(r"chief inspector", re.IGNORECASE)


def office_of(role: str) -> str:
    """Which inspectorate's chief a role speaks of; `probation` where it does not say."""
    return next((office for office, pattern in _QUALIFIED if pattern.search(role)), "probation")


class Cast:
    """The people of one release, found as they are asked for."""

    def __init__(self, release: Release) -> None:
        self.text = release.text
        self.day = release.published_on
        self.said: list[tuple[int, Speaker]] = []
        self._known: dict[tuple[Sort, str, int], Speaker] = {}

    @cached_property
    def _names(self) -> dict[str, list[tuple[str, int, int]]]:
        """Last name to the full names in the text that end with it, in text order."""
        found: dict[str, list[tuple[str, int, int]]] = {}
        for match in _NAMES.finditer(self.text):
            words = match[0].split()
            honour = next((at for at, word in enumerate(words) if word.rstrip(".") in _TITLES), None)
            if honour is not None:
                kept = words[honour : honour + 3]
            else:
                kept = words[-3:] if len(words) >= 3 and re.fullmatch(r"[A-Z]\.", words[-2]) else words[-2:]
            bare, _ = without_courtesy(" ".join(kept))
            if len(bare.split()) < 2:
                continue
            end = match.start() + match[0].rfind(kept[-1]) + len(kept[-1])
            full = " ".join(kept)
            found.setdefault(kept[-1], []).append((bare, end - len(full), end))
            if words[-1] != kept[-1]:
                continue
        return found

    def _full_naming(self, short: str) -> tuple[str, int, int] | None:
        """The first full naming in the text of somebody given as `Mr Russell`, `Dame Glenys`, `Russell`."""
        bare, title = without_courtesy(short)
        words = bare.split()
        if title in HONOURS:
            rest = words[1:]
            wanted = rest[-1]
            if len(rest) == 1:
                for namings in self._names.values():
                    for naming in namings:
                        parts = naming[0].split()
                        if parts[:-1] in ([title, wanted], [wanted]):
                            return naming
            for naming in self._names.get(wanted, ()):
                if len(rest) == 1 or naming[0].split()[-2] == rest[-2]:
                    return naming
            return None
        for naming in self._names.get(words[-1], ()):
            first = naming[0].split()[-2]
            if (len(words) == 1 or first == words[-2]) and first not in _TITLES and first.lower() not in forms("roles"):
                return naming
        return None

    def resolve(self, subject: Subject, at: int) -> Speaker:
        """The speaker a subject names, at a place in the text; keeps it for the pronouns that follow."""
        key = (subject.sort, subject.name, at if subject.sort is Sort.PRONOUN else -1)
        speaker = self._known.get(key)
        if speaker is None or (subject.role and speaker.role is None):
            speaker = self._known[key] = self._resolve(subject, at)
        if speaker.type in ("person", "inspectors"):
            self.said.append((subject.start, speaker))
        return speaker

    def _resolve(self, subject: Subject, at: int) -> Speaker:
        if subject.sort is Sort.PERSON:
            return self._person(subject)
        if subject.sort is Sort.OFFICE:
            return self._holder(subject)
        if subject.sort is Sort.PRONOUN:
            return self._pronoun(subject, at)
        if subject.sort is Sort.INSPECTORS:
            return Speaker("inspectors", "inspectors", None, "text", "named")
        if subject.sort is Sort.DOCUMENT:
            return Speaker(_document(subject.name), "report", None, "text", "named")
        if subject.sort is Sort.BODY:
            return self._body(subject.name)
        if subject.sort is Sort.SHARE:
            return Speaker(_phrase(subject.name), "unknown", None, "text", "a share of people")
        return Speaker(_phrase(subject.name), "person", None, "text", "without a name")

    def _person(self, subject: Subject) -> Speaker:
        name, title = without_courtesy(subject.name)
        words = name.split()
        is_short = len(words) - (title in HONOURS) < 2
        how = "short form" if is_short else "full name"
        naming = self._full_naming(subject.name)
        if naming is not None:
            full = naming[0]
            if not is_short and title in HONOURS and full.split()[0] != title:
                full = name
            canonical = _canonical().get(full, full)
            return Speaker(canonical, "person", self.role_of(full, subject.role), "text", how)
        if name in _canonical():
            return Speaker(_canonical()[name], "person", subject.role, "text", how)
        if is_short:
            known = self._from_vocabulary(words, title)
            if known is not None:
                return Speaker(known, "person", subject.role, DateFrom.VOCABULARY.value, "short form and date")
        return Speaker(name, "person", subject.role, "text", how)

    def _from_vocabulary(self, words: list[str], title: str | None) -> str | None:
        """The one person of the vocabulary a short form fits, by date first."""
        wanted = words[-1]
        fits = [
            tenure
            for tenure in tenures()
            if (wanted == tenure.name.split()[-1] and title not in HONOURS)
            or (title in HONOURS and title in tenure.name and wanted in tenure.name.split())
        ]
        names = {tenure.name for tenure in fits if tenure.holds_on(self.day)} or {tenure.name for tenure in fits}
        return names.pop() if len(names) == 1 else None

    def role_of(self, name: str, given: str | None) -> str | None:
        """The office the release gives a person, at the first naming that has one; `given` stands in the cue itself."""
        last = name.split()[-1]
        for bare, start, end in self._names.get(last, ())[:6]:
            if bare.split()[-2:] != name.split()[-2:]:
                continue
            role = self._office_beside(start, end)
            if role:
                return role
        return given

    def _office_beside(self, start: int, end: int) -> str | None:
        text = self.text
        after = _OFFICE_AFTER.match(text, end, end + 130)
        if after and is_office(after["office"]):
            return clean_office(after["office"])
        lead = text[max(0, start - 112) : start]
        comma = lead.rstrip().endswith(",")
        before = _OFFICE_BEFORE.search(lead.rstrip(" ,") if comma else lead)
        if not before:
            return None
        return _office_at_end(before[0].strip())

    def _holder(self, subject: Subject) -> Speaker:
        """`The Chief Inspector`: whom the text gives that office, else who held it that day."""
        if not _PRONE_TO_CHIEF.search(subject.name):
            return self._other_office(subject)
        office = office_of(subject.name)
        for match in _PRONE_TO_CHIEF.finditer(self.text):
            for start, name in self._named_near(match):
                role = self.role_of(name, None)
                if role and _PRONE_TO_CHIEF.search(role) and office_of(role) == office and start >= 0:
                    return Speaker(_canonical().get(name, name), "person", role, "text", "office")
        names = {tenure.name for tenure in tenures() if tenure.office == office and tenure.holds_on(self.day)}
        if len(names) == 1 and self.day is not None:
            return Speaker(names.pop(), "person", subject.name, DateFrom.VOCABULARY.value, "office and date")
        return Speaker(None, "unknown", clean_office(subject.name), None, "an office whose holder is not told")

    def _named_near(self, match: re.Match[str]) -> list[tuple[int, str]]:
        near = []
        for naming in _NAMES.finditer(self.text, max(0, match.start() - 60), min(len(self.text), match.end() + 90)):
            words = naming[0].split()
            for listed in (self._names.get(word, ()) for word in words):
                near.extend((start, bare) for bare, start, _ in listed if naming.start() <= start < naming.end())
        return near

    def _other_office(self, subject: Subject) -> Speaker:
        wanted = subject.name.lower()
        for namings in self._names.values():
            for bare, start, end in namings[:3]:
                role = self._office_beside(start, end)
                if role and (wanted in role.lower() or role.lower() in wanted):
                    return Speaker(_canonical().get(bare, bare), "person", role, "text", "office")
        return Speaker(clean_office(subject.name), "person", None, "text", "without a name")

    def _pronoun(self, subject: Subject, at: int) -> Speaker:
        """Whoever was named last before the pronoun and can be `he` or `she`."""
        pronoun = subject.name
        if pronoun == "they":
            last = next((speaker for _, speaker in reversed(self.said)), None)
            return Speaker(last.name, last.type, last.role, last.taken_from, "pronoun") if last else _NOBODY
        candidates = [(place, speaker) for place, speaker in self.said if place < at and speaker.type == "person"]
        for match in _MENTION.finditer(self.text, max(0, at - 1500), at):
            sort = Sort.OFFICE if match[0][-1] == "r" and match[0][:1] in "Cc" and "hief" in match[0] else Sort.PERSON
            candidates.append((match.start(), self._resolve(Subject(sort, match.start(), match.end(), match[0]), at)))
        for _, speaker in sorted(candidates, key=lambda candidate: candidate[0], reverse=True):
            if speaker.name is not None and self._can_be(speaker.name, pronoun):
                return Speaker(speaker.name, "person", speaker.role, speaker.taken_from, "pronoun")
        return _NOBODY

    def _can_be(self, name: str, pronoun: str) -> bool:
        known = _pronouns().get(name)
        if known is not None:
            return known == pronoun
        first = name.split()[0]
        title = first if first in HONOURS else self._title_of(name)
        if title in FEMININE:
            return pronoun == "she"
        return not (title in MASCULINE and pronoun == "she")

    def _title_of(self, name: str) -> str | None:
        title = re.search(rf"\b({HONOUR}) (?:\w+ )?{re.escape(name.split()[-1])}\b", self.text)
        return title[1].rstrip(".") if title else None

    def _body(self, name: str) -> Speaker:
        bare = re.sub(r"^[Tt]he ", "", name)
        if _OURS.match(name):
            return Speaker("HM Inspectorate of Probation", "organisation", None, "text", "named")
        if re.fullmatch(r"[A-Z]{2,8}", bare):
            full = re.search(rf"((?:[A-Z][\w’'-]+ (?:(?:of|for|and|the) ){{0,2}}){{1,8}})\({bare}\)", self.text)
            if full:
                return Speaker(re.sub(r"^The ", "", full[1].strip()), "organisation", None, "text", "short form")
        words = bare.split()
        if len(words) == 1 and bare in self._names and not bare.isupper() and bare.lower() not in forms("bodies"):
            return self._person(Subject(Sort.PERSON, 0, 0, bare))
        return Speaker(bare, "organisation", None, "text", "named")


_TITLES = frozenset(
    {
        "Dame",
        "Sir",
        "Lord",
        "Lady",
        "Baroness",
        "Mr",
        "Mrs",
        "Ms",
        "Miss",
        "Dr",
        "Councillor",
        "Cllr",
        "Professor",
        "Prof",
    }
)
_NOBODY = Speaker(None, "unknown", None, None, "pronoun without anybody named before it")


def _office_at_end(words: str) -> str | None:
    """The office that stands directly before a name: capitals back to the first word that is none of its own."""
    tokens = words.split()
    kept: list[str] = []
    small = {"of", "for", "and", "the", "in", "on", "to", "’s", "&"}
    offices = forms("roles")
    for token in reversed(tokens):
        bare = token.lower().removesuffix("’s")
        if (
            token[:1].isupper()
            or token in small
            or bare in offices
            or bare in ("chief", "lead", "interim", "acting", "deputy", "assistant")
        ):
            kept.append(token)
        else:
            break
    kept.reverse()
    while kept and (kept[0] in small or kept[0] in _OPENING_WORDS):
        kept = kept[1:]
    role = " ".join(kept)
    return clean_office(role) if role and is_office(role) else None


_OPENING_WORDS = frozenset("However Overall Today But And Yet In On At The A An As While When Both".split())


def _document(name: str) -> str:
    lowered = name.lower()
    if "discussion paper" in lowered:
        return "the discussion paper"
    nouns = forms("documents")
    noun = next(
        (
            word
            for word in re.findall(r"[a-z]+", lowered)
            if word in nouns and word not in ("inspection", "thematic", "annual", "research")
        ),
        None,
    )
    if noun in (None, "report", "reports"):
        return "the report"
    return f"the {noun}"


def _phrase(name: str) -> str:
    name = re.split(r",? (?:who|whom|we|interviewed|inspectors|working|spoken)\b", name.strip())[0]
    bare = re.sub(r"^(?:[Tt]he|[Aa]n?|[Ss]ome|[Tt]hose|[Oo]ur|[Tt]heir|[Aa]ll)(?: of the)? ", "", name)
    return bare[:1].lower() + bare[1:] if bare[1:2].islower() else bare
