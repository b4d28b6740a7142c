"""`polls.json`: what we remember of the sites between polls, shared by all processes.  Knows no site itself."""

import os
import secrets
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from filelock import FileLock

from extract.poll_memory import PollMemory, dumps, loads

_Record = TypeVar("_Record")
LOCK_SECONDS = 10


def remembered(pipeline_dir: Path) -> PollMemory:
    """What is remembered; an empty memory where there is no file or it cannot be read."""
    try:
        return loads((pipeline_dir / "polls.json").read_text(encoding="utf-8"))
    except FileNotFoundError:
        return PollMemory()


def keep(pipeline_dir: Path, memory: PollMemory) -> None:
    """Write the memory by rename, together with what other processes learnt meanwhile: the later answer counts."""
    pipeline_dir.mkdir(parents=True, exist_ok=True)
    target = pipeline_dir / "polls.json"
    with FileLock(pipeline_dir / "polls.lock", timeout=LOCK_SECONDS):
        _take_later(memory, remembered(pipeline_dir))
        text = dumps(memory)
        if target.exists() and target.read_text(encoding="utf-8") == text:
            return
        temporary = target.with_name(f"polls.json.{secrets.token_hex(6)}")
        with temporary.open("w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(target)


@contextmanager
def poll_memory(pipeline_dir: Path) -> Iterator[PollMemory]:
    """The memory for the length of a block, kept however the block ends."""
    memory = remembered(pipeline_dir)
    try:
        yield memory
    finally:
        keep(pipeline_dir, memory)


def _take_later(memory: PollMemory, other: PollMemory) -> None:
    _merge(memory.robots, other.robots, lambda answer: answer.asked_at)
    _merge(memory.probes, other.probes, lambda probe: probe.asked_at)
    _merge(memory.penalties, other.penalties, lambda penalty: penalty.until)
    _merge(memory.polls, other.polls, lambda poll: poll.polled_at)
    _merge(memory.sitemaps_read_at, other.sitemaps_read_at, lambda at: at)
    for url, validators in other.validators.items():
        memory.validators.setdefault(url, validators)


def _merge(ours: dict[str, _Record], theirs: Mapping[str, _Record], at: Callable[[_Record], datetime]) -> None:
    for key, record in theirs.items():
        if key not in ours or at(ours[key]) < at(record):
            ours[key] = record
