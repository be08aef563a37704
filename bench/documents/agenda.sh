#!/usr/bin/env bash
# The PDF of an Agenda of 60 actions, made by the release build: the median of seven times.
set -euo pipefail
cd "$(dirname "$0")/../.."
target=${CARGO_TARGET_DIR:-target}
# With the program, so that what they share is compiled once.
cargo build --quiet --release -p agio -p documents --bin agio --example agenda_pdf
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
for _ in 1 2 3 4 5 6 7; do
  "$target/release/examples/agenda_pdf" "$out/agenda.pdf" it 60
done | tee /dev/stderr | sed -E 's/.*first ([0-9]+) ms.*/\1/' | sort -n | sed -n 4p >"$out/ms"
mkdir -p "$target/bench"
node -e '
  const ms = Number(require("fs").readFileSync(process.argv[1], "utf8"));
  const row = { what: "PDF of an Agenda of 60 actions, first one of a process", ours: `${ms} ms`, peer: "-", ratio: "-", budget: "1,000 ms", reached: ms < 1000 ? "yes" : "no", bound_by: "layout of the pages (typst), one core" };
  console.log(JSON.stringify({ title: "Documents", rows: [row] }));
' "$out/ms" >"$target/bench/documents-agenda.json"
