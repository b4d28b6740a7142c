"""Bytes of a document to its characters: by byte order mark, by what is declared, as UTF-8, as windows-1252."""

import codecs
import re

from extract.errors import UnreadableDocument
from extract.records import Document

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"PK\x03\x04", "a ZIP or Office file"),
    (b"\xd0\xcf\x11\xe0", "an Office file"),
    (b"\x1f\x8b", "gzip data"),
    (b"{\\rtf", "an RTF file"),
)
_IN_HEADER = re.compile(r"charset\s{0,5}=\s{0,5}[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_IN_META = re.compile(rb"<meta[^>]{0,300}charset\s{0,5}=\s{0,5}[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_NEVER_TEXT = re.compile(
    r"\s{0,5}(?:image|audio|video|font)/|\s{0,5}application/(?:pdf|zip|json|msword|vnd)", re.IGNORECASE
)
# Browsers read these names as windows-1252 (WHATWG Encoding); pages that name them mean it.
_AS_WINDOWS = frozenset({"iso8859-1", "ascii", "cp1252"})


def characters(document: Document) -> str:
    """The document's text as written, byte order mark cut.

    Raises UnreadableDocument for a PDF, an image and other bytes that hold no text, and for an empty body.
    """
    body = document.body
    for magic, name in _MAGIC:
        if body.lstrip(b"\r\n\t ")[:8].startswith(magic):
            raise UnreadableDocument(f"the body is {name}, not a page or a text", url=document.url)
    declared = dict(document.headers).get("content-type", "")
    if _NEVER_TEXT.match(declared):
        raise UnreadableDocument(f"the body is said to be {declared[:60]!r}, not a page or a text", url=document.url)
    text = _decoded(body, declared)
    if not text.strip():
        raise UnreadableDocument("the body is empty", url=document.url)
    if "\x00" in text[:4096]:
        raise UnreadableDocument("the body is binary, not a page or a text", url=document.url)
    return text


def _decoded(body: bytes, content_type: str) -> str:
    """The body in the encoding that fits it best."""
    for mark, name in _BOMS:
        if body.startswith(mark):
            return body[len(mark) :].decode(name, errors="replace")
    declared = _declared(body, content_type)
    for name in dict.fromkeys(("utf-8", declared) if declared in _AS_WINDOWS else (declared or "utf-8", "utf-8")):
        try:
            return body.decode("cp1252" if name in _AS_WINDOWS else name)
        except UnicodeDecodeError:
            continue
    return _least_harm(body)


def _declared(body: bytes, content_type: str) -> str | None:
    """The encoding the header or the page names, by Python's name for it; null where none is known."""
    found = _IN_HEADER.search(content_type)
    in_page = _IN_META.search(body[:4096])
    name = found[1] if found else in_page[1].decode("ascii", "replace") if in_page else ""
    try:
        return codecs.lookup(name).name if name else None
    except LookupError:
        return None


def _least_harm(body: bytes) -> str:
    """UTF-8 where broken in few places only (a body cut short), else windows-1252."""
    utf8 = body.decode("utf-8", errors="replace")
    broken = utf8.count("\ufffd")
    whole = len(re.findall(rb"[\xc2-\xf4][\x80-\xbf]{1,3}", body))
    return utf8 if whole > 4 * broken else body.decode("cp1252", errors="replace")
