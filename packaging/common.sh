# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# What packaging/try and packaging/check share. Sourced, after `set -euo pipefail`; leaves the shell in the project's root.
cd "$(dirname "${BASH_SOURCE[0]}")/.."

say() { printf '\n\033[1m%s\033[0m\n' "$*"; }
fail() { printf '\n%s\n' "$*" >&2; exit 1; }

# packages_of SECTION...: the names in those sections of debian-packages.txt.
packages_of() {
    awk -v wanted=" $* " '{ sub(/#.*/, "") }
        /^\[/ { section = substr($1, 2, length($1) - 2); next }
        NF && index(wanted, " " section " ") { print $1 }' packaging/debian-packages.txt
}

# missing_of PACKAGE...: those that are not installed.
missing_of() {
    local package
    for package in "$@"; do
        [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || echo "$package"
    done
}

# need_space DIRECTORY MEBIBYTES WHAT-FOR
need_space() {
    local free
    free=$(df -Pm "$1" | awk 'NR == 2 { print $4 }')
    [ "$free" -ge "$2" ] || fail "Too little disk space for $3: $1 has $free MB free, $2 MB are needed. Nothing was changed; make room and run this again."
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# install_packages SECTION...: installs what is missing; no network, no root and no question asked where nothing is.
install_packages() {
    local wanted missing
    mapfile -t wanted < <(packages_of "$@")
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        say "This is not a Debian system, so nothing is installed. Going on with what is here; Debian's names for what is needed:"
        echo "${wanted[*]}"
        return
    fi
    mapfile -t missing < <(missing_of "${wanted[@]}")
    [ ${#missing[@]} -gt 0 ] || return 0
    if [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null; then
        fail "Some packages are missing, and without sudo only root can install them. As root, run
  apt-get update && apt-get install --no-install-recommends ${missing[*]}
and then this command again."
    fi
    need_space / 2000 "the packages"
    say "Installing ${#missing[@]} packages: ${missing[*]}"
    local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300)
    as_root "${apt[@]}" update || fail "The package lists could not be fetched. Is this machine connected? Nothing was changed."
    as_root "${apt[@]}" install -y --no-install-recommends "${missing[@]}" \
        || fail "Debian's packages could not all be installed; the lines above say why. Debian 12 is the oldest release that has them."
}

# build_jobs: one per core, fewer where memory would not do (a compiler takes up to 700 MB).
build_jobs() {
    local cores memory
    cores=$(nproc)
    memory=$(awk '/^MemAvailable:/ { print int($2 / 716800) }' /proc/meminfo)
    [ "$memory" -ge 1 ] || memory=1
    echo $((memory < cores ? memory : cores))
}

# build_release [TARGET]...: configures and builds the release preset.
build_release() {
    local fresh=() home
    home=$(sed -n 's/^CMAKE_HOME_DIRECTORY:INTERNAL=//p' build/release/CMakeCache.txt 2>/dev/null || true)
    # A tree that was moved or copied brings a configuration that names its old place.
    [ -z "$home" ] || [ "$home" = "$PWD" ] || fresh=(--fresh)
    [ -d build/release ] || need_space . 1000 "the build"
    say "Building (the first time takes some minutes)"
    cmake "${fresh[@]}" --preset release
    cmake --build --preset release --parallel "$(build_jobs)" ${@:+--target "$@"}
}
