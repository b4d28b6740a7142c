"""What may be wrong with this installation, looked at one by one.  Mends nothing, and loads nothing."""

import shutil
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import version
from itertools import islice
from urllib.parse import urlsplit

from extract.errors import Blocked, Gone, InspectorateError
from extract.raw_store import RawStore
from extract.robots import Closed
from extract.sources import Source
from flows.rules_version import rules_version
from flows.runs import now
from flows.settings import Settings
from flows.workshop import Workshop, sources_in_force, workshop
from warehouse.checks import check, errors
from warehouse.connect import reading, reading_build, writing
from warehouse.errors import NoWarehouse, WarehouseError

LEAST_FREE_BYTES = 1024**3
SHOWN_PROBLEMS = 5
_PACKAGES = ("prefect", "duckdb", "httpx", "beautifulsoup4", "fastapi", "sqlalchemy")
# Bounds that pip does not hold by itself once somebody installs by hand; see CONTRIBUTING.md, "Pins".
_BELOW = {"fastapi": (0, 151), "sqlalchemy": (2, 1)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing looked at; `advice` says what to do, and is null where all is well."""

    about: str
    found: str
    advice: str | None = None


def examine(settings: Settings, *, network: bool = True) -> Iterator[Finding]:
    """Look at versions, settings, disk, raw store, warehouse and, with `network`, each source."""
    yield from _versions()
    yield Finding(about="data folder", found=str(settings.data_dir.resolve()))
    yield from _settings(settings)
    yield from _disk(settings)
    yield from _raw_store(settings)
    yield from _warehouse(settings)
    try:
        sources = sources_in_force(settings)
    except InspectorateError as error:
        yield Finding(about="sources", found=str(error), advice="mend or remove that file")
        return
    yield Finding(about="sources", found=", ".join(sorted(sources)))
    if network:
        yield from _network(settings, list(sources.values()))


def _versions() -> Iterator[Finding]:
    python = ".".join(map(str, sys.version_info[:3]))
    yield Finding(
        about="versions", found=f"inspectorate {version('inspectorate')}, Python {python}, rules {rules_version()}"
    )
    for package in _PACKAGES:
        found = version(package)
        numbers = tuple(int(part) for part in found.split(".")[:2] if part.isdigit())
        bound = _BELOW.get(package)
        advice = None
        if bound is not None and numbers >= bound:
            advice = f"install {package} below {'.'.join(map(str, bound))}: pip install --no-deps -r requirements.txt"
        yield Finding(about=package, found=found, advice=advice)


def _settings(settings: Settings) -> Iterator[Finding]:
    if settings.contact:
        yield Finding(about="contact", found=settings.contact)
    else:
        yield Finding(
            about="contact",
            found="none",
            advice="set INSPECTORATE_CONTACT to an address, so that the site's keepers can reach you",
        )
    yield Finding(about="proxy", found=_without_password(settings.proxy) if settings.proxy else "none")
    if settings.ca_bundle is not None:
        readable = settings.ca_bundle.is_file() and b"BEGIN CERTIFICATE" in settings.ca_bundle.read_bytes()
        advice = None if readable else "INSPECTORATE_CA_BUNDLE must name a PEM file of certificates"
        yield Finding(about="CA bundle", found=str(settings.ca_bundle), advice=advice)


def _without_password(proxy: str) -> str:
    parts = urlsplit(proxy)
    return f"{parts.scheme}://{parts.hostname}:{parts.port or ''}".rstrip(":")


def _disk(settings: Settings) -> Iterator[Finding]:
    folder = settings.data_dir.resolve()
    while not folder.exists():
        folder = folder.parent
    free = shutil.disk_usage(folder).free
    advice = "make room: a snapshot needs as much again as the warehouse" if free < LEAST_FREE_BYTES else None
    yield Finding(about="disk", found=f"{free / 1024**3:.1f} GiB free", advice=advice)


def _raw_store(settings: Settings) -> Iterator[Finding]:
    store = RawStore(settings.raw_dir)
    kept = sum(1 for _ in store.shas())
    broken = list(islice(store.verify(), SHOWN_PROBLEMS))
    yield Finding(
        about="raw store",
        found=f"{kept} bodies" + "".join(f"; {problem.sha256[:12]}: {problem.reason}" for problem in broken),
        advice="bring the raw store back from a backup (docs/operating.md)" if broken else None,
    )


def _warehouse(settings: Settings) -> Iterator[Finding]:
    try:
        with reading_build(settings.data_dir, wait_seconds=settings.lock_seconds):
            pass
        with writing(settings.data_dir, wait_seconds=settings.lock_seconds) as con:
            wrong = errors(check(con, now=now()))
        yield Finding(
            about="warehouse",
            found=f"{len(wrong)} errors of checks",
            advice="see inspectorate check" if wrong else None,
        )
        with reading(settings.data_dir):
            yield Finding(about="published file", found=str(settings.published_path))
    except NoWarehouse:
        yield Finding(about="warehouse", found="none yet")
    except WarehouseError as error:
        yield Finding(about="warehouse", found=str(error), advice="do as it says, then look again")


def _network(settings: Settings, sources: list[Source]) -> Iterator[Finding]:
    with workshop(settings) as shop:
        for source in sources:
            yield _reach(shop, source)


def _reach(shop: Workshop, source: Source) -> Finding:
    """Whether a source answers, by its robots.txt, and whether that opens what we ask for."""
    parts = urlsplit(source.base_url)
    about, found = f"reach of {source.name}", f"{parts.netloc} answers"
    try:
        with suppress(Closed):
            shop.client.fetch(f"{parts.scheme}://{parts.netloc}/robots.txt", source=source)
    except Gone:
        found += ", and has no robots.txt"
    except Blocked as error:
        return Finding(about=about, found=str(error), advice=f"leave it alone until {error.until:%Y-%m-%d %H:%M} UTC")
    except InspectorateError as error:
        return Finding(
            about=about,
            found=str(error),
            advice="check the network, INSPECTORATE_PROXY and INSPECTORATE_CA_BUNDLE (docs/operating.md)",
        )
    closed = list(_closed(shop, source))
    advice = "what robots.txt closes is never asked for; the site's keepers may open it" if closed else None
    return Finding(about=about, found="; ".join([found, *closed]), advice=advice)


def _closed(shop: Workshop, source: Source) -> Iterator[str]:
    wanted = [source.cdx, source.replay] if source.is_archive else [source.listing]
    for path in wanted:
        address = f"{source.base_url}{path}"
        try:
            shop.client.rules_of(address, source).check(address)
        except Closed as error:
            yield error.reason
