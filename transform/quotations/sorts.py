"""What a phrase that names a speaker is made into.  Reads no text."""

from dataclasses import dataclass
from enum import Enum


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


@dataclass(frozen=True, slots=True)
class Subject:
    """A phrase in the text that names a speaker; `name` is the name within it, `role` the office given beside it."""

    sort: Sort
    start: int
    end: int
    name: str
    role: str | None = None
