"""Bodies a release names: services inspected, their owners.  Names from the vocabulary, and by pattern where unknown."""

from transform.rows import OrganisationRow


def organisations() -> tuple[OrganisationRow, ...]:
    """Every body of the vocabulary, one row for each owner and time it had."""
    raise NotImplementedError
