"""What every page shares: templates, style, script, and a policy that admits these two and nothing from anywhere."""

from base64 import b64encode
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from warehouse.site.words import day, is_web_address, number, plain, quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """A style sheet or script written into each page, and the digest by which the page's policy admits it."""

    words: str
    digest: str


@cache
def asset(name: str) -> Asset:
    """The file of this name in `templates/`."""
    words = files("warehouse.site").joinpath("templates", name).read_text(encoding="utf-8")
    return Asset(words=words, digest=f"sha256-{b64encode(sha256(words.encode()).digest()).decode()}")


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("warehouse.site", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals |= {"style": asset("site.css"), "script": asset("filter.js")}
    made.filters |= {"number": number, "web": is_web_address, "day": day, "plain": plain, "quantity": quantity}
    return made


@cache
def template(name: str) -> Template:
    """The template of this name; everything put into it is escaped."""
    return _environment().get_template(name)
