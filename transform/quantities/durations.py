"""Lengths of time that somebody waited, worked or lost; positions in time, deadlines and sentences are none."""

from decimal import Decimal

from transform.quantities import qualifiers
from transform.quantities.numbers import HYPHENS
from transform.quantities.records import Quantity
from transform.quantities.words import Words
from transform.vocabulary import load

_CUES = load("duration_cues")
_WAITS = tuple(_CUES["measured"])
_PLANS = tuple(_CUES["unmeasured"])
_POSITION_AFTER = frozenset(_CUES["position_after"])
_POSITION_BEFORE = frozenset(_CUES["position_before"])
_SHARES = frozenset(_CUES["shares"])
_HOURS = tuple(_CUES["hours"])
_DONE = tuple(_CUES["done"])
_TO_DO = tuple(_CUES["to_do"])
_LATE = tuple(_CUES["late"])
SINGLE = {"year": "years", "month": "months", "week": "weeks", "day": "days"}
_REACH = 20
_AHEAD = 8
_LACKING = frozenset({"no", "without", "nobody"})
_NEVER = frozenset({"not", "never", "n’t"})
_MORE = frozenset({"another", "a", "further", "just", "only", "some", "over"})
_HAPPENED = frozenset(
    {
        "was",
        "were",
        "had",
        "began",
        "came",
        "went",
        "saw",
        "made",
        "took",
        "met",
        "did",
        "could",
        "got",
        "found",
        "rang",
        "heard",
        "spoke",
        "knew",
        "told",
    }
)
_MEETING = frozenset({"seen", "met", "visited", "spoken", "contacted", "heard"})


def single(words: Words, i: int) -> Quantity | None:
    """`almost a year`, `more than a week`: one length of time whose unit is word `i`, where it says how exact it is."""
    first, qualifier = qualifiers.before(words, i - 1)
    if words.at(i - 1) != "a" or qualifier == "exact":
        return None
    found = Quantity(
        first=first, core=i - 1, last=i + 1, value=Decimal(1), unit=SINGLE[words.at(i)], rule="duration",
        noun=words.at(i), qualifier=qualifier,
    )  # fmt: skip
    return found if verdict(words, found, share_near=False) == "metric" else None


def verdict(words: Words, found: Quantity, *, share_near: bool) -> str:
    """`metric`, `nothing`, or why a length of time is doubted.

    `share_near` says that the sentence states a share, which makes a limit (`within five working days`) a metric.
    """
    first, last = words.sentence(found.core)
    near = " ".join(words.lower[max(first, found.first - _REACH) : min(last, found.last + _REACH)])
    near = f" {near} "
    if " fieldwork " in near:
        return "nothing"
    after = words.at(found.last)
    if after == "after" and found.unit in ("days", "weeks") and any(cue in near for cue in _LATE):
        return "metric"
    if after == "before" and _is_waited_for(words, found, last):
        return "metric"
    is_work = after == "on" and found.unit == "hours"
    is_change = words.at(found.first - 1) == "by"
    if (
        after in _POSITION_AFTER and not is_work and not is_change and words.at(found.last + 1) != "average"
    ) or words.at(found.last - 1) == "old":
        return "nothing"
    if after in ("’", "'") and words.at(found.last + 1) in ("experience", "service", "time", "imprisonment", "custody"):
        return "nothing" if words.at(found.last + 1) != "experience" else "a length of experience may be a threshold"
    ahead = words.lower[max(first, found.first - _AHEAD) : found.first]
    lacked = words.at(found.first - 1) == "for" and (
        not _LACKING.isdisjoint(ahead) or (not _NEVER.isdisjoint(ahead) and not _MEETING.isdisjoint(ahead))
    )
    measured = lacked or (
        any(cue in near.replace(" took place ", " ") for cue in _WAITS)
        or (found.unit == "hours" and any(cue in near for cue in _HOURS))
        or (words.at(found.first - 1) == "to" and _was_told(words, first))
    )
    share_near = share_near or any(
        word in _SHARES for word in words.lower[max(first, found.first - _REACH) : found.first]
    )
    if words.at(found.first) == "within" or words.at(found.first - 1) == "within":
        if found.unit in ("months", "years") and not measured:
            return "nothing"
        is_met = any(cue in near for cue in _DONE) and not any(cue in near for cue in _TO_DO)
        return "metric" if share_near or measured or is_met else "nothing"
    if found.unit in ("months", "years") and words.at(found.first - 1) in ("in", "over") and not _is_waited(near):
        return "nothing"
    if any(cue in near for cue in _PLANS) and not measured:
        return "nothing"
    if not measured and (words.at(found.first - 1) in _POSITION_BEFORE or words.at(found.first) in _POSITION_BEFORE):
        return "nothing"
    if words.at(found.core + 1) in HYPHENS and words.glued(found.core + 1) and not measured:
        return "nothing"
    if measured:
        return "metric"
    return "a length of time with nothing that says it was waited, worked or lost"


def _is_waited(near: str) -> bool:
    return any(cue in near for cue in (" wait", " delay", " took ", " taken "))


def _is_waited_for(words: Words, found: Quantity, last: int) -> bool:
    """Whether a sentence says how long it was until something happened: `it was ten days before anybody called`."""
    i = found.first - 1
    while words.at(i) in _MORE:
        i -= 1
    if words.at(i) not in ("was", "took", "be") or "it" not in words.lower[max(0, i - 2) : i]:
        return False
    ahead = words.lower[found.last + 1 : min(last, found.last + _AHEAD)]
    return any(word in _HAPPENED or word.endswith("ed") for word in ahead)


def _was_told(words: Words, first: int) -> bool:
    """Whether the sentence before the one that begins at word `first` speaks of waits."""
    ahead = f" {' '.join(words.lower[max(0, first - 25) : first])} "
    return any(cue in ahead for cue in (" wait", " delay", " backlog", " queue"))
