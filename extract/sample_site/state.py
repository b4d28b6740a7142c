"""What the sample site has at this moment: its pages, its switches and its faults; and the truth about its releases."""

import threading
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

from extract.sample_site.faults import Fault
from extract.sample_site.hosts import news_address, old_address
from extract.sample_site.invented import Invented, all_invented, invented_from


@dataclass(slots=True, kw_only=True)
class Switches:
    """Ways in which a site may differ from another.

    `robots` is the text of robots.txt, null for a site without one (404).  `is_shifting`: while somebody pages through
    the listing, the withheld pages are published, so that items move.  `cdx_ends_early`: the archives' indexes break
    off.  `page_size` is how many items a page of a listing has.
    """

    rest: bool = True
    listing: bool = True
    sitemap: bool = True
    feed: bool = True
    robots: str | None = "User-agent: *\nDisallow: /wp-admin/\n"
    robots_status: int = 200
    is_shifting: bool = False
    old_site_is_gone: bool = False
    cdx_ends_early: bool = False
    has_validators: bool = False
    page_size: int = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """What is true of a release: its title, its London date and every address it has, by the source that has it."""

    name: str
    title: str
    published_on: date
    addresses: dict[str, tuple[str, ...]]


class State:
    """Pages, switches and faults behind one lock; answers are made from what `pages` gives."""

    def __init__(self) -> None:
        self.lock = threading.RLock()
        self.switches = Switches()
        self.faults: list[Fault] = []
        self._pages = {page.name: page for page in all_invented()}
        self._withdrawn: dict[str, int] = {}

    def pages(self, *kinds: str) -> list[Invented]:
        """The pages that stand on the site now, newest first; of these kinds where any are named."""
        with self.lock:
            found = [
                page for page in self._pages.values() if not page.is_withheld and (not kinds or page.kind in kinds)
            ]
        return sorted(found, key=lambda page: (page.published_on, page.post), reverse=True)

    def withdrawn(self, name: str) -> int | None:
        """The status with which a withdrawn page answers; null for one that stands."""
        return self._withdrawn.get(name)

    def add(self, name: str, **written: Any) -> Invented:
        """Publishes a further page; what is not given is made up from `name`."""
        with self.lock:
            fields = {
                "title": name.replace("-", " ").capitalize(),
                "published_on": datetime.now(UTC).date(),
                "post": 1 + max(page.post for page in self._pages.values()),
                "new": name,
                **written,
            }
            page = invented_from(name, fields)
            self._pages[name] = page
            return page

    def change(self, name: str, **fields: Any) -> Invented:
        """Changes a page: its body, its title; its time of change is now unless given."""
        with self.lock:
            fields.setdefault("modified_at", datetime.now(UTC).replace(microsecond=0))
            self._pages[name] = replace(self._pages[name], **fields)
            return self._pages[name]

    def withdraw(self, name: str, status: int = 410) -> None:
        """Takes a page off the site: its addresses answer `status`, no listing has it."""
        with self.lock:
            self._withdrawn[name] = status

    def publish_withheld(self) -> None:
        """Publishes what was withheld."""
        with self.lock:
            for page in list(self._pages.values()):
                if page.is_withheld:
                    self._pages[page.name] = replace(page, is_withheld=False)

    def fault_for(self, address: str) -> Fault | None:
        """The first fault that strikes a request."""
        with self.lock:
            return next((fault for fault in self.faults if fault.strikes(address)), None)

    def truth(self, source: str | None = None) -> list[Truth]:
        """The releases that stand now, newest first; of one source (`sample_news`, …) where it is named."""
        return [
            truth
            for page in self.pages("release")
            if page.name not in self._withdrawn
            if (truth := _truth(page)) and (source is None or source in truth.addresses)
        ]


def _truth(page: Invented) -> Truth:
    """What is true of a release."""
    addresses: dict[str, tuple[str, ...]] = {}
    if page.new:
        slugs = [slug for slug in (page.new, page.reposted) if slug]
        addresses["sample_news"] = tuple(news_address(slug) for slug in slugs)
    if page.old:
        old = old_address(page.old).rstrip("/")
        addresses["sample_old"] = (old,)
        if page.is_captured:
            addresses |= {"sample_ukgwa": (old,), "sample_ia": (old,)}
    return Truth(name=page.name, title=page.title, published_on=page.published_on, addresses=addresses)
