#!/usr/bin/env bash
# Imports 20,000 services from one XLSX into a fresh embedded database and says how long it took and how
# much memory it held. Writes target/bench/profile-import.json. AGIO_BIN is the program.
set -euo pipefail
cd "$(dirname "$0")/../.."
target=${CARGO_TARGET_DIR:-target}
bin=${AGIO_BIN:-$target/release/agio}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export AGIO_DATA=$folder/data
mkdir -p "$AGIO_DATA" target/bench
# With the program, so that what they share is compiled once.
cargo build --quiet --release -p agio -p profile --bin agio --example import_speed
"$target/release/examples/import_speed" --file "$folder/servizi.xlsx"
"$bin" body add prova "Ente di prova" --kind municipality >/dev/null

begin=$(date +%s%N)
"$bin" import servizi "$folder/servizi.xlsx" --body prova --json >"$folder/report.json" &
pid=$!
peak=0
while [ -r "/proc/$pid/status" ]; do
  now=$(awk '/VmHWM/ { print $2 }' "/proc/$pid/status" 2>/dev/null || true)
  [ "${now:-0}" -gt "$peak" ] && peak=$now
  sleep 0.02
done
wait "$pid"
end=$(date +%s%N)
grep -q '"new": 20000' "$folder/report.json" || { cat "$folder/report.json"; exit 1; }
awk -v ns=$((end - begin)) -v kb="$peak" 'BEGIN {
  s = ns / 1e9; mb = kb / 1024
  printf "{\"title\":\"20,000 services from one XLSX\",\"rows\":["
  printf "{\"what\":\"time\",\"ours\":\"%.2f s\",\"peer\":\"\",\"ratio\":\"\",\"budget\":\"5 s\",\"reached\":%s,\"bound_by\":\"reading XML, writing rows\"},", s, (s < 5 ? "true" : "false")
  printf "{\"what\":\"peak memory\",\"ours\":\"%.0f MB\",\"peer\":\"\",\"ratio\":\"\",\"budget\":\"400 MB\",\"reached\":%s,\"bound_by\":\"rows of text held while compared\"}]}\n", mb, (mb < 400 ? "true" : "false")
}' | tee target/bench/profile-import.json
