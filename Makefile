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

# What `make train` has counted: release builds are laid out by it, where the compiler knows how to.
# Its checksum is defined, and objects are always written, so that new counts compile everything anew.
# They go past the driver, which in Swift 6.3 passes them on to neither the compiler nor the linker.
COUNTS := Training/counts.profdata
frontend = $(foreach flag,$(1),-Xswiftc -Xfrontend -Xswiftc $(flag))
COUNTING := $(call frontend,-ir-profile-generate -function-sections) \
  -Xswiftc -Xclang-linker -Xswiftc -fprofile-generate
TRAINED = $(if $(shell $(SWIFT) -frontend -help-hidden 2>/dev/null | grep -e -ir-profile-use), \
  $(call frontend,-ir-profile-use=$(COUNTS) -function-sections -disable-incremental-llvm-codegen) \
  -Xswiftc -DCOUNTS_$(firstword $(shell cksum < $(COUNTS))))

FORMATTED := Package.swift Plugins Sources Tests \
  Benchmarks/Package.swift Benchmarks/Sources Fuzzing/Package.swift Fuzzing/Sources
BRIGHTPRESS := .build/release/brightpress
PROGRAM_BUILD := $(SWIFT) build -c release --product brightpress
RELEASE_BUILD = $(PROGRAM_BUILD) $(TRAINED)
STATIC_BUILD = $(RELEASE_BUILD) --scratch-path .build-static $(STATIC)
COUNTING_BUILD := $(PROGRAM_BUILD) $(COUNTING) --scratch-path .build-training $(STATIC)
INSTALLED := $(DESTDIR)$(PREFIX)

.DEFAULT_GOAL := help
.PHONY: help bootstrap build test differential spreadsheet clients browser screenshots lint format site check bench train fuzz install

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

site: bootstrap $(COUNTS) ## build the BRIGHT site into output/
	$(RELEASE_BUILD)
	$(BRIGHTPRESS) build

check: lint test differential spreadsheet clients browser site ## everything that CI checks
	$(BRIGHTPRESS) build --strict
	$(BRIGHTPRESS) check --strict

bench: bootstrap $(COUNTS) ## time the templates and whole sites, beside Hugo and a bound in C
	$(SWIFT) build -c release --package-path Benchmarks
	Benchmarks/.build/release/template-benchmark Benchmarks Benchmarks/.build/post.html
	python3 Benchmarks/templates.py Benchmarks/.build/post.html
	$(STATIC_BUILD)
	python3 Benchmarks/site.py --brightpress "$$($(STATIC_BUILD) --show-bin-path)/brightpress" --scaling --record

train: bootstrap ## count what the program does often, for release builds to be laid out by
	LLVM_PROFILE_FILE=/dev/null $(COUNTING_BUILD)
	python3 Training/train.py "$$($(COUNTING_BUILD) --show-bin-path)/brightpress" $(COUNTS) --swift $(SWIFT)

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

install: bootstrap $(COUNTS) ## install the program and its completions below PREFIX (/usr/local)
	$(STATIC_BUILD)
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
