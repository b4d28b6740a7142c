"""What a robots.txt allows us.  Asks nothing itself: `http.py` brings the file, `poll_memory.py` keeps it for a day."""

from importlib.metadata import PackageNotFoundError, version
from urllib.parse import urlsplit

from protego import Protego

from extract.errors import Refused
from extract.poll_memory import RobotsAnswer

PRODUCT = "inspectorate"
"""The name under which a robots.txt would speak of us."""
MAX_BYTES = 512 * 1024
"""As much of a robots.txt is read as RFC 9309 asks for, 500 KiB, and no more."""
_LONGEST_DELAY_SECONDS = 60.0


class Closed(Refused):
    """A path that robots.txt closes to us."""


class Robots:
    """One place's rules."""

    def __init__(self, answer: RobotsAnswer) -> None:
        self._rules = Protego.parse(answer.text)

    def check(self, url: str) -> None:
        """Nothing, where we may fetch this address.  Raises Closed."""
        if not self._rules.can_fetch(url, PRODUCT):
            raise Closed(f"robots.txt closes {urlsplit(url).path or '/'} to us", url=url)

    @property
    def delay_seconds(self) -> float:
        """The Crawl-delay asked of us, at most a minute; 0 where there is none."""
        delay = self._rules.crawl_delay(PRODUCT)
        return min(float(delay), _LONGEST_DELAY_SECONDS) if delay else 0.0


def user_agent(contact: str | None) -> str:
    """What we call ourselves in every request: product, version, and whom to write to."""
    try:
        number = version(PRODUCT)
    except PackageNotFoundError:
        # A tree that was never installed has no version.
        number = "0"
    words = (contact or "no contact given; set INSPECTORATE_CONTACT").encode("ascii", "replace").decode("ascii")
    return f"{PRODUCT}/{number} ({' '.join(words.split())})"
