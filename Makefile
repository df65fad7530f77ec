# 乡店学堂 · Village Shop School. `make help` lists everything.
PYTHON ?= python3
DEMO ?= 1
SET_UP = cd site && $(PYTHON) -m launch.bootstrap
MANAGE = .venv/bin/python manage.py
# One shell for a whole recipe, which then becomes the program: a signal meets it and nothing in between.
.ONESHELL:
.SHELLFLAGS = -ec
.PHONY: help run test test-hard test-postgres bench budget lighthouse pictures lock lint lint-phone clean set-up set-up-test
.DEFAULT_GOAL := help

help: ## this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):[^#]*## /\1\t/' | expand -t 16

run: set-up ## start the site with made-up people; PORT, HOST, DATA_DIR are honoured
	@DEMO=$(DEMO) exec $(MANAGE) run

test: set-up-test ## everything, in a real browser too; T=tests/house for a part
	@.venv/bin/python -m tests.browser
	exec .venv/bin/pytest -m "not hard" -n 2 --dist loadfile --no-loadscope-reorder --durations=40 --durations-min=4 $(T)

test-hard: set-up-test ## slow faults: kills, full disks, bare machines
	@exec .venv/bin/pytest -m hard $(T)

# What looks at a screen or at our files finds the same on any database.
NO_DATABASE = $(patsubst %,--ignore=tests/house/test_%.py,tools budgets calm_limits layout licences)

test-postgres: set-up-test ## the suite on a throw-away PostgreSQL cluster, without what only looks at screens and files
	@exec env PYTHONPATH=site:. .venv/bin/python -m tests.throwaway_postgres .venv/bin/pytest -m "not hard and not browser" $(NO_DATABASE) -n 2 --dist loadfile --no-loadscope-reorder $(T)

bench: set-up-test ## the tables of docs/measurements.md; PARTS="server phone learning phones counts divisions editor start"
	@exec .venv/bin/python -m tests.bench $(PARTS)

budget: set-up-test ## what each lesson and quiz costs on a slow line; fails over a limit; PAGES=3 for a sample
	@.venv/bin/python -m tests.browser
	exec .venv/bin/python -m tests.budget $(if $(PAGES),--pages $(PAGES))

lighthouse: set-up-test tests/lighthouse/node_modules/.package-lock.json ## scores of a lesson, a quiz and the lists; fails below 98; needs npm
	@.venv/bin/python -m tests.browser
	exec .venv/bin/python -m tests.lighthouse

pictures: set-up-test ## the two pictures of the README, taken again
	@exec .venv/bin/python -m tests.pictures

lock: set-up-test ## compile the hashed locks from the .in files; needs uv (pip install uv)
	@for name in requirements requirements-sms requirements-dev; do
	  uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	    $$name.in -o $$name.txt
	done

lint: set-up-test ## ruff, import-linter, mypy
	@.venv/bin/ruff check .
	PYTHONPATH=site:. .venv/bin/lint-imports
	PYTHONPATH=site:. .venv/bin/mypy .

lint-phone: tests/lint_phone/node_modules/.package-lock.json ## scripts and style sheets of the phone, against Chrome 70; needs npm
	@cd tests/lint_phone && npm run --silent lint

clean: ## remove what was built; the data folder stays
	@rm -rf .venv .cache .mypy_cache .ruff_cache .import_linter_cache tests/lint_phone/node_modules tests/lighthouse/node_modules
	find . -name __pycache__ -prune -exec rm -rf {} +

set-up:
	@$(SET_UP) requirements.txt

set-up-test:
	@$(SET_UP) requirements-dev.txt

# What npm has installed, once for each state of the lock.
tests/%/node_modules/.package-lock.json: tests/%/package-lock.json
	@if ! command -v npm >/dev/null; then
	  echo "没有 npm。请安装（Debian：apt install nodejs npm）。 There is no npm. Please install it (Debian: apt install nodejs npm)." >&2
	  exit 1
	fi
	cd tests/$* && npm ci --silent
	touch node_modules/.package-lock.json
