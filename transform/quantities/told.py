"""Counts a release has told already, to which later numbers point back: `these two inspections`, `31 of the 87`."""

from collections.abc import Iterable
from decimal import Decimal

from transform.quantities.records import Quantity
from transform.quantities.words import Words

_COUNTS = frozenset({"people", "cases", "organisations", "staff", "count", "reports"})
# Two nouns for one thing.
_ALIKE = {"companies": "crcs", "units": "pdus", "yots": "services", "yos": "services", "yjs": "services"}
# `each of the 16 services` points back; `half of the 16 services` tells the base of a share.
_ALL = frozenset({"each", "all", "any", "cases", "most", "many", "some"})
_SHARED = _ALL | {"none"}
_THESE = frozenset({"these", "those"})


class Told:
    """The counts of the paragraphs read so far."""

    __slots__ = ("_nouns", "_units", "latest", "stem")

    def __init__(self) -> None:
        self.stem: Quantity | None = None
        """The count of which the items of a list are parts: `Of the 24 units, inspectors rated:`."""
        self.latest: Quantity | None = None
        """The last count of a paragraph before."""
        self._nouns: set[tuple[Decimal, str]] = set()
        self._units: dict[Decimal, tuple[str, str]] = {}

    def add(self, quantities: Iterable[Quantity]) -> None:
        """Remembers the counts among `quantities`."""
        for quantity in quantities:
            if quantity.unit in _COUNTS and not quantity.doubt:
                self._nouns.add((quantity.value, _ALIKE.get(quantity.noun, quantity.noun)))
                self._units[quantity.value] = (quantity.unit, quantity.noun)
                self.latest = quantity

    def unit_of(self, value: Decimal | None) -> tuple[str, str] | None:
        """Unit and noun of the last count of this value."""
        return None if value is None else self._units.get(value)

    def points_back(self, words: Words, quantity: Quantity) -> bool:
        """Whether a count only points back: `these two inspections`, `the two units`, `the 16 services` told before."""
        if quantity.unit not in _COUNTS or quantity.rule != "count" or quantity.of is not None:
            return False
        ahead = words.at(quantity.first - 1)
        if ahead in _THESE or (ahead in ("the", "other") and quantity.value == 2 and quantity.unit == "organisations"):
            return True
        if (
            ahead in ("first", "last")
            and words.at(quantity.first - 3) == "of"
            and words.at(quantity.first - 4) in _SHARED
        ):
            return True
        if ahead == "other" and words.at(quantity.first - 2) == "the" and words.at(quantity.last) in ("are", "is"):
            return True
        is_first = ahead == "first" and words.at(quantity.first - 2) in ("our", "the", "these")
        return (
            (is_first or ahead in ("the", "all"))
            and (
                words.at(quantity.first - 2) != "of"
                or words.at(quantity.first - 3) in _ALL
                or words.opening(quantity.core) == quantity.first - 2
            )
            and (quantity.value, _ALIKE.get(quantity.noun, quantity.noun)) in self._nouns
        )
