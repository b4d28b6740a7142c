"""How the network is reached: certificates, proxy, the clock, and what httpx says of a failure as our errors.

Sends nothing: `http.py` does.
"""

import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import httpx

from extract.answers import Interrupted
from extract.deadline import Clock, ClockedBackend
from extract.errors import Refused, TransportFailed


def trusted(ca_bundle: Path | None) -> ssl.SSLContext:
    """Whose certificates are believed: those httpx comes with, or the bundle given.

    Raises Refused where that is none.
    """
    if ca_bundle is None:
        return httpx.create_ssl_context(trust_env=False)
    try:
        return ssl.create_default_context(cafile=str(ca_bundle))
    except OSError as error:
        raise Refused(f"INSPECTORATE_CA_BUNDLE names no bundle of certificates: {ca_bundle} ({error})") from error


def connections(
    trust: ssl.SSLContext, proxy: str | None, timeout: httpx.Timeout, headers: Mapping[str, str], clock: Clock
) -> httpx.Client:
    """A client that goes straight or by `proxy`, follows no redirect, and none of whose steps goes past the clock.

    Raises Refused where `proxy` is no address of one.
    """
    try:
        transport = httpx.HTTPTransport(verify=trust, http2=True, proxy=proxy, trust_env=False)
    except ValueError as error:
        raise Refused(f"INSPECTORATE_PROXY is no address of a proxy: {error}") from error
    # httpx hands no network backend through; without this one a drip of bytes would hold us for ever.
    transport._pool._network_backend = ClockedBackend(clock)
    return httpx.Client(transport=transport, timeout=timeout, headers=headers, follow_redirects=False, trust_env=False)


@contextmanager
def named(url: str, clock: Clock) -> Iterator[None]:
    """Around what asks httpx for the answer of an address: what can go wrong there, as our errors."""
    try:
        yield
    except httpx.InvalidURL as error:
        raise Refused(f"is no address ({error})", url=url) from error
    except httpx.ProxyError as error:
        raise TransportFailed(f"the proxy does not answer ({error}); see INSPECTORATE_PROXY", url=url) from error
    except httpx.HTTPError as error:
        if clock.is_over:
            raise TransportFailed("the whole answer took too long", url=url) from error
        if "CERTIFICATE_VERIFY_FAILED" in str(error):
            reason = "its certificate could not be verified; see INSPECTORATE_CA_BUNDLE"
            raise TransportFailed(reason, url=url) from error
        raise Interrupted(f"no whole answer came ({type(error).__name__}: {error})", url=url) from error
