"""Lines of plain text to paragraphs: where a newline ends a paragraph and where it only wraps it.

The rule is the annotation guide's: a blank line ends a paragraph, and so does a newline when the line before it ends in
`.`, `?`, `!`, `:` or a closing mark, or the next one opens with a note number or a bullet; any other is a wrap.
"""

import re
from collections.abc import Iterable

from extract.text import is_end_line, is_notes_heading

_FINISHED = (".", "?", "!", ":", "”", "’", '"', "'")
# Glyphs of bullets as copies of pages and Word's exports have them (U+F0B7 is Word's, in its private area).
_BULLET = re.compile(r"(?:[•·▪●◦‣∙■□\uf0b7\uf0a7]\s{0,20}|[*o-]\s{1,20})(?=\S)")
# A dash opens a bullet only where a paragraph may begin: a wrapped line can open with one too.
_DASH = re.compile(r"[–—]\s{1,20}(?=\S)")
_NUMBER = re.compile(r"(?:\(?[0-9]{1,2}[.)]|\[[0-9]{1,2}\])(?:\s{1,20}(?=\S)|(?=[A-Z]))")
_LONGEST_SUBHEADING = 90


def paragraphs_of(lines: Iterable[str], *, is_wrapped: bool = False) -> list[str]:
    """Paragraphs of these lines, wraps undone; bullets keep their glyph, white space within stays as it was.

    `is_wrapped` tells that the lines were cut to a width.  Where they were not, an unfinished bullet ends at a line
    that opens with a capital (lists often have no full stops), and so does a subheading above a long line.
    """
    paragraphs: list[list[str]] = []
    is_open = False
    for line in lines:
        words = line.strip()
        if not words:
            is_open = False
            continue
        if is_open and not _begins(words, paragraphs[-1], is_wrapped=is_wrapped):
            paragraphs[-1].append(words)
        else:
            paragraphs.append([words])
        is_open = True
    return [" ".join(lines_of_one) for lines_of_one in paragraphs]


def without_bullet(paragraph: str) -> tuple[bool, str]:
    """Whether a paragraph opens with a bullet's glyph, and the words after it.  A note's number is words and stays."""
    if is_end_line(paragraph):
        return False, paragraph
    found = _BULLET.match(paragraph) or _DASH.match(paragraph)
    return (True, paragraph[found.end() :]) if found else (False, paragraph)


def numbered(paragraph: str) -> bool:
    """Whether a paragraph opens with a note's number."""
    return _NUMBER.match(paragraph) is not None


def _begins(words: str, under_way: list[str], *, is_wrapped: bool) -> bool:
    """Whether a line begins a paragraph although no blank line stands above it."""
    before = under_way[-1]
    return (
        before.endswith(_FINISHED)
        or _NUMBER.match(words) is not None
        or _BULLET.match(words) is not None
        or any(is_end_line(line) or is_notes_heading(line) for line in (words, before))
        or (_DASH.match(words) is not None and without_bullet(under_way[0])[0])
        or (not is_wrapped and _opens(words) and _stands_alone(under_way, words))
    )


def _stands_alone(under_way: list[str], words: str) -> bool:
    """Whether the paragraph under way is a bullet, or a single short line above a long one: a subheading."""
    if without_bullet(under_way[0])[0]:
        return True
    is_short = len(under_way) == 1 and len(under_way[0]) <= _LONGEST_SUBHEADING < len(words)
    return is_short and _opens(under_way[0]) and not numbered(under_way[0])


def _opens(words: str) -> bool:
    """Whether a line looks like the beginning of something: a capital, or an opening mark before one."""
    return words.lstrip("“‘\"'")[:1].isupper()
