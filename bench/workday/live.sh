#!/usr/bin/env bash
# A thousand screens follow a vote: how long a ballot takes to show on them. Writes target/bench/workday-live.json.
set -euo pipefail
cd "$(dirname "$0")/../.."
export AGIO_BIN=${AGIO_BIN:-${CARGO_TARGET_DIR:-target}/release/agio}
ulimit -n 8192
node bench/workday/live.js "${CARGO_TARGET_DIR:-target}/bench/workday-live.json"
