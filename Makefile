# What a newcomer may ask for. `make report` and `make test` set up all that they need in .venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
.DEFAULT_GOAL := help
.PHONY: help setup report test lint format score bench docs lock clean chromium

help: ## show this
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

setup: $(READY) ## install everything into .venv, as the lock file says

$(READY): pyproject.toml requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or later is needed, this is " + sys.version.split()[0]) if sys.version_info < (3, 11) else None'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $(READY)

report: $(READY) ## build build/report.html from seeds/
	@mkdir -p build
	@$(BIN)/timeline report seeds/ -o build/report.html --title "The United States and North Korea, 2018-2019"

test: $(READY) chromium ## run every test, the browser's too
	$(BIN)/python -m pytest -n 2

chromium:
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || { \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null; \
	  else \
	    echo "No chromium: the browser tests will fail. Get it with: sudo apt-get install chromium"; \
	  fi; }

lint: $(READY) ## check style, types and the import contract
	$(BIN)/ruff format --check timeline tests benchmarks
	$(BIN)/ruff check timeline tests benchmarks
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(READY) ## format the code
	$(BIN)/ruff format timeline tests benchmarks
	$(BIN)/ruff check --fix timeline tests benchmarks

score: $(READY) ## precision and recall on each document of seeds/
	$(BIN)/python tests/score.py seeds/

bench: $(READY) ## speed beside others, as ratios in one run
	$(BIN)/python benchmarks/tagging.py
	$(BIN)/python benchmarks/extraction.py
	$(BIN)/python benchmarks/notebook.py
	$(BIN)/python benchmarks/report.py

docs: $(READY) ## write docs/reference from the docstrings and the help texts
	$(BIN)/python docs/generate.py

lock: ## pin what pyproject.toml asks for, with hashes (needs uv or pip-tools: pip install uv)
	uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --no-emit-index-url --output-file requirements.lock

clean: ## remove what was built
	rm -rf build dist $(VENV) *.egg-info
