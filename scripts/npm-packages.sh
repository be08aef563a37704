#!/usr/bin/env bash
# npm-packages.sh FOLDER: fetches the folder's npm packages, only when its lock file has changed.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/steps.sh

folder=$1
stamp=$folder/node_modules/.fetched
if ! cmp -s "$folder/package-lock.json" "$stamp"; then
  say "fetching the npm packages of $folder"
  npm ci --prefix "$folder" --no-audit --no-fund
  mkdir -p "$folder/node_modules" # npm makes none for a project without packages
  cp "$folder/package-lock.json" "$stamp"
fi
