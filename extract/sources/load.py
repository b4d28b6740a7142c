"""Reads the TOMLs of sources and says what is wrong with one.  Asks no network."""

import re
import tomllib
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

from extract.errors import BadSource, Refused
from extract.sources.source import Source
from extract.urls import place

MODULES = ("hale_news", "legacy_media", "web_archive")
DIALECTS = ("json_lines", "json_array")
_TEXTS = ("name", "module", "base_url", "connect_to", "listing", "sitemap", "feed", "cdx", "replay", "dialect")
_LISTS = ("places", "post_types", "covers")
_YEARS = ("first_year", "last_year")
_NEEDED = ("name", "module", "base_url")
_FASTEST_PACE = 1000.0


def load_sources(extra_dir: Path | None) -> dict[str, Source]:
    """Every source by its name: the built-in ones and those of `extra_dir`, which replace built-in ones of their name.

    A directory that is not there holds none.  Raises BadSource, naming file and key.
    """
    found: dict[str, Source] = {}
    built_in = (entry for entry in files("extract.sources").iterdir() if entry.name.endswith(".toml"))
    for entry in sorted(built_in, key=lambda entry: entry.name):
        source = read_source(entry.read_text(encoding="utf-8"), entry.name)
        found[source.name] = source
    extra = sorted(extra_dir.glob("*.toml")) if extra_dir is not None and extra_dir.is_dir() else []
    origin: dict[str, Path] = {}
    for path in extra:
        source = read_source(_text(path), str(path))
        if source.name in origin:
            raise BadSource(f"{path}: name: {source.name!r} is also the name in {origin[source.name]}")
        origin[source.name] = path
        found[source.name] = source
    return found


def read_source(text: str, file: str) -> Source:
    """The source a TOML describes.  Raises BadSource, naming file and key."""
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadSource(f"{file}: is no TOML ({error})") from error
    for key in _NEEDED:
        if key not in values:
            raise BadSource(f"{file}: {key}: is missing")
    settings = {key: _checked(key, value, file) for key, value in values.items()}
    _check_together(settings, file)
    try:
        return Source(**settings)
    except Refused as error:
        raise BadSource(f"{file}: places: {error}") from error


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadSource(f"{path}: cannot be read ({error})") from error


def _checked(key: str, value: Any, file: str) -> Any:
    def wrong(what: str) -> BadSource:
        return BadSource(f"{file}: {key}: {what}, and it is {value!r}")

    if key in _TEXTS:
        if not isinstance(value, str) or not value.strip():
            raise wrong("must be words in quotes")
        return _checked_text(key, value.strip(), file)
    if key in _LISTS:
        if not isinstance(value, list) or not value or not all(isinstance(word, str) and word for word in value):
            raise wrong("must be a list of words in quotes")
        return tuple(_place_of(word, key, file) if key == "places" else word for word in value)
    if key in _YEARS:
        if not isinstance(value, int) or isinstance(value, bool) or not 1990 <= value <= 2100:
            raise wrong("must be a year")
        return value
    if key == "pace":
        if not isinstance(value, int | float) or isinstance(value, bool) or not 0 < value <= _FASTEST_PACE:
            raise wrong("must be a number of requests a second")
        return float(value)
    raise BadSource(
        f"{file}: {key}: is no setting of a source; these are: {', '.join((*_TEXTS, *_LISTS, *_YEARS, 'pace'))}"
    )


def _checked_text(key: str, value: str, file: str) -> str:
    if key == "name" and re.fullmatch(r"[a-z][a-z0-9_]{0,62}", value) is None:
        raise BadSource(f"{file}: name: must be small letters, figures and _, and it is {value!r}")
    if key == "module" and value not in MODULES:
        raise BadSource(f"{file}: module: must be one of {', '.join(MODULES)}, and it is {value!r}")
    if key == "dialect" and value not in DIALECTS:
        raise BadSource(f"{file}: dialect: must be one of {', '.join(DIALECTS)}, and it is {value!r}")
    if key in {"base_url", "connect_to"}:
        _place_of(value, key, file)
        return value.rstrip("/")
    if key in {"listing", "sitemap", "feed", "cdx", "replay"} and not value.startswith("/"):
        raise BadSource(f"{file}: {key}: must begin with /, and it is {value!r}")
    if key in {"listing", "replay"} and not value.endswith("/"):
        return f"{value}/"
    return value


def _place_of(value: str, key: str, file: str) -> str:
    try:
        place(value)
    except Refused as error:
        raise BadSource(f"{file}: {key}: {error}") from error
    return value


def _check_together(settings: Mapping[str, Any], file: str) -> None:
    if settings["module"] != "web_archive":
        return
    for key in ("cdx", "replay", "dialect", "covers"):
        if key not in settings:
            raise BadSource(f"{file}: {key}: is missing, and a web_archive needs it")
