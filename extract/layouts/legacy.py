"""A press release on the site before March 2025, as the sample site has it.

How the old theme's article container was called is not known: nobody has seen a capture's markup.  The first real one
corrects this module; until then `generic` reads what it does not recognise.
"""

import re

from extract.layouts.blocks import blocks, links, words_of
from extract.layouts.dates import day_named
from extract.layouts.making import release
from extract.layouts.page import Page
from extract.records import ParagraphKind, Release
from extract.select import at_most_one, only
from extract.text import Block

NAME = "legacy"
MARK = "div#content article.press-release"
_PUBLISHED = re.compile(r"published:? ", re.IGNORECASE)


def recognises(page: Page) -> int:
    """How many press releases of the old theme the page has."""
    return len(page.tree.select(MARK)) if page.tree else 0


def read(page: Page) -> Release:
    """The release on the page.  Raises UnknownLayout when title or body are not there exactly once."""
    assert page.tree is not None
    article = only(page.tree, MARK, "article")
    title = only(article, "h1.entry-title", "title")
    content = only(article, "div.entry-content", "body")
    line = at_most_one(article, "p.entry-date", "date line")
    stated = day_named(_PUBLISHED.sub("", words_of(line))) if line else None
    found = [Block(ParagraphKind.TITLE, words_of(title)), *blocks(content)]
    base = page.document.url or page.document.final_url
    return release(page.document, found, layout=NAME, stated=stated, links=links(content, base))
