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
PORT        ?= 8000
PYTESTOPTS  ?= -n 2

# Texts are read and written as UTF-8 whatever the machine's locale.
export PYTHONUTF8 = 1
# Some machines forbid Python to keep compiled modules; here that costs every build half a second.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help html publish preview alert devserver serve check check-law ledger status links test accept lint bench bench-saved bench-search bench-twins lock clean runtime dev hugo

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

# A place for unfinished texts, apart from what is public: PREVIEW_URL says where it will stand.
preview: OUTPUTDIR = $(BASEDIR)/preview
preview: runtime ## скласти попередній перегляд гілки в preview/, разом із незавершеним
	@$(PELICAN) build "$(INPUTDIR)" -o "$(OUTPUTDIR)" -s "$(BASEDIR)/previewconf.py" $(PELICANOPTS)
	@echo 'Подивитися: make serve OUTPUTDIR="$(OUTPUTDIR)" → http://localhost:$(PORT)/'

# What is given on the command line goes through the environment: no shell reads an alert's words.
GIVEN = $(if $(findstring command,$(origin $(1))),$(value $(1)))
alert: OUTPUTDIR = $(BASEDIR)/public
alert: export ALERT_LEVEL = $(call GIVEN,LEVEL)
alert: export ALERT_TEXT = $(call GIVEN,TEXT)
alert: export ALERT_START = $(call GIVEN,START)
alert: export ALERT_END = $(call GIVEN,END)
alert: export ALERT_LINK = $(call GIVEN,LINK)
alert: runtime ## оголосити термінове сповіщення: спитає все або LEVEL= TEXT= START= END= (LINK=)
	@"$(PY)" -m plugins.alerting "$(INPUTDIR)" -o "$(OUTPUTDIR)" -s "$(PUBLISHCONF)"

devserver: runtime ## показувати сайт і складати його знову після кожного збереження
	@$(PELICAN) devserver "$(INPUTDIR)" -o "$(OUTPUTDIR)" -s "$(CONFFILE)" --port $(PORT) $(PELICANOPTS)

serve: runtime ## показати складене на http://localhost:8000/
	@$(PELICAN) serve "$(OUTPUTDIR)" --port $(PORT)

check: runtime ## перевірити тексти, нічого не складаючи
	@$(PELICAN) check "$(INPUTDIR)" -s "$(CONFFILE)"

status: runtime ## показати стан матеріалів: незавершене, заплановане, прострочене, зайве
	@"$(PY)" -m plugins.status "$(INPUTDIR)" -s "$(CONFFILE)"

# A nightly job: it asks other sites, so it is no part of a check or a build.
links: OUTPUTDIR = $(BASEDIR)/public
links: dev ## перевірити посилання складеного сайту на інші сайти (результат – у make status)
	@"$(PY)" -m plugins.outside_links "$(OUTPUTDIR)" "$$("$(PY)" -c 'import publishconf; print(publishconf.SITEURL)')"

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

clean: ## прибрати все складене
	rm -rf "$(OUTPUTDIR)" "$(BASEDIR)/public" "$(BASEDIR)/preview" "$(BASEDIR)/.build"

runtime dev hugo:
	@command -v python3 >/dev/null || \
	  { echo 'Потрібен Python 3.11 або новіший: sudo apt install python3 python3-venv' >&2; exit 2; }
	@python3 .ci/environment.py $@
