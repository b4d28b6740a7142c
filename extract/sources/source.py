"""What a source is: the settings of one place where releases are found.  Reads no file (see `load.py`)."""

from dataclasses import dataclass, field

from extract.urls import place


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One TOML of `extract/sources/` or of the directory of further sources.

    `name` is what `--source`, events and every column `source` hold; `module` is the adapter that reads it.
    `base_url` is where addresses start, without a slash at the end.  `places` are the `scheme://host:port` that may be
    asked and redirected to; the place of `base_url` always stands among them.  `pace` is requests a second, to each
    host.  `connect_to` is the place the socket goes to instead, null for a site that answers where its addresses say.
    """

    name: str
    module: str
    base_url: str
    places: tuple[str, ...] = ()
    pace: float = 1.0
    connect_to: str | None = None
    listing: str = "/news/"
    """Path below `base_url` under which the listing and its items stand, with a slash at both ends."""
    post_types: tuple[str, ...] = ("news",)
    """Names of the WordPress post types that may hold releases, the likeliest first."""
    sitemap: str = "/sitemap_index.xml"
    feed: str = "/feed/"
    cdx: str | None = None
    """Path of an archive's index below `base_url`; null for what is no archive."""
    replay: str | None = None
    """Path of an archive's captures below `base_url`: the timestamp, `id_` and the original address follow it."""
    dialect: str | None = None
    """How an archive answers: `json_lines` (pywb) or `json_array` (Internet Archive); null for what is no archive."""
    covers: tuple[str, ...] = ()
    """What of an archive is ours: prefixes of original addresses, without scheme."""
    first_year: int = 2013
    """The year before which nothing is looked for."""
    last_year: int | None = None
    """The year after which nothing new appears there; null while it goes on."""
    allowed: frozenset[str] = field(init=False, compare=False, repr=False, default=frozenset())

    def __post_init__(self) -> None:
        # Where the socket goes is no address of any page: it must not come to stand in a record.
        places = {place(address) for address in (self.base_url, *self.places)}
        object.__setattr__(self, "allowed", frozenset(places))

    @property
    def is_archive(self) -> bool:
        """Whether what it yields are captures of other places' pages."""
        return self.cdx is not None
