import time
from contextlib import suppress
from datetime import UTC, date, datetime

import pytest

from extract.errors import AmbiguousLayout, NotARelease, UnknownLayout, UnreadableDocument
from extract.layouts import read_document
from extract.records import DateFrom
from tests.extract.layouts.documents import document, paragraphs

NEWS = "https://hmiprobation.justiceinspectorates.gov.uk/news/slug"
OLD_SITE = "https://www.justiceinspectorates.gov.uk/hmiprobation"
OLD = f"{OLD_SITE}/media/press-releases/2019/04/slug"
CAPTURED = datetime(2020, 1, 2, tzinfo=UTC)


def hale(content="<p>Body.</p>", *, title="A title", above="", date_line="2025-07-01T00:01:00+01:00", extra=""):
    return (
        f"<html><head><title>{title}</title></head><body class='single'>{above}"
        f"<article class='flexible-post-type-single'><h1 class='flexible-post-type-title'>{title}</h1>"
        f"<div class='flexible-post-type-published-date'>Published: <time datetime='{date_line}'>then</time></div>"
        f"{extra}<div class='flexible-post-type-content'>{content}</div></article></body></html>"
    )


def legacy(content="<p>Body.</p>", *, title="A title", date_line="<p class='entry-date'>Published: 3 April 2019</p>"):
    return (
        f"<html><body><div id='content'><article class='press-release'><h1 class='entry-title'>{title}</h1>{date_line}"
        f"<div class='entry-content'>{content}</div></article></div></body></html>"
    )


UNKNOWN = """<html><body><div id="header">Menu</div><div class="x"><h1>A title nobody knows</h1>
<p>Published: 3 April 2019</p>
<p>Inspectors found that the service had done well, and that its staff had worked hard to make it so.</p>
<p>“It gives me <b>great</b> pleasure to say so,” said the Chief Inspector, who had not always been able to.</p>
<h2>What was found</h2>
<p>The findings of the inspection are many, and they are told in what follows at the length that they deserve.</p>
<ul><li>Staff knew the people they worked with, and wrote down what they knew.</li>
<li>Managers read what had been written down, and acted on it.</li></ul>
<p>There is more in <a href="http://x.example/report">the report</a>, which was published on the same day as this.</p>
</div></body></html>"""
KINDS_OF_UNKNOWN = ["title", "text", "text", "heading", "text", "bullet", "bullet", "text"]


def test_a_page_of_the_new_site():
    release = read_document(document(hale(), NEWS))
    assert paragraphs(release) == [("title", "A title"), ("text", "Body.")]
    assert (release.layout, release.url) == ("hale", NEWS)
    assert (release.published_on, release.published_on_from) == (date(2025, 7, 1), DateFrom.PAGE)


def test_the_title_may_stand_in_a_shaded_banner_above_the_article():
    page = hale(above="<div class='hale-shaded-heading'><h1>Above</h1></div>")
    page = page.replace("<h1 class='flexible-post-type-title'>A title</h1>", "")
    assert read_document(document(page, NEWS)).title == "Above"


@pytest.mark.parametrize(
    ("summary", "kept"),
    [
        pytest.param("<p>First  <b>words</b>.</p>", [], id="the first paragraph again"),
        pytest.param("<p>First</p>", [], id="its beginning"),
        pytest.param("<p>Other words.</p>", ["Other words."], id="words of its own"),
    ],
)
def test_a_summary_that_repeats_the_first_paragraph_is_cut(summary, kept):
    page = hale("<p>First words.</p><p>Second.</p>", extra=f"<div class='intro'>{summary}</div>")
    words = [words for _, words in paragraphs(read_document(document(page, NEWS)))]
    assert words == ["A title", *kept, "First words.", "Second."]


@pytest.mark.parametrize(
    ("caption", "expected"),
    [
        pytest.param("Published: 1 July 2025", date(2025, 7, 1), id="published"),
        pytest.param("Updated: 3 August 2025", None, id="another day"),
    ],
)
def test_the_banner_may_hold_the_day_of_publication(caption, expected):
    banner = f"<div class='hale-shaded-heading'><span class='govuk-caption-m'>{caption}</span></div>"
    page = hale(above=banner).replace("flexible-post-type-published-date", "x")
    assert read_document(document(page, NEWS)).published_on == expected


def test_the_time_of_the_last_change_is_not_that_of_publication():
    second = "</time><time class='updated' datetime='2025-08-03T10:00:00+01:00'>3 August</time>"
    page = hale().replace("</time>", second, 1)
    assert read_document(document(page, NEWS)).published_on == date(2025, 7, 1)


def test_a_page_of_the_old_site_with_and_without_its_date_line():
    release = read_document(document(legacy(), OLD))
    assert (release.layout, release.published_on, release.title) == ("legacy", date(2019, 4, 3), "A title")
    undated = read_document(document(legacy("<p>Out today (4 April).</p>", date_line=""), OLD))
    assert (undated.published_on, undated.published_on_from) == (date(2019, 4, 4), DateFrom.TEXT)


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        pytest.param(hale().replace("flexible-post-type-title", "x"), "expected one title .*, found 0", id="no title"),
        pytest.param(hale().replace("flexible-post-type-content", "x"), "expected one body .*, found 0", id="no body"),
        pytest.param(hale(content=""), "expected a title and a body, found a title alone", id="an empty body"),
        pytest.param(legacy().replace("entry-title", "x"), "expected one title .*, found 0", id="old, no title"),
        pytest.param(hale() + hale(), "expected one article .*, found 2", id="two articles"),
        pytest.param("<html><body><p>Hello</p></body></html>", r"hale 0, legacy 0, plain_text 0", id="nothing known"),
    ],
)
def test_a_page_that_misses_what_a_layout_counts_on_is_unknown_and_named(page, reason):
    with pytest.raises(UnknownLayout, match=reason) as raised:
        read_document(document(page, NEWS))
    assert raised.value.url == NEWS


def test_a_page_two_layouts_know_is_ambiguous():
    with pytest.raises(AmbiguousLayout, match="hale 1, legacy 1"):
        read_document(document(hale(above=legacy()), NEWS))


@pytest.mark.parametrize(("url", "captured_at"), [(OLD, None), (NEWS, CAPTURED)])
def test_what_no_layout_knows_is_read_generically_on_the_old_host_and_from_archives(url, captured_at):
    release = read_document(document(UNKNOWN, url, captured_at=captured_at))
    assert (release.layout, release.title, release.published_on) == (
        "generic",
        "A title nobody knows",
        date(2019, 4, 3),
    )
    assert [kind for kind, _ in paragraphs(release)] == KINDS_OF_UNKNOWN
    assert "gives me great pleasure to say so,” said" in release.text
    assert [(link.text, link.href) for link in release.links] == [("the report", "http://x.example/report")]


def test_of_several_headings_the_title_is_the_one_the_window_begins_with():
    page = UNKNOWN.replace("<body>", "<title>A title nobody knows | Inspectorate</title><body><h1>Inspectorate</h1>")
    assert read_document(document(page, OLD)).title == "A title nobody knows"
    with pytest.raises(UnknownLayout, match=r"generic: expected one title \(h1\), found 2"):
        read_document(document(UNKNOWN.replace("<body>", "<body><h1>Inspectorate</h1>"), OLD))


def test_a_page_without_an_article_is_not_read_generically():
    with pytest.raises(UnknownLayout, match="trafilatura found no article"):
        read_document(document("<html><body><h1>A title</h1></body></html>", OLD))


def test_what_no_layout_knows_is_not_read_generically_on_the_new_site():
    with pytest.raises(UnknownLayout):
        read_document(document(UNKNOWN, NEWS))


@pytest.mark.parametrize(
    ("page", "url", "kind"),
    [
        pytest.param("<html><title>Page not found - X</title>", NEWS, "error_page", id="soft 404"),
        pytest.param("<html><body class='error404'><h1>Oh</h1>", NEWS, "error_page", id="class of an error page"),
        pytest.param("<html><h1>Sorry, we can’t find that page</h1>", NEWS, "error_page", id="in other words"),
        pytest.param("<html><div class='listing-item-count'>3 items</div>", NEWS, "listing", id="counter of a listing"),
        pytest.param("<html><body class='archive date'><h1>May</h1>", OLD, "listing", id="a month's archive"),
        pytest.param("<html><div id='inspection-meta'></div>", OLD, "report_page", id="a report's landing page"),
        pytest.param(
            hale(extra="<p class='flexible-post-type-details'><span>Blog</span></p>"), NEWS, "blog", id="term"
        ),
        pytest.param(
            hale(extra="<p class='flexible-post-type-detail'><b>Type: </b>Jobs; Staff news</p>"),
            NEWS,
            "staff_news",
            id="staff",
        ),
        pytest.param(
            hale().replace("post-type-single'", "post-type-single category-blog'"), NEWS, "blog", id="category"
        ),
        pytest.param(hale(title="Blog: my first year"), NEWS, "blog", id="title"),
        pytest.param(hale(title="20 December 2023 - An end of year message"), NEWS, "blog", id="title of the old blog"),
        pytest.param(legacy(), OLD_SITE + "/2023/01/11-january-2023-a-slug", "blog", id="address of a day"),
        pytest.param(
            legacy("<p>I began in June, and my team has been kind.</p>"),
            OLD_SITE + "/2023/01/slug",
            "blog",
            id="a person's own words",
        ),
        pytest.param(legacy(), OLD_SITE + "/inspections/x", "report_page", id="path"),
    ],
)
def test_other_kinds_of_page_are_named(page, url, kind):
    with pytest.raises(NotARelease) as raised:
        read_document(document(page, url))
    assert (raised.value.kind, raised.value.url) == (kind, url)


@pytest.mark.parametrize(
    "title",
    [
        "500 cases inspected in a year",
        "Page by page: a review",
        "Blogging banned in approved premises?",
        "410 officers short",
        "3 April 2019 inspection finds no progress",
    ],
)
def test_a_title_that_only_looks_like_another_kind_is_a_release(title):
    assert read_document(document(hale(title=title), NEWS)).title == title


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("Inspectors read 12 cases.", id="told"),
        pytest.param("She said: “I am glad. My team saw it, and I saw it.”", id="said in marks"),
        pytest.param("She added:</p><p>“I am glad.</p><p>“My team saw it.”", id="said over paragraphs"),
    ],
)
def test_a_release_may_stand_where_blog_posts_do(words):
    assert read_document(document(legacy(f"<p>{words}</p>"), OLD_SITE + "/2023/01/slug")).title


def test_a_redirect_to_a_listing_is_a_soft_404():
    final = "https://hmiprobation.justiceinspectorates.gov.uk/news/"
    with pytest.raises(NotARelease, match="redirected to a listing") as raised:
        read_document(document(hale(), OLD, final_url=final))
    assert raised.value.kind == "listing"


def test_a_redirect_to_the_page_itself_is_none():
    assert read_document(
        document(hale(), "https://www.justiceinspectorates.gov.uk/hmiprobation/?p=7", final_url=NEWS)
    ).title


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"%PDF-1.4",
        b"\x00\x01\x02\x03",
        b'{"id": 1}\n\n{}',
        b'[{"id": 1}]',
        b'<?xml version="1.0"?>\n<rss><channel/></rss>',
        b"<urlset></urlset>",
    ],
)
def test_bytes_without_text_are_unreadable(body):
    with pytest.raises(UnreadableDocument):
        read_document(document(body, NEWS))


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("<html><body>" + "<div>" * 25_000 + "x", id="elements nested for ever"),
        pytest.param(hale("<p>x</p>" * 5_000), id="paragraphs of a letter"),
        pytest.param(hale("<b>" * 200 + "x"), id="deep but allowed"),
        pytest.param(hale("<p>" + "9" * 250_000 + "</p>"), id="digits"),
        pytest.param(hale("<p>" + "“" * 25_000 + "</p>"), id="marks"),
        pytest.param(hale("<a href='x'>" * 5_000), id="links that never close"),
        pytest.param(
            "<html><h1>T</h1>" + "<p>Words that go on for a while.</p>" * 5_000, id="paragraphs of no known page"
        ),
        pytest.param("<html><h1>T</h1><p>" + "<br>word" * 12_500, id="breaks"),
        pytest.param("Title\n\n" + "a.\n" * 50_000, id="lines of a text"),
        pytest.param("Title\n" + "today (3 December) " * 12_500, id="days without a year"),
        pytest.param("Title\n\nBody\n\nNotes to editor\n\n" + "report available at " * 12_500, id="cues of an embargo"),
    ],
)
@pytest.mark.parametrize("url", [NEWS, OLD])
def test_hostile_documents_end_in_seconds(body, url):
    # What takes time with the square of its length would take minutes at these.
    started = time.process_time()
    with suppress(UnknownLayout):
        read_document(document(body, url))
    assert time.process_time() - started < 10
