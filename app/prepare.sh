# SPDX-License-Identifier: GPL-3.0-or-later
# What app/run and tests/run share: the packages and the build. To be sourced, with $root set. Everything
# is said on standard error, so that what the program writes stays alone on standard output.

missing_packages() { # LIST...
    local package
    while read -r package; do
        case "$package" in '' | '#'*) continue ;; esac
        [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)" = installed ] || echo "$package"
    done < <(cat "$@")
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif [ -t 0 ]; then
        sudo "$@"
    else
        sudo -n "$@" # nobody is there to type a password
    fi
}

# install_missing_packages [LIST...]: those of app/packages.txt, and of further lists.
install_missing_packages() {
    local lists=("$root/app/packages.txt" "$@")
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        echo "This is no Debian: install what corresponds to ${lists[*]} by hand." >&2
        return
    fi
    local missing
    mapfile -t missing < <(missing_packages "${lists[@]}")
    [ "${#missing[@]}" -gt 0 ] || return 0
    echo "Missing packages: ${missing[*]}" >&2
    if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; then
        echo "Neither root nor sudo: let somebody run  apt-get install ${missing[*]}" >&2
        exit 1
    fi
    local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 -qq)
    if ! { as_root "${apt[@]}" update &&
           as_root "${apt[@]}" install -y --no-install-recommends "${missing[@]}"; } </dev/null >&2; then
        echo "The packages could not be installed: ${missing[*]}" >&2
        exit 1
    fi
}

# build PRESET: configures where that is needed and builds into build/PRESET. Says nothing when all is
# up to date. Two at the same time wait for one another.
build() {
    local folder="$root/build/$1"
    if [ -e "$folder/bin/gatescope" ] && [ ! -w "$folder" ]; then
        echo "$folder belongs to somebody else: taking what is there." >&2
        return
    fi
    mkdir -p "$folder"
    exec 9>"$folder/.lock"
    flock 9
    local quiet=(--quiet)
    [ -e "$folder/bin/gatescope" ] || quiet=()
    # A build folder that came from elsewhere is begun anew.
    if [ ! -e "$folder/build.ninja" ] ||
       ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$folder/CMakeCache.txt"; then
        (cd "$root" && cmake --preset "$1" --fresh) >&2
    fi
    cmake --build "$folder" --parallel "$(nproc)" -- "${quiet[@]}" >&2
    exec 9>&-
}
