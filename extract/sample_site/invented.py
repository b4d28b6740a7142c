"""The invented releases and other pages the sample site serves, read from package data.  Nothing here is a real page.

Each file of `releases/` holds one page: what it is, when it was published, where it stands on each generation of the
site, and its words in the light markup of `markup.py`.
"""

import tomllib
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from importlib.resources import files
from typing import Any
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
_EMBARGO = time(0, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Invented:
    """One page of the invented inspectorate, with every address at which it stands.

    `kind` is `release`, `blog`, `staff_news` or `report_page`.  `old` is its path on the old site below the site's
    base, `new` its slug under `/news/`; each is null where it never stood there.  `reposted` is a second slug under
    which the new site has it again, two days later.  `is_dated` tells whether the old page prints its date line;
    `is_withheld` whether it is published only while somebody is paging through the listing, `is_edited_later` whether
    the archives' captures have a body with a correction in it.
    """

    name: str
    kind: str
    title: str
    published_on: date
    modified_at: datetime
    post: int
    body: str
    old: str | None = None
    new: str | None = None
    reposted: str | None = None
    summary: str | None = None
    is_dated: bool = True
    is_withheld: bool = False
    is_captured: bool = True
    is_edited_later: bool = False

    @property
    def published_at(self) -> datetime:
        """A minute past midnight in London on the day of publication, as embargoes end."""
        return datetime.combine(self.published_on, _EMBARGO, tzinfo=LONDON)

    @property
    def reposted_on(self) -> date:
        """The day of the second posting."""
        return self.published_on + timedelta(days=2)


def invented_from(name: str, written: dict[str, Any]) -> Invented:
    """One page from its file's table.  Raises KeyError or TypeError where a field is missing or unknown."""
    fields = dict(written)
    published_on: date = fields.pop("published_on")
    modified_at: datetime | None = fields.pop("modified_at", None)
    fields.setdefault("kind", "release")
    fields["body"] = fields["body"].strip()
    return Invented(
        name=name,
        published_on=published_on,
        modified_at=modified_at or datetime.combine(published_on, time(9, 30), tzinfo=UTC),
        **fields,
    )


def all_invented() -> tuple[Invented, ...]:
    """Every page of package data, newest first."""
    folder = files("extract.sample_site").joinpath("releases")
    pages = [
        invented_from(file.name.removesuffix(".toml"), tomllib.loads(file.read_text(encoding="utf-8")))
        for file in folder.iterdir()
        if file.name.endswith(".toml")
    ]
    return tuple(sorted(pages, key=lambda page: (page.published_on, page.post), reverse=True))
