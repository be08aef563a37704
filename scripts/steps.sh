# shellcheck shell=bash
# Sourced by the other scripts: messages, and long steps with their elapsed time.

say() { printf '%s\n' "$*" >&2; }

stop() {
  printf '\nStopped: %s\n' "$1" >&2
  shift
  [ $# -eq 0 ] || printf '  %s\n' "$@" >&2
  exit 1
}

has() { command -v "$1" >/dev/null 2>&1; }

elapsed() { printf '%d min %02d s' $(($1 / 60)) $(($1 % 60)); }

# step "what it does" command...: runs it, says how long it took, stops everything if it fails.
step() {
  local title=$1 began=$SECONDS status=0
  shift
  printf '\n== %s\n' "$title"
  "$@" || status=$?
  if [ "$status" -ne 0 ]; then
    stop "the step \"$title\" failed with code $status after $(elapsed $((SECONDS - began)))."
  fi
  printf '== done in %s: %s\n' "$(elapsed $((SECONDS - began)))" "$title"
}
