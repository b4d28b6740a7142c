"""Quantities a paragraph states, one file a family.  What they measure is named in `transform/metrics/`."""

from transform.quantities.periods import periods, rate
from transform.quantities.reading import quantities
from transform.quantities.records import Quantity
from transform.quantities.words import Words

__all__ = ["Quantity", "Words", "periods", "quantities", "rate"]
