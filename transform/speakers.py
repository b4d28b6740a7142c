"""Who speaks: people with their tenures, and names in a release resolved to one full name."""

from transform.rows import SpeakerRow


def speakers() -> tuple[SpeakerRow, ...]:
    """One row for each tenure of each person the vocabulary knows."""
    raise NotImplementedError
