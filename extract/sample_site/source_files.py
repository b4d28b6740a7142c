"""The TOMLs with which our sources reach the sample site: its invented addresses, and the port it really has."""

from pathlib import Path

from extract.sample_site.hosts import IA_HOST, NEWS_BASE, OLD_BASE, OLD_HOST, UKGWA_HOST

_OURS = f"{OLD_HOST}/hmiprobation/media/press-releases/"
_SOURCES = {
    "sample_news": f"""\
module = "hale_news"
base_url = "{NEWS_BASE}"
post_types = ["news"]
""",
    "sample_old": f"""\
module = "legacy_media"
base_url = "{OLD_BASE}"
places = ["http://www.{OLD_HOST}:80", "{NEWS_BASE}"]
listing = "/media/press-releases/"
last_year = 2025
""",
    "sample_ukgwa": f"""\
module = "web_archive"
base_url = "http://{UKGWA_HOST}"
cdx = "/ukgwa/cdx"
replay = "/ukgwa/"
dialect = "json_lines"
covers = ["{_OURS}"]
last_year = 2025
""",
    "sample_ia": f"""\
module = "web_archive"
base_url = "http://{IA_HOST}"
cdx = "/cdx/search/cdx"
replay = "/web/"
dialect = "json_array"
covers = ["{_OURS}"]
last_year = 2025
""",
}


def write_sources(folder: Path, port: int, *, pace: float = 50.0) -> list[Path]:
    """Writes the four TOMLs into a folder, replacing those of an earlier run, and returns them.

    `pace` is requests a second; on loopback it need not be slow.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    for name, settings in _SOURCES.items():
        file = folder / f"{name}.toml"
        file.write_text(
            f"# The sample site on loopback; written by `inspectorate sample-site`.\n"
            f'name = "{name}"\n{settings}pace = {pace}\nconnect_to = "http://127.0.0.1:{port}"\n',
            encoding="utf-8",
        )
        written.append(file)
    return written
