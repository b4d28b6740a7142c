"""Numbers that leave their noun out: one end of a change, a part of a base told before, a further item of a tally."""

from decimal import Decimal

from transform.quantities.nouns import counted
from transform.quantities.records import Quantity
from transform.quantities.words import Words
from transform.vocabulary import load

_RATING_WORDS = frozenset({"outstanding", "good", "requires", "requiring", "inadequate"})
_ONLY = frozenset(["only", "just", "and", "or", "but"])
_LISTS = load("quantity_words")["bare"]
_COMPARING = frozenset(_LISTS["comparing"])
_CASELOADS = frozenset({"caseload", "caseloads"})
_ELIDED = load("elided_nouns")
_NOUN_BEFORE: dict[str, tuple[str, str]] = {
    word: (entry["unit"], entry["noun"]) for entry in _ELIDED["before"] for word in entry["words"]
}
_REACH = 6
_FURTHER = 14


def is_counted_one(words: Words, found: Quantity, ahead: Quantity | None) -> bool:
    """Whether `one` is a count here: `only one case`, `three CRCs and one NPS`, `one PDU was rated`.

    `ahead` is the quantity before it.
    """
    if not found.unit:
        return words.at(found.core - 1) in ("only", "just") or _is_graded(words, found)
    if words.at(found.core - 1) in ("only", "just"):
        return True
    if words.at(found.core - 1) in ("and", ",") and ahead and ahead.unit not in ("", "percent", "GBP", "points"):
        return ahead.last >= found.core - (4 if found.unit == "organisations" else 1)
    return found.unit in ("organisations", "recommendations", "count") and _is_graded(words, found)


def _is_graded(words: Words, found: Quantity) -> bool:
    """Whether the count is said to have got a rating."""
    last = words.sentence(found.core)[1]
    return words.at(found.last) in _GRADING and any(
        word in _RATING_WORDS for word in words.lower[found.last : min(last, found.last + 9)]
    )


_GRADING = frozenset(_LISTS["grading"])


def resolve(words: Words, found: list[Quantity]) -> None:
    """Gives each bare number its unit and base where the words around it say so; the others keep none."""
    for place, quantity in enumerate(found):
        before = found[place - 1] if place else None
        after = found[place + 1] if place + 1 < len(found) else None
        if quantity.base_pending:
            _take_base(quantity, found, place)
        elif not quantity.unit:
            _resolve_one(words, quantity, before, after, found, place)


def _resolve_one(
    words: Words, quantity: Quantity, before: Quantity | None, after: Quantity | None, found: list[Quantity], place: int
) -> None:
    ahead = words.at(quantity.first - 1)
    first, last = words.sentence(quantity.core)
    if ahead == "from" and after and after.core < last and words.at(after.first - 1) in ("to", "in") and not after.unit:
        noun = _noun_before(words, quantity, first)
        if noun:
            after.unit, after.noun, after.rule = *noun, "level"
    if ahead == "from" and after and after.unit and after.core < last and words.at(after.first - 1) in ("to", "in"):
        _copy(quantity, after, "level")
        return
    same = before if before and before.core >= first and before.unit else None
    if same and ahead in _COMPARING and ahead not in ("and", "of") and _is_comparison(words, same, quantity):
        _copy(quantity, same, "level")
        return
    noun = _noun_before(words, quantity, first)
    if noun:
        quantity.unit, quantity.noun = noun
        return
    if _of_base(words, quantity, found, place, first):
        return
    if any(word in _RATING_WORDS for word in words.lower[quantity.last : quantity.last + 4]) or (
        same and ahead == "and" and words.at(quantity.last) in ("were", "was", "as", "had", "have")
    ):
        tally = same or _previous(found, place)
        if tally and tally.unit in ("organisations", "count", "cases", "people"):
            _copy(quantity, tally, "tally")
            quantity.of = tally.of
            return
    quantity.doubt = "a number that does not say what it counts" if _is_worth_a_doubt(words, quantity) else ""


def _copy(quantity: Quantity, other: Quantity, rule: str) -> None:
    quantity.unit, quantity.noun, quantity.rule = other.unit, other.noun, rule
    if quantity.unit == "percent" and other.rule.startswith("percentage points"):
        quantity.unit = "percentage_points"


def _is_comparison(words: Words, same: Quantity, quantity: Quantity) -> bool:
    """Whether nothing but a comparison stands between two numbers: `40 cases, up from 25`."""
    between = words.lower[same.last : quantity.first]
    return len(between) <= 14 and (
        between[-1:] == ["from"]
        or between[-2:]
        in (
            ["compared", "with"],
            ["compared", "to"],
            ["rising", "to"],
            ["falling", "to"],
            ["down", "to"],
            ["up", "to"],
            ["rather", "than"],
        )
        or between[-1:] in (["against"], ["versus"])
        or (between[-1:] == ["to"] and words.at(same.first - 1) == "from")
        or between[-3:-1] in (["a", "target"], ["target", "of"])
    )


def _noun_before(words: Words, quantity: Quantity, first: int) -> tuple[str, str] | None:
    """The noun a number follows: `caseloads of 60`, `an average caseload of 47`."""
    i = quantity.first - 1
    for j in range(i, max(first, i - _FURTHER), -1):
        if words.lower[j] == "of" and words.lower[j - 1] in ("number", "numbers"):
            noun = counted(words, j + 1) or counted(words, j + 2)
            if noun and noun.end <= quantity.first and noun.unit not in ("days", "weeks", "months", "years"):
                return noun.unit, noun.head
        if words.lower[j] == "numbers" and words.at(j - 1) in ("staff", "officer", "staffing", "case", "practitioner"):
            return ("cases", "cases") if words.at(j - 1) == "case" else ("staff", "staff")
    for j in range(i, max(first - 1, i - _REACH), -1):
        word = words.lower[j]
        if word in _NOUN_BEFORE:
            return _NOUN_BEFORE[word]
        if word not in _LINKS:
            return None
    return None


_LINKS = frozenset(_LISTS["links"])


def _previous(found: list[Quantity], place: int) -> Quantity | None:
    for other in reversed(found[max(0, place - 3) : place]):
        if other.unit:
            return other
    return None


def _of_base(words: Words, quantity: Quantity, found: list[Quantity], place: int, first: int) -> bool:
    """`Of 52 cases, … nine`; `Inspectors examined 60 cases; 23 were …`: the count before is the base."""
    points_back = words.at(first) == "of" and words.at(first + 1) in ("these", "those", "them", "which")
    for other in reversed(found[max(0, place - 6) : place]):
        if not points_back and other.core < first:
            break
        if other.unit not in ("people", "cases", "organisations", "staff", "count", "reports", "recommendations"):
            continue
        if other.rule == "tally":
            _copy(quantity, other, "tally")
            return True
        base = other.of if other.of is not None else other.value
        if base < quantity.value or other.value_high is not None:
            return False
        if other.of is None and _is_tally(words, other, quantity):
            return False
        _copy(quantity, other, "part of a base")
        quantity.of = Decimal(base)
        return True
    return False


def _is_tally(words: Words, other: Quantity, quantity: Quantity) -> bool:
    """Whether two counts stand side by side, each with its own rating."""
    if (
        words.at(other.first - 1) in ("of", "the", "all", "these", "inspected", "examined", "visited", "reviewed")
        or words.at(other.first - 2) == "of"
    ):
        return False
    between = words.lower[other.last : quantity.first]
    return any(word in _RATING_WORDS for word in between)


def _take_base(quantity: Quantity, found: list[Quantity], place: int) -> None:
    """`14 of them`: the nearest count before is the base."""
    for other in reversed(found[max(0, place - 4) : place]):
        if (
            other.unit in ("people", "cases", "organisations", "staff", "count", "reports", "recommendations")
            and other.value_high is None
        ):
            base = other.of if other.of is not None and other.rule == "part of a base" else other.value
            if base >= quantity.value:
                quantity.unit = quantity.unit or other.unit
                quantity.noun = quantity.noun or other.noun
                quantity.of = base
                return
    if not quantity.unit:
        quantity.doubt = "a part of a base that is not told"


def _is_worth_a_doubt(words: Words, quantity: Quantity) -> bool:
    """Whether a number left bare may measure something: digits that open or close a clause are mostly labels."""
    if words.at(quantity.core) == "one" or (
        words.at(quantity.last) in ("-", "–", "/", "(", ")", "]", ".") and words.glued(quantity.last)
    ):
        return False
    return quantity.value > 1
