#!/usr/bin/env bash
# The matrix of 500 services x 60 databases, answered from the database (kept pages switched off):
# the median of a page in milliseconds. Writes target/bench/profile-matrix.json.
set -euo pipefail
cd "$(dirname "$0")/../.."
bin=$(realpath "${AGIO_BIN:-${CARGO_TARGET_DIR:-target}/release/agio}")
out=target/bench/profile-matrix.json
port=${AGIO_BENCH_PORT:-8194}
work=$(mktemp -d)
trap 'kill "${server:-}" 2>/dev/null || true; rm -rf "$work"' EXIT
mkdir -p target/bench
export AGIO_DATA=$work/data AGIO_LISTEN=127.0.0.1:$port AGIO_PAGE_CACHE=off
body=unione-bassa-reggiana
"$bin" serve --demo >"$work/log" 2>&1 &
server=$!
for _ in $(seq 120); do curl -fs "http://127.0.0.1:$port/status" >/dev/null && break; sleep 1; done
awk 'BEGIN { print "codice;nome;aree;comuni"; for (i = 1; i <= 500; i++)
  printf "M-S%03d;Servizio di misura %03d;ANZ;Guastalla\n", i, i }' >"$work/servizi.csv"
awk 'BEGIN { print "codice;nome;tipo"; for (i = 1; i <= 60; i++)
  printf "M-D%02d;Base di misura %02d;locale\n", i, i }' >"$work/basi.csv"
awk 'BEGIN { print "servizio;base dati;accesso"; for (i = 1; i <= 500; i++) for (j = 1; j <= 60; j++)
  if ((i * 7 + j * 3) % 4 == 0) printf "M-S%03d;M-D%02d;lettura e scrittura\n", i, j }' >"$work/usi.csv"
"$bin" import servizi "$work/servizi.csv" --body "$body" >/dev/null
"$bin" import basi-dati "$work/basi.csv" --body "$body" >/dev/null
"$bin" import collegamenti "$work/usi.csv" --body "$body" >/dev/null
page="http://127.0.0.1:$port/$body/profilo/matrice"
for _ in $(seq 60); do curl -fs -o /dev/null -w '%{time_total}\n' "$page"; done | sort -n >"$work/times"
median=$(awk '{ t[NR] = $1 } END { printf "%.1f", t[int((NR + 1) / 2)] * 1000 }' "$work/times")
reached=$(awk -v m="$median" 'BEGIN { print (m < 50) ? "true" : "false" }')
cat >"$out" <<JSON
{"title":"The matrix of 500 services x 60 databases",
 "rows":[{"what":"one page of the matrix from the database, median of 60 (ms)","ours":"$median","peer":"","ratio":"","budget":"50","reached":$reached,"bound_by":"rendering of the cells"}]}
JSON
cat "$out"
