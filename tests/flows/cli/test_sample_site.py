"""The demonstration as `make demo` runs it, twice, and the sample site on its own."""

import shutil
import signal

from flows.settings import Settings
from tests.flows.helpers import published_rows
from tests.flows.processes_of import ran, servers, started, until


def test_a_second_demo_on_another_port_finds_nothing_new_and_the_warehouse_refuses_the_real_site(demo_dir, tmp_path):
    data = tmp_path / "demo"
    shutil.copytree(demo_dir, data)
    settings = Settings(data_dir=data)
    releases = published_rows(settings, "select count(*) from releases")
    assert releases[0][0] > 5

    second = ran("sample-site", "demo", "--data-dir", str(data))
    assert second.returncode == 0, second.stderr
    assert f"nothing new: {data}/inspectorate.duckdb stands as it was" in second.stdout
    assert "Try next:" in second.stdout
    assert published_rows(settings, "select count(*) from releases") == releases
    assert servers(data / "pipeline" / "prefect") == []

    real = ran("watch", INSPECTORATE_DATA_DIR=str(data))
    assert real.returncode == 1
    assert real.stderr.startswith("error: this warehouse holds invented releases")


def test_the_sample_site_alone_prints_the_line_that_uses_it_and_ends_on_ctrl_c(tmp_path):
    log = tmp_path / "log"
    process = started("sample-site", "serve", "--data-dir", str(tmp_path / "data"), log=log)
    try:
        until(lambda: "inspectorate watch" in log.read_text(), 60, "it prints how to use it")
        sources = tmp_path / "data" / "sources"
        assert f"INSPECTORATE_SOURCES_DIR={sources} inspectorate watch" in log.read_text()
        assert sorted(file.stem for file in sources.iterdir()) == [
            "sample_ia",
            "sample_news",
            "sample_old",
            "sample_ukgwa",
        ]
    finally:
        process.send_signal(signal.SIGINT)
    assert process.wait(20) == 130
