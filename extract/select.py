"""Selectors that count: what a layout relies on is there exactly as often as it says, or the page is not known."""

from bs4 import BeautifulSoup, Tag

from extract.errors import UnknownLayout

_ADVICE = "If the site was redesigned, see docs/add-a-layout.md"


def only(page: BeautifulSoup | Tag, selector: str, what: str) -> Tag:
    """The single element `selector` finds.  Raises UnknownLayout, naming `what` and the count, otherwise."""
    found = page.select(selector)
    if len(found) != 1:
        raise UnknownLayout(f"expected one {what} ({selector}), found {len(found)}. {_ADVICE}")
    return found[0]


def at_most_one(page: BeautifulSoup | Tag, selector: str, what: str) -> Tag | None:
    """The single element `selector` finds, null where there is none.  Raises UnknownLayout when there are more."""
    found = page.select(selector)
    if len(found) > 1:
        raise UnknownLayout(f"expected at most one {what} ({selector}), found {len(found)}. {_ADVICE}")
    return found[0] if found else None


def attribute(element: Tag, name: str, what: str) -> str:
    """The value of an attribute that has to be there.  Raises UnknownLayout, naming `what`, otherwise."""
    value = element.get(name)
    if not isinstance(value, str) or not value.strip():
        raise UnknownLayout(f"expected {what} in the attribute {name} of <{element.name}>, found none. {_ADVICE}")
    return value.strip()
