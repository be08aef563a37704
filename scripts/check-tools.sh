#!/usr/bin/env bash
# Says which of the four tools a build needs are missing or too old, and where to get them.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/steps.sh

problems=()

# version_at_least 1.95 1.94.0: true when the second is as new as the first.
version_at_least() { [ "$(printf '%s\n%s\n' "$1" "$2" | sort -V | head -n 1)" = "$1" ]; }

rust_wanted=$(sed -n 's/^rust-version *= *"\(.*\)"/\1/p' Cargo.toml)
if ! has cargo; then
  problems+=("cargo is missing: install Rust $rust_wanted or later from https://rustup.rs")
else
  rust_found=$(cargo --version | cut -d ' ' -f 2)
  version_at_least "$rust_wanted" "${rust_found%%-*}" ||
    problems+=("Rust is $rust_found, $rust_wanted or later is needed: rustup update stable")
fi

node_wanted=20.10.0
if ! has node; then
  problems+=("node is missing: install Node.js 20 or later (Debian, Ubuntu: apt-get install nodejs npm; or https://nodejs.org)")
else
  node_found=$(node --version)
  version_at_least "$node_wanted" "${node_found#v}" ||
    problems+=("Node.js is ${node_found#v}, $node_wanted or later is needed: https://nodejs.org")
fi
has npm || problems+=("npm is missing: it comes with Node.js (Debian, Ubuntu: apt-get install npm)")
has cc || problems+=("a C compiler is missing: Debian, Ubuntu: apt-get install build-essential; Fedora: dnf install gcc; macOS: xcode-select --install")

[ ${#problems[@]} -eq 0 ] || stop 'this machine is not ready.' "${problems[@]}"
