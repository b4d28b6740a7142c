"""The cues that name a quantity, read from `vocabulary/metric_cues.toml`, and whether one fits."""

from dataclasses import dataclass
from typing import Any

from transform.metrics.bases import KINDS, Base
from transform.metrics.contexts import Surroundings
from transform.metrics.holding import Phrases
from transform.quantities import Quantity
from transform.speakers import canonical_names
from transform.vocabulary import load

_NAMES = sorted({word.lower() for name in canonical_names() for word in name.split()})
REACHES = {"phrase": 0, "tight": 1, "clause": 2, "main": 3, "sentence": 4, "context": 5}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """One way to recognise what is measured; each group that is not empty has to be met."""

    name: str
    units: frozenset[str]
    nouns: frozenset[str]
    about: frozenset[str]
    unless_about: frozenset[str]
    near: Phrases
    before: tuple[str, ...]
    after: tuple[str, ...]
    ahead: Phrases
    says: Phrases
    unless: Phrases
    least: int | None
    most: int | None
    judged: bool
    explicit: bool
    directed: bool
    part: bool
    whole: bool
    reach: int
    until: int

    def measures(self, quantity: Quantity, base: Base) -> bool:
        """Whether the quantity, which has one of its units, and its base meet this cue; no words around it do yet."""
        if self.nouns and quantity.noun not in self.nouns:
            return False
        if (self.directed and quantity.direction is None) or (self.whole if quantity.of is not None else self.part):
            return False
        if base.kind in self.unless_about or (self.about and base.kind not in self.about):
            return False
        return (self.most is None or quantity.value <= self.most) and (
            self.least is None or quantity.value >= self.least
        )

    def fits(self, around: Surroundings) -> bool:
        """Whether the words around a quantity that it `measures` meet every group of this cue."""
        near, starts = around.near, around.starts
        return (
            (not self.near or self.near.stand_in(near, starts))
            and (not self.before or around.before.endswith(self.before))
            and (not self.after or around.after.startswith(self.after))
            and (not self.ahead or self.ahead.stand_in(around.before, starts))
            and (not self.says or self.says.stand_in(around.says, starts))
            and not self.unless.stand_in(near, starts)
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
        near=Phrases(entry.get("near", ())),
        before=tuple(entry.get("before", ())),
        after=tuple(entry.get("after", ())),
        ahead=Phrases(entry.get("ahead", ())),
        says=Phrases(entry.get("says", ())),
        unless=Phrases(phrase for stated in entry.get("unless", ()) for phrase in _with_names(stated)),
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


def _with_names(phrase: str) -> tuple[str, ...]:
    """The phrase, or one for each word of the names the vocabulary knows where it says `{name}`."""
    return tuple(phrase.replace("{name}", word) for word in _NAMES) if "{name}" in phrase else (phrase,)


CUES = tuple(_cue(entry) for entry in load("metric_cues")["cue"])
_UNITS = frozenset().union(*(cue.units for cue in CUES))
_CUES_OF = {unit: tuple(cue for cue in CUES if not cue.units or unit in cue.units) for unit in _UNITS}


def cues_for(quantity: Quantity, base: Base) -> list[Cue]:
    """The cues that the words around this quantity have to meet, those that judge cases among them, in order."""
    return [cue for cue in _CUES_OF[quantity.unit] if cue.judged or cue.measures(quantity, base)]
