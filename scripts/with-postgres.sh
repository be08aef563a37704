#!/usr/bin/env bash
# with-postgres.sh COMMAND…: runs the command with a throw-away PostgreSQL beside it, whose address
# is in AGIO_TEST_POSTGRES_URL. The cluster is stopped and removed whatever happens to the command.
# An AGIO_TEST_POSTGRES_URL that is already set is used as it is.
# with-postgres.sh --find prints the folder of the server's programs, or fails.
set -euo pipefail
# shellcheck source=SCRIPTDIR/steps.sh
. "$(dirname "$0")/steps.sh"
PATH=$PATH:/usr/sbin:/sbin # runuser

programs_folder() {
  local folder
  for folder in $(printf '%s\n' /usr/lib/postgresql/*/bin /usr/pgsql-*/bin | sort -rV); do
    if [ -x "$folder/initdb" ]; then
      echo "$folder"
      return
    fi
  done
  if has initdb; then dirname "$(command -v initdb)"; else return 1; fi
}

if [ "${1:-}" = --find ]; then
  programs_folder
  exit
fi
[ $# -gt 0 ] || stop 'usage: scripts/with-postgres.sh COMMAND…'
if [ -n "${AGIO_TEST_POSTGRES_URL:-}" ]; then exec "$@"; fi

programs=$(programs_folder) || stop 'PostgreSQL is not installed.' 'Debian, Ubuntu: sudo apt-get install postgresql'
cluster=$(mktemp -d "${TMPDIR:-/tmp}/agio-postgres.XXXXXX")
child=

# The server refuses to run as root.
as_owner=()
if [ "$(id -u)" -eq 0 ]; then
  owner=postgres
  id -u "$owner" >/dev/null 2>&1 || owner=nobody
  chown "$owner" "$cluster"
  as_owner=(runuser -u "$owner" --)
fi
postgres() { (cd "$cluster" && "${as_owner[@]}" "$programs/$1" "${@:2}"); }

# shellcheck disable=SC2317 # called by the trap
remove_cluster() {
  trap '' INT TERM HUP
  [ ! -e "$cluster/data/postmaster.pid" ] || postgres pg_ctl stop -D "$cluster/data" -m immediate -s || true
  rm -rf "$cluster"
}
trap remove_cluster EXIT

# The password keeps other users of this machine out while the tests run.
password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
(umask 077 && echo "$password" >"$cluster/password")
[ ${#as_owner[@]} -eq 0 ] || chown "$owner" "$cluster/password"
locale=C
if locale -a 2>/dev/null | grep -qix 'C\.utf-\?8'; then locale=C.UTF-8; fi
postgres initdb -D "$cluster/data" --username=postgres --pwfile="$cluster/password" --encoding=UTF8 --locale=$locale \
  --auth-local=reject --auth-host=password --no-sync >"$cluster/initdb.log" 2>&1 ||
  stop 'PostgreSQL could not make a cluster.' "$(cat "$cluster/initdb.log")"

# Nothing here must survive a power cut, so the tests need not wait for the disk.
settings="-c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=200 \
-c fsync=off -c synchronous_commit=off -c full_page_writes=off"

started=
for _ in 1 2 3 4 5; do
  port=$((20000 + RANDOM % 10000)) # below the ports that outgoing connections take
  if postgres pg_ctl start -D "$cluster/data" -l "$cluster/server.log" -w -t 60 -s -o "$settings -p $port" >/dev/null 2>&1; then
    started=yes
    break
  fi
done
[ -n "$started" ] || stop 'PostgreSQL did not start.' "$(tail -n 20 "$cluster/server.log")"
export AGIO_TEST_POSTGRES_URL="postgres://postgres:$password@127.0.0.1:$port/postgres"

# In a process group of its own, so that a signal reaches everything the command has started and
# this script lives on to clean up.
# shellcheck disable=SC2317 # called by the traps
forward() {
  [ -z "$child" ] || kill -s "$1" -- "-$child" 2>/dev/null || true
}
trap 'forward INT' INT
trap 'forward TERM' TERM
trap 'forward TERM' HUP
set -m
"$@" </dev/null &
child=$!
set +m
status=0
wait "$child" || status=$?
# A signal ends the wait early: wait again until the command has really ended.
while kill -0 "$child" 2>/dev/null; do
  status=0
  wait "$child" || status=$?
done
exit "$status"
