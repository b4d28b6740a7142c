import pytest

from extract.errors import UnreadableDocument
from extract.layouts.decode import characters
from tests.extract.layouts.documents import document

WORDS = "“Good” – it’s £5"


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        pytest.param(WORDS.encode(), (), id="nothing declared, UTF-8"),
        pytest.param(WORDS.encode("cp1252"), (), id="nothing declared, windows-1252"),
        pytest.param(
            WORDS.encode("cp1252"), [("content-type", "text/html; charset=ISO-8859-1")], id="Latin 1 means windows-1252"
        ),
        pytest.param(
            WORDS.encode(), [("content-type", "text/html; charset=iso-8859-1")], id="declared wrongly, valid UTF-8"
        ),
        pytest.param(
            WORDS.encode("cp1252"), [("content-type", 'text/html; charset="utf-8"')], id="declared UTF-8, is not"
        ),
        pytest.param(WORDS.encode(), [("content-type", "text/html; charset=nonsense")], id="an encoding nobody knows"),
        pytest.param(
            b"\xef\xbb\xbf" + WORDS.encode(), [("content-type", "text/html; charset=iso-8859-1")], id="UTF-8 mark first"
        ),
        pytest.param(b"\xff\xfe" + WORDS.encode("utf-16-le"), (), id="UTF-16 mark"),
        pytest.param(b"\xfe\xff" + WORDS.encode("utf-16-be"), (), id="UTF-16 mark, other way round"),
        pytest.param(
            WORDS.encode("utf-16-le"), [("content-type", "text/plain; charset=utf-16-le")], id="declared UTF-16"
        ),
    ],
)
def test_characters_come_back(body, headers):
    assert characters(document(body, headers=headers)) == WORDS


def test_the_page_names_its_encoding_where_the_header_does_not():
    page = '<meta http-equiv="Content-Type" content="text/html; charset=koi8-r"><p>Привет</p>'
    assert "Привет" in characters(document(page.encode("koi8-r")))


def test_a_body_cut_within_a_letter_stays_utf8():
    assert characters(document(WORDS.encode()[:-1] + "’".encode()[:2])).startswith("“Good” – it’s")


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        pytest.param(b"", "empty", id="nothing"),
        pytest.param(b" \n\t ", "empty", id="white space"),
        pytest.param(b"%PDF-1.7 ...", "a PDF", id="PDF"),
        pytest.param(b"\x89PNG\r\n\x1a\n", "an image", id="PNG"),
        pytest.param(b"PK\x03\x04...", "a ZIP or Office file", id="docx"),
        pytest.param(b"\x1f\x8b\x08", "gzip data", id="gzip"),
        pytest.param(b"abc\x00def\x00", "binary", id="NUL"),
    ],
)
def test_what_is_no_text_is_unreadable(body, reason):
    with pytest.raises(UnreadableDocument, match=reason) as raised:
        characters(document(body, "http://probation.example/news/x"))
    assert str(raised.value).startswith("http://probation.example/news/x: ")


def test_what_is_said_to_be_an_image_is_unreadable():
    with pytest.raises(UnreadableDocument, match="said to be 'image/jpeg'"):
        characters(document("words", headers=[("content-type", "image/jpeg")]))
