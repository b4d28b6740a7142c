# What a person runs.  `make` alone lists it.  Needs Python 3.11 or newer, make and a package index.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
OLD_DUCKDB := .venv-duckdb-1.2
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq
DEMO_DIR := data/demo
GOLD := tests/gold $(INSPECTORATE_GOLD_EXTRA)
.DEFAULT_GOAL := help
.PHONY: help setup setup-dev setup-browser demo test test-browser lint format types eval floors bench soak report lock clean
.DELETE_ON_ERROR:

help: ## this list
	@awk -F':.*## ' '/^[a-z-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	  || { echo "setup: Python 3.11 or newer is needed; name one with: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "setup: $(PYTHON) could not make an environment in $(VENV) (on Debian: apt-get install python3-venv)" >&2; exit 1; }

# pip of Python 3.11 refuses sqlalchemy[asyncio] in hash mode unless dependencies are left alone; the file is complete.
$(VENV)/.run: requirements.txt pyproject.toml | $(VENV)/bin/python
	@echo "setup: installing the packages of requirements.txt into $(VENV)" >&2
	@$(PIP) install --no-deps --require-hashes -r requirements.txt \
	  || { echo "setup: pip could not install requirements.txt; is a package index within reach? (pip config list)" >&2; exit 1; }
	@$(PIP) install --no-deps -e . || { echo "setup: pip could not install this project into $(VENV)" >&2; exit 1; }
	@$(PIP) check >&2
	@touch $@

$(VENV)/.dev: requirements-dev.txt tests/requirements-duckdb-1.2.txt $(VENV)/.run
	@echo "setup: adding what the tests need" >&2
	@$(PIP) install --no-deps --require-hashes -r requirements-dev.txt \
	  || { echo "setup: pip could not install requirements-dev.txt; is a package index within reach?" >&2; exit 1; }
	@test -x $(OLD_DUCKDB)/bin/python || $(PYTHON) -m venv $(OLD_DUCKDB)
	@$(OLD_DUCKDB)/bin/python -m pip --disable-pip-version-check -qq install --no-deps --require-hashes -r tests/requirements-duckdb-1.2.txt \
	  || { echo "setup: pip could not install DuckDB 1.2 into $(OLD_DUCKDB)" >&2; exit 1; }
	@touch $@

setup: $(VENV)/.run ## the environment in .venv
setup-dev: $(VENV)/.dev ## the same with the tests' packages

demo: $(VENV)/.run ## bundled sample site -> data/demo/inspectorate.duckdb
	@$(BIN)/inspectorate sample-site demo --data-dir $(DEMO_DIR)

test: $(VENV)/.dev ## all tests but the browser's, the long ones and the measurements
	@$(BIN)/python -m pytest -m "not browser and not soak and not bench" $(ARGS)

setup-browser:
	@command -v chromium >/dev/null && command -v chromedriver >/dev/null || \
	  { [ "$$(id -u)" = 0 ] && apt-get update -qq && apt-get install -y -qq chromium chromium-driver >/dev/null; } || \
	  { echo "test-browser: Chromium is missing; run: sudo apt-get install chromium chromium-driver" >&2; exit 1; }

test-browser: $(VENV)/.dev setup-browser ## tests of pages in headless Chromium
	@$(BIN)/python -m pytest -m browser $(ARGS)

lint: $(VENV)/.dev ## ruff, linter and format
	@$(BIN)/ruff check . && $(BIN)/ruff format --check .

format: $(VENV)/.dev ## write the format
	@$(BIN)/ruff check --fix . ; $(BIN)/ruff format .

types: $(VENV)/.dev ## mypy, strict
	@$(BIN)/mypy

eval: $(VENV)/.dev ## scores against gold, with floors that only rise
	@$(BIN)/python -m tests.floors $(GOLD)

bench: $(VENV)/.dev ## measurements, as ratios
	@$(BIN)/python -m pytest -m bench -s $(ARGS)

soak: $(VENV)/.dev ## long forms of the crash and concurrency tests
	@$(BIN)/python -m pytest -m soak $(ARGS)

lock: ## compile the requirements again (needs uv)
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header -o requirements.txt pyproject.toml
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --extra dev -c requirements.txt -o requirements-dev.txt pyproject.toml

clean: ## remove what was built; data/ stays
	@rm -rf build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
