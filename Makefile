# Щоденні команди. Сама лише `make` показує їх перелік: він збирається з описів після ##.
# Імена змінних — як у Makefile самого Pelican: make html INPUTDIR=… OUTPUTDIR=…

PY          ?= .venv/bin/python
PELICAN     ?= "$(PY)" -m plugins.incremental
PELICANOPTS ?=
DELIVERY    ?= "$(PY)" -m plugins.delivery
BASEDIR     ?= .
INPUTDIR    ?= $(BASEDIR)/content
OUTPUTDIR   ?= $(BASEDIR)/output
CONFFILE    ?= $(BASEDIR)/pelicanconf.py
PUBLISHCONF ?= $(BASEDIR)/publishconf.py
DEPLOYCONF  ?= $(BASEDIR)/deploy.toml
EDITORCONF  ?= $(BASEDIR)/editorconf.py
PORT        ?= 8000
PYTESTOPTS  ?= -n 2

# Texts are read and written as UTF-8 whatever the machine's locale.
export PYTHONUTF8 = 1
# Some machines forbid Python to keep compiled modules; here that costs every build half a second.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
# Every command is a name, not a file: all that the list below shows.
.PHONY: runtime dev hugo $(shell sed -n 's/^\([a-z-]*\):.*\#\# .*/\1/p' $(firstword $(MAKEFILE_LIST)))

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
	@$(DELIVERY) seal "$(OUTPUTDIR)" --content "$(INPUTDIR)"

TO_TARGET = --targets "$(TARGET)" --conf "$(DEPLOYCONF)"

# ALLOW_SHRINK=N, ALLOW_GROWTH=1, ALLOW_OLDER=1, ALLOW_FOREIGN=1: what a guard forbids and a person wants, once.
deploy: OUTPUTDIR = $(BASEDIR)/public
deploy: runtime ## розгорнути складене: TARGET=назви цілей із deploy.toml
	@$(DELIVERY) deploy "$(OUTPUTDIR)" --content "$(INPUTDIR)" $(TO_TARGET) \
	  $(if $(ALLOW_SHRINK),--allow-shrink "$(ALLOW_SHRINK)") $(if $(ALLOW_GROWTH),--allow-growth) \
	  $(if $(ALLOW_OLDER),--allow-older) $(if $(ALLOW_FOREIGN),--allow-foreign)

# The target of GitHub, GitLab or Forgejo Pages in deploy.toml; TARGET names another.
github: TARGET = pages
github: deploy ## розгорнути на Pages (ціль pages із deploy.toml)

# Residents wait: nothing is installed or checked first, and Python alone is enough.
rollback: PY := $(if $(wildcard $(PY)),$(PY),python3)
rollback: ## повернути попередній випуск: TARGET=… (TO=назва – саме той)
	@$(DELIVERY) rollback $(TO_TARGET) $(if $(TO),--to "$(TO)")

releases: runtime ## показати випуски на цілі: TARGET=… (VERIFY=1 – звірити байти)
	@$(DELIVERY) releases $(TO_TARGET) $(if $(VERIFY),--verify)

servers: OUTPUTDIR = $(BASEDIR)/public
servers: runtime ## скласти налаштування nginx, Apache і Caddy в servers/: ROOT=тека-на-хості
	@$(DELIVERY) servers "$(OUTPUTDIR)" -o "$(BASEDIR)/servers" $(if $(ROOT),--root "$(ROOT)") $(SERVEROPTS)

stats: OUTPUTDIR = $(BASEDIR)/public
stats: runtime ## порахувати відвідування за журналом вебсервера: LOG=/var/log/nginx/council.log
	@$(DELIVERY) stats $(LOG) --site "$(OUTPUTDIR)" -o "$(BASEDIR)/stats"

# A place for unfinished texts, apart from what is public: PREVIEW_URL says where it will stand.
preview: OUTPUTDIR = $(BASEDIR)/preview
preview: runtime ## скласти попередній перегляд гілки в preview/, разом із незавершеним
	@$(PELICAN) build "$(INPUTDIR)" -o "$(OUTPUTDIR)" -s "$(BASEDIR)/previewconf.py" $(PELICANOPTS)
	@$(DELIVERY) seal "$(OUTPUTDIR)" --content "$(INPUTDIR)"
	@echo 'Подивитися: make serve OUTPUTDIR="$(OUTPUTDIR)" → http://localhost:$(PORT)/'

# What is given on the command line goes through the environment: no shell reads an alert's words.
SAID = $(if $(findstring command,$(origin $(1))),$(value $(1)))
alert: OUTPUTDIR = $(BASEDIR)/public
alert: export ALERT_LEVEL = $(call SAID,LEVEL)
alert: export ALERT_TEXT = $(call SAID,TEXT)
alert: export ALERT_START = $(call SAID,START)
alert: export ALERT_END = $(call SAID,END)
alert: export ALERT_LINK = $(call SAID,LINK)
alert: runtime ## оголосити термінове сповіщення: спитає все або LEVEL= TEXT= START= END= (LINK=)
	@"$(PY)" -m plugins.alerting "$(INPUTDIR)" -o "$(OUTPUTDIR)" -s "$(PUBLISHCONF)"
	@$(DELIVERY) seal "$(OUTPUTDIR)" --content "$(INPUTDIR)"

devserver: runtime ## показувати сайт і складати його знову після кожного збереження
	@$(PELICAN) devserver "$(INPUTDIR)" -o "$(OUTPUTDIR)" -s "$(CONFFILE)" --port $(PORT) $(PELICANOPTS)

editor: runtime ## редагувати тексти у браузері на http://localhost:8000/admin/
	@"$(PY)" -m plugins.web_editor "$(INPUTDIR)" -s "$(EDITORCONF)" --port $(PORT)

serve: runtime ## показати складене на http://localhost:8000/
	@$(PELICAN) serve "$(OUTPUTDIR)" --port $(PORT)

check: runtime ## перевірити тексти, нічого не складаючи: FILE=content/news/… FORM=text|github|sarif
	@$(PELICAN) check "$(INPUTDIR)" -s "$(CONFFILE)" $(if $(FORM),--form $(FORM)) $(if $(FILE),--files "$(FILE)")

rules: dev ## записати docs/rules.md, перелік правил, заново
	@"$(PY)" -m plugins.checks > docs/rules.md

hooks: dev ## перевіряти тексти перед кожним збереженням у git (вимкнути: git config --unset core.hooksPath)
	@git config core.hooksPath .ci/hooks
	@echo 'Відтепер git commit спершу перевіряє змінені файли з content/.'

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

# Names and answers reach the programs by the environment: quotes in them mean nothing to make.
import: runtime ## перенести документи або старий сайт: FILE=рішення.docx
	@"$(PY)" -m plugins.importing --content "$(INPUTDIR)" --data "$(BASEDIR)/content/data" \
	  --mapping "$(BASEDIR)/import.toml" --report "$(BASEDIR)/import-zvit.md" \
	  $(if $(KIND),--kind "$(KIND)") $(if $(MEDIA),--media "$(MEDIA)") $(IMPORTOPTS)

OWN = INPUTDIR OUTPUTDIR BASEDIR CONFFILE PUBLISHCONF PY PELICAN PELICANOPTS
GIVEN = $(foreach name,$(.VARIABLES),$(if $(findstring command,$(origin $(name))),$(name)))

new: runtime ## почати новий текст: запитає все потрібне; або KIND=news TITLE="Назва"
	@"$(PY)" -m plugins.drafting --content "$(INPUTDIR)" --data "$(BASEDIR)/content/data" \
	  --given "$(filter-out $(OWN),$(GIVEN))"

test: dev ## перевірити програму, зокрема у справжньому браузері
	@"$(PY)" .ci/node.py
	@"$(PY)" .ci/servers.py
	@CHROMIUM="$$("$(PY)" .ci/browser.py)" && export CHROMIUM && "$(PY)" -m pytest $(PYTESTOPTS)

storm: dev ## довго перевіряти розгортання: сотні перемикань і вбивств під відвідувачами (STORM=300)
	@"$(PY)" .ci/servers.py
	@STORM="$(or $(STORM),300)" "$(PY)" -m pytest tests/delivery/test_switching.py

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

bench-search: dev hugo ## порівняти пошук із Pagefind і MiniSearch: SIZES="1000 5000"
	@"$(PY)" .ci/node.py
	@CHROMIUM="$$("$(PY)" .ci/browser.py)" && export CHROMIUM && "$(PY)" -m tests.benchmarks.search $(SIZES) $(BENCHOPTS)

bench-twins: dev ## виміряти, скільки заощаджує і коштує стиснення сторінок
	@"$(PY)" -m tests.benchmarks.twins

bench-serve: OUTPUTDIR = $(BASEDIR)/public
bench-serve: dev ## виміряти, скільки сторінок за секунду віддає nginx (потрібен wrk)
	@command -v wrk >/dev/null || { echo 'Потрібен wrk: sudo apt install wrk' >&2; exit 2; }
	@"$(PY)" -m tests.benchmarks.serve "$(OUTPUTDIR)"

bench-switching: dev ## порахувати хибні відповіді під час перемикання випусків, за способами
	@"$(PY)" .ci/servers.py
	@"$(PY)" -m tests.benchmarks.switching

lock: dev ## записати версії пакетів заново (LOCKOPTS=--upgrade — найновіші)
	@$(LOCK) -o requirements.lock
	@$(LOCK) --group test --group lint --group lock -c requirements.lock -o requirements-dev.lock
	@$(LOCK) --group bench -c requirements.lock -o requirements-bench.lock
	@"$(PY)" .ci/node.py lock

vendor: dev ## взяти з npm програми вебредактора (plugins/web_editor/vendor/)
	@"$(PY)" .ci/vendor.py

clean: ## прибрати все складене
	rm -rf "$(OUTPUTDIR)" "$(BASEDIR)/public" "$(BASEDIR)/preview" "$(BASEDIR)/.build"

runtime dev hugo:
	@command -v python3 >/dev/null || \
	  { echo 'Потрібен Python 3.11 або новіший: sudo apt install python3 python3-venv' >&2; exit 2; }
	@python3 .ci/environment.py $@
