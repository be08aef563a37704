#!/usr/bin/env bash
# Full exports of 20,000 services in every format: time and peak memory of the program.
# Writes target/bench/profile-export.json. AGIO_BIN is the program; AGIO_BENCH_SERVICES (20000) shortens a trial.
set -euo pipefail
cd "$(dirname "$0")/../.."
export AGIO_BIN=${AGIO_BIN:-${CARGO_TARGET_DIR:-target}/release/agio}
[ -x "$AGIO_BIN" ] || { echo "$AGIO_BIN is not there: make build" >&2; exit 1; }
exec node bench/profile/export.js
