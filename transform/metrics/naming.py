"""What a quantity measures, by the words around it.  The cues are data: `vocabulary/metric_cues.toml`."""

from dataclasses import dataclass
from typing import Any

from transform.metrics.cases import judgement
from transform.quantities import Quantity, Words
from transform.vocabulary import load

_REACH = 26
_OTHER = "other"
_BREAKS = frozenset(",;:–—()")


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """The words around a quantity, in lower case, one space between words and one at both ends."""

    before: str
    own: str
    after: str

    @property
    def near(self) -> str:
        """All of them in order."""
        return f"{self.before}{self.own}{self.after}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """One way to recognise what is measured; each group that is not empty has to be met."""

    name: str
    units: frozenset[str]
    nouns: frozenset[str]
    near: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]
    unless: tuple[str, ...]
    judged: bool
    directed: bool
    wide: bool

    def fits(self, quantity: Quantity, around: Surroundings) -> bool:
        """Whether the quantity and the words around it meet every group of this cue."""
        if (self.units and quantity.unit not in self.units) or (self.nouns and quantity.noun not in self.nouns):
            return False
        if self.directed and quantity.direction is None:
            return False
        near = around.near
        return (
            (not self.near or any(cue in near for cue in self.near))
            and (not self.before or any(cue in around.before for cue in self.before))
            and (not self.after or any(cue in around.after for cue in self.after))
            and not any(cue in near for cue in self.unless)
        )


def _cue(entry: dict[str, Any]) -> Cue:
    return Cue(
        name=entry["name"],
        units=frozenset(entry.get("units", ())),
        nouns=frozenset(entry.get("nouns", ())),
        near=tuple(entry.get("near", ())),
        before=tuple(entry.get("before", ())),
        after=tuple(entry.get("after", ())),
        unless=tuple(entry.get("unless", ())),
        judged=entry.get("judged", False),
        directed=entry.get("directed", False),
        wide=entry.get("wide", False),
    )


_CUES = tuple(_cue(entry) for entry in load("metric_cues")["cue"])


def name_of(words: Words, found: list[Quantity], place: int, lead_in: str) -> str:
    """The vocabulary name of the quantity at `place`; `lead_in` is the paragraph that a list hangs from, or empty."""
    quantity = found[place]
    if quantity.unit == "cases" and place and _is_base(words, found[place - 1], quantity):
        return "cases_inspected"
    first, last = words.sentence(quantity.core)
    low, high = max(first, quantity.first - _REACH), min(last, quantity.last + _REACH)
    before = max([low, *(other.last for other in found[max(0, place - 1) : place])])
    after = min([high, *(other.first for other in found[place + 1 : place + 2])])
    bounds = dict.fromkeys([_clause(words, quantity, before, after), (before, after), (low, high)])
    wide = _around(words, quantity, low, high)
    for bound in bounds:
        name = _named(quantity, _around(words, quantity, *bound), is_wide=bound == (low, high))
        if name != _OTHER:
            return name
    if lead_in:
        return _named(
            quantity, Surroundings(before=lead_in + wide.before, own=wide.own, after=wide.after), is_wide=True
        )
    return _OTHER


def _is_base(words: Words, share: Quantity, quantity: Quantity) -> bool:
    """Whether the cases are those that a share is taken of: `78 per cent of the 130 cases`."""
    between = words.lower[share.last : quantity.first]
    return share.unit == "percent" and 0 < len(between) <= 3 and between[0] == "of"


def _clause(words: Words, quantity: Quantity, low: int, high: int) -> tuple[int, int]:
    """The half-open range of words between the marks, or the `and`, next to the quantity."""
    lower = words.lower
    first = next((i + 1 for i in range(quantity.first - 1, low - 1, -1) if lower[i] in _BREAKS), low)
    last = next((i for i in range(quantity.last, high) if lower[i] in _BREAKS or lower[i] == "and"), high)
    return first, last


def _around(words: Words, quantity: Quantity, low: int, high: int) -> Surroundings:
    lower = words.lower
    return Surroundings(
        before=" " + " ".join(lower[low : quantity.first]) + " ",
        own=" ".join(lower[quantity.first : quantity.last]) + " ",
        after=" ".join(lower[quantity.last : high]) + " ",
    )


def _named(quantity: Quantity, around: Surroundings, *, is_wide: bool) -> str:
    for cue in _CUES:
        if cue.wide and not is_wide:
            continue
        if cue.judged:
            judged = judgement(quantity, around.before, around.own, around.after)
            if judged:
                return judged
        elif cue.fits(quantity, around):
            return cue.name
    return _OTHER
