"""Documents for tests of layouts, made of bytes or characters in sight."""

import hashlib
from datetime import UTC, datetime

from extract.records import Document


def document(body, url=None, *, final_url=None, headers=(), captured_at=None, status=200):
    """A Document of these bytes, or of these characters in UTF-8."""
    whole = body.encode() if isinstance(body, str) else body
    return Document(
        url=url, final_url=final_url or url, source="test", fetched_at=datetime(2026, 11, 1, tzinfo=UTC),
        captured_at=captured_at, status=status, headers=tuple(headers), body=whole,
        sha256=hashlib.sha256(whole).hexdigest(),
    )  # fmt: skip


def paragraphs(release):
    """The paragraphs of a release as pairs of kind and words."""
    return [(part.kind.value, release.text[part.start_char : part.end_char]) for part in release.paragraphs]
