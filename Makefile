# Everything a newcomer needs: `make run` and `make test` set themselves up from Python >= 3.11 with venv, make and git.
PYTHON ?= python3
BIN := .venv/bin
PORT ?= 8000
MUNICIPALITIES := nordlev soeby

# What exercises a server; the other tests over a store are of rules that every server carries out alike. `soak` runs all.
ON_NEO4J := $(addprefix tests/graph/,test_store.py test_guard.py test_loading.py) tests/cypher/test_explore.py

.PHONY: run test setup lint bench soak lock clean help test-neo4j

help: ## list the targets
	@grep -hE '^[a-z0-9-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

run: .venv/run.stamp ## install, read the example minutes, serve them; prints the address
	$(BIN)/sagsgraf --store data/example ingest examples/minutes
	$(BIN)/sagsgraf --store data/example serve --port $(PORT)

test: .venv/dev.stamp ## install and run the test suite (also without ../shared)
	$(BIN)/lint-imports --no-logo
	$(BIN)/python -m pytest

test-neo4j: .venv/dev.stamp ## the contract of both stores, and the tests of the store, on a real Neo4j (needs a JDK and Maven)
	tests/neo4j/with-neo4j $(BIN)/python -m pytest tests/contract $(ON_NEO4J) -k "contract or neo4j"

setup: .venv/dev.stamp ## install everything, also what tests and lint need

lint: .venv/dev.stamp ## style, types and the direction of imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

bench: .venv/dev.stamp ## measure speed, each figure as a ratio to a named peer in the same run
	$(BIN)/python -m bench

soak: .venv/dev.stamp ## the long forms of the seeded checks, on both stores (needs a JDK and Maven)
	SAGSGRAF_SOAK=1 tests/neo4j/with-neo4j $(BIN)/python -m pytest

lock: .venv/dev.stamp ## write the exact versions with hashes anew, from the ranges in pyproject.toml
	$(BIN)/pip install --quiet 'uv>=0.13'
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
		--upgrade --extra build --extra dev pyproject.toml -o locks/dev.txt
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
		--upgrade --extra build -c locks/dev.txt pyproject.toml -o locks/run.txt

clean: ## remove what the other targets made: environment, caches, example store
	rm -rf .venv data/example dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Sagsgraf needs Python 3.11 or newer; \
	this is $$($(PYTHON) --version). Name another with: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	@$(PYTHON) -m venv .venv || { echo "Python has no venv here. On Debian: apt install python3-venv" >&2; exit 1; }

.venv/run.stamp: locks/run.txt pyproject.toml | .venv/bin/python
	@echo "Installing Sagsgraf (a minute or two, about 500 MB) ..."
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r locks/run.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

.venv/dev.stamp: locks/dev.txt .venv/run.stamp
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r locks/dev.txt
	@touch $@
