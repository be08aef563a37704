#!/usr/bin/env bash
# make bench: measures the program beside nginx on this machine and writes docs/benchmarks.md.
# AGIO_BENCH_SECONDS (20), AGIO_BENCH_ROUNDS (3), AGIO_BENCH_CONNECTIONS (16) and
# AGIO_BENCH_ONLY (part of a scenario's name) shorten a trial; AGIO_BENCH_REPORT sends its report
# elsewhere. AGIO_BIN is the program (target/release/agio).
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/steps.sh

export PATH=$PATH:/usr/sbin:/sbin
export AGIO_BIN=${AGIO_BIN:-${CARGO_TARGET_DIR:-target}/release/agio}
[ -x "$AGIO_BIN" ] || stop "$AGIO_BIN is not there: make build"
step 'programs the measures need: wrk, nginx' scripts/system-packages.sh wrk nginx
step 'the opinion map' bench/engines/map.sh
step 'measures' node bench/run.js
