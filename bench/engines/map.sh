#!/usr/bin/env bash
# Measures the opinion map on a real conversation and two generated ones, beside red-dwarf where it
# installs, and writes target/bench/map.json. AGIO_BENCH_ROUNDS (9): runs of which the least counts.
# AGIO_SHARED is the folder of shared test data (../shared).
set -euo pipefail
cd "$(dirname "$0")/../.."
target=${CARGO_TARGET_DIR:-target}
shared=${AGIO_SHARED:-../shared}
rounds=${AGIO_BENCH_ROUNDS:-9}
real=$shared/data/polis/american-assembly.bowling-green/participants-votes.csv
mkdir -p "$target/bench"

cargo build --quiet --release -p opinion-map --example bench
bench=$target/release/examples/bench
lines=$target/bench/map.lines
: > "$lines"
if [ -f "$real" ]; then "$bench" "$rounds" "$real" >> "$lines"; else echo "SKIPPED $real: the shared test data is not beside the project"; fi
"$bench" "$rounds" 30000x1000x50 >> "$lines"
"$bench" "$rounds" 100000x1000x51 >> "$lines"

# The peer: its pipeline on the real conversation, import and reading apart.
peer=$target/bench/red-dwarf
if [ -f "$real" ] && { [ -x "$peer/bin/python" ] || python3 -m venv "$peer" 2>/dev/null; } &&
    { "$peer/bin/python" -c 'import reddwarf' 2>/dev/null || "$peer/bin/pip" install --quiet red-dwarf >/dev/null 2>&1; }; then
    "$peer/bin/python" bench/engines/red_dwarf.py "$real" > "$target/bench/red-dwarf.json" || rm -f "$target/bench/red-dwarf.json"
else
    echo 'SKIPPED red-dwarf: it does not install here'
    rm -f "$target/bench/red-dwarf.json"
fi
node bench/engines/map.js "$lines" "$target/bench/red-dwarf.json" "$target/bench/map.json"
