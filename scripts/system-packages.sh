#!/usr/bin/env bash
# system-packages.sh chromium|postgresql|wrk|nginx…: makes sure these programs are there.
# Installs what is missing from the distribution (apt-get) when it may: as root, or with a sudo
# that asks no password. Otherwise it stops with the exact command to type.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/steps.sh
PATH=$PATH:/usr/sbin:/sbin

present() {
  case $1 in
    chromium) [ -n "${AGIO_CHROMIUM:-}" ] || has chromium || has chromium-browser || has google-chrome || has google-chrome-stable ;;
    postgresql) [ -n "${AGIO_TEST_POSTGRES_URL:-}" ] || scripts/with-postgres.sh --find >/dev/null ;;
    *) has "$1" ;;
  esac
}

# package_name SYSTEM PROGRAM: how the distribution calls it.
package_name() {
  case $1:$2 in
    ubuntu:chromium) echo chromium-browser ;;
    dnf:postgresql | zypper:postgresql) echo postgresql-server ;;
    *) echo "$2" ;;
  esac
}

missing=()
for program; do
  present "$program" || missing+=("$program")
done
[ ${#missing[@]} -gt 0 ] || exit 0

system=unknown
for manager in apt-get dnf zypper pacman brew; do
  if has $manager; then
    system=$manager
    break
  fi
done
if [ $system = apt-get ] && grep -qs '^ID=ubuntu' /etc/os-release; then system=ubuntu; fi

packages=()
for program in "${missing[@]}"; do packages+=("$(package_name $system "$program")"); done

case $system in
  apt-get | ubuntu) ;;
  dnf | zypper) stop "missing: ${missing[*]}. Type this, then try again:" "sudo $system install ${packages[*]}" ;;
  pacman) stop "missing: ${missing[*]}. Type this, then try again:" "sudo pacman -S ${packages[*]}" ;;
  brew) stop "missing: ${missing[*]}. Type this, then try again:" "brew install ${packages[*]}" ;;
  *) stop "missing: ${missing[*]}. Install them with this system's package manager, then try again." ;;
esac

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  if has sudo && sudo -n true 2>/dev/null; then
    as_root=(sudo -n)
  else
    stop "missing: ${missing[*]}, and installing needs the administrator's rights. Type this, then try again:" \
      "sudo apt-get update && sudo apt-get install ${packages[*]}"
  fi
fi
say "installing ${packages[*]} from the distribution"
"${as_root[@]}" apt-get update
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${packages[@]}"

for program in "${missing[@]}"; do
  present "$program" || stop "$program is still missing after its package was installed."
done
