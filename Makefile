# Two commands do everything on a fresh machine: `make briefs` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# Some machines forbid it, and then every process that a test starts compiles the whole product again.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: briefs test soak check setup score bench bench-reading bench-extraction docs clean

setup: $(VENV)/.installed

$(VENV)/.installed: pyproject.toml scripts/setup.sh
	@sh scripts/setup.sh "$(PYTHON)" "$(VENV)"
	@touch $@

briefs: setup
	$(BIN)/reporter build

test: setup
	$(BIN)/python -m pytest -n auto --dist worksteal

# Endurance: a build that is killed at thirty random moments.
soak: setup
	REPORTER_KILLS=30 $(BIN)/python -m pytest tests/build/test_faults.py -k killed_build_leaves

check: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python scripts/make_docs.py --check

# Truth: our own labelled pages and sentences; REPORTER_LABELS names a folder of further labels.
score: setup
	$(BIN)/python tests/eval/run.py

# Speed: never part of the tests; read the ratios, not the seconds. What cannot be installed is not compared.
bench: setup
	-$(BIN)/python -m pip install -q --group bench
	$(BIN)/python benchmarks/bench_build.py

bench-reading: setup
	$(BIN)/python scripts/bench_reading.py

bench-extraction: setup
	$(BIN)/python benchmarks/bench_extraction.py

# The references that are written from the code itself.
docs: setup
	$(BIN)/python scripts/make_docs.py

clean:
	rm -rf $(VENV)
	find out -mindepth 1 ! -name .gitignore -delete
