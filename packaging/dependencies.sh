# Debian 12 packages, and a function that installs those which are missing. Sourced by packaging/run and packaging/test.
# Every name is explained in README.md, "Dependencies".

variorum_build_packages="g++ cmake ninja-build ccache pkg-config
    qt6-base-dev qt6-svg-dev qt6-l10n-tools libqt6sql6-sqlite libqt6svg6 qt6-wayland
    libxml2-dev libuchardet-dev libcld2-dev libgmime-3.0-dev libpango1.0-dev libcairo2-dev libqpdf-dev
    libpoppler-cpp-dev libzip-dev zlib1g-dev libsqlite3-dev
    wordnet-base fonts-dejavu-core"
variorum_test_packages="poppler-utils qpdf"

# install_missing PACKAGE...: installs what dpkg does not know as installed; says so and fails where it may not.
install_missing() {
    local missing="" package
    for package in "$@"; do
        if [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" != installed ]; then
            missing="$missing $package"
        fi
    done
    [ -z "$missing" ] && return 0
    local sudo=""
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null; then
            echo "variorum: these packages are missing and only root can install them:$missing" >&2
            echo "variorum: run as root: apt-get install --no-install-recommends$missing" >&2
            return 1
        fi
        sudo=sudo
    fi
    echo "variorum: installing$missing"
    # shellcheck disable=SC2086
    $sudo apt-get -qq update &&
        $sudo env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends $missing >/dev/null
}

# build PRESET [TARGET...]: configures where that was not done yet, then builds the targets, or everything.
build() {
    local preset=$1
    shift
    if [ ! -f "build/$preset/build.ninja" ]; then
        cmake --preset "$preset" || return 1
    fi
    cmake --build --preset "$preset" ${1:+--target "$@"}
}
