"""Quotations: words in quote marks that somebody is presented as having said or written.  Speech without marks is none."""

from extract.records import Release
from transform.records import Doubt, Kind, Mention, Quotation


def quotations(release: Release, kind: Kind) -> tuple[Mention[Quotation] | Mention[Doubt], ...]:
    """Find what is quoted in `release`, each with its speaker, and what could not be decided; in text order, no overlap."""
    raise NotImplementedError
