"""A part of a page's tree to blocks: paragraphs from block elements, in the order of the page.  Knows no site.

Inline markup is joined as it stands, so that `<b>Good</b>,` gains no space.  What numbers an HTML list is no text.
"""

import re
from itertools import takewhile
from urllib.parse import urljoin, urlsplit

from bs4 import Tag
from bs4.element import CData, NavigableString

from extract.layouts.lines import paragraphs_of, without_bullet
from extract.records import Link, ParagraphKind
from extract.text import Block, clean, masked

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "summary"})
_CELLS = frozenset({"td", "th"})
_BLOCKS = re.compile(
    r"address|article|blockquote|body|caption|center|dd|details|dialog|div|dl|dt|fieldset|figure|footer|header|hgroup|hr"
    r"|html|li|main|ol|p|pre|section|table|tbody|tfoot|thead|tr|ul"
)
# Never words of a release, wherever they stand.
_NEVER = re.compile(
    r"aside|audio|button|canvas|datalist|embed|figcaption|form|frame|head|iframe|img|input|label|link|map|math|meta|nav"
    r"|noframes|noscript|object|option|picture|script|select|source|style|svg|template|textarea|title|track|video"
)
# Print-only licence, share widgets, cookie banners and words for screen readers alone, by the classes they carry.
_NEVER_CLASS = re.compile(
    r"hale-print-only|(?:^|[-_])(?:share|sharing|sharedaddy|social|cookie|cookies|breadcrumb|breadcrumbs|pagination|sidebar"
    r"|menu|visually-hidden|screen-reader-text|sr-only)(?:$|[-_])"
)
_NEVER_ID = re.compile(
    r"(?:site-?|page-?|main-?)?(?:header|footer|sidebar|nav|navigation|menu|cookie-notice|breadcrumbs?)"
)
_HIDDEN = re.compile(r"display\s{0,5}:\s{0,5}none|visibility\s{0,5}:\s{0,5}hidden", re.IGNORECASE)
# A footnote's bare number would run into the word before it; `[1]` and the letters of `1st` do no harm and stay.
_FOOTNOTE = re.compile(r"\s{0,5}[0-9]{1,2}\s{0,5}")
_BREAK = "\n"
_NEWLINES = re.compile(r"[\r\n\v\f\x85\u2028\u2029]++")
_LONGEST_HEADING = 100


def blocks(part: Tag) -> list[Block]:
    """The blocks of an element, furniture left out; empty ones are not there."""
    found: list[Block] = []
    words: list[str] = []
    _walk(part, ParagraphKind.TEXT, words, found)
    _flush(words, ParagraphKind.TEXT, found)
    return found


def links(part: Tag, base: str | None) -> list[Link]:
    """Links of an element in order, absolute, each once; none to a mailbox, a telephone or the same page."""
    found: dict[Link, None] = {}
    for anchor in part.find_all("a", href=True):
        if any(is_furniture(around) for around in takewhile(lambda around: around is not part, anchor.parents)):
            continue
        if href := _absolute(str(anchor["href"]), base):
            found.setdefault(Link(text=masked(words_of(anchor)), href=href))
    return list(found)


def words_of(part: Tag) -> str:
    """The clean words of an element, its markup joined as it stands."""
    return clean(" ".join(block.text for block in blocks(part)))


def is_furniture(element: Tag) -> bool:
    """Whether an element is never part of a release: a menu, a script, a share widget, something hidden."""
    if _NEVER.fullmatch(element.name) or element.has_attr("hidden") or _NEVER_ID.fullmatch(str(element.get("id"))):
        return True
    if element.name == "sup" and _FOOTNOTE.fullmatch(element.get_text()[:20]):
        return True
    if element.name in {"header", "footer"} and element.find_parent("blockquote") is None:
        return True
    if any(_NEVER_CLASS.search(name) for name in element.get_attribute_list("class") if name):
        return True
    return _HIDDEN.search(str(element.get("style") or "")[:500]) is not None


def _walk(part: Tag, kind: ParagraphKind, words: list[str], found: list[Block]) -> None:
    """Adds the words of an element and closes a block wherever a block element begins or ends."""
    for child in part.children:
        if isinstance(child, Tag):
            if child.name == "br":
                words.append(_BREAK)
            elif is_furniture(child):
                continue
            elif _BLOCKS.fullmatch(child.name) or child.name in _HEADINGS or child.name in _CELLS:
                _flush(words, kind, found)
                inner = _kind(child, kind)
                _walk(child, inner, words, found)
                _flush(words, inner, found)
            else:
                _walk(child, kind, words, found)
        elif type(child) in {NavigableString, CData}:
            words.append(_NEWLINES.sub(" ", str(child)))


def _flush(words: list[str], kind: ParagraphKind, found: list[Block]) -> None:
    """Closes the block under way: a heading or a cell is one, elsewhere line breaks may part paragraphs."""
    text = "".join(words)
    words.clear()
    if kind in {ParagraphKind.HEADING, ParagraphKind.CELL}:
        paragraphs = [text]
    else:
        paragraphs = paragraphs_of(clean(line) for line in text.split(_BREAK))
    for paragraph in filter(None, map(clean, paragraphs)):
        is_bullet, bare = without_bullet(paragraph) if kind is ParagraphKind.TEXT else (False, paragraph)
        found.append(Block(ParagraphKind.BULLET if is_bullet else kind, bare))


def _kind(element: Tag, around: ParagraphKind) -> ParagraphKind:
    """What the paragraphs of a block element are."""
    if element.name in _CELLS or around is ParagraphKind.CELL:
        return ParagraphKind.CELL
    if element.name == "li" or around is ParagraphKind.BULLET:
        return ParagraphKind.BULLET
    if element.name in _HEADINGS or around is ParagraphKind.HEADING or _is_bold_line(element):
        return ParagraphKind.HEADING
    return ParagraphKind.TEXT


def _is_bold_line(element: Tag) -> bool:
    """Whether a paragraph is a subheading in all but name: short, all in bold and no sentence."""
    if element.name != "p":
        return False
    bold = [child for child in element.children if isinstance(child, Tag) and child.name in {"b", "strong"}]
    if len(bold) != 1:
        return False
    text = clean(element.get_text())
    return (
        0 < len(text) <= _LONGEST_HEADING
        and text == clean(bold[0].get_text())
        and not text.endswith((".", ":", ";", ",", "!", "”", '"'))
    )


def _absolute(href: str, base: str | None) -> str | None:
    """The address a link points to; null for what is no page of the web and for what cannot be made absolute."""
    written = href.strip()
    if not written or written.startswith("#") or len(written) > 2000:
        return None
    try:
        whole = urljoin(base, written) if base else written
        parts = urlsplit(whole)
    except ValueError:
        return None
    return whole if parts.scheme in {"http", "https"} and parts.netloc and "@" not in whole else None
