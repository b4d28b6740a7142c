"""What a request is answered with, before any fault is put on it."""

import hashlib
import json
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Status, headers and body; the length is added by the server."""

    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""


def html(text: str, *, status: int = 200, charset: str = "utf-8") -> Answer:
    """A page."""
    return Answer(
        status=status,
        headers={"Content-Type": f"text/html; charset={charset.upper()}"},
        body=text.encode(charset, "xmlcharrefreplace"),
    )


def as_json(content: Any, *, status: int = 200, **headers: str) -> Answer:
    """An answer of the REST API."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    body = json.dumps(content, ensure_ascii=True).encode()
    return Answer(status=status, headers={"Content-Type": "application/json; charset=UTF-8", **named}, body=body)


def xml(text: str, kind: str = "text/xml") -> Answer:
    """A feed or a sitemap."""
    return Answer(headers={"Content-Type": f"{kind}; charset=UTF-8"}, body=text.encode())


def plain(text: str, *, status: int = 200, kind: str = "text/plain") -> Answer:
    """A text."""
    return Answer(status=status, headers={"Content-Type": f"{kind}; charset=utf-8"}, body=text.encode())


def redirect(address: str, status: int = 301) -> Answer:
    """A redirect."""
    return Answer(status=status, headers={"Location": address, "Content-Type": "text/html; charset=UTF-8"})


def with_validator(answer: Answer, asked: dict[str, str]) -> Answer:
    """The answer with an entity tag, or 304 where the request has it already."""
    tag = '"' + hashlib.sha256(answer.body).hexdigest()[:24] + '"'
    if asked.get("if-none-match") == tag:
        return Answer(status=304, headers={"ETag": tag})
    return Answer(status=answer.status, headers={**answer.headers, "ETag": tag}, body=answer.body)
