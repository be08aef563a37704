#!/usr/bin/env bash
# The selection engine on real elections, beside pabutools: writes target/bench/select.json.
# Reads the test data that lies beside the project (shared/data); says so and does nothing without it.
# AGIO_BENCH_PEER_SECONDS (120) bounds each run of the peer.
set -euo pipefail
cd "$(dirname "$0")/../.."

target=${CARGO_TARGET_DIR:-target}
data=$(cd .. && pwd)/shared/data
out=$target/bench/select.json
if [ ! -d "$data/pabulib" ]; then
  echo "SKIPPED bench/engines/select.sh: the shared test data is not beside the project"
  exit 0
fi
mkdir -p "$target/bench"
cargo build --release -p fair-selection --example select --quiet
peer=
if python3 -m venv "$target/peers" >/dev/null 2>&1 &&
  "$target/peers/bin/pip" install --quiet pabutools >/dev/null 2>&1; then
  peer=$target/peers/bin/python
fi
# pabumeasures (C++) is built against OR-tools, which pip does not bring: tried, used when it installs.
if [ -n "$peer" ]; then
  "$target/peers/bin/pip" install --quiet pabumeasures >/dev/null 2>&1 || true
fi
python3 bench/engines/select.py "$target/release/examples/select" "$data" "$out" "$peer"
