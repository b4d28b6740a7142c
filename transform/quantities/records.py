"""What the families of quantity hand to each other.  Holds no behaviour."""

from dataclasses import dataclass
from decimal import Decimal

# The rule of a part whose base is told without its number: `33 of the cases`.
OF_THE_THINGS = "x of the things"
# What the rule of a share ends in that the figure glossing it gives its value: `nearly half (48 per cent)`.
FIGURED = " with its figure"
# The rule of a count that another clause, without a verb of its own, sets beside one told before it:
# `4,215 people …, and the NPS 2,370`, `3,140 in the community and a further 860 in custody`.
SET_BESIDE = "set beside another"


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A cardinal number; `end` is the word after it, `spelled` says that it is written in words."""

    value: Decimal
    end: int
    spelled: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Noun:
    """What is counted: its words end before `end`; `head` is the noun itself, `unit` what it is counted in."""

    end: int
    head: str
    unit: str


@dataclass(slots=True, kw_only=True)
class Quantity:
    """A quantity in the words of one paragraph: words `first` up to, without, `last`; its number begins at `core`.

    `unit` is empty while the number stands bare and what it counts is still to be found.  `noun` is the head noun of
    a count, else empty.  `rule` names the family.  `doubt`, where not empty, says why it is no metric.
    `amount` is true for an amount of change, `level` for one end of a change.
    """

    first: int
    core: int
    last: int
    value: Decimal
    rule: str
    value_high: Decimal | None = None
    unit: str = ""
    qualifier: str = "exact"
    direction: str | None = None
    of: Decimal | None = None
    noun: str = ""
    doubt: str = ""
    base_pending: bool = False
