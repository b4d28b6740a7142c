"""Getting documents: from an address or a file into the raw store.  Hands on a SHA-256, never bytes."""

import dataclasses
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from extract.errors import Blocked, Gone, InspectorateError, NotARelease, TransportFailed
from extract.files import FILE_NAME
from extract.files import NAME as FROM_FILE
from extract.http import NotModified
from extract.records import Document
from extract.sources import folder, source_for
from extract.urls import canonical
from flows.progress import Tell, silent
from flows.results import Result
from flows.settings import Settings
from flows.workshop import Workshop, workshop
from warehouse.rows import Due, Fetch, Outcome

MOST_UNANSWERED = 5
NOT_ASKED = "not asked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What came of one address or file: bytes kept under `sha256`, or a `failure`; exactly one is null."""

    name: str
    url: str | None
    source: str
    sha256: str | None = None
    fetch: Fetch | None = None
    failure: Result | None = None


def fetch_batch(settings: Settings, dues: Sequence[Due], tell: Tell = silent) -> list[Fetched]:
    """Fetch and keep a batch, one after the other at the pace of its hosts; one result an address, in order.

    After so many addresses in a row without an answer the rest is not asked for: whoever is down is left alone.
    """
    found: list[Fetched] = []
    in_a_row = 0
    with workshop(settings) as shop:
        for done, due in enumerate(dues, start=1):
            one = fetch_and_keep(shop, due) if in_a_row < MOST_UNANSWERED else not_asked(due)
            in_a_row = in_a_row + 1 if one.failure is not None and one.failure.outcome is Outcome.PENDING else 0
            found.append(one)
            tell(done, len(dues), due.url)
    return found


def not_asked(due: Due) -> Fetched:
    """An address left for the next run, because its site answers nothing; no try is counted."""
    reason = "not asked for: the site has stopped answering; the next run goes on from here"
    failure = Result(
        name=due.url, url=due.url, source=due.source, outcome=Outcome.PENDING, reason=reason, stage=NOT_ASKED
    )
    return Fetched(name=due.url, url=due.url, source=due.source, failure=failure)


def fetch_and_keep(shop: Workshop, due: Due) -> Fetched:
    """Fetch one address and keep its bytes; what goes wrong is a named failure, not an error."""
    try:
        source = shop.sources.get(due.source) or source_for(due.url, shop.sources)
        document = shop.client.fetch(due.fetch_url or due.url, source=source)
    except InspectorateError as error:
        return Fetched(
            name=due.url, url=due.url, source=due.source, failure=failed(error, url=due.url, source=due.source)
        )
    assert not isinstance(document, NotModified), "no validators were sent"
    captured_at = document.captured_at or due.captured_at
    return kept(shop, dataclasses.replace(document, url=due.url, source=due.source, captured_at=captured_at), due.url)


def kept(shop: Workshop, document: Document, name: str) -> Fetched:
    """Keep a document in the raw store."""
    shop.store.keep(document)
    return as_kept(document, name)


def as_kept(document: Document, name: str) -> Fetched:
    """A document whose bytes the raw store has."""
    sha256 = document.sha256
    fetch = Fetch(
        url=document.url,
        final_url=document.final_url,
        source=document.source,
        sha256=sha256,
        fetched_at=document.fetched_at,
        captured_at=document.captured_at,
        status=document.status,
    )
    return Fetched(name=name, url=document.url, source=document.source, sha256=sha256, fetch=fetch)


def files(shop: Workshop, paths: Sequence[Path], url: str | None) -> Iterator[Fetched]:
    """Keep what stands in local files; an address given for one is canonical from here on."""
    address = canonical(url) if url else None
    for found in folder.documents(paths, url=address):
        if isinstance(found, Document):
            yield kept(shop, found, file_name(found))
        else:
            yield Fetched(
                name=found.url or "",
                url=address,
                source=FROM_FILE,
                failure=failed(found, url=address, source=FROM_FILE),
            )


def file_name(document: Document) -> str:
    """What a person calls a document from a file: its bare name, else its address or SHA-256."""
    names = [value for name, value in document.headers if name == FILE_NAME]
    return names[0] if names else document.url or document.sha256


def failed(error: InspectorateError, *, url: str | None, source: str) -> Result:
    """The outcome an error stands for; see docs/how-it-works.md, "Outcomes"."""
    return Result(
        name=error.url if url is None and error.url else url or error.url or "",
        url=url,
        source=source,
        outcome=_outcome(error),
        reason=error.reason,
        stage=error.stage,
        sha256=getattr(error, "sha256", None),
    )


def _outcome(error: InspectorateError) -> Outcome:
    if isinstance(error, NotARelease):
        return Outcome.NOT_A_RELEASE
    if isinstance(error, Gone):
        return Outcome.GONE
    if isinstance(error, Blocked):
        return Outcome.BLOCKED
    if isinstance(error, TransportFailed):
        return Outcome.PENDING
    return Outcome.QUARANTINED
