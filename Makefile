# Everything that is done to this repository, by name: `make` alone lists it.

SWIFT ?= swift
PREFIX ?= /usr/local
# How long `make fuzz` looks.
SECONDS ?= 60

# Warnings are errors here and in CI, not in Package.swift: a newer compiler never breaks a
# visitor's build.
STRICT := -Xswiftc -warnings-as-errors
# A binary that is installed brings Swift's own libraries along, where the system allows it, and
# leaves its debugging symbols behind.
STATIC := $(if $(filter Linux,$(shell uname -s)),--static-swift-stdlib -Xlinker -s)

FORMATTED := Package.swift Plugins Sources Tests \
  Benchmarks/Package.swift Benchmarks/Sources Fuzzing/Package.swift Fuzzing/Sources
BRIGHTPRESS := .build/release/brightpress
STATIC_BUILD := $(SWIFT) build -c release --scratch-path .build-static $(STATIC)
INSTALLED := $(DESTDIR)$(PREFIX)

.DEFAULT_GOAL := help
.PHONY: help bootstrap build test differential spreadsheet clients browser screenshots lint format site check bench fuzz install

help: ## list what can be made
	@awk 'BEGIN { FS = ":.*## " } /^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' \
	  $(MAKEFILE_LIST)

bootstrap: ## install what the build needs and this machine does not have
	@sh scripts/bootstrap.sh

build: bootstrap ## compile for debugging, warnings are errors
	$(SWIFT) build $(STRICT)

test: bootstrap ## compile and run every test
	$(SWIFT) build --build-tests $(STRICT)
	$(SWIFT) test --skip-build --disable-xctest

differential: build ## render the same templates with Jinja2 and minijinja, and compare
	python3 Tests/Differential/run.py .build/debug/brightpress

spreadsheet: build ## open the report's CSV in LibreOffice Calc, and compare the columns
	python3 Tests/Clients/spreadsheet.py .build/debug/brightpress --libreoffice

clients: build ## read what is published with the programs that partners and readers run
	python3 Tests/Clients/feeds.py .build/debug/brightpress
	python3 Tests/Clients/metadata.py .build/debug/brightpress

browser: build ## look at the site in Chromium, with axe-core, vnu and linkchecker
	.build/debug/brightpress build --output .build/browser-site --quiet
	python3 Tests/Clients/browser.py .build/browser-site

screenshots: build ## picture the main pages into .build/screenshots, and two for the README
	.build/debug/brightpress build --output .build/browser-site --quiet
	python3 Tests/Clients/browser.py .build/browser-site --screenshots .build/screenshots
	python3 Tests/Clients/browser.py .build/browser-site --readme docs/images

lint: ## report what is not formatted or written by the rules of .swift-format
	$(SWIFT) format lint --strict --recursive --parallel $(FORMATTED)

.PHONY: packs
packs: build ## read the ECCP packs and the emblem with an HTML parser and a browser
	python3 Tests/Clients/eccp.py .build/debug/brightpress

check: packs

format: ## bring every source into its form
	$(SWIFT) format format --in-place --recursive --parallel $(FORMATTED)

site: bootstrap ## build the BRIGHT site into output/
	$(SWIFT) build -c release --product brightpress
	$(BRIGHTPRESS) build

check: lint test differential spreadsheet clients browser site ## everything that CI checks
	$(BRIGHTPRESS) build --strict
	$(BRIGHTPRESS) check --strict

bench: bootstrap ## time the templates and whole sites, beside Hugo and a bound in C
	$(SWIFT) build -c release --package-path Benchmarks
	Benchmarks/.build/release/template-benchmark Benchmarks Benchmarks/.build/post.html
	python3 Benchmarks/templates.py Benchmarks/.build/post.html
	$(STATIC_BUILD) --product brightpress
	python3 Benchmarks/site.py --brightpress "$$($(STATIC_BUILD) --show-bin-path)/brightpress" --scaling --record

fuzz: bootstrap ## look for templates that crash or hang, for SECONDS (60)
	$(SWIFT) build -c release --sanitize=fuzzer --package-path Fuzzing
	mkdir -p Fuzzing/.build/corpus Fuzzing/.build/findings
	for case in Tests/TemplatesTests/Cases/*.txt; do \
	  awk '/^---$$/ { part++; next } part == 1' "$$case" \
	    > "Fuzzing/.build/corpus/$$(basename "$$case" .txt)" || exit; \
	done
	Fuzzing/.build/release/template-fuzzer Fuzzing/.build/corpus -dict=Fuzzing/template.dict \
	  -artifact_prefix=Fuzzing/.build/findings/ -max_len=2048 -timeout=25 \
	  -max_total_time=$(SECONDS)

install: bootstrap ## install the program and its completions below PREFIX (/usr/local)
	$(STATIC_BUILD) --product brightpress
	install -d $(INSTALLED)/bin
	install -m 755 "$$($(STATIC_BUILD) --show-bin-path)/brightpress" $(INSTALLED)/bin/brightpress
	install -d $(INSTALLED)/share/bash-completion/completions
	install -d $(INSTALLED)/share/zsh/site-functions
	install -d $(INSTALLED)/share/fish/vendor_completions.d
	$(INSTALLED)/bin/brightpress --generate-completion-script bash \
	  > $(INSTALLED)/share/bash-completion/completions/brightpress
	$(INSTALLED)/bin/brightpress --generate-completion-script zsh \
	  > $(INSTALLED)/share/zsh/site-functions/_brightpress
	$(INSTALLED)/bin/brightpress --generate-completion-script fish \
	  > $(INSTALLED)/share/fish/vendor_completions.d/brightpress.fish
