#!/usr/bin/env bash
# The selection engine on real elections, beside pabutools: writes target/bench/select.json.
# Reads the test data that lies beside the project (AGIO_SHARED, ../shared); without it, says so and does nothing.
# AGIO_BENCH_PEER_SECONDS (120) bounds each run of the peer.
set -euo pipefail
cd "$(dirname "$0")/../.."

target=${CARGO_TARGET_DIR:-target}
data=${AGIO_SHARED:-../shared}/data
out=$target/bench/select.json
if [ ! -d "$data/pabulib" ]; then
  echo "SKIPPED bench/engines/select.sh: the shared test data is not beside the project"
  exit 0
fi
mkdir -p "$target/bench"
cargo build --release -p fair-selection --example select --quiet
peer=$target/peers/bin/python
if ! "$peer" -c 'import pabutools' 2>/dev/null; then
  if ! { python3 -m venv "$target/peers" && "$target/peers/bin/pip" install --quiet pabutools; } >/dev/null 2>&1; then
    echo 'SKIPPED pabutools: it does not install here'
    peer=
  fi
fi
python3 bench/engines/selection.py "$target/release/examples/select" "$data" "$out" "$peer"
