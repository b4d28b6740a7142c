"""Services inspected, with what the release says of each; ratings ride along, for they decide the overall one."""

from extract.records import Release
from transform.records import Doubt, Inspection, Kind, Mention, Rating


def ratings_and_inspections(
    release: Release, kind: Kind
) -> tuple[tuple[Mention[Inspection] | Mention[Doubt], ...], tuple[Mention[Rating] | Mention[Doubt], ...]]:
    """Both lists in text order; a near miss stands in them as a doubt.

    One inspection for each service the release reports on (none for kinds other than inspection, thematic, national);
    its span is the first naming.  A rating's span is the words that say it.
    """
    raise NotImplementedError
