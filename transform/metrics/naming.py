"""What a quantity measures, by the words around it.  The cues are data: `vocabulary/metric_cues.toml`."""

from dataclasses import dataclass
from typing import Any

from transform.metrics.bases import shared_noun
from transform.metrics.cases import is_explicit, judgement
from transform.metrics.contexts import Surroundings, ladder, wider
from transform.metrics.links import is_first_of_pair, same_name
from transform.quantities import Quantity, Words
from transform.vocabulary import load

OTHER = "other"
_POINTING = frozenset({"them", "these", "those"})
# A share that leaves out of whom it is one, told after people who were asked, is one of them.
_UNNAMED = frozenset({"", "them", "these", "those"})
_ASKED = frozenset({"survey_share", "interviews"})
# A part of the cases is inspected only where it says so right before it: `examined 17 out of the 60 cases`.
_INSPECTING = tuple(load("naming_words")["inspecting"])
_REACHES = {"phrase": 0, "tight": 1, "clause": 2, "main": 3, "sentence": 4}
# A change in a level has a name of its own.
_CHANGES = {"staffing_level": "staffing_change"}
_LEVELS = {"staffing_change": "staffing_level"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """One way to recognise what is measured; each group that is not empty has to be met."""

    name: str
    units: frozenset[str]
    nouns: frozenset[str]
    near: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]
    ahead: tuple[str, ...]
    unless: tuple[str, ...]
    shared: frozenset[str]
    unless_shared: frozenset[str]
    least: int | None
    most: int | None
    judged: bool
    explicit: bool
    directed: bool
    reach: int
    until: int

    def fits(self, quantity: Quantity, around: Surroundings, shared: str) -> bool:
        """Whether the quantity, which has one of its units, and the words around it meet every group of this cue."""
        if self.nouns and quantity.noun not in self.nouns:
            return False
        if (self.directed and quantity.direction is None) or shared in self.unless_shared:
            return False
        if self.shared and shared not in self.shared:
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
        ahead=tuple(entry.get("ahead", ())),
        unless=tuple(entry.get("unless", ())),
        shared=frozenset(entry.get("shared", ())),
        unless_shared=frozenset(entry.get("unless_shared", ())),
        least=entry.get("least"),
        most=entry.get("most"),
        judged=entry.get("judged", False),
        explicit=entry.get("explicit", False),
        directed=entry.get("directed", False),
        reach=_REACHES[entry.get("reach", "phrase")],
        until=_REACHES[entry.get("until", "sentence")],
    )


_CUES = tuple(_cue(entry) for entry in load("metric_cues")["cue"])
_EXPLICIT = next(place for place, cue in enumerate(_CUES) if cue.explicit)
_UNITS = frozenset().union(*(cue.units for cue in _CUES))
_CUES_OF = {unit: tuple(cue for cue in _CUES if not cue.units or unit in cue.units) for unit in _UNITS}
_EARLY_CUES_OF = {
    unit: tuple(cue for cue in _CUES[: _EXPLICIT + 1] if not cue.units or unit in cue.units) for unit in _UNITS
}


def names_of(words: Words, found: list[Quantity], lead_in: str) -> list[str]:
    """The vocabulary name of each quantity; `lead_in` is the paragraph that a list hangs from, or empty."""
    names: list[str] = []
    for place, quantity in enumerate(found):
        if quantity.doubt:
            names.append(OTHER)
            continue
        if place and same_name(words, found, place):
            before = names[place - 1]
            shared = shared_noun(words, found, place)
            own = _named(quantity, next(ladder(words, found, place)), shared, is_case=False)
            linked = (_CHANGES if quantity.direction else _LEVELS).get(before, before)
            names.append(own if own != OTHER else linked)
        else:
            names.append(_name_of(words, found, place, names, lead_in))
    for place in range(len(found) - 2, -1, -1):
        if names[place] == OTHER and not found[place].doubt and is_first_of_pair(words, found, place):
            names[place] = names[place + 1]
    return names


def _name_of(words: Words, found: list[Quantity], place: int, names: list[str], lead_in: str) -> str:
    quantity = found[place]
    shared = shared_noun(words, found, place)
    if quantity.unit == "percent" and shared in _UNNAMED and _ASKED.intersection(names[max(0, place - 3) :]):
        shared = "people"
    is_case = (
        words.at(quantity.first - 1) not in ("from", "to", "by")
        and _is_about_cases(quantity, found[max(0, place - 4) : place], names, shared)
    ) or (shared in _POINTING and "cases" in words.lower[max(0, quantity.core - 40) : quantity.core])
    if _is_base_of_cases(words, found, place, names):
        return "cases_inspected"
    around = None
    if is_explicit(quantity, shared):
        for around in ladder(words, found, place):
            judged = _first_of(quantity, around, shared)
            if judged != OTHER:
                return judged
    for around in ladder(words, found, place):
        name = _named(quantity, around, shared, is_case=is_case)
        if name == "cases_inspected" and quantity.of is not None and not around.before.endswith(_INSPECTING):
            continue
        if name != OTHER:
            return name
    return _named(quantity, wider(around, lead_in), shared, is_case=is_case) if lead_in and around else OTHER


def _is_base_of_cases(words: Words, found: list[Quantity], place: int, names: list[str]) -> bool:
    """Whether cases are those a share is taken of (`78 per cent of the 130 cases`, `Of 52 cases, …`)."""
    quantity = found[place]
    if quantity.unit != "cases" or quantity.of is not None:
        return False
    if place and names[place - 1].startswith("cases_") and found[place - 1].unit == "percent":
        between = words.lower[found[place - 1].last : quantity.first]
        if 0 < len(between) <= 3 and between[0] == "of":
            return True
    if quantity.first - words.sentence(quantity.core)[0] == 1 and words.at(quantity.first - 1) == "of":
        return True
    return (
        words.at(quantity.first - 1) in ("of", "these")
        and words.at(quantity.last) == ","
        and not words.at(quantity.first - 2)[:1].isalpha()
    )


def _is_about_cases(quantity: Quantity, before: list[Quantity], names: list[str], shared: str) -> bool:
    """Whether a share that does not say of what is a share of the cases told before it."""
    if quantity.unit != "percent" or quantity.rule == "level" or shared not in ("", "them", "these", "those", "cases"):
        return False
    for other, name in zip(reversed(before[-4:]), reversed(names[-4:]), strict=False):
        if name in ("cases_inspected", "cases_sufficient", "cases_insufficient"):
            return True
        if other.unit != "percent":
            return False
    return False


def _first_of(quantity: Quantity, around: Surroundings, shared: str) -> str:
    """The name that the cues down to the explicit judgement give; `other` where they give none."""
    if around.reach == "sentence":
        return OTHER
    for cue in _EARLY_CUES_OF[quantity.unit]:
        if cue.judged:
            return judgement(quantity, around, shared, is_case=True) or OTHER
        if cue.reach <= _REACHES[around.reach] <= cue.until and cue.fits(quantity, around, shared):
            return cue.name
    return OTHER


def _named(quantity: Quantity, around: Surroundings, shared: str, *, is_case: bool) -> str:
    reach = _REACHES[around.reach]
    for cue in _CUES_OF[quantity.unit]:
        if not cue.reach <= reach <= cue.until:
            continue
        if cue.judged:
            if cue.explicit and not is_explicit(quantity, shared):
                continue
            judged = judgement(quantity, around, shared, is_case=is_case)
            if judged:
                return judged
        elif cue.fits(quantity, around, shared):
            return cue.name
    return OTHER
