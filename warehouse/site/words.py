"""Values of the tables as people write them.  Knows no page and no database."""

from collections.abc import Mapping
from datetime import date
from typing import Any

_NAMES = {
    "crc": "Community Rehabilitation Company",
    "nps_division": "National Probation Service division",
    "pdu": "Probation delivery unit",
    "yos": "Youth justice service",
}
_AROUND = {"GBP": ("£", ""), "percent": ("", "%"), "count": ("", "")}
_ONE = {"people": "person", "staff": "member of staff"}
_EXACT = {"exact": "", "range": "", "approximately": "about "}


def number(value: Any) -> str:
    """A number without trailing noughts, thousands separated; null gives nothing."""
    if value is None:
        return ""
    told = f"{value:,d}" if isinstance(value, int) else f"{value:,f}"
    return told.rstrip("0").rstrip(".") if "." in told else told


def day(value: date | None) -> str:
    """A day: 3 May 2024."""
    return f"{value.day} {value:%b %Y}" if value else "no date"


def plain(word: str) -> str:
    """A word of a closed list: Cases inspected."""
    name = _NAMES.get(word, word.replace("_", " "))
    return name[:1].upper() + name[1:]


def quantity(row: Mapping[str, Any]) -> str:
    """A metric's value with its unit, as exact as the release claims to be: at least 25%, 9 of 12 points."""
    value, unit, alone = row["value"], row["unit"], row["value_high"] is None and row["of"] is None
    words = _ONE.get(unit, unit.removesuffix("s")) if value == 1 and alone else unit
    before, after = _AROUND.get(unit, ("", f" {words.replace('_', ' ')}"))
    told = f"{before}{number(value)}"
    if row["value_high"] is not None:
        told += f" to {before}{number(row['value_high'])}"
    if row["of"] is not None:
        told += f" of {before}{number(row['of'])}"
    exact = _EXACT.get(row["qualifier"], f"{row['qualifier'].replace('_', ' ')} ")
    return f"{exact}{told}{after}"


def is_web_address(url: str | None) -> bool:
    """Whether this may stand in a link: http or https, and nothing a browser would run."""
    return bool(url) and str(url).startswith(("https://", "http://"))
