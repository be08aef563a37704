#!/usr/bin/env bash
# Every test of the project. Nothing is skipped: what a test needs and is not there stops the run.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/steps.sh

target=${CARGO_TARGET_DIR:-target}
logs=$target/test-logs
rm -rf "$logs"
mkdir -p "$logs"
began=$SECONDS

# logged NAME command…: shows the output and keeps it for the sum at the end.
logged() {
  local log=$logs/$1.log
  shift
  "$@" 2>&1 | tee "$log"
}

build_tests() {
  if has cargo-nextest; then cargo nextest run --workspace --no-run; else cargo test --workspace --no-run; fi
}

rust_tests() {
  if has cargo-nextest; then
    scripts/with-postgres.sh cargo nextest run --workspace --no-fail-fast
  else
    scripts/with-postgres.sh cargo test --workspace --lib --bins --tests --no-fail-fast
  fi
}

# The tests of the program built its binary too.
browser_tests() {
  AGIO_BIN="$(cd "$target/debug" && pwd)/agio" npm test --prefix tests/browser
}

conformance_tests() {
  AGIO_BIN="$(cd "$target/debug" && pwd)/agio" npm test --prefix tests/conformance
}

# The runners' own last lines, added up: nextest, cargo test, node.
add_up() {
  cat "$logs"/*.log | awk '
    function number_before(word,   i) {
      for (i = 2; i <= NF; i++) if (index($i, word) == 1) return $(i - 1) + 0
      return 0
    }
    /^ *Summary \[/ || /^test result:/ { passed += number_before("passed"); failed += number_before("failed") + number_before("timed") }
    /^(#|ℹ) pass [0-9]+$/ { passed += $3 }
    /^(#|ℹ) (fail|cancelled) [0-9]+$/ { failed += $3 }
    END { printf "%d passed, %d failed\n", passed, failed }'
}
# Also after a failure, so that the sum is always the last thing said of the tests.
trap 'status=$?; add_up; exit $status' EXIT

step 'tools: cargo, node, npm, C compiler' scripts/check-tools.sh
step 'programs the tests need: Chromium, PostgreSQL' scripts/system-packages.sh chromium postgresql
step 'front end: packages and build' scripts/frontend.sh
step 'front end: its checks, the size of the first view among them' npm run check --prefix frontend
step 'format: cargo fmt' cargo fmt --all --check
step 'lints: clippy' cargo clippy --workspace --all-targets -- -D warnings
step 'build: the tests (some minutes the first time)' build_tests
step 'tests: rules, use cases on SQLite and PostgreSQL' logged rust rust_tests
step 'tests: examples in the documentation' logged doc cargo test --doc --workspace
step 'conformance: packages' scripts/npm-packages.sh tests/conformance
step 'conformance: exports against shapes and schemas' logged conformance conformance_tests
step 'browser: packages' scripts/npm-packages.sh tests/browser
step 'browser: the checks themselves, then the stories' logged browser browser_tests
printf '\nAll steps passed in %s.\n' "$(elapsed $((SECONDS - began)))"
