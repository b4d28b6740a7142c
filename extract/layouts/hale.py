"""A single news page of the site since March 2025: WordPress with the Ministry of Justice's Hale theme.

Source: templates of ministryofjustice/hale, read 2026-11.
"""

from datetime import date

from bs4 import BeautifulSoup, Tag

from extract.layouts.blocks import blocks, links, words_of
from extract.layouts.dates import day_named, day_of_instant
from extract.layouts.making import release
from extract.layouts.page import Page
from extract.records import ParagraphKind, Release
from extract.select import at_most_one, attribute, only
from extract.text import Block

NAME = "hale"
MARK = "article.flexible-post-type-single"


def recognises(page: Page) -> int:
    """How many single articles of the theme the page has."""
    return len(page.tree.select(MARK)) if page.tree else 0


# WordPress prints a second time, of the last change, beside that of publication where the two differ.
_TIME = "div.flexible-post-type-published-date time[datetime]:not(.updated:not(.published))"
_CAPTION = ".hale-shaded-heading .govuk-caption-m"


def read(page: Page) -> Release:
    """The release on the page.  Raises UnknownLayout when title, body or date are not there exactly once."""
    assert page.tree is not None
    article = only(page.tree, MARK, "article")
    # The theme prints the title either in the article or in a shaded banner above it.
    title = only(page.tree, "h1.flexible-post-type-title, .hale-shaded-heading h1", "title")
    content = only(article, "div.flexible-post-type-content", "body")
    stated = _stated(page.tree, article)
    body = blocks(content)
    # The theme prints the summary again above the body, where it has one (seen 2026-06); it is cut where it repeats.
    intro = at_most_one(article, "div.intro", "summary")
    summary = blocks(intro) if intro and content not in intro.parents else []
    if summary and body and body[0].text.startswith(" ".join(block.text for block in summary)):
        summary = []
    found = [Block(ParagraphKind.TITLE, words_of(title)), *summary, *body]
    base = page.document.url or page.document.final_url
    return release(page.document, found, layout=NAME, stated=stated, links=links(content, base))


def _stated(tree: BeautifulSoup, article: Tag) -> date | None:
    """The day of publication the page states: by its time, or in the banner that can stand above the article."""
    if time := at_most_one(article, _TIME, "date of publication"):
        return day_of_instant(attribute(time, "datetime", "date of publication"))
    caption = at_most_one(tree, _CAPTION, "caption of the banner")
    words = words_of(caption) if caption else ""
    # The banner can say `Updated:` or `Revision date:` instead, which is another day.
    return day_named(words) if words.startswith("Published:") else None
