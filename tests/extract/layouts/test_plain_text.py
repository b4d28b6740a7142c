from datetime import date

import pytest

from extract.errors import NotARelease, UnknownLayout
from extract.layouts import read_document
from extract.records import DateFrom
from tests.extract.layouts.documents import document, paragraphs

NEW_SITE_COPY = """Skip to content

All content is available under the Open Government Licence v3.0, except where otherwise stated.

To view this licence, visit:
https://nationalarchives.gov.uk/doc/open-government-licence/version/3

or write to:
Information Policy Team,
The National Archives,
Kew,
London TW9 4DU

or email: psi@nationalarchives.gov.uk.

This publication is available at:
https://hmiprobation.justiceinspectorates.gov.uk.

Fenmouth probation unit ‘must do better’

Published:

Fenmouth has been rated ‘Inadequate’ [see notes to editors].

  • Two-thirds of staff are new.
  • Home visits were rare;

What inspectors saw

The unit had 14 vacancies when inspectors called in the spring, and the work showed it.
"""


def test_a_copy_of_a_page_of_the_new_site_loses_its_furniture_and_no_words():
    release = read_document(document(NEW_SITE_COPY))
    assert paragraphs(release) == [
        ("title", "Fenmouth probation unit ‘must do better’"),
        ("text", "Fenmouth has been rated ‘Inadequate’ [see notes to editors]."),
        ("bullet", "Two-thirds of staff are new."),
        ("bullet", "Home visits were rare;"),
        ("heading", "What inspectors saw"),
        ("text", "The unit had 14 vacancies when inspectors called in the spring, and the work showed it."),
    ]
    assert (release.published_on, release.published_on_from, release.notes_start) == (None, None, None)
    assert release.layout == "plain_text"


def test_a_copy_with_a_line_a_paragraph_keeps_its_lists_and_subheadings_apart():
    opening = (
        "An inspection of Fenmouth has looked at how well its unit keeps people safe, and finds that it does not, yet."
    )
    lines = [
        "Title",
        opening,
        "- In over half",
        "- It is new",
        "Findings",
        opening,
        "ENDS",
        "Notes to editor",
        "1.One",
        "2.Two is",
    ]
    release = read_document(document("\n".join([*lines, "lower case", "3.Call"])))
    assert paragraphs(release)[2:] == [
        ("bullet", "In over half"),
        ("bullet", "It is new"),
        ("heading", "Findings"),
        ("text", opening),
        ("end", "ENDS"),
        ("heading", "Notes to editor"),
        ("note", "1.One"),
        ("note", "2.Two is lower case"),
        ("note", "3.Call"),
    ]


def test_the_first_line_is_the_title_though_no_blank_line_follows():
    body = (
        "A unit in the east has been found wanting by inspectors, and its managers accept what the report says of them."
    )
    release = read_document(document(f"Fenmouth to be inspected again\n{body}\nMs Ode said: “It is\nso.”\n“Again.”\n"))
    assert [words for _, words in paragraphs(release)] == [
        "Fenmouth to be inspected again", body, "Ms Ode said: “It is so.”", "“Again.”"
    ]  # fmt: skip


def test_a_wrapped_copy_is_unwrapped_and_so_is_its_title():
    release = read_document(
        document("A long title that goes on\nfor two lines\n\nThe service has\nimproved since 2019.\nStaff agree.\n")
    )
    assert [words for _, words in paragraphs(release)] == [
        "A long title that goes on for two lines", "The service has improved since 2019.", "Staff agree."
    ]  # fmt: skip


def test_note_numbers_and_bullets_open_paragraphs_and_only_glyphs_are_cut():
    release = read_document(
        document(
            "T\n\nIt says:\n- one\n– two\n* three\n\nENDS\nNotes to editor\n1. First\n2. Second goes\non\n[3] Third"
        )
    )
    assert paragraphs(release)[1:] == [
        ("text", "It says:"), ("bullet", "one"), ("bullet", "two"), ("bullet", "three"), ("end", "ENDS"),
        ("heading", "Notes to editor"), ("note", "1. First"), ("note", "2. Second goes on"), ("note", "[3] Third"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("Published: 3 April 2019", date(2019, 4, 3), id="named"),
        pytest.param("Wednesday 3 April 2019", date(2019, 4, 3), id="bare, with its day"),
        pytest.param("Published on 03 April 2019 at 00:01", date(2019, 4, 3), id="with a time"),
        pytest.param("Press release: 3rd April 2019", date(2019, 4, 3), id="ordinal"),
    ],
)
def test_the_date_line_under_the_title_is_the_pages_own_date_and_no_text(line, expected):
    release = read_document(document(f"Title\n{line}\n\nThe body.\n"))
    assert (release.published_on, release.published_on_from) == (expected, DateFrom.PAGE)
    assert [words for _, words in paragraphs(release)] == ["Title", "The body."]


def test_an_embargo_above_the_title_dates_the_release_and_is_kept_under_it():
    release = read_document(document("STRICT EMBARGO: 00.01 on Tuesday 4 August 2015\n\nTitle\n\nThe body.\n"))
    assert (release.title, release.published_on) == ("Title", date(2015, 8, 4))
    assert release.published_on_from is DateFrom.EMBARGO
    assert [words for _, words in paragraphs(release)][1].startswith("STRICT EMBARGO")


def test_the_name_of_the_site_is_no_part_of_the_title_and_a_repeated_title_is_cut():
    release = read_document(document("Fenmouth again - HM Inspectorate of Probation\n\nFenmouth again\n\nThe body."))
    assert [words for _, words in paragraphs(release)] == ["Fenmouth again", "The body."]


def test_links_are_addresses_written_out_and_never_mailboxes():
    release = read_document(
        document("T\n\nSee https://probation.example/x. Or mailto:a@b.example and http://a@b.example/.")
    )
    assert [link.href for link in release.links] == ["https://probation.example/x"]


@pytest.mark.parametrize("body", ["Only a title", "Only a title\n\nENDS"[:12], "Skip to content\n\nMenu\n\nTitle"])
def test_a_title_with_nothing_under_it_is_no_layout_we_know(body):
    with pytest.raises(UnknownLayout, match="expected a title and a body, found a title alone"):
        read_document(document(body))


def test_an_error_page_without_markup_is_no_release():
    with pytest.raises(NotARelease, match="an error page with status 200: 'Page not found'"):
        read_document(document("Page not found\n\nCheck the address."))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("ENDS", "end", id="the end line"),
        pytest.param("What we found", "heading", id="a short line above a longer one"),
        pytest.param("‘Good’ work with victims", "heading", id="opens with a mark"),
        pytest.param("No services rated ‘Inadequate’", "heading", id="ends in a single mark"),
        pytest.param("“It is good”", "text", id="a short speech is no heading"),
        pytest.param("Dame Mary added:", "text", id="a cue is no heading"),
        pytest.param("It is so.", "text", id="a sentence is no heading"),
        pytest.param("and so it went", "text", id="nor what opens in lower case"),
    ],
)
def test_kinds_of_short_paragraphs(text, kind):
    after = "A paragraph that is a good deal longer than the line above it, as paragraphs are."
    release = read_document(document(f"Title\n\nFirst paragraph.\n\n{text}\n\n{after}\n"))
    assert paragraphs(release)[2][0] == kind


def test_a_short_line_over_a_quotation_is_a_subheading_however_short_the_quotation():
    words = (
        "A statement\n\nMs Ode has published this statement:\n\n“All is not well.”\n\n"
        "Workloads\n\n“Staff are tired of it.”\n"
    )
    assert paragraphs(read_document(document(words)))[2:] == [
        ("text", "“All is not well.”"),
        ("heading", "Workloads"),
        ("text", "“Staff are tired of it.”"),
    ]
