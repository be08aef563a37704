#!/usr/bin/env bash
# Builds frontend/dist, which the binary embeds, only when something in frontend/ has changed.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/steps.sh

scripts/npm-packages.sh frontend

stamp=frontend/node_modules/.built
changed() {
  [ -d frontend/dist ] && [ -f "$stamp" ] || return 0
  # The folders count too: a file that was deleted leaves only its folder's time behind. Not the
  # top one, whose time the build itself changes.
  [ -n "$(find frontend -mindepth 1 \( -path frontend/node_modules -o -path frontend/dist \) -prune -o -newer "$stamp" -print)" ]
}
if changed; then
  say 'building the front end'
  began=$(mktemp)
  trap 'rm -f "$began"' EXIT
  npm run build --prefix frontend
  # The time before the build: a file saved while it ran is built next time.
  touch -r "$began" "$stamp"
fi
