# From a fresh clone: needs Python 3.11 and make, nothing else.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
SHARED ?= ../shared
BIN = .venv/bin
READY = .venv/.ready
PARENT = corpus/provincial-plan-state/source.docx
PROFILE = corpus/profiles/commune-plan-state.toml

all: lint test

setup: $(READY)
$(READY): constraints.txt pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	PIP_CONSTRAINT=constraints.txt $(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

lint: setup; $(BIN)/ruff check pipeline tests bench
test: setup; $(BIN)/python -m pytest --quiet --numprocesses auto
fast: setup; $(BIN)/python -m pytest --quiet --ignore tests/test_corpus.py --ignore tests/test_docs.py
fuzz: setup; $(BIN)/python -m pytest --quiet tests/test_laws.py tests/test_errors.py tests/test_fuzz.py --hypothesis-profile fuzz
diff: setup; $(BIN)/python -m tests.twins diff
accept: setup; $(BIN)/python -m tests.twins accept && $(BIN)/python -m tests.scoreboard accept
sizes: setup; $(BIN)/python $(SHARED)/tools/sizes.py pipeline
score: setup; $(BIN)/python -m tests.scoreboard
scans: setup; OMP_THREAD_LIMIT=1 $(BIN)/python -m tests.scans
bench: setup; $(BIN)/python -m bench.language && $(BIN)/python -m bench.reading
docs: setup; $(BIN)/python docs/build.py
wheel: setup; $(BIN)/python -m pip wheel --quiet --no-deps --wheel-dir dist .

demo: setup
	@mkdir -p out
	$(BIN)/chidao extract $(PARENT) -o out/tinh.json
	$(BIN)/chidao extract $(PARENT) --format table
	$(BIN)/chidao draft $(PARENT) --profile $(PROFILE) --today 2025-08-25 -o out/xa.docx
	$(BIN)/chidao check out/xa.docx --parent $(PARENT) --profile $(PROFILE)
	$(BIN)/chidao check corpus/commune-plan-faulty/source.docx --parent $(PARENT) --profile $(PROFILE) || test $$? -eq 1
	@echo "The record of the province's plan: out/tinh.json. The commune's draft, for Word: out/xa.docx."

.PHONY: all setup lint test fast fuzz diff accept sizes score scans bench docs wheel demo
