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
_NUMBER = re.compile(r"(?:\(?[0-9]{1,2}[.)]|\[[0-9]{1,2}\])\s{1,20}(?=\S)")


def paragraphs_of(lines: Iterable[str]) -> list[str]:
    """Paragraphs of these lines, wraps undone; bullets keep their glyph, white space within stays as it was."""
    paragraphs: list[list[str]] = []
    is_open = False
    for line in lines:
        words = line.strip()
        if not words:
            is_open = False
            continue
        if is_open and not _begins(words, paragraphs[-1]):
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


def _begins(words: str, under_way: list[str]) -> bool:
    """Whether a line begins a paragraph although no blank line stands above it."""
    before = under_way[-1]
    return (
        before.endswith(_FINISHED)
        or _NUMBER.match(words) is not None
        or _BULLET.match(words) is not None
        or (_DASH.match(words) is not None and without_bullet(under_way[0])[0])
        or any(is_end_line(line) or is_notes_heading(line) for line in (words, before))
    )
