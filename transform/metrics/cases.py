"""Whether a share of the inspectors' cases, plans, assessments or reports met the standard or fell short of it."""

from transform.quantities import Quantity
from transform.vocabulary import load

_CUES = load("case_judgements")
_THINGS = tuple(_CUES["things"])
_NOT_THINGS = tuple(_CUES["not_things"])
_SHORT = tuple(_CUES["short"])
_MET_PLAINLY = tuple(_CUES["met"])
_MET = _MET_PLAINLY + tuple(_CUES["done"])
_UNITS = frozenset({"percent", "cases", "count", "reports", "percentage_points"})
_NOUNS = frozenset({"cases", "plans", "assessments", "reports", "files", "reviews", "psrs", "disposals", "records", ""})


def judgement(quantity: Quantity, before: str, own: str, after: str) -> str:
    """`cases_sufficient`, `cases_insufficient`, or empty where the words judge no cases."""
    if quantity.unit not in _UNITS or quantity.noun not in _NOUNS:
        return ""
    near = f"{before}{own}{after}"
    if (quantity.unit != "cases" and not any(thing in near for thing in _THINGS)) or any(
        thing in near for thing in _NOT_THINGS
    ):
        return ""
    cues = _MET if quantity.unit == "percent" or quantity.of is not None else _MET_PLAINLY
    short = _first(after, _SHORT)
    met = _first(after, cues)
    if short is None and met is None:
        short, met = _last(before, _SHORT), _last(before, cues)
        if short is None and met is None:
            return ""
        return "cases_insufficient" if (short or -1) > (met or -1) else "cases_sufficient"
    if short is None:
        return "cases_sufficient"
    return "cases_insufficient" if met is None or short <= met else "cases_sufficient"


def _first(words: str, cues: tuple[str, ...]) -> int | None:
    places = [place for place in (words.find(cue) for cue in cues) if place >= 0]
    return min(places) if places else None


def _last(words: str, cues: tuple[str, ...]) -> int | None:
    places = [place + len(cue) for place, cue in ((words.rfind(cue), cue) for cue in cues) if place >= 0]
    return max(places) if places else None
