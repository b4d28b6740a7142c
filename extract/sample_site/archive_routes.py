"""Two web archives with captures of the old site: an index in the pywb dialect and one in the Internet Archive's."""

import base64
import hashlib
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from urllib.parse import parse_qs, unquote, urlsplit

from extract.sample_site import old_routes, rendering
from extract.sample_site.answers import Answer, html, plain
from extract.sample_site.hosts import OLD_HOST, month_address, old_address
from extract.sample_site.invented import Invented
from extract.sample_site.state import State

_REPLAY = re.compile(r"/(?:ukgwa|web)/([0-9]{4,14})(id_|mp_|if_)?/(https?:/{1,2}.{1,500})")
_FIELDS = ("urlkey", "timestamp", "original", "mimetype", "statuscode", "digest", "length")
_PYWB_NAMES = {"original": "url", "mimetype": "mime", "statuscode": "status"}
# The old site's end: captures after it are redirects to a listing.
_GONE_SINCE = datetime(2025, 4, 14, 3, 0, tzinfo=UTC)
_CORRECTION = "A figure in this release was corrected after it was published."
_MOST_AGE = timedelta(days=700)


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """One capture: which address, when, and what the old site answered then."""

    original: str
    taken_at: datetime
    answered: Callable[[], Answer]

    @property
    def timestamp(self) -> str:
        """Fourteen figures, UTC."""
        return f"{self.taken_at:%Y%m%d%H%M%S}"


def answer(state: State, path: str, query: str, *, is_pywb: bool) -> Answer:
    """What an archive answers."""
    if path == "/robots.txt":
        return plain("User-agent: *\nDisallow: /save/\n")
    if path in {"/ukgwa/cdx", "/cdx/search/cdx"}:
        return _index(state, query, is_pywb=is_pywb)
    whole = unquote(path) + (f"?{query}" if query else "")
    if found := _REPLAY.fullmatch(whole):
        return _replay(state, found[1], found[2] or "", found[3])
    return plain("no such capture", status=404)


def _captures(state: State) -> list[Capture]:
    """Every capture there is: each release twice, with and without `www.`; months; and redirects after the end."""
    found = [capture for page in old_routes.releases(state) if page.is_captured for capture in _of(state, page)]
    months = {page.published_on.replace(day=1) for page in old_routes.releases(state) if page.is_captured}
    found += [
        Capture(
            original=month_address(month),
            taken_at=datetime(month.year, month.month, 28, 5, tzinfo=UTC),
            answered=partial(_month, state, month),
        )
        for month in months
    ]
    return sorted(found, key=lambda capture: (_urlkey(capture.original), capture.timestamp))


def _of(state: State, page: Invented) -> Iterator[Capture]:
    """The captures of one release: three days on, some two years on without the slash, and after the site's end."""
    address = old_address(page.old or "")
    if page.is_edited_later:
        first_paragraph, blank, rest = page.body.partition("\n\n")
        page = replace(page, body=f"{first_paragraph}{blank}{_CORRECTION}{blank}{rest}")
    answered = partial(old_routes.single, state, page)
    odd = timedelta(seconds=page.post % 977)
    first = datetime.combine(page.published_on, time(4, 5), tzinfo=UTC) + timedelta(days=3) + odd
    yield Capture(original=address, taken_at=first, answered=answered)
    if first + _MOST_AGE < _GONE_SINCE:
        bare = address.replace(f"//{OLD_HOST}", f"//www.{OLD_HOST}").rstrip("/")
        yield Capture(original=bare, taken_at=first + _MOST_AGE, answered=answered)
    yield Capture(original=address, taken_at=_GONE_SINCE + timedelta(days=30) + odd, answered=_gone)


def _gone() -> Answer:
    """What the old host answers since its end."""
    return Answer(status=302, headers={"Location": "/news/"})


def _month(state: State, month: date) -> Answer:
    return html(old_routes.month_page(state, month))


def _index(state: State, query: str, *, is_pywb: bool) -> Answer:
    """The index: what the query's prefix, times, filters and fields leave, one row a capture."""
    asked = parse_qs(query)
    wanted = asked.get("url", [""])[0]
    prefix = _urlkey(wanted.rstrip("*"))
    is_prefix = asked.get("matchType", [""])[0] == "prefix" or wanted.endswith("*")
    rows = [_row(capture) for capture in _captures(state) if _within(capture, asked)]
    rows = [row for row in rows if row["urlkey"].startswith(prefix) and (is_prefix or row["urlkey"] == prefix)]
    for written in asked.get("filter", []):
        rows = [row for row in rows if _passes(row, written)]
    for written in asked.get("collapse", []):
        rows = _collapsed(rows, written)
    if limit := int(asked.get("limit", ["0"])[0]):
        rows = rows[:limit] if limit > 0 else rows[limit:]
    body = _json_lines(rows) if is_pywb else _json_array(rows, asked.get("fl", [",".join(_FIELDS)])[0].split(","))
    if state.switches.cdx_ends_early:
        body = body[: len(body) * 2 // 3]
    return plain(body, kind="text/x-ndjson" if is_pywb else "application/json")


def _row(capture: Capture) -> dict[str, str]:
    """A capture as a row of the index."""
    answered = capture.answered()
    digest = base64.b32encode(hashlib.sha1(answered.body, usedforsecurity=False).digest()).decode()
    return {
        "urlkey": _urlkey(capture.original),
        "timestamp": capture.timestamp,
        "original": capture.original,
        "mimetype": "text/html",
        "statuscode": str(answered.status),
        "digest": digest,
        "length": str(len(answered.body) // 3 + 400),
    }


def _json_lines(rows: list[dict[str, str]]) -> str:
    """Rows as pywb writes them."""
    named = ({_PYWB_NAMES.get(name, name): value for name, value in row.items()} for row in rows)
    return "".join(json.dumps({**row, "offset": "0", "filename": "sample.warc.gz"}) + "\n" for row in named)


def _json_array(rows: list[dict[str, str]], fields: list[str]) -> str:
    """Rows as the Internet Archive writes them: the first names the columns; nothing at all without rows."""
    if not rows:
        return "[]"
    lines = [json.dumps(fields), *(json.dumps([row[name] for name in fields]) for row in rows)]
    return "[" + ",\n".join(lines) + "]\n"


def _within(capture: Capture, asked: dict[str, list[str]]) -> bool:
    """Whether a capture was taken between `from` and `to`; a part of a timestamp stands for all it begins."""
    low = asked.get("from", asked.get("from_ts", [""]))[0]
    high = asked.get("to", asked.get("to_ts", [""]))[0]
    return (not low or capture.timestamp >= low) and (not high or capture.timestamp[: len(high)] <= high)


def _passes(row: dict[str, str], written: str) -> bool:
    """Whether a row passes a filter: `!` turns it round, `=` asks for equality, else it is a pattern."""
    is_not = written.startswith("!")
    name, _, value = written.lstrip("!=~").partition(":")
    field = {short: long for long, short in _PYWB_NAMES.items()}.get(name, name)
    return (row.get(field, "") == value) is not is_not


def _collapsed(rows: list[dict[str, str]], written: str) -> list[dict[str, str]]:
    """Rows without those whose field is the same as in the row before."""
    name, _, length = written.partition(":")
    cut = int(length) if length else None
    return [row for number, row in enumerate(rows) if not number or row[name][:cut] != rows[number - 1][name][:cut]]


def _replay(state: State, timestamp: str, form: str, original: str) -> Answer:
    """The capture nearest to a time, as the old site sent it (`id_`), or under the archive's banner."""
    key = _urlkey(original)
    near = [capture for capture in _captures(state) if _urlkey(capture.original) == key]
    if not near:
        return html(rendering.news_plain("Page not archived", "This page is not in the archive."), status=404)
    whole = timestamp if len(timestamp) == 14 else f"{timestamp[:4]}0101000000"
    at = datetime.strptime(whole, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    capture = min(near, key=lambda capture: abs(capture.taken_at - at))
    answered = capture.answered()
    memento = {"Memento-Datetime": f"{capture.taken_at:%a, %d %b %Y %H:%M:%S GMT}"}
    if answered.status >= 300:
        return Answer(status=answered.status, headers={**memento, "Location": "/news/"})
    body = answered.body
    if form != "id_":
        body = body.replace(b"<body", b"<body data-archived='1'><div id='archive-banner'>Archived</div><div", 1)
    return Answer(headers={**answered.headers, **memento}, body=body)


def _urlkey(address: str) -> str:
    """The sort-friendly key of an address: host reversed, without scheme and `www.`."""
    parts = urlsplit(
        re.sub(r"^https?:/{1,2}", "http://", address) if re.match(r"https?:", address) else f"http://{address}"
    )
    host = ",".join(reversed((parts.hostname or "").removeprefix("www.").split(".")))
    return f"{host}){parts.path.rstrip('/') or '/'}{'?' + parts.query if parts.query else ''}".lower()
