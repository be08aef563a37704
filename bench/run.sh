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
# Each of these writes its table to target/bench/; run.js puts them into the report.
ran=no
for script in bench/*/*.sh; do
  case $script in *"${AGIO_BENCH_ONLY:-}"*) step "measures: $script" "$script" && ran=yes ;; esac
done
if [ -n "${AGIO_BENCH_ONLY:-}" ] && [ "$ran" = yes ]; then
  say 'written to target/bench: "make bench" puts it into the report'
  exit 0
fi
step 'measures: pages and calls beside nginx' node bench/run.js
