import pytest
from bs4 import BeautifulSoup

from extract.layouts.blocks import blocks, links


def pairs(html):
    return [(block.kind.value, block.text) for block in blocks(BeautifulSoup(f"<div id=x>{html}</div>", "lxml").div)]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        pytest.param(
            "<p>Rated <b>Good</b>, said<i> she</i>.</p>",
            [("text", "Rated Good, said she.")],
            id="inline markup gains no space",
        ),
        pytest.param("<p>So<em>me</em>times</p>", [("text", "Sometimes")], id="within a word"),
        pytest.param("loose <p>one</p> ends", [("text", "loose"), ("text", "one"), ("text", "ends")], id="loose words"),
        pytest.param("<p>wrapped\n  in source\n</p>", [("text", "wrapped in source")], id="newlines of the source"),
        pytest.param("<p>One.<br>Two</p>", [("text", "One."), ("text", "Two")], id="break after a sentence"),
        pytest.param("<p>London<br/>SW1</p>", [("text", "London SW1")], id="break within one"),
        pytest.param("<p>one<br><br>two</p>", [("text", "one"), ("text", "two")], id="two breaks"),
        pytest.param(
            "<p>Notes<br>1. one<br>2. two</p>",
            [("text", "Notes"), ("text", "1. one"), ("text", "2. two")],
            id="numbers",
        ),
        pytest.param("<h3>Sub <br>heading</h3>", [("heading", "Sub heading")], id="a heading is one"),
        pytest.param("<p><strong>Leadership</strong></p>", [("heading", "Leadership")], id="a bold line is a heading"),
        pytest.param("<p><strong>It was bad.</strong></p>", [("text", "It was bad.")], id="a bold sentence is none"),
        pytest.param("<p><strong>X said:</strong> “A”</p>", [("text", "X said: “A”")], id="a bold cue is none"),
        pytest.param("<ul><li>one</li><li><p>two</p></li></ul>", [("bullet", "one"), ("bullet", "two")], id="list"),
        pytest.param(
            "<ol><li>one</li><li>two</li></ol>",
            [("bullet", "one"), ("bullet", "two")],
            id="numbers of a list are no text",
        ),
        pytest.param(
            "<ul><li>a<ul><li>b</li></ul>c</li></ul>", [("bullet", "a"), ("bullet", "b"), ("bullet", "c")], id="nested"
        ),
        pytest.param(
            "<table><tr><th>Area</th><td>Good</td></tr></table>", [("cell", "Area"), ("cell", "Good")], id="cells"
        ),
        pytest.param(
            "<table><tr><td><p>a</p><p>b</p></td></tr></table>",
            [("cell", "a"), ("cell", "b")],
            id="cell with paragraphs",
        ),
        pytest.param("<blockquote><p>“A.”</p></blockquote>", [("text", "“A.”")], id="blockquote"),
        pytest.param(
            "<p>a</p><!-- no --><script>no</script><style>no</style><nav>no</nav>", [("text", "a")], id="never words"
        ),
        pytest.param(
            "<p>a<span class='screen-reader-text'> (opens in new tab)</span></p>",
            [("text", "a")],
            id="for screen readers",
        ),
        pytest.param("<p hidden>no</p><div style='display: none'>no</div>", [], id="hidden"),
        pytest.param(
            "<div class='hale-print-only'>licence</div><div class='cookie-banner'>no</div>", [], id="print, cookies"
        ),
        pytest.param(
            "<div class='shared-services'><p>yes</p></div>",
            [("text", "yes")],
            id="a class that only looks like sharing",
        ),
        pytest.param("<p>\u00a0</p><p> <br> </p><p>&nbsp;</p>", [], id="white space alone"),
        pytest.param("<p>•\u00a0one<br>• two</p>", [("bullet", "one"), ("bullet", "two")], id="glyphs typed by hand"),
        pytest.param("<p>– ENDS –</p>", [("text", "– ENDS –")], id="the end line keeps its dashes"),
        pytest.param(
            "<p>PDUs<sup>1</sup> on 1<sup>st</sup> May<sup>[2]</sup></p>", [("text", "PDUs on 1st May[2]")], id="sup"
        ),
        pytest.param("<p>It’s &#8220;so&#8221; &amp; more</p>", [("text", "It’s “so” & more")], id="entities"),
    ],
)
def test_blocks(html, expected):
    assert pairs(html) == expected


def test_links_are_absolute_once_and_of_the_web():
    page = BeautifulSoup(
        "<div><a href='/a'>A <b>page</b></a> <a href='/a'>A page</a> <a href='b#c'>B</a> <a href='mailto:x@y.z'>m</a>"
        "<a href='tel:020'>t</a> <a href='#top'>top</a> <a href='javascript:x()'>j</a> <a href='http://[bad'>bad</a>"
        "<a href='http://x@y.example/'>mailbox</a><nav><a href='/menu'>menu</a></nav></div>",
        "lxml",
    )
    found = links(page.div, "http://probation.example/news/slug")
    assert [(link.text, link.href) for link in found] == [
        ("A page", "http://probation.example/a"),
        ("B", "http://probation.example/news/b#c"),
    ]


def test_links_of_a_page_without_an_address_are_kept_only_where_they_are_absolute():
    page = BeautifulSoup("<div><a href='/a'>A</a><a href='https://x.example/'>X</a></div>", "lxml")
    assert [link.href for link in links(page.div, None)] == ["https://x.example/"]
