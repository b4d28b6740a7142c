"""The full names in a release, and the offices given beside them.  Resolves nobody."""

import re
from functools import cached_property

from transform.quotations.offices import clean_office, is_office, without_courtesy
from transform.quotations.words import TITLES, forms
from transform.speakers import HONOURS

_CAPITALS = re.compile(r"[A-ZÀ-ÖØ-Þ][\w’'.-]{0,24}(?: [A-ZÀ-ÖØ-Þ][\w’'.-]{0,24}){1,8}")
_INITIAL = re.compile(r"[A-Z]\.")
_BEFORE = re.compile(r"[^.;:“”\"()\n,]{2,110}$")
_AFTER = re.compile(r"(?:, | as | \(| – | - |,)(?P<office>[^.;:“”\"()\n,–]{3,110})")
_SMALL = frozenset({"of", "for", "and", "the", "in", "on", "to", "’s", "&"})
_MOST = 6


class Naming:
    """One place where somebody is named in full; `name` has honours and no courtesy title."""

    __slots__ = ("end", "name", "start", "words")

    def __init__(self, name: str, start: int, end: int) -> None:
        self.name = name
        self.words = name.split()
        self.start = start
        self.end = end


class Namings:
    """Every full naming in a text, by last name, in text order."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._roles: dict[str, str | None] = {}

    @cached_property
    def by_last_name(self) -> dict[str, list[Naming]]:
        """Last name to its namings."""
        found: dict[str, list[Naming]] = {}
        for match in _CAPITALS.finditer(self.text):
            words = match[0].rstrip(".’'").split(" ")
            titled = next((at for at, word in enumerate(words) if word.rstrip(".") in TITLES), None)
            if titled is not None:
                kept = words[titled : titled + 3]
            elif len(words) >= 3 and _INITIAL.fullmatch(words[-2]):
                kept = words[-3:]
            else:
                kept = words[-2:]
            kept = [word.removesuffix("’s").removesuffix("'s") for word in kept]
            full = " ".join(kept)
            name, _ = without_courtesy(full)
            if " " in name:
                at = self.text.find(full, match.start(), match.end())
                if at >= 0:
                    found.setdefault(kept[-1], []).append(Naming(name, at, at + len(full)))
        return found

    def full(self, short: str) -> Naming | None:
        """The first full naming of somebody given as `Mr Russell`, `Dame Glenys`, `Russell` or in full."""
        bare, title = without_courtesy(short)
        words = bare.split()
        if title in HONOURS:
            return self._honoured(words)
        for naming in self.by_last_name.get(words[-1], ()):
            first = naming.words[-2]
            wanted = len(words) == 1 or first == words[-2]
            if wanted and first not in TITLES and first.lower() not in forms("roles") | forms("bodies"):
                return naming
        return None

    def _honoured(self, words: list[str]) -> Naming | None:
        """`Dame Glenys` means whoever is named `Dame Glenys …` or `Glenys …`."""
        if len(words) > 2:
            return next((naming for naming in self.by_last_name.get(words[-1], ()) if words[-2] in naming.words), None)
        for namings in self.by_last_name.values():
            for naming in namings:
                if naming.words[:-1] in (words, words[1:]):
                    return naming
        return next((naming for naming in self.by_last_name.get(words[-1], ()) if naming.words[0] == words[0]), None)

    def role(self, name: str) -> str | None:
        """The office the release gives a person, at the first naming that has one."""
        if name not in self._roles:
            words = name.split()[-2:]
            namings = [naming for naming in self.by_last_name.get(words[-1], ()) if naming.words[-2:] == words]
            offices = (self._office_beside(naming) for naming in namings[:_MOST])
            self._roles[name] = next((office for office in offices if office), None)
        return self._roles[name]

    @cached_property
    def offices(self) -> list[tuple[str, str]]:
        """Everybody named with an office, and that office."""
        return [
            (naming.name, office)
            for namings in self.by_last_name.values()
            for naming in namings[:_MOST]
            if (office := self._office_beside(naming))
        ]

    def _office_beside(self, naming: Naming) -> str | None:
        after = _AFTER.match(self.text, naming.end, naming.end + 130)
        if after and is_office(after["office"]):
            return clean_office(after["office"])
        lead = self.text[max(0, naming.start - 112) : naming.start].rstrip()
        before = _BEFORE.search(lead.rstrip(" ,"))
        return _office_at_end(before[0].strip()) if before else None


def _office_at_end(words: str) -> str | None:
    """The office directly before a name: back to the first word that belongs to none."""
    kept: list[str] = []
    offices = forms("roles")
    for token in reversed(words.split()):
        bare = token.lower().removesuffix("’s")
        if not (token[:1].isupper() or token in _SMALL or bare in offices or bare in forms("office_words")):
            break
        kept.append(token)
    kept.reverse()
    while kept and (
        kept[0] in _SMALL or (kept[0].lower() in forms("openers") and kept[0] not in ("HM", "HMI", "Her", "His"))
    ):
        kept = kept[1:]
    # `Dyffryn’s cabinet member`: whose it is does not belong to an office written small.
    if len(kept) > 1 and kept[0].endswith("’s") and kept[1][:1].islower():
        kept = kept[1:]
    role = " ".join(kept)
    return clean_office(role) if role and is_office(role) else None
