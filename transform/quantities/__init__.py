"""Quantities a paragraph states, one file a family.  What they measure is named in `transform/metrics/`."""

from transform.quantities.comparisons import is_comparison, is_filler
from transform.quantities.periods import is_fieldwork, periods, rate
from transform.quantities.reading import has_number, quantities
from transform.quantities.records import FIGURED, OF_THE_THINGS, SET_BESIDE, Quantity
from transform.quantities.told import Told
from transform.quantities.words import Words

__all__ = [
    "FIGURED",
    "OF_THE_THINGS",
    "SET_BESIDE",
    "Quantity",
    "Told",
    "Words",
    "has_number",
    "is_comparison",
    "is_fieldwork",
    "is_filler",
    "periods",
    "quantities",
    "rate",
]
