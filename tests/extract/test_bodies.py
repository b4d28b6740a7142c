"""Bodies are inflated a bounded piece at a time."""

import gzip
import zlib

import pytest

from extract.answers import Interrupted
from extract.bodies import at_most, decoded, within
from extract.errors import Refused, TooLarge, TransportFailed

URL = "https://probation.example/news/a"
PAGE = b"<p>words</p>" * 5000


def test_gzip_in_any_pieces_is_the_page() -> None:
    packed = gzip.compress(PAGE)
    for size in (1, 7, len(packed)):
        pieces = [packed[at : at + size] for at in range(0, len(packed), size)]
        assert b"".join(decoded(pieces, "gzip", url=URL)) == PAGE


def test_members_and_padding_of_a_gzip_body_are_read() -> None:
    packed = gzip.compress(PAGE) + gzip.compress(b"more") + b"\0" * 100
    assert b"".join(decoded([packed], "x-gzip", url=URL)) == PAGE + b"more"


def test_identity_and_an_empty_body_pass() -> None:
    assert b"".join(decoded([PAGE], "identity", url=URL)) == PAGE
    assert b"".join(decoded([], "gzip", url=URL)) == b""


def test_one_chunk_of_a_bomb_never_becomes_a_large_piece() -> None:
    bomb = gzip.compress(b"\0" * 50_000_000)
    sizes = [len(piece) for piece in decoded([bomb], "gzip", url=URL)]
    assert sum(sizes) == 50_000_000
    assert max(sizes) <= 256 * 1024


def test_a_bomb_is_too_large() -> None:
    with pytest.raises(TooLarge, match="10 MiB"):
        list(within(decoded([gzip.compress(b"\0" * 20_000_000)], "gzip", url=URL), 10 * 1024 * 1024, url=URL))


def test_a_gzip_body_cut_short_is_worth_another_try() -> None:
    with pytest.raises(Interrupted, match="ended early"):
        list(decoded([gzip.compress(PAGE)[:-9]], "gzip", url=URL))


def test_a_gzip_body_that_is_none_is_broken() -> None:
    with pytest.raises(TransportFailed, match="broken"):
        list(decoded([b"plain words"], "gzip", url=URL))


@pytest.mark.parametrize("encoding", ["br", "zstd", "gzip, br", "deflate"])
def test_what_was_not_offered_is_refused(encoding: str) -> None:
    with pytest.raises(Refused, match="not offered"):
        list(decoded([zlib.compress(PAGE)], encoding, url=URL))


def test_at_most() -> None:
    assert at_most([b"abc", b"def"], 4) == b"abcd"
    assert at_most([b"abc"], 4) == b"abc"
