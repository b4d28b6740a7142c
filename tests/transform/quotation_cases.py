"""Small releases made of a few paragraphs, for the tests of quotations.  Invented words only."""

from datetime import date

from extract.records import Paragraph, ParagraphKind, Release
from transform.quotations import quotations
from transform.records import Doubt, Kind, Mention, Quotation

_OPENINGS = {
    "# ": ParagraphKind.HEADING,
    "• ": ParagraphKind.BULLET,
    "note: ": ParagraphKind.NOTE,
    "title: ": ParagraphKind.TITLE,
}


def release_of(words: str, published_on: date | None = date(2019, 4, 3)) -> Release:
    """A release of these paragraphs: `# ` opens a heading, `• ` a list item, `note: ` a note, `title: ` the title."""
    paragraphs, pieces, at = [], [], 0
    notes_start = None
    for block in words.strip().split("\n\n"):
        opening = next((opening for opening in _OPENINGS if block.startswith(opening)), "")
        piece = block.removeprefix(opening).replace("\n", " ")
        kind = _OPENINGS.get(opening, ParagraphKind.TEXT)
        paragraphs.append(Paragraph(kind=kind, start_char=at, end_char=at + len(piece)))
        if kind is ParagraphKind.NOTE and notes_start is None:
            notes_start = at
        pieces.append(piece)
        at += len(piece) + 2
    text = "\n\n".join(pieces)
    titled = paragraphs[0].kind is ParagraphKind.TITLE
    return Release(
        url=None,
        title=pieces[0] if titled else "",
        published_on=published_on,
        published_on_from=None,
        paragraphs=tuple(paragraphs),
        text=text,
        body_start=min(paragraphs[0].end_char + 2, len(text)) if titled else 0,
        notes_start=notes_start,
        links=(),
        layout="plain_text",
        document_sha256="0" * 64,
    )


def read(release: Release, kind: Kind = Kind.INSPECTION) -> tuple[list[Mention[Quotation]], list[Mention[Doubt]]]:
    """The quotations of a release, and its doubts."""
    said: list[Mention[Quotation]] = []
    doubts: list[Mention[Doubt]] = []
    for mention in quotations(release, kind):
        if isinstance(mention.value, Quotation):
            said.append(Mention(rule=mention.rule, span=mention.span, value=mention.value))
        else:
            doubts.append(Mention(rule=mention.rule, span=mention.span, value=mention.value))
    return said, doubts
