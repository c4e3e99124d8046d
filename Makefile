# Parley: the commands of everyday work. `make` alone lists them.
#
# The environment is .venv in the checkout. It is made, and filled again, only when a requirements file is
# newer than its stamp in .venv; what the system has to bring is looked up each time, which takes a blink.

VENV := .venv
BIN := $(VENV)/bin
# The first Python on the path that is new enough; `make PYTHON=/path/to/python3` takes another.
PYTHON ?= $(shell for name in python3 python3.13 python3.12 python3.11 python3.14; do \
	"$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$name" && break; done)

RUNTIME := $(VENV)/.runtime-installed
DEVELOPMENT := $(VENV)/.development-installed

# Tests see the same place and language on every machine: neither UTC nor a zone of the sample.
TEST_ENVIRONMENT := QT_QPA_PLATFORM=offscreen TZ=America/New_York LANG=C.UTF-8 LC_ALL=C.UTF-8 LANGUAGE=

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help run test sample bench figures torture screens lock words system-run system-test

help: ## list these commands
	@sed -n 's/^\([a-z][a-z-]*\):.*## \(.*\)/  make \1|\2/p' $(MAKEFILE_LIST) | \
		while IFS='|' read -r name text; do printf '%-16s %s\n' "$$name" "$$text"; done

run: $(RUNTIME) system-run words ## open the sample visit in the window (without a display: write its papers)
	@$(BIN)/python -m tools.sample open

test: $(DEVELOPMENT) system-test words ## every check: format, lint, types, import contracts, tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/basedpyright
	$(BIN)/lint-imports --no-logo
	$(TEST_ENVIRONMENT) $(BIN)/python -m pytest -W error

sample: $(RUNTIME) words ## make the sample database and its papers anew in build/
	@$(BIN)/python -m tools.sample make

bench: $(DEVELOPMENT) system-test words ## measure against the floors and print the ratios
	$(TEST_ENVIRONMENT) $(BIN)/python -m pytest tests/bench -q -s

figures: $(DEVELOPMENT) system-test words ## measure how well the made files of others are read; 2,000 damaged ones
	$(TEST_ENVIRONMENT) $(BIN)/python -m tests.bench.intake_figures

torture: $(DEVELOPMENT) system-test words ## kill, fill the disk, damage files, save at once: the long form (an hour)
	$(TEST_ENVIRONMENT) $(BIN)/python -m pytest tests/torture -q -s -W error

screens: $(DEVELOPMENT) system-run words ## draw the pictures of the window
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tools.screens

lock: $(VENV)/.made ## pin the requirements again, with hashes and without hosts
	@$(BIN)/python -m uv --version >/dev/null 2>&1 || $(BIN)/python -m pip install --quiet uv
	$(BIN)/python -m tools.lock

words: $(RUNTIME)
	@$(BIN)/python -m models.text.catalogue

system-run: $(VENV)/.made
	@$(BIN)/python -m tools.system run

system-test: $(VENV)/.made
	@$(BIN)/python -m tools.system run test

$(VENV)/.made:
	@test -n "$(PYTHON)" || { echo "Parley needs Python 3.11 or newer, and there is none on the path;" \
		"on Debian 12: apt-get install python3 python3-venv" >&2; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Parley needs Python 3.11 or newer; $(PYTHON) is older or does not start." >&2; exit 1; }
	@"$(PYTHON)" -c 'import venv, ensurepip' 2>/dev/null || { \
		echo "Python's venv module is missing; on Debian: apt-get install python3-venv" >&2; exit 1; }
	"$(PYTHON)" -m venv $(VENV)
	@touch $@

$(RUNTIME): requirements.txt | $(VENV)/.made
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

$(DEVELOPMENT): requirements-dev.txt requirements.txt | $(VENV)/.made
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $(RUNTIME) $@
