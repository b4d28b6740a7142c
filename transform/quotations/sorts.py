"""What a phrase that names a speaker is made into.  Reads no text."""

from enum import Enum
from typing import NamedTuple


class Sort(Enum):
    """What sort of speaker a phrase names."""

    PERSON = "person"
    OFFICE = "office"
    PRONOUN = "pronoun"
    INSPECTORS = "inspectors"
    DOCUMENT = "document"
    BODY = "body"
    UNNAMED = "unnamed"
    SHARE = "share"


class Subject(NamedTuple):
    """A phrase in the text that names a speaker; `name` is the name within it, `role` the office given beside it."""

    sort: Sort
    start: int
    end: int
    name: str
    role: str | None = None
