"""What can be made to go wrong with the sample site: one record a fault, and which requests meet it."""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from fnmatch import fnmatchcase

KINDS = (
    "status",  # answers `status`, with `headers` (429 and a Retry-After, 503, 403, 410 …)
    "redirect",  # answers 302 to `location`
    "redirect_loop",  # answers 302 to itself
    "slow",  # sends the true body in eight pieces, `seconds` before each
    "truncated",  # declares the true length, sends half of it and hangs up
    "reset",  # hangs up without an answer
    "wrong_type",  # answers 200 with a PDF instead of the page
    "gzip_bomb",  # answers 200 with some kilobytes that become `megabytes`
    "endless",  # answers 200 with a body of `megabytes`, as they come
    "soft_404",  # answers 200 with a page that says there is none
    "captcha",  # answers 405 with the archive's captcha header
)
_PIECE = 1 << 16


@dataclass(slots=True, kw_only=True)
class Fault:
    """A fault and where it strikes.

    `where` is matched against `host/path?query` with `*` as wildcard.  `times` is how often it strikes yet; null for
    ever.  `after` is how many requests it lets pass first.
    """

    kind: str
    where: str
    times: int | None = None
    after: int = 0
    status: int = 503
    headers: dict[str, str] = field(default_factory=dict)
    location: str = ""
    seconds: float = 0.2
    megabytes: int = 1024

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"no fault is called {self.kind!r}; there are {', '.join(KINDS)}")

    def strikes(self, address: str) -> bool:
        """Whether a request meets this fault; counts it."""
        if self.times == 0 or not fnmatchcase(address, self.where):
            return False
        if self.after > 0:
            self.after -= 1
            return False
        if self.times is not None:
            self.times -= 1
        return True


def gzip_bomb(megabytes: int) -> bytes:
    """A gzip body of so many megabytes of spaces; never held in memory unpacked."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 16 + zlib.MAX_WBITS)
    start = b"<html><body><p>"
    packed = [packer.compress(start), *(packer.compress(b" " * (1 << 20)) for _ in range(megabytes)), packer.flush()]
    return b"".join(packed)


def endless(megabytes: int) -> Iterator[bytes]:
    """A body of so many megabytes, piece by piece."""
    piece = b"<p>more and more</p>".ljust(64) * (_PIECE // 64)
    for _ in range(megabytes * (1 << 20) // _PIECE):
        yield piece


def small_pdf() -> bytes:
    """The beginning of a PDF, enough to be known as one."""
    return b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n"
