# Щоденні команди. Сама лише `make` показує їх перелік: він збирається з описів після ##.
# Імена змінних — як у Makefile самого Pelican: make html INPUTDIR=… OUTPUTDIR=…

PY          ?= .venv/bin/python
PELICAN     ?= "$(PY)" -m plugins.incremental
PELICANOPTS ?=
BASEDIR     ?= .
INPUTDIR    ?= $(BASEDIR)/content
OUTPUTDIR   ?= $(BASEDIR)/output
CONFFILE    ?= $(BASEDIR)/pelicanconf.py
PUBLISHCONF ?= $(BASEDIR)/publishconf.py
EDITORCONF  ?= $(BASEDIR)/editorconf.py
PORT        ?= 8000
PYTESTOPTS  ?= -n 2

# Texts are read and written as UTF-8 whatever the machine's locale.
export PYTHONUTF8 = 1
# Some machines forbid Python to keep compiled modules; here that costs every build half a second.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help html publish devserver editor serve check check-law ledger test accept lint bench bench-saved bench-search bench-twins lock vendor clean runtime dev hugo

help: ## показати цей перелік
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile
	@echo
	@echo '  Інша тека:  make html INPUTDIR=тека-з-текстами OUTPUTDIR=куди'
	@echo '  Інший порт: make serve PORT=8080'

OTHERDIR = $(if $(findstring command,$(origin OUTPUTDIR)), OUTPUTDIR="$(OUTPUTDIR)")

html: runtime ## скласти сайт із content/ в output/
	@$(PELICAN) build "$(INPUTDIR)" -o "$(OUTPUTDIR)" -s "$(CONFFILE)" $(PELICANOPTS)
	@echo 'Подивитися: make serve$(OTHERDIR) → http://localhost:$(PORT)/'

# Its own output, hence its own state: a public build never mixes with one for localhost.
publish: OUTPUTDIR = $(BASEDIR)/public
publish: runtime ## скласти сайт для оприлюднення в public/
	@$(PELICAN) build "$(INPUTDIR)" -o "$(OUTPUTDIR)" -s "$(PUBLISHCONF)" $(PELICANOPTS)

devserver: runtime ## показувати сайт і складати його знову після кожного збереження
	@$(PELICAN) devserver "$(INPUTDIR)" -o "$(OUTPUTDIR)" -s "$(CONFFILE)" --port $(PORT) $(PELICANOPTS)

editor: runtime ## редагувати тексти у браузері на http://localhost:8000/admin/
	@"$(PY)" -m plugins.web_editor "$(INPUTDIR)" -s "$(EDITORCONF)" --port $(PORT)

serve: runtime ## показати складене на http://localhost:8000/
	@$(PELICAN) serve "$(OUTPUTDIR)" --port $(PORT)

check: runtime ## перевірити тексти, нічого не складаючи
	@$(PELICAN) check "$(INPUTDIR)" -s "$(CONFFILE)"

check-law: runtime ## показати, чи вчасно все оприлюднено за законом
	@$(PELICAN) check-law "$(INPUTDIR)" -s "$(CONFFILE)"

ledger: runtime ## дописати нові адреси до content/data/ledger.tsv (після оприлюднення)
	@$(PELICAN) ledger "$(INPUTDIR)" -s "$(CONFFILE)"

test: dev ## перевірити програму, зокрема у справжньому браузері
	@"$(PY)" .ci/node.py
	@CHROMIUM="$$("$(PY)" .ci/browser.py)" && export CHROMIUM && "$(PY)" -m pytest $(PYTESTOPTS)

accept: dev ## прийняти нинішні сторінки як зразкові для тестів
	@"$(PY)" -m pytest tests/site --accept

lint: dev ## перевірити код: стиль, типи, хто кого імпортує
	@"$(PY)" -m ruff check .
	@"$(PY)" -m ruff format --check .
	@"$(PY)" -m mypy
	@"$(PY)" -c 'from importlinter.cli import lint_imports_command as lint; lint()' --no-logo

bench: hugo ## виміряти швидкість поруч із Hugo і Pelican: SIZES="1000 5000 20000"
	@"$(PY)" -m tests.benchmarks.run $(SIZES) $(BENCHOPTS)

bench-saved: dev ## виміряти, як швидко збережене видно в браузері: SIZES="5000 20000"
	@"$(PY)" -m tests.benchmarks.saved $(SIZES)

LOCK = "$(PY)" -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
       --custom-compile-command 'make lock' $(LOCKOPTS) pyproject.toml

bench-search: dev ## виміряти, чи знаходить пошук, скільки байтів і часу бере запит: SIZES="1000 5000"
	@CHROMIUM="$$("$(PY)" .ci/browser.py)" && export CHROMIUM && "$(PY)" -m tests.benchmarks.search $(SIZES) $(BENCHOPTS)

bench-twins: dev ## виміряти, скільки заощаджує і коштує стиснення сторінок
	@"$(PY)" -m tests.benchmarks.twins

lock: dev ## записати версії пакетів заново (LOCKOPTS=--upgrade — найновіші)
	@$(LOCK) -o requirements.lock
	@$(LOCK) --group test --group lint --group lock -c requirements.lock -o requirements-dev.lock
	@$(LOCK) --group bench -c requirements.lock -o requirements-bench.lock
	@"$(PY)" .ci/node.py lock

vendor: dev ## взяти з npm програми вебредактора (plugins/web_editor/vendor/)
	@"$(PY)" .ci/vendor.py

clean: ## прибрати все складене
	rm -rf "$(OUTPUTDIR)" "$(BASEDIR)/public" "$(BASEDIR)/.build"

runtime dev hugo:
	@command -v python3 >/dev/null || \
	  { echo 'Потрібен Python 3.11 або новіший: sudo apt install python3 python3-venv' >&2; exit 2; }
	@python3 .ci/environment.py $@
