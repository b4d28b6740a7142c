"""Addresses: their one form, their place, and what an archive's address holds.  Opens nothing.

Facts about hosts and forms are those of the site in 2026-11.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import SplitResult, parse_qsl, quote, urlencode, urljoin, urlsplit, urlunsplit

from extract.errors import Refused

_DEFAULT_PORTS = {"http": 80, "https": 443}
# The old host answers with and without www.; links of both kinds are about, so one of them has to be the form we keep.
_HOST_FORMS = {"justiceinspectorates.gov.uk": "www.justiceinspectorates.gov.uk"}
# RFC 2606 and 6761: names no certificate is given for, so that plain http is their one form.
_RESERVED = (".example", ".test", ".invalid", ".localhost")
_TRACKING = re.compile(r"(?:utm_[a-z]{1,20}|fbclid|gclid|mc_cid|mc_eid)")
_CAPTURE = re.compile(
    r"(?:/[a-z0-9-]{1,40}){0,2}/(?P<stamp>\d{14})(?P<form>[a-z]{2}_)?/(?P<original>https?:/.*+)", re.DOTALL
)
_UNTOUCHED = "%/:@!$&'()*+,;=~"


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """An archive's copy: of which address, when it was taken (UTC), and where its original bytes are."""

    original: str
    captured_at: datetime
    address: str


def place(url: str) -> str:
    """`scheme://host:port` of an http or https address, the port always written.  Raises Refused for anything else."""
    parts = _split(url)
    return f"{parts.scheme}://{_bracketed(parts.hostname or '')}:{_port(parts, url)}"


def host(url: str) -> str:
    """The host of an address, in lower case, without its port."""
    return _split(url).hostname or ""


def canonical(url: str) -> str:
    """The one form of an address: the same page always has the same.

    Scheme https (http for names reserved for examples, addresses in figures and odd ports keep theirs), host in lower
    case, the old host with its `www.` and others without, no fragment, no slash at the end, no tracking parameters; of
    an archive's address the form of the original.  `?p=` forms keep their number: only the site can say what they are.
    Raises Refused for what is no http address.
    """
    capture = captured(url)
    if capture is not None:
        return canonical(capture.original)
    parts = _split(url)
    name = (parts.hostname or "").rstrip(".")
    port = _port(parts, url)
    scheme = parts.scheme
    if port == _DEFAULT_PORTS[scheme] and not _is_figures(name):
        scheme = "http" if name.endswith(_RESERVED) else "https"
        port = _DEFAULT_PORTS[scheme]
        bare = name.removeprefix("www.")
        name = _HOST_FORMS.get(bare, bare)
    netloc = _bracketed(name) if port == _DEFAULT_PORTS[scheme] else f"{_bracketed(name)}:{port}"
    path = re.sub(r"/{2,100}", "/", _escaped(parts.path))
    path = "/" if path in {"", "/"} and not parts.query else path.rstrip("/")
    query = urlencode(
        [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.fullmatch(pair[0])]
    )
    if query and not path:
        path = "/"
    elif query:
        # WordPress writes /hmiprobation/?p=1 and /hmiprobation?p=1 for the same page.
        path = path.rstrip("/") + "/"
    return urlunsplit((scheme, netloc, path or "/", query, ""))


def is_address(name: str) -> bool:
    """Whether a person named an address rather than a file; one of another kind is refused as an address."""
    return "://" in name


def same_page(one: str, other: str) -> bool:
    """Whether two addresses are forms of the same."""
    return canonical(one) == canonical(other)


def absolute(base: str, link: str) -> str | None:
    """The address a link of the page at `base` leads to; None where it leads to no http address."""
    try:
        joined = urljoin(base, link.strip())
        _split(joined)
    except (ValueError, Refused):
        return None
    return joined


def captured(url: str) -> Capture | None:
    """What an archive's address is a capture of; None for any other address.

    Both archives write `/<folder>/<14 figures>id_/<original address>`; without `id_` the page comes with the archive's
    own banner and rewritten links, so `address` always has it.
    """
    parts = _split(url)
    found = _CAPTURE.fullmatch(parts.path)
    if found is None:
        return None
    # Some clients fold the two slashes of the inner address into one.
    original = re.sub(r"^(https?):/{1,3}", r"\1://", found["original"])
    if parts.query:
        original = f"{original}?{parts.query}"
    try:
        at = datetime.strptime(found["stamp"], "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None
    start = parts.path[: found.start("stamp")]
    address = f"{parts.scheme}://{parts.netloc}{start}{found['stamp']}id_/{original}"
    return Capture(original=original, captured_at=at, address=address)


def _split(url: str) -> SplitResult:
    try:
        parts = urlsplit(url.strip())
        _ = parts.port
    except ValueError as error:
        raise Refused(f"is no address ({error})", url=url) from error
    if parts.username is not None:
        raise Refused("carries a user name", url=url)
    if parts.scheme not in _DEFAULT_PORTS or not parts.hostname:
        raise Refused("is no http or https address", url=url)
    return parts


def _port(parts: SplitResult, url: str) -> int:
    port = parts.port
    if port == 0:
        raise Refused("names port 0", url=url)
    return port if port is not None else _DEFAULT_PORTS[parts.scheme]


def _bracketed(name: str) -> str:
    return f"[{name}]" if ":" in name else name


def _escaped(path: str) -> str:
    """A path with what is beyond ASCII as %XX in capitals: links write it in three ways (’, %e2%80%99, %E2%80%99)."""
    return re.sub(r"%[0-9a-fA-F]{2}", lambda found: found[0].upper(), quote(path, safe=_UNTOUCHED, errors="replace"))


def _is_figures(name: str) -> bool:
    return ":" in name or re.fullmatch(r"[0-9.]{7,15}", name) is not None
