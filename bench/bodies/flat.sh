#!/usr/bin/env bash
# Pages from the database with one body and with the regional set: they must cost the same.
# AGIO_BENCH_BODIES (400), AGIO_BENCH_SECONDS (20). Writes target/bench/bodies-flat.json.
set -euo pipefail
cd "$(dirname "$0")/../.."
bin=$(realpath "${AGIO_BIN:-${CARGO_TARGET_DIR:-target}/release/agio}")
many=${AGIO_BENCH_BODIES:-400}
seconds=${AGIO_BENCH_SECONDS:-20}
port=${AGIO_BENCH_PORT:-8196}
mkdir -p target/bench
work=$(mktemp -d)
trap 'kill "${server:-}" 2>/dev/null || true; rm -rf "$work"' EXIT
pages='ente-000/percorsi/ascolto/idee ente-000/ ente-000/profilo/servizi'

# measure BODIES: the requests a second of each page, a line each.
measure() {
  export AGIO_DATA=$work/$1 AGIO_LISTEN=127.0.0.1:$port AGIO_BASE_URL=http://127.0.0.1:$port
  export AGIO_PAGE_CACHE=off AGIO_RATE_LIMIT=off AGIO_LOG=warn
  "$bin" demo --size region --bodies "$1" >/dev/null
  "$bin" serve >"$work/log" 2>&1 &
  server=$!
  for _ in $(seq 120); do curl -fs "$AGIO_BASE_URL/status" >/dev/null && break; sleep 0.5; done
  for page in $pages; do
    curl -fs -o /dev/null "$AGIO_BASE_URL/$page" || { echo "$page does not answer" >&2; exit 1; }
    wrk -t2 -c16 -d1s "$AGIO_BASE_URL/$page" >/dev/null
    wrk -t2 -c16 "-d${seconds}s" "$AGIO_BASE_URL/$page" | awk '/^Requests\/sec/ { print $2 }'
  done
  kill "$server"
  wait "$server" || true
}

measure 1 >"$work/one"
measure "$many" >"$work/many"
paste -d ' ' <(tr ' ' '\n' <<<"$pages") "$work/one" "$work/many" | awk -v many="$many" '
  BEGIN { printf "{\"title\":\"Pages from the database, one body and %d\",\"rows\":[", many }
  { printf "%s{\"what\":\"/%s with %d bodies, a second\",\"ours\":\"%d\",\"peer\":\"%d with one\",\"ratio\":\"%.2f\",\"budget\":\"at most 1.50 times the cost\",\"reached\":\"%s\",\"bound_by\":\"making the page\"}",
      (NR > 1 ? "," : ""), $1, many, $3, $2, $2 / $3, ($2 / $3 <= 1.5 ? "yes" : "no") }
  END { print "]}" }' >target/bench/bodies-flat.json
cat target/bench/bodies-flat.json
