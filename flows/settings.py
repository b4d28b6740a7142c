"""Settings of the pipeline, from the environment (prefix `INSPECTORATE_`).  Reads no file and no profile."""

import os
from pathlib import Path
from typing import Annotated

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from flows.problems import Problem


class Settings(BaseSettings):
    """Where the data lies, and how the site is reached."""

    model_config = SettingsConfigDict(env_prefix="INSPECTORATE_", extra="ignore")

    data_dir: Annotated[Path, Field(description="Holds the published file and everything of the pipeline.")] = Path(
        "data"
    )
    contact: Annotated[str | None, Field(description="Address or page named in the User-Agent.")] = None
    proxy: Annotated[str | None, Field(description="Proxy for the site and the archives; none by default.")] = None
    ca_bundle: Annotated[
        Path | None, Field(description="PEM file of authorities trusted instead of the built-in ones.")
    ] = None
    sources_dir: Annotated[Path | None, Field(description="Folder with further sources, one TOML each.")] = None
    pace: Annotated[
        float | None,
        Field(ge=0, description="Requests a second to one host, 0 for no pace; each source's own by default."),
    ] = None
    batch: Annotated[int, Field(ge=1, le=500, description="Releases fetched and loaded in one transaction.")] = 25
    claim_minutes: Annotated[int, Field(ge=1, description="How long a run keeps others off an address.")] = 30
    lock_seconds: Annotated[float, Field(gt=0, description="Longest wait for another writer of the warehouse.")] = 120.0
    poll_cron: Annotated[
        str | None, Field(description="Cron line of the served poll, London time; the built-in two by default.")
    ] = None
    serve_port: Annotated[int, Field(ge=1, le=65535, description="Port of the Prefect server `serve` starts.")] = 4200

    @property
    def pipeline_dir(self) -> Path:
        """`data/pipeline`: everything analysts need not see."""
        return self.data_dir / "pipeline"

    @property
    def raw_dir(self) -> Path:
        """`data/pipeline/raw`: the raw store."""
        return self.pipeline_dir / "raw"

    @property
    def published_path(self) -> Path:
        """`data/inspectorate.duckdb`: what analysts open."""
        return self.data_dir / "inspectorate.duckdb"


def settings(data_dir: Path | None = None) -> Settings:
    """The settings in force; `data_dir` given on the command line wins.

    Raises Problem (wrong use) naming each variable that cannot be read.
    """
    try:
        found = Settings()
    except ValidationError as error:
        wrong = "; ".join(
            f"INSPECTORATE_{'_'.join(str(part) for part in entry['loc']).upper()}: {entry['msg']}"
            for entry in error.errors()
        )
        raise Problem(f"settings: {wrong}", status=2) from error
    if data_dir is not None:
        found = found.model_copy(update={"data_dir": data_dir})
    return found.model_copy(update={"data_dir": found.data_dir.expanduser()})


def api_url() -> str | None:
    """The Prefect server named in the environment itself; a profile is not looked at."""
    return os.environ.get("PREFECT_API_URL") or None
