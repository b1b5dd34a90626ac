# Two commands matter: `make demo` and `make test`.  Each sets up what it needs.
SHELL := /bin/bash
.DELETE_ON_ERROR:
.PHONY: help build demo test soak test-render lint bench fuzz clean setup schema-expected check-seeds

# Suites that compute for long: by themselves, so that they disturb none that waits for time limits.
HEAVY := 'StatsHistoriesTests|LinearTimeTests|HostileContentTests'

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-16s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## Install missing Debian packages (root), or name them
	@deploy/dev/packages

build: setup ## Release build of dvkd (static Swift runtime)
	swift build -c release --static-swift-stdlib --product dvkd

demo: setup ## The whole road with simulated data of five localities, and the cycle across the reform; exit 0 when all is as it must be
	@deploy/dev/demo

lint: ## Formatting, documentation and import rules
	@deploy/dev/lint

test: setup lint ## Lint, import check, warnings as errors and all tests on a throw-away cluster
	swift build --build-tests
	deploy/dev/postgres run -- swift test --skip-build --disable-xctest --skip $(HEAVY)
	deploy/dev/postgres run -- swift test --skip-build --disable-xctest --filter $(HEAVY)

soak: setup ## Thousands of random histories of the statistics, HISTORIES (5000); DVKD_HISTORY_SEED repeats a run
	swift build --build-tests
	DVKD_HISTORIES=$${HISTORIES:-5000} deploy/dev/postgres run -- swift test --skip-build --disable-xctest --filter StatsHistoriesTests

test-render: ## Report pages in headless Chromium: phone, desktop, print; the numbers equal the json
	@deploy/dev/packages chromium
	swift build --product dvkd
	@deploy/dev/test-render

check-seeds: setup ## What dvkd must find in the five sample articles of DIR
	@[ -n "$(DIR)" ] || { echo "error: make check-seeds DIR=<folder of the articles>" >&2; exit 2; }
	swift build --product dvkd
	deploy/dev/check-seeds "$(DIR)"

schema-expected: setup ## Write sql/schema.expected.sql anew from a migrated database
	deploy/dev/schema-dump > sql/schema.expected.sql.new && mv sql/schema.expected.sql.new sql/schema.expected.sql

bench: setup ## Benchmarks of the job queue against plain SQL, on a durable throw-away cluster
	swift build -c release --static-swift-stdlib --product dvkd-bench
	.build/release/dvkd-bench all

fuzz: ## Fuzz the pure rooms, FUZZ_SECONDS (120) a target; exit 1 on a crash, a hang or too much memory
	@deploy/dev/fuzz

clean: ## Remove build products and what the demo and test-render left
	rm -rf .build .demo .render
