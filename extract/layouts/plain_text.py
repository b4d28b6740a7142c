"""A release as plain text: a mail to editors, or a copy of a page without its markup.  Reads no HTML.

The first paragraph is the title.  What copies of pages carry above and below the release (skip links, menus, the
licence, the line with the date) is cut where it is clearly that.
"""

import re
from datetime import date

from extract.layouts.dates import day_named
from extract.layouts.lines import numbered, paragraphs_of, without_bullet
from extract.layouts.making import release
from extract.layouts.page import Page
from extract.records import Link, ParagraphKind, Release
from extract.text import Block, clean

NAME = "plain_text"

# As copies of both generations of the site begin and end (seen 2026-11); matched against whole lines only.
_FURNITURE = re.compile(
    r"skip to (?:main )?content|skip navigation|(?:main )?menu|home|search|close|back to top|print this page"
    r"|share(?: this page)?|share on (?:facebook|twitter|x|linkedin)|tweet|linkedin|facebook|twitter"
    r"|(?:accept|reject)(?: all| additional)?(?: cookies)?|cookies?(?: settings| policy| on .{1,80})?"
    r"|we use .{0,60}cookies.{0,120}|you are here:?.{0,200}|home(?: ?[>»›/|] ?.{1,120}){1,6}|© ?crown copyright.{0,60}"
    r"|all content is available under the open government licence.{0,80}|to view this licence, visit:?"
    r"|https?://\S{0,200}nationalarchives\.gov\.uk/doc/open-government-licence\S{0,60}"
    r"|or write to:?|information policy team,?|the national archives,?|kew,?|london tw9 4du\.?"
    r"|or e-?mail: psi@nationalarchives\S{0,20}|this publication is available at:?"
    r"|https?://(?:www\.)?(?:hmiprobation\.)?justiceinspectorates\.gov\.uk(?:/hmiprobation)?[/.]{0,2}"
    r"|(?:press|news|media) release:?|for immediate release|news",
    re.IGNORECASE,
)
_DATE_LINE = re.compile(
    r"(?:(?:published|posted|date|(?:press|news|media) release)(?: on| date)?:? {0,3})?"
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:[0-3]?[0-9](?:st|nd|rd|th)? [A-Za-z]{3,9},? 20[0-9]{2})?"
    r"(?:,? (?:at )?[0-9]{1,2}[.:][0-9]{2}(?: ?[ap]m)?)?",
    re.IGNORECASE,
)
_EMBARGO_LINE = re.compile(r"(?:strict(?:ly)? )?embargo(?:ed)?\b.{0,120}", re.IGNORECASE)
_SITE_NAME = re.compile(
    r"\s{0,3}[-–|] {0,3}H(?:M|is Majesty[’']s|er Majesty[’']s) Inspectorate of Probation$", re.IGNORECASE
)
_ADDRESS = re.compile(r"https?://[^\s<>\"“”‘’]{4,300}[^\s<>\"“”‘’.,;:)]")
# How far down the page's own date line can stand: under the title, and under what a copy has above that.
_DATE_LINE_WITHIN = 8
_LONGEST_WRAPPED_LINE = 100


def recognises(page: Page) -> int:
    """1 where the document has no markup, else 0."""
    return int(page.tree is None)


def read(page: Page) -> Release:
    """The release in a plain text.  Raises UnknownLayout when nothing stands under the title."""
    lines = [line.strip() for line in page.text.splitlines()]
    lines, stated = _without_furniture(lines)
    blocks = _blocks(lines)
    links = [Link(text=found, href=found) for found in _addresses("\n".join(lines))]
    return release(page.document, blocks, layout=NAME, stated=stated, links=links)


def _addresses(text: str) -> list[str]:
    """Addresses written out in the text, each once; one with an `@` may name a mailbox and is left out."""
    return [found for found in dict.fromkeys(_ADDRESS.findall(text)) if "@" not in found]


def _without_furniture(lines: list[str]) -> tuple[list[str], date | None]:
    """The lines with furniture and date line blank, and the date that stood there."""
    kept: list[str] = []
    stated: date | None = None
    seen = 0
    for line in lines:
        words = clean(line) if len(line) < 400 else line
        if not words or (len(words) < 300 and _FURNITURE.fullmatch(words)):
            kept.append("")
        elif 0 < seen < _DATE_LINE_WITHIN and len(words) < 60 and _DATE_LINE.fullmatch(words):
            stated = stated or day_named(words)
            kept.append("")
        else:
            kept.append(line)
            seen += 1
    return kept, stated


def _blocks(lines: list[str]) -> list[Block]:
    """Title and paragraphs; an embargo line above the title is put under it."""
    first = next((number for number, line in enumerate(lines) if line and not _EMBARGO_LINE.fullmatch(line[:200])), 0)
    above = [Block(ParagraphKind.TEXT, line) for line in lines[:first] if line]
    end = first + 1
    is_wrapped = all(len(line) <= _LONGEST_WRAPPED_LINE for line in lines)
    if is_wrapped:
        # Lines as short as these are wrapped, and so is a long title; elsewhere the title is its line.
        while end < len(lines) and lines[end] and not lines[end - 1].endswith((".", "?", "!")):
            end += 1
    title = _SITE_NAME.sub("", clean(" ".join(lines[first:end])))
    rest = [clean(paragraph) for paragraph in paragraphs_of(lines[end:], is_wrapped=is_wrapped)]
    if rest and rest[0].casefold() == title.casefold():
        rest = rest[1:]
    kinds = [_kind(words, rest[number + 1] if number + 1 < len(rest) else "") for number, words in enumerate(rest)]
    return [
        Block(ParagraphKind.TITLE, title),
        *above,
        *(Block(kind, without_bullet(words)[1]) for kind, words in zip(kinds, rest, strict=True)),
    ]


def _kind(words: str, after: str) -> ParagraphKind:
    """What a paragraph is, from its own words and the paragraph after it."""
    if without_bullet(words)[0]:
        return ParagraphKind.BULLET
    return ParagraphKind.HEADING if _is_heading(words, after) else ParagraphKind.TEXT


def _is_heading(words: str, after: str) -> bool:
    """A short line that is no sentence and has a longer paragraph, or one that opens with a mark, under it."""
    return (
        len(words) <= 90
        and words[0].isupper() | words[0].isdigit() | (words[0] in "‘'")
        and not numbered(words)
        and not words.endswith((".", ",", ";", ":", "!", "”", '"', "…"))
        and (len(after) > max(60, len(words)) or (after[:1] in "“‘" and len(after) > len(words)))
    )
