"""Blocks of a page to one clean text with positions.  Pure; knows no markup and no site.

The rules are those of the annotation guide, "Clean-up before matching": what comes out of `compose` is final, and every
position of every fact refers to it.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from extract.records import Paragraph, ParagraphKind

_SEPARATOR = "\n\n"
_MASK = "•"

# White space that is a control character (tab, newline, …) is left to _SPACES, which makes one space of every run.
_CONTROLS = r"\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"
_SURROGATES = r"\ud800-\udfff"
# Format characters (category Cf): soft hyphen, zero-width and direction marks, byte order mark, tags.
_FORMATS = (
    r"\u00ad\u0600-\u0605\u061c\u06dd\u070f\u08e2\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    r"\U000e0001\U000e0020-\U000e007f"
)
_GONE = re.compile(f"[{_CONTROLS}{_SURROGATES}{_FORMATS}]")
_SPACES = re.compile(r"\s++")
# Unicode's stream-safe format allows thirty combining marks in a row; sorting longer runs would take quadratic time.
_MOST_MARKS = 30

_EMAIL = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_TELEPHONE = re.compile(
    r"(?<![\w.,£$€/])"
    r"(?![0-9]{1,2}[-.–/][0-9]{1,2}[-.–/][0-9]{2,4}(?![0-9]))"  # 03-12-2018 10 is a date
    r"(?:\(?\+[0-9]{1,3}\)?[ .-]?(?:\(0\)[ .-]?)?[0-9]|\(?0)"
    r"(?:[ ().–-]{0,2}[0-9]){8,11}"
    r"(?![0-9])"
)
_DIGITS = re.compile(r"[0-9]++")
_NOT_SPACE = re.compile(r"\S")

_END = re.compile(r"[\W_]{0,20}ends?[\W_]{0,20}", re.IGNORECASE)
_NOTES_HEADING = re.compile(
    r"[\W_]{0,10}(?:editor[’']?s?[’']? notes?|notes?(?: (?:to|for)(?: the)? editor(?:\(s\)|[’']?s?[’']?))?)[\W_]{0,10}",
    re.IGNORECASE,
)
_NOTES_RUN_IN = re.compile(
    r"notes? (?:to|for) (?:the )?editor(?:\(s\)|[’']?s?[’']?) ?(?:[:.–-] |[0-9]{1,2}[.)] )", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph as a layout found it: what it is, and its words, not yet clean."""

    kind: ParagraphKind
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Composed:
    """The text of a release and its paragraphs; `notes_start` is null where there are no notes to editors."""

    title: str
    text: str
    paragraphs: tuple[Paragraph, ...]
    body_start: int
    notes_start: int | None


def clean(text: str) -> str:
    """The words of one paragraph: NFC, single spaces, nothing invisible.  Quote marks keep their shape."""
    text = _GONE.sub("", text)
    if not text.isascii():
        text = unicodedata.normalize("NFC", _stream_safe(text))
    return _SPACES.sub(" ", text).strip()


def masked(text: str) -> str:
    """The same text, as long as before, with telephone numbers and e-mail addresses as `•`; their spaces stay."""
    text = _EMAIL.sub(_dots, text) if "@" in text else text
    return _TELEPHONE.sub(lambda found: _dots(found) if _is_telephone(found[0]) else found[0], text)


def is_end_line(text: str) -> bool:
    """Whether a clean paragraph is nothing but the `-End-` or `ENDS` above the notes."""
    return len(text) < 45 and _END.fullmatch(text) is not None


def is_notes_heading(text: str) -> bool:
    """Whether a clean paragraph is nothing but `Notes to editor(s)` in one of its forms."""
    return len(text) < 45 and _NOTES_HEADING.fullmatch(text) is not None


def opens_notes(text: str) -> bool:
    """Whether a clean paragraph is the heading of the notes, or begins with it."""
    return is_notes_heading(text) or _NOTES_RUN_IN.match(text) is not None


def compose(blocks: Iterable[Block]) -> Composed:
    """Title, body and notes as one text: cleaned, masked, paragraphs one blank line apart; empty blocks fall away.

    The first block is the title.  The notes begin at their heading, or at what follows the end line, whichever comes
    first; paragraphs and bullets from there on are notes.
    """
    tidy = [Block(block.kind, words) for block in blocks if (words := masked(clean(block.text)))]
    tidy = [Block(_kind_by_words(block), block.text) for block in tidy]
    notes_at = _first_note(tidy)
    paragraphs: list[Paragraph] = []
    at = 0
    for number, block in enumerate(tidy):
        kind = _kind_in_notes(block.kind) if notes_at is not None and number >= notes_at else block.kind
        paragraphs.append(Paragraph(kind=kind, start_char=at, end_char=at + len(block.text)))
        at += len(block.text) + len(_SEPARATOR)
    text = _SEPARATOR.join(block.text for block in tidy)
    return Composed(
        title=tidy[0].text if tidy else "",
        text=text,
        paragraphs=tuple(paragraphs),
        body_start=paragraphs[1].start_char if len(paragraphs) > 1 else len(text),
        notes_start=None if notes_at is None else paragraphs[notes_at].start_char,
    )


def _stream_safe(text: str) -> str:
    """The text without combining marks beyond the thirtieth in a row."""
    if not any(map(unicodedata.combining, text)):
        return text
    kept: list[str] = []
    marks = 0
    for letter in text:
        marks = marks + 1 if unicodedata.combining(letter) else 0
        if marks <= _MOST_MARKS:
            kept.append(letter)
    return "".join(kept)


def _dots(found: re.Match[str]) -> str:
    """As many dots as there were letters."""
    return _NOT_SPACE.sub(_MASK, found[0])


def _is_telephone(words: str) -> bool:
    """Ten or eleven digits after 0, or a number with its country's code, in few groups: not a row of small figures."""
    groups = _DIGITS.findall(words)
    digits = sum(map(len, groups))
    least, most = (10, 14) if "+" in words else (10, 11)
    return least <= digits <= most and len(groups) <= 6


def _kind_by_words(block: Block) -> ParagraphKind:
    """The kind of a block; end line and heading of the notes are known by their words, whatever the page says."""
    if block.kind is ParagraphKind.TITLE:
        return block.kind
    if is_end_line(block.text):
        return ParagraphKind.END
    return ParagraphKind.HEADING if is_notes_heading(block.text) else block.kind


def _first_note(blocks: list[Block]) -> int | None:
    """Number of the block at which the notes begin; null where there are none."""
    for number, block in enumerate(blocks[1:], start=1):
        if opens_notes(block.text):
            return number
        if block.kind is ParagraphKind.END:
            return number + 1 if number + 1 < len(blocks) else None
    return None


def _kind_in_notes(kind: ParagraphKind) -> ParagraphKind:
    """What a paragraph is once it stands among the notes."""
    return ParagraphKind.NOTE if kind in {ParagraphKind.TEXT, ParagraphKind.BULLET} else kind
