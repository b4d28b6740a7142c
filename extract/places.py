"""Where we may go: the allowed places of a source, and no address of a private network.  Opens no connection."""

import ipaddress
import socket
from urllib.parse import urlsplit, urlunsplit

from extract.errors import Refused, TransportFailed
from extract.sources.source import Source
from extract.urls import absolute, captured, host, place


def check_place(url: str, source: Source) -> None:
    """Nothing, where the place of an address is allowed for this source.  Raises Refused, naming place and source.

    An address in figures that is no global one stands in nobody's places by chance: it has to be written in the
    source's own TOML, literally, with its port.
    """
    where = place(url)
    if where not in source.allowed:
        raise Refused(f"{where} is not among the places of the source {source.name}", url=url)


def check_address(url: str) -> None:
    """Nothing, where the name of a host leads to global addresses only.  Raises Refused, or TransportFailed.

    Addresses in figures are left to `check_place`.  A name could lead elsewhere between this look and the connection;
    as only names of the allow-list come this far, whoever can do that owns the site.
    """
    name = host(url)
    if _is_figures(name):
        return
    for address in _addresses(name, url):
        if not address.is_global:
            raise Refused(f"{name} leads to {address}, which is no public address", url=url)


def next_hop(here: str, location: str, source: Source) -> str:
    """Where a redirect leads.  Raises Refused where that is nowhere, or no place we may go to."""
    there = absolute(here, location) if location else None
    if there is None:
        raise Refused(f"it redirects to {location or 'nowhere'}, which is no address", url=here)
    there = urlunsplit((*urlsplit(there)[:4], ""))
    copy = captured(there)
    if copy is not None:
        # From one capture an archive may lead to the nearest other, and there to the page under its own banner.
        there = copy.address
    if source.connect_to is not None and place(there) == place(source.connect_to):
        # The site that answers there speaks of itself by where it listens; the records keep its invented name.
        parts, base = urlsplit(there), urlsplit(source.base_url)
        there = urlunsplit((base.scheme, base.netloc, parts.path, parts.query, ""))
    if place(there) not in source.allowed:
        reason = f"it redirects to {there}, and {place(there)} is not among the places of the source {source.name}"
        raise Refused(reason, url=here)
    return there


def target_of(url: str, source: Source) -> tuple[str, dict[str, str]]:
    """Where the socket goes for an address, and the headers that say what was meant."""
    if source.connect_to is None:
        return url, {}
    parts, there = urlsplit(url), urlsplit(source.connect_to)
    return urlunsplit((there.scheme, there.netloc, parts.path or "/", parts.query, "")), {"host": parts.netloc}


def _is_figures(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _addresses(name: str, url: str) -> list[ipaddress.IPv4Address | ipaddress.IPv6Address]:
    try:
        found = socket.getaddrinfo(name, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise TransportFailed(f"the name {name} leads nowhere ({error})", url=url) from error
    # A link-local IPv6 address comes with its zone, which the address itself does not hold.
    return [ipaddress.ip_address(str(entry[4][0]).partition("%")[0]) for entry in found]
