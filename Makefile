# make demo: build, run the main job on Samples/, show the CSV.   make test: every test.
SWIFT ?= swift
PREFIX ?= /usr/local
OUT ?= demo-out

.PHONY: demo test lint format build deps install clean

deps:
	@sh Scripts/install-deps.sh

build: deps
	$(SWIFT) build -c release --product standpoint

demo: build
	@rm -rf $(OUT)
	@.build/release/standpoint run Pipelines/news.yaml Samples --output $(OUT); status=$$?; \
	  if [ $$status -gt 1 ]; then exit $$status; fi
	@sh Scripts/show-csv.sh $(OUT)

test: deps
	$(SWIFT) build -c release --product standpoint
	$(SWIFT) test

lint:
	$(SWIFT) format lint --strict --configuration .swift-format --recursive Package.swift Sources Tests

format:
	$(SWIFT) format --in-place --configuration .swift-format --recursive Package.swift Sources Tests

install: build
	install -d $(PREFIX)/bin $(PREFIX)/share/standpoint
	install -m 755 .build/release/standpoint $(PREFIX)/bin/standpoint
	cp -R Lexicons Pipelines $(PREFIX)/share/standpoint/
	@if [ -d Models ]; then cp -R Models $(PREFIX)/share/standpoint/; fi

clean:
	rm -rf .build $(OUT)

.PHONY: golden
# Records the golden tables anew, and fails: look at the difference, then run the tests again.
golden:
	STANDPOINT_RECORD=1 $(SWIFT) test --filter SamplesTests

.PHONY: prepare
# Reads the lexicons into Lexicons/lexicons.prepared, from which programs start quicker; after any change to them.
prepare: build
	.build/release/standpoint lexicon prepare Lexicons

.PHONY: figures
# Measures on development data, where that is present, and writes the figures into Benchmarks.md.
figures: build
	sh Scripts/figures.sh
	sh Scripts/attribution-settings.sh

.PHONY: bench
# Times pipelines and stages on ARTICLES articles made of the samples, beside bare libxml2; adds a line to bench.jsonl.
ARTICLES ?= 2000
bench: build
	$(SWIFT) build -c release --product StandpointBench
	python3 Scripts/bench.py --articles $(ARTICLES)

.PHONY: dist dist-test
# A tarball and a .deb that need neither Swift nor libxml2; dist-test tries both in a bare Debian (as root).
dist: deps
	sh Scripts/dist.sh

dist-test: dist
	sh Scripts/dist-test.sh
