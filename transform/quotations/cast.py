"""The speakers of one release: short forms, offices and pronouns resolved to one name.

What a release itself says comes first; the vocabulary completes a name by date, never an office.
"""

import re
from collections.abc import Iterator
from heapq import merge
from itertools import islice
from typing import NamedTuple

from extract.records import DateFrom, Release
from transform.quotations.naming import Namings
from transform.quotations.offices import clean_office, without_courtesy
from transform.quotations.sorts import Sort, Subject
from transform.quotations.words import BODIES, CAPITALISED, DOCUMENTS, FEMININE, HONOUR, MASCULINE, TITLES, alternation
from transform.speakers import HONOURS, canonical_names, holder, known_by_short_form, pronouns

_TEXT = DateFrom.TEXT.value
_VOCABULARY = DateFrom.VOCABULARY.value
_MENTION = re.compile(rf"\b{HONOUR} {CAPITALISED}(?: {CAPITALISED})?|\b[Cc]hief [Ii]nspector\b")
# One letter in front of the rest, so that few places are tried.
_MAY_MENTION = re.compile(rf"[{''.join(sorted({title[0] for title in TITLES}))}Cc](?<=\b.)")
_CHIEF = re.compile(r"chief inspector", re.IGNORECASE)
_OTHER_CHIEFS = (
    ("prisons", re.compile(r"\b(?:of|HMI) Prisons\b", re.IGNORECASE)),
    ("constabulary", re.compile(r"\bConstabulary\b|HMICFRS", re.IGNORECASE)),
    # Before Ofsted, whose office has `Education` in it too.
    ("estyn", re.compile(r"\bEstyn\b|\b(?:in|for) Wales\b", re.IGNORECASE)),
    ("ofsted", re.compile(r"\bOfsted\b|\bEducation\b|\bSchools\b", re.IGNORECASE)),
    ("prosecution", re.compile(r"\bProsecution\b|\bHMCPSI\b", re.IGNORECASE)),
    ("care", re.compile(r"\bCare Quality\b|\bCQC\b|\bSocial Care\b|\bHospitals\b", re.IGNORECASE)),
)
_OURS = re.compile(
    r"(?:the )?(?:HMI Probation|HMIP|(?:(?:HM|(?:Her|His) Majesty[’']s) )?inspectorate(?: of probation)?"
    r"|probation inspectorate)$",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"(?:[Tt]he|[Aa]n?|[Ss]ome|[Tt]hose|[Oo]ur|[Tt]heir|[Ii]ts|[Hh]is|[Hh]er|[Aa]ll)(?: of the)? ")
_SEVERAL = re.compile(
    r"(?:some|many|several|few|a (?:few|number|handful) of)(?: of the| of these)? (?=[a-z])", re.IGNORECASE
)
_WOMEN = re.compile(
    r"\b(?:wom[ae]n|mothers?|girls?|daughter|sister|grandmother|widow|aunt|spokeswoman)\b", re.IGNORECASE
)
_MEN = re.compile(r"\b(?:m[ae]n|fathers?|boys?|son|brother|grandfather|uncle|spokesman)\b", re.IGNORECASE)
_ADDED = re.compile(
    r",? (?:who|whom|we|interviewed|working|spoken|there|in|at|from|with|under|nearly)\b| inspectors (?:met|spoke|saw)"
)
_LISTED = re.compile(r", | and ")
_PLURALS = re.compile(rf"\b(?:{alternation('unnamed')})\b", re.IGNORECASE)
_TWO = 2
_NO_DOCUMENT = frozenset({"inspection", "thematic", "annual", "research", "report", "reports", "foreword"})


class Speaker(NamedTuple):
    """A resolved speaker; field values are those of `Quotation`, `how` says by what kind of naming."""

    name: str | None
    type: str
    role: str | None
    taken_from: str | None
    how: str


REPORT = Speaker("the report", "report", None, _TEXT, "passage")
NOBODY = Speaker(None, "unknown", None, None, "nobody")
_UNMET = Speaker(None, "unknown", None, None, "pronoun without anybody named before it")


class Cast:
    """The people of one release, found as they are asked for; keeps who has spoken for later pronouns."""

    def __init__(self, release: Release) -> None:
        self.text = release.text
        self.day = release.published_on
        self.namings = Namings(release.text)
        self._people: list[tuple[int, Speaker]] = []
        self._others: list[Speaker] = []
        self._known: dict[tuple[Sort, str, str | None, int], Speaker] = {}

    def resolve(self, subject: Subject) -> Speaker:
        """The speaker a subject names."""
        if subject.sort is Sort.PRONOUN:
            speaker = self._pronoun(subject)
        else:
            place = subject.start if subject.sort is Sort.SHARE else 0
            key = (subject.sort, subject.name, subject.role, place)
            speaker = self._known.get(key) or self._named(subject)
            self._known[key] = speaker
        if speaker.type in ("person", "inspectors"):
            self._people.append((subject.start, speaker))
        elif speaker.name is not None:
            self._others.append(speaker)
        return speaker

    def _named(self, subject: Subject) -> Speaker:
        match subject.sort:
            case Sort.PERSON:
                return self._person(subject.name, subject.role)
            case Sort.OFFICE:
                return self._holder(subject.name)
            case Sort.INSPECTORS:
                return Speaker("inspectors", "inspectors", None, _TEXT, "named")
            case Sort.DOCUMENT if self.text[max(0, subject.start - 2) : subject.start] == ": ":
                # `The report – Out of sight: a review of …`: a subtitle speaks of the report itself.
                return REPORT
            case Sort.DOCUMENT:
                return Speaker(_document(subject.name), "report", None, _TEXT, "named")
            case Sort.BODY:
                return self._body(subject.name)
            case Sort.SHARE:
                return self._share(subject)
            case _:
                several = _SEVERAL.match(subject.name)
                if several:
                    return Speaker(_phrase(subject.name[several.end() :]), "unknown", None, _TEXT, "a share of people")
                return Speaker(_phrase(subject.name), "person", None, _TEXT, "without a name")

    def _share(self, subject: Subject) -> Speaker:
        """`A third of practitioners`; `two in three` alone are of the people named last before."""
        name = _phrase(subject.name)
        if not name:
            named = list(_PLURALS.finditer(self.text, max(0, subject.start - 400), subject.start))
            name = named[-1][0].lower() if named else "people"
        return Speaker(name, "unknown", None, _TEXT, "a share of people")

    def _person(self, given: str, role: str | None) -> Speaker:
        if " and " in given:
            first, _, last = given.rpartition(" and ")
            every = [self._person(name, None).name or name for name in (*_LISTED.split(first), last)]
            return Speaker(", ".join(every[:-1]) + f" and {every[-1]}", "person", None, _TEXT, "full name")
        name, title = without_courtesy(given)
        words = name.split()
        is_short = len(words) - (title in HONOURS) < 2
        how = "short form" if is_short else "full name"
        naming = self.namings.full(given)
        if naming is not None:
            full = name if not is_short and title in HONOURS else naming.name
            return Speaker(canonical_names().get(full, full), "person", self.namings.role(full) or role, _TEXT, how)
        if name in canonical_names():
            return Speaker(canonical_names()[name], "person", role, _TEXT, how)
        known = known_by_short_form(words[-1], title, self.day) if is_short else None
        if known is not None:
            return Speaker(known, "person", role, _VOCABULARY, "short form and date")
        return Speaker(name, "person", role, _TEXT, how)

    def _holder(self, given: str) -> Speaker:
        """`The Chief Inspector`: whom the text gives that office, else who held it that day."""
        if given.endswith("inspectors"):
            return self._chiefs() or Speaker(_phrase(given), "person", None, _TEXT, "without a name")
        if not _CHIEF.search(given):
            return self._other_holder(given)
        office = _office(given)
        for name, role in self.namings.offices:
            if _CHIEF.search(role) and _office(role) == office:
                return Speaker(canonical_names().get(name, name), "person", self.namings.role(name), _TEXT, "office")
        known = holder(office, self.day)
        if known is not None:
            return Speaker(known, "person", clean_office(given), _VOCABULARY, "office and date")
        return Speaker(None, "unknown", clean_office(given), None, "an office whose holder is not told")

    def _chiefs(self) -> Speaker | None:
        """`The chief inspectors`: the two the release names, where it names no third."""
        named = dict.fromkeys(canonical_names().get(name, "") for _, name in self.namings.people)
        both = [name for name in named if name]
        return Speaker(" and ".join(both), "person", None, _TEXT, "office") if len(both) == _TWO else None

    def _other_holder(self, given: str) -> Speaker:
        wanted = clean_office(given).lower()
        for name, role in self.namings.offices:
            if wanted in role.lower() or role.lower() in wanted:
                return Speaker(canonical_names().get(name, name), "person", role, _TEXT, "office")
        return Speaker(clean_office(given), "person", None, _TEXT, "without a name")

    def _pronoun(self, subject: Subject) -> Speaker:
        """Whoever was named last before the pronoun and can be `he` or `she`; `it` is a document or a body."""
        if subject.name == "it":
            return self._others[-1] if self._others else REPORT
        if subject.name == "they":
            last = self._people[-1][1] if self._people else _UNMET
            return Speaker(last.name, last.type, last.role, last.taken_from, "pronoun") if last.name else _UNMET
        at = subject.start
        spoken = sorted((one for one in self._people[-8:] if one[0] < at), key=_place, reverse=True)
        mentions = reversed(self._mentions(max(0, at - 1500), at)[-8:])
        people = islice(self.namings.people_before(at), 4)
        named: Iterator[tuple[int, Speaker | Subject]] = merge(spoken, mentions, people, key=_place, reverse=True)
        for _, one in named:
            speaker = self._named(one) if isinstance(one, Subject) else one
            if speaker.type == "person" and speaker.name is not None and self._can_be(speaker.name, subject.name):
                return Speaker(speaker.name, "person", speaker.role, speaker.taken_from, "pronoun")
        return _UNMET

    def _mentions(self, start: int, end: int) -> list[tuple[int, Subject]]:
        """Where somebody is given a title, and the chief inspectors, between two places."""
        found: list[tuple[int, Subject]] = []
        for first in _MAY_MENTION.finditer(self.text, start, end):
            match = _MENTION.match(self.text, first.start(), end)
            if match is not None and (not found or match.start() >= found[-1][1].end):
                sort = Sort.OFFICE if "hief" in match[0] else Sort.PERSON
                found.append((match.start(), Subject(sort, match.start(), match.end(), match[0])))
        return found

    def can_mean(self, meant: Subject, pronoun: str, *, has_spoken: bool) -> bool:
        """Whether a subject spoken of before can be what a pronoun means; a bare name must be somebody's."""
        if pronoun == "they" and meant.sort is Sort.PERSON:
            return " and " in meant.name
        if meant.sort is Sort.OFFICE:
            return not _CHIEF.search(meant.name)
        if meant.sort is Sort.BODY and pronoun in ("he", "she"):
            return self._body(meant.name).type == "person"
        if meant.sort is not Sort.PERSON:
            other = {"he": _WOMEN, "she": _MEN}.get(pronoun)
            return other is None or meant.sort is not Sort.UNNAMED or not other.search(meant.name)
        name, title = without_courtesy(meant.name)
        is_somebody = has_spoken or title is not None or meant.role is not None or self.namings.role(name) is not None
        full = self.namings.full(meant.name)
        return (is_somebody or name in canonical_names()) and self._can_be(full.name if full else name, pronoun)

    def _can_be(self, name: str, pronoun: str) -> bool:
        known = pronouns().get(name)
        if known is not None:
            return known == pronoun
        first = name.split(" ", 1)[0]
        title = first if first in HONOURS else self._title_of(name)
        if title in FEMININE:
            return pronoun == "she"
        return not (title in MASCULINE and pronoun == "she")

    def _title_of(self, name: str) -> str | None:
        return self.namings.titles.get(name.rsplit(" ", 1)[-1])

    def _body(self, name: str) -> Speaker:
        article = _ARTICLE.match(name)
        bare = name[article.end() :] if article else name
        if bare.startswith(("One ", "Another ")):
            bare = bare[:1].lower() + bare[1:]
        if _OURS.match(name):
            return Speaker("HM Inspectorate of Probation", "organisation", None, _TEXT, "named")
        if re.fullmatch(r"[A-Z]{2,8}", bare):
            full = self.namings.spelled_out.get(bare)
            if full:
                return Speaker(full, "organisation", None, _TEXT, "short form")
        if " and " in bare and all(self._is_somebody(half) for half in bare.split(" and ")):
            return self._person(bare, None)
        if bare.lower() in self.namings.bodies:
            return Speaker(self.namings.bodies[bare.lower()], "organisation", None, _TEXT, "short form")
        if bare in self.namings.first_names:
            return Speaker(bare, "person", None, _TEXT, "first name")
        if " " not in bare and not bare.isupper() and bare.lower() not in BODIES:
            if any(self.namings.named.of(bare)) or known_by_short_form(bare, None, self.day):
                return self._person(bare, None)
            called = {name for _, name in self.namings.people if name.split(" ", 1)[0] == bare}
            if len(called) == 1:
                return self._person(called.pop(), None)
        return Speaker(bare, "organisation", None, _TEXT, "named")

    def _is_somebody(self, name: str) -> bool:
        """Whether a full name is known, or is given an office or a title in the text."""
        bare, title = without_courtesy(name)
        return bare in canonical_names() or title is not None or self.namings.role(bare) is not None


def _place(named: tuple[int, object]) -> int:
    return named[0]


def _office(role: str) -> str:
    """Which inspectorate's chief a role speaks of; `probation` where it does not say."""
    return next((office for office, pattern in _OTHER_CHIEFS if pattern.search(role)), "probation")


def _document(name: str) -> str:
    lowered = name.lower()
    if "discussion paper" in lowered:
        return "the discussion paper"
    words = (word for word in re.findall(r"[a-z]{1,30}", lowered) if word in DOCUMENTS)
    noun = next((word for word in words if word not in _NO_DOCUMENT), "report")
    return f"the {noun}"


def _phrase(name: str) -> str:
    """The phrase without its article or what is added to it."""
    given = name.strip()
    added = _ADDED.search(given)
    if added:
        given = given[: added.start()]
    article = _ARTICLE.match(given)
    bare = given[article.end() :] if article else given
    if bare != given and bare[:1].isupper():
        return bare
    is_common = bare[1:2].islower() and not bare.split(" ", 1)[0].endswith(("’s", "'s"))
    return bare[:1].lower() + bare[1:] if is_common else bare
