"""A marked release as one page of HTML that needs nothing from anywhere and runs no script."""

from base64 import b64encode
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, StrictUndefined

from flows.cli.marks import MarkedRelease


def page(release: MarkedRelease) -> str:
    """The page's HTML, everything escaped, with a content security policy that admits its own style sheet alone."""
    template = files("flows.cli").joinpath("marked.html.j2").read_text(encoding="utf-8")
    style = files("flows.cli").joinpath("marked.css").read_text(encoding="utf-8")
    digest = b64encode(sha256(style.encode()).digest()).decode()
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(template).render(release=release, style=style, style_digest=f"sha256-{digest}")
