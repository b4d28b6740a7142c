"""Every way in which getting or reading a release can fail, named.

    InspectorateError
    ├── NotARelease          a page of another kind: blog, staff news, report page, listing, error page
    ├── Gone                 404 or 410
    ├── Blocked              403, 405, 429 or a captcha header: the host is left alone for a while
    ├── TransportFailed      no answer, a broken answer, 5xx: worth another try on another poll
    ├── Refused              what we will not do or take: a place not allowed, robots.txt, too many redirects
    │   └── TooLarge         a body over the limit, before or after decompression
    ├── UnreadableDocument   bytes that are no page and no text: a PDF, an image, nothing at all
    ├── MissingFile          a file that is not there or may not be read: one line, and no row anywhere
    ├── DamagedBody          a kept body that is not there or does not match its name
    ├── LayoutError          the page could not be read strictly
    │   ├── UnknownLayout    no layout recognises it, or one did and something it counts on is missing
    │   └── AmbiguousLayout  more than one layout recognises it
    ├── BadListing           a listing, feed or index that does not hold what it must
    └── BadSource            a source's TOML that is wrong

Each is turned into one of the outcomes of the pipeline (see docs/how-it-works.md).  The message is one line: the
reason, and what to do where somebody can do something.  The address stands in `url`, and is put in front by `str()`.
"""

from datetime import datetime


class InspectorateError(Exception):
    """Something went wrong with one address; `reason` says what, `url` (or a file's name) says with which."""

    stage = "unknown"

    def __init__(self, reason: str, *, url: str | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.url = url

    def __str__(self) -> str:
        return f"{self.url}: {self.reason}" if self.url else self.reason


class NotARelease(InspectorateError):
    """A page of another kind.  `kind` is one of blog, staff_news, report_page, listing, error_page, other."""

    stage = "layout"

    def __init__(self, reason: str, *, kind: str, url: str | None = None) -> None:
        super().__init__(reason, url=url)
        self.kind = kind


class Gone(InspectorateError):
    """The site says the page is not there any more: 404 or 410."""

    stage = "fetch"


class Blocked(InspectorateError):
    """The host asks us to stay away: nothing may be asked of it before `until` (UTC)."""

    stage = "fetch"

    def __init__(self, reason: str, *, until: datetime, url: str | None = None) -> None:
        super().__init__(reason, url=url)
        self.until = until


class TransportFailed(InspectorateError):
    """No whole answer came; another try on another poll may bring one."""

    stage = "fetch"


class Refused(InspectorateError):
    """Something we do not do: a place that is not allowed, a path robots.txt closes, a redirect too many."""

    stage = "fetch"


class TooLarge(Refused):
    """A body over the limit, as sent or once decompressed.  `sha256` is that of a file's bytes, null otherwise."""

    def __init__(self, reason: str, *, url: str | None = None, sha256: str | None = None) -> None:
        super().__init__(reason, url=url)
        self.sha256 = sha256


class MissingFile(InspectorateError):
    """A file that is not there or may not be read."""

    stage = "read"


class DamagedBody(InspectorateError):
    """A kept body that is not there, or whose bytes do not match their name."""

    stage = "store"


class UnreadableDocument(InspectorateError):
    """Bytes that hold neither a page nor a text."""

    stage = "layout"


class LayoutError(InspectorateError):
    """A page that could not be read strictly."""

    stage = "layout"


class UnknownLayout(LayoutError):
    """No layout recognises the page, or what the layout counts on is not there."""


class AmbiguousLayout(LayoutError):
    """More than one layout recognises the page."""


class BadListing(InspectorateError):
    """A listing, feed or index that does not hold what it must."""

    stage = "discover"


class BadSource(InspectorateError):
    """A source's TOML is wrong."""

    stage = "settings"
