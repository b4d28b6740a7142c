"""The cues that name a quantity, read from `vocabulary/metric_cues.toml`, and whether one fits."""

from dataclasses import dataclass
from typing import Any

from transform.metrics.bases import KINDS, Base
from transform.metrics.contexts import Surroundings
from transform.quantities import Quantity
from transform.vocabulary import load

REACHES = {"phrase": 0, "tight": 1, "clause": 2, "main": 3, "sentence": 4, "context": 5}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """One way to recognise what is measured; each group that is not empty has to be met."""

    name: str
    units: frozenset[str]
    nouns: frozenset[str]
    about: frozenset[str]
    unless_about: frozenset[str]
    near: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]
    ahead: tuple[str, ...]
    says: tuple[str, ...]
    unless: tuple[str, ...]
    least: int | None
    most: int | None
    judged: bool
    explicit: bool
    directed: bool
    part: bool
    whole: bool
    reach: int
    until: int

    def fits(self, quantity: Quantity, around: Surroundings, base: Base) -> bool:
        """Whether the quantity, which has one of its units, and the words around it meet every group of this cue."""
        if self.nouns and quantity.noun not in self.nouns:
            return False
        if (self.directed and quantity.direction is None) or (self.whole if quantity.of is not None else self.part):
            return False
        if base.kind in self.unless_about or (self.about and base.kind not in self.about):
            return False
        if (self.most is not None and quantity.value > self.most) or (
            self.least is not None and quantity.value < self.least
        ):
            return False
        near = around.near
        if self.near and not any(cue in near for cue in self.near):
            return False
        return (
            (not self.before or around.before.endswith(self.before))
            and (not self.after or around.after.startswith(self.after))
            and (not self.ahead or any(cue in around.before for cue in self.ahead))
            and (not self.says or any(cue in around.says for cue in self.says))
            and not any(cue in near for cue in self.unless)
        )


def _cue(entry: dict[str, Any]) -> Cue:
    about, unless_about = frozenset(entry.get("about", ())), frozenset(entry.get("unless_about", ()))
    unknown = (about | unless_about) - KINDS
    if unknown:
        raise ValueError(f"metric_cues.toml: no kind of base is called {', '.join(sorted(unknown))}")
    return Cue(
        name=entry["name"],
        units=frozenset(entry.get("units", ())),
        nouns=frozenset(entry.get("nouns", ())),
        about=about,
        unless_about=unless_about,
        near=tuple(entry.get("near", ())),
        before=tuple(entry.get("before", ())),
        after=tuple(entry.get("after", ())),
        ahead=tuple(entry.get("ahead", ())),
        says=tuple(entry.get("says", ())),
        unless=tuple(entry.get("unless", ())),
        least=entry.get("least"),
        most=entry.get("most"),
        judged=entry.get("judged", False),
        explicit=entry.get("explicit", False),
        directed=entry.get("directed", False),
        part=entry.get("part", False),
        whole=entry.get("whole", False),
        reach=REACHES[entry.get("reach", "phrase")],
        until=REACHES[entry.get("until", "sentence")],
    )


CUES = tuple(_cue(entry) for entry in load("metric_cues")["cue"])
EXPLICIT = next(place for place, cue in enumerate(CUES) if cue.explicit)
_UNITS = frozenset().union(*(cue.units for cue in CUES))
CUES_OF = {unit: tuple(cue for cue in CUES if not cue.units or unit in cue.units) for unit in _UNITS}
EARLY_CUES_OF = {
    unit: tuple(cue for cue in CUES[: EXPLICIT + 1] if not cue.units or unit in cue.units) for unit in _UNITS
}
