"""Where somebody is named in full: runs of capitalised words that end in a name.  Resolves nobody."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from transform.quotations.offices import is_name, may_be_name, without_courtesy
from transform.quotations.words import TITLES
from transform.speakers import HONOURS

_CAPITALS = re.compile(r"[A-ZÀ-ÖØ-Þ][\w’'.-]{0,24}(?: [A-ZÀ-ÖØ-Þ][\w’'.-]{0,24}){1,8}")
_INITIAL = re.compile(r"[A-Z]\.")
# So many last names are looked up in the lines that have them; who asks for more has the whole text read, once.
_FEW = 8


class Naming:
    """One place where somebody is named in full; `name` has honours and no courtesy title."""

    __slots__ = ("end", "last", "name", "start", "words")

    def __init__(self, name: str, start: int, end: int) -> None:
        self.name = name
        self.words = name.split()
        self.last = self.words[-1]
        self.start = start
        self.end = end


class FullNames:
    """The full namings in a text; of the few people a release asks about only the lines that name them are read."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._asked: set[str] = set()
        self._lines: dict[int, list[Naming]] = {}

    @cached_property
    def every(self) -> dict[str, list[Naming]]:
        """Last name to its namings in text order, in the order of their first."""
        found: dict[str, list[Naming]] = {}
        for naming in namings(self.text, 0, len(self.text)):
            found.setdefault(naming.last, []).append(naming)
        return found

    def of(self, last: str) -> Iterable[Naming]:
        """The namings that end in a last name, in text order; read as far as they are asked for."""
        self._asked.add(last)
        if len(self._asked) > _FEW:
            return self.every.get(last, ())
        return (naming for naming in self._in_lines_with(last) if naming.last == last)

    def beginning(self, *firsts: list[str]) -> Naming | None:
        """The first naming that has these words before its last name, of the last name that comes first."""
        word = firsts[0][-1]
        found = [naming for naming in self._in_lines_with(word) if naming.words[:-1] in firsts]
        return min(found, key=lambda naming: (next(iter(self.of(naming.last))).start, naming.start), default=None)

    def _in_lines_with(self, word: str) -> Iterator[Naming]:
        text = self.text
        at = text.find(word)
        while at >= 0:
            start = text.rfind("\n", 0, at) + 1
            end = text.find("\n", at)
            end = end if end >= 0 else len(text)
            if start not in self._lines:
                self._lines[start] = list(namings(text, start, end))
            yield from self._lines[start]
            at = text.find(word, end)


def namings(text: str, start: int, end: int) -> Iterator[Naming]:
    """Every full naming between two positions, neither of them within a run of capitalised words."""
    for match in _CAPITALS.finditer(text, start, end):
        kept = _name_among(match[0].rstrip(".’'").split(" "))
        if not kept:
            continue
        full = " ".join(kept)
        name, _ = without_courtesy(full)
        if name.count(" ") - (kept[0] in HONOURS) >= 1:
            at = text.find(full, match.start(), match.end())
            if at >= 0:
                yield Naming(name, at, at + len(full))


def _name_among(words: list[str]) -> list[str]:
    """The words of a name in a run of capitals: from a title on, else the last two, or three with an initial."""
    titled = _place_of_title(words)
    if titled >= 0:
        return [_bare(word) for word in words[titled : titled + 3]]
    last = _bare(words[-1])
    if not may_be_name(last):
        # Most runs end here: `Probation Service`, `Chief Inspector of`, the days and the months.
        return []
    size = 3 if len(words) >= 3 and _INITIAL.fullmatch(words[-2]) else 2
    name = [*(_bare(word) for word in words[-size:-1]), last]
    return name if is_name(name) else []


def _place_of_title(words: list[str]) -> int:
    """The place of the first title or honour; -1 where there is none."""
    for at, word in enumerate(words):
        if word in TITLES or (word.endswith(".") and word.rstrip(".") in TITLES):
            return at
    return -1


def _bare(word: str) -> str:
    return word.removesuffix("’s").removesuffix("'s")
