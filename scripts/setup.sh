#!/bin/sh
# Makes a machine ready: Python environment, package with development tools, libraries and fonts for PDFs.
# usage: setup.sh PYTHON VENV        may be run again at any time; does only what is still to be done
# Exit status: 0 ready · 2 no fit Python · 3 the system lacks something that this user may not install
set -eu

python=${1:-python3}
venv=${2:-.venv}
cd "$(dirname "$0")/.."

say() { printf '%s\n' "$*" >&2; }

fit() { command -v "$1" >/dev/null 2>&1 && "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

# Installs system packages as root or through sudo without a password; fails quietly where neither is possible.
apt() {
    command -v apt-get >/dev/null 2>&1 || return 1
    if [ "$(id -u)" = 0 ]; then
        root=
    elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
        root='sudo -n'
    else
        return 1
    fi
    say "installing with apt-get: $*"
    $root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null 2>&1 && return 0
    $root env DEBIAN_FRONTEND=noninteractive apt-get update -qq >&2 || return 1
    $root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

find_python() {
    for candidate in "$python" python3.13 python3.12 python3.11 python3.14 python3; do
        if fit "$candidate"; then
            python=$candidate
            return 0
        fi
    done
    return 1
}

make_venv() {
    [ -x "$venv/bin/python" ] && fit "$venv/bin/python" && "$venv/bin/python" -m pip --version >/dev/null 2>&1 && return 0
    if ! find_python; then
        apt python3.11 python3.11-venv || true
        if ! find_python; then
            say "Python 3.11 or newer is needed and was not found; name it with: make PYTHON=/path/to/python3"
            exit 2
        fi
    fi
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        package=$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
        if ! apt "$package" && ! apt python3-venv; then
            say "Python's venv module is missing; install it with: sudo apt-get install -y $package"
            exit 3
        fi
    fi
    say "making $venv with $("$python" --version 2>&1)"
    "$python" -m venv --clear "$venv"
}

install_package() {
    stamp="$venv/.packages"
    wanted=$(cksum <pyproject.toml)
    [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ] && return 0
    say "installing the package and its tools into $venv"
    quiet='-qq --disable-pip-version-check'
    # Dependency groups are known to pip from 25.1 on; the one that comes with an older Python is not.
    # shellcheck disable=SC2086
    "$venv/bin/python" -m pip install $quiet --upgrade 'pip>=25.1'
    # shellcheck disable=SC2086
    "$venv/bin/python" -m pip install $quiet --editable . --group dev
    # shellcheck disable=SC2086
    "$venv/bin/python" -m pip install $quiet --group checks >/dev/null 2>&1 ||
        say "no axe-core or pdfua for this system: their tests will be skipped"
    printf '%s\n' "$wanted" >"$stamp"
}

# What a machine needs is known to the program itself; ask it.
ask_machine() { "$venv/bin/python" -c "from reporter.rendering import machine; $1"; }

install_libraries() {
    ask_machine 'raise SystemExit(bool(machine.missing()))' && return 0
    packages=$(ask_machine 'print(*machine.PACKAGES)')
    # shellcheck disable=SC2086
    if apt $packages && ask_machine 'raise SystemExit(bool(machine.missing()))'; then
        return 0
    fi
    say "PDFs need libraries and a Chinese font that are missing here. Install them with:"
    say "    $(ask_machine 'print(machine.install_line())')"
    exit 3
}

make_venv
install_package
install_libraries
