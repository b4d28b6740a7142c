"""The light markup of the invented releases to HTML, as either generation of the site would have printed it.

Blank lines part paragraphs; `## ` opens a heading, `- ` a bullet, `1. ` a note, `|` a row of a table;
`[words](address)` is a link, `**words**` are bold; a newline within a paragraph is a line break.
"""

import re
from collections.abc import Iterator
from html import escape
from itertools import groupby

_LINK = re.compile(r"\[([^\]]{1,200})\]\(([^)\s]{1,300})\)")
_BOLD = re.compile(r"\*\*([^*]{1,200})\*\*")
_NOTE = re.compile(r"[0-9]{1,2}\. ")


def as_html(body: str, *, is_new: bool) -> str:
    """The body as HTML: with lists and block classes on the new site, with numbered paragraphs on the old one."""
    parts = [part.strip() for part in body.split("\n\n") if part.strip()]
    pieces: list[str] = []
    for kind, group in groupby(_flat(parts), key=_kind):
        pieces.extend(_rendered(kind, list(group), is_new=is_new))
    return "\n".join(pieces)


def _flat(parts: list[str]) -> Iterator[str]:
    """Paragraphs, with lists and tables taken apart into their lines."""
    for part in parts:
        lines = part.split("\n")
        if all(_kind(line) in {"bullet", "note", "row"} for line in lines):
            yield from lines
        else:
            yield part


def _kind(part: str) -> str:
    """What a part of the body is."""
    if part.startswith("## "):
        return "heading"
    if part.startswith("- "):
        return "bullet"
    if part.startswith("|"):
        return "row"
    return "note" if _NOTE.match(part) else "text"


def _rendered(kind: str, parts: list[str], *, is_new: bool) -> Iterator[str]:
    """One run of parts of the same kind as HTML."""
    if kind == "heading":
        opening = '<h2 class="wp-block-heading">' if is_new else "<h3>"
        yield from (f"{opening}{_inline(part[3:])}</{opening[1:3]}>" for part in parts)
    elif kind == "bullet":
        items = "\n".join(f"<li>{_inline(part[2:])}</li>" for part in parts)
        yield f'<ul class="wp-block-list">\n{items}\n</ul>' if is_new else f"<ul>\n{items}\n</ul>"
    elif kind == "note" and is_new:
        items = "\n".join(f"<li>{_inline(_NOTE.sub('', part, count=1))}</li>" for part in parts)
        yield f'<ol class="wp-block-list">\n{items}\n</ol>'
    elif kind == "row":
        rows = "\n".join(f"<tr>{''.join(f'<td>{_inline(cell)}</td>' for cell in _cells(part))}</tr>" for part in parts)
        table = f"<table><tbody>\n{rows}\n</tbody></table>"
        yield f'<figure class="wp-block-table">{table}</figure>' if is_new else table
    else:
        yield from (
            f"<p>{_inline(part)}</p>" + ("" if is_new else "\n<p>&nbsp;</p>" * (number == 1))
            for number, part in enumerate(parts)
        )


def _cells(row: str) -> list[str]:
    """The cells of a row written with bars."""
    return [cell.strip() for cell in row.strip("| ").split("|")]


def _inline(words: str) -> str:
    """Words with links, bold and line breaks as HTML."""
    words = escape(words, quote=False)
    words = _LINK.sub(r'<a href="\2">\1</a>', words)
    return _BOLD.sub(r"<strong>\1</strong>", words).replace("\n", "<br />\n")
