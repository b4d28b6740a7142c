"""Finding what is new: a source's listings against the ledger.  Fetches no release."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from extract.errors import BadListing, Blocked, Gone, TransportFailed
from extract.poll_memory import Poll
from extract.records import Listing, Sighting
from extract.sources import Source, changes, listings
from flows.claims import give_up_dead
from flows.rules_version import rules_version
from flows.runs import now
from flows.settings import Settings
from flows.workshop import Workshop, workshop
from warehouse import discoveries, ledger
from warehouse.connect import reading_build, writing
from warehouse.errors import NoWarehouse
from warehouse.rows import Due

MOST_TAKEN_OFF = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Discovery:
    """What one look at a source came to.

    `sightings` are the addresses looked at, `dues` those to fetch.  `way` names how the source was read and
    `claimed_total` is the site's own counter; both null where it did not say.  `alarm` is why the run must fail,
    `trouble` why nothing could be seen for now; both null where all went well.
    """

    source: str
    sightings: tuple[Sighting, ...] = ()
    dues: tuple[Due, ...] = ()
    way: str | None = None
    claimed_total: int | None = None
    alarm: str | None = None
    trouble: str | None = None


def discover(
    settings: Settings,
    name: str,
    *,
    since: date | None = None,
    until: date | None = None,
    full: bool = False,
    note: bool = True,
) -> Discovery:
    """Look at a source and, unless `note` is false, write what it shows into the ledger.

    `full` reads to the end of what there is between the dates; otherwise it stops after the first page that holds
    nothing new, unless the site's own counter fell: then something was taken off, and is asked for.  An alarm or
    trouble is told, not raised: the other sources are still to be asked.
    """
    with workshop(settings) as shop:
        source = shop.sources[name]
        asked_at = now()
        before = shop.memory.polls.get(name)
        found = _Seen(total_before=before.claimed_total if before else None)
        alarm = trouble = None
        try:
            found.take_all(shop, source, since, until, full=full)
        except BadListing as error:
            alarm = str(error)
        except (Blocked, TransportFailed, Gone) as error:
            trouble = str(error)
        went_well = alarm is None and trouble is None
        shop.memory.polls[name] = Poll(
            polled_at=asked_at,
            good_at=asked_at if went_well else (before.good_at if before else None),
            way=found.way or (before.way if before else None),
            claimed_total=found.claimed_total
            if found.claimed_total is not None
            else (before.claimed_total if before else None),
            reason=alarm or trouble,
        )
    if note and went_well and found.is_whole:
        alarm = _ask_for_missing(settings, name, found.sightings)
    return Discovery(
        source=name,
        sightings=tuple(found.sightings.values()),
        dues=noted(settings, tuple(found.sightings.values())) if note else (),
        way=found.way,
        claimed_total=found.claimed_total,
        alarm=alarm,
        trouble=trouble,
    )


class _Seen:
    """The sightings of one look, by address: a listing that shifts while it is paged shows some twice."""

    def __init__(self, total_before: int | None) -> None:
        self._total_before = total_before
        self.is_whole = False
        self.sightings: dict[str, Sighting] = {}
        self.way: str | None = None
        self.claimed_total: int | None = None

    def take_all(self, shop: Workshop, source: Source, since: date | None, until: date | None, *, full: bool) -> None:
        for listing in listings(source, shop.client, shop.memory, since=since, until=until):
            self.way = listing.way
            if listing.claimed_total is not None:
                self.claimed_total = listing.claimed_total
            self._take(listing.sightings)
            if listing.unchanged:
                break
            if not (full or self._has_shrunk(listing)) and _all_known(shop.settings, listing.sightings):
                break
        else:
            # Only a list that was compared with the site's own counter to its end says what is not there any more.
            self.is_whole = since is None and until is None and self.claimed_total is not None
        if not full:
            for listing in changes(source, shop.client, shop.memory):
                self._take(listing.sightings)

    def _has_shrunk(self, listing: Listing) -> bool:
        total, before = listing.claimed_total, self._total_before
        return total is not None and before is not None and total < before

    def _take(self, sightings: Sequence[Sighting]) -> None:
        for sighting in sightings:
            self.sightings.setdefault(sighting.url, sighting)


def _ask_for_missing(settings: Settings, name: str, listed: Collection[str]) -> str | None:
    """Have what a whole listing does not show any more asked for: gone twice, a release is withdrawn.

    So much that it is no withdrawal is not asked for, and what to alarm about is returned.
    """
    try:
        with reading_build(settings.data_dir, wait_seconds=settings.lock_seconds) as con:
            missing = ledger.unlisted(con, source=name, listed=listed, most=MOST_TAKEN_OFF)
    except NoWarehouse:
        return None
    if len(missing) <= MOST_TAKEN_OFF:
        return None
    return f"{name}: its listing shows {len(missing)} releases fewer than it did, {missing[0]} among them; look there"


def _all_known(settings: Settings, sightings: Sequence[Sighting]) -> bool:
    """Whether the ledger has every one of these, as it was last changed."""
    try:
        with reading_build(settings.data_dir, wait_seconds=settings.lock_seconds) as con:
            known = discoveries.known(con, [sighting.url for sighting in sightings])
    except NoWarehouse:
        return False
    return all(
        sighting.url in known and sighting.modified_at in {None, known[sighting.url].modified_at}
        for sighting in sightings
    )


def noted(settings: Settings, sightings: Sequence[Sighting]) -> tuple[Due, ...]:
    """Write what was seen into the ledger; what of it is to be fetched."""
    if not sightings:
        return ()
    with writing(settings.data_dir, wait_seconds=settings.lock_seconds) as con:
        # What a killed run still claims is not due to anybody else.
        give_up_dead(con)
        return ledger.sighted(con, sightings, now=now(), rules_version=rules_version())
