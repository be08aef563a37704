# Two commands to begin with: make run, make test. The work is in scripts/.
.POSIX:
.PHONY: help run build test bench fmt lint frontend clean-data

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-11s %s\n", $$1, $$2 }' Makefile

run: build ## build and start the program with the demo town, data under ./data/
	@AGIO_DATA="$${AGIO_DATA:-data}" "$${CARGO_TARGET_DIR:-target}/release/agio" serve --demo

build: frontend ## the optimised program, target/release/agio: one file, nothing beside it
	@echo 'building the program (some minutes the first time)'
	cargo build --release -p agio

test: ## every test: rules, use cases on both databases, stories in the browser
	@scripts/test.sh

bench: build ## measure the program beside nginx and write docs/benchmarks.md
	@bench/run.sh

fmt: ## put the source in its usual form
	cargo fmt --all

lint: frontend ## what the compiler and clippy have to say
	cargo fmt --all --check
	cargo clippy --workspace --all-targets -- -D warnings

frontend: ## styles and scripts, into frontend/dist
	@scripts/check-tools.sh
	@scripts/frontend.sh

clean-data: ## throw away ./data/: the next "make run" begins again
	rm -rf data
