"""Bodies as they come in: decompressed a piece at a time, never more than was asked for.  Opens nothing.

The decoder of httpx inflates a whole chunk at once: 64 KiB of a bomb become 64 MiB.  Here no step makes more than
`_STEP_BYTES`, and the limit is looked at after each.
"""

import zlib
from collections.abc import Iterable, Iterator

from extract.answers import Interrupted
from extract.errors import Refused, TooLarge, TransportFailed

_STEP_BYTES = 256 * 1024
ACCEPTED = "gzip"
"""What we offer to take: what the standard library can inflate with a bound."""


def decoded(chunks: Iterable[bytes], encoding: str, *, url: str) -> Iterator[bytes]:
    """The pieces of a body without its Content-Encoding.

    Raises Refused for an encoding we did not offer, TransportFailed for a compressed body that is broken or cut short.
    """
    encodings = [word for word in encoding.lower().replace(",", " ").split() if word != "identity"]
    if not encodings:
        yield from chunks
    elif encodings in (["gzip"], ["x-gzip"]):
        yield from _gunzipped(chunks, url)
    else:
        raise Refused(f"the body is sent as {encoding}, which was not offered", url=url)


def within(chunks: Iterable[bytes], max_bytes: int, *, url: str) -> Iterator[bytes]:
    """The same pieces.  Raises TooLarge as soon as they are more than `max_bytes`."""
    seen = 0
    for chunk in chunks:
        seen += len(chunk)
        if seen > max_bytes:
            raise too_large(max_bytes, url=url)
        yield chunk


def too_large(max_bytes: int, *, url: str) -> TooLarge:
    """The error of a body over the limit."""
    return TooLarge(f"the body is larger than {max_bytes // (1024 * 1024)} MiB", url=url)


def at_most(chunks: Iterable[bytes], max_bytes: int) -> bytes:
    """The first `max_bytes` of a body, and whatever comes after them left alone."""
    kept = bytearray()
    for chunk in chunks:
        kept += chunk
        if len(kept) >= max_bytes:
            break
    return bytes(kept[:max_bytes])


def _gunzipped(chunks: Iterable[bytes], url: str) -> Iterator[bytes]:
    inflate = zlib.decompressobj(wbits=31)
    begun = False
    for chunk in chunks:
        rest = chunk
        while rest:
            if inflate.eof:
                # A gzip file may have several members; some servers pad the last with zeros.
                rest = rest.lstrip(b"\0")
                if not rest:
                    break
                inflate = zlib.decompressobj(wbits=31)
            begun = True
            try:
                piece = inflate.decompress(rest, _STEP_BYTES)
            except zlib.error as error:
                raise TransportFailed(f"the compressed body is broken ({error})", url=url) from error
            rest = inflate.unused_data if inflate.eof else inflate.unconsumed_tail
            if piece:
                yield piece
    if begun and not inflate.eof:
        raise Interrupted("the compressed body ended early", url=url)
