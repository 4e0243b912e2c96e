# packages.sh: what Placewright is built from on Debian 12, and how that gets there. Sourced, not run.
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash

# shellcheck disable=SC2034  # for those who source this
build_packages=(
  gcc libc6-dev pkgconf meson ninja-build
  gettext                     # msgfmt
  libxml2-utils               # xmllint, for the window's resources
  libglib2.0-dev libsqlite3-dev libxlsxwriter-dev libcsv-dev nettle-dev
  libpango1.0-dev libcairo2-dev # pictures, with and without a window
  libgtk-4-dev libadwaita-1-dev
  adwaita-icon-theme librsvg2-common fonts-dejavu-core
  fonts-liberation            # the face of printed papers
)

# list_missing PACKAGE...: those that dpkg does not have installed
list_missing ()
{
  local installed package

  installed=$(dpkg-query -W -f='${Package} ${db:Status-Status}\n' "$@" 2>/dev/null || true)
  for package in "$@"; do
    grep -qx "$package installed" <<<"$installed" || echo "$package"
  done
}

# install_missing PACKAGE...: asks apt for nothing where nothing is missing
install_missing ()
{
  local missing=() as_root=()

  if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    echo "This is not a Debian system: what is missing has to be installed by hand. Debian calls it: $*" >&2
    return 0
  fi

  mapfile -t missing < <(list_missing "$@")
  if [ ${#missing[@]} -eq 0 ]; then
    return 0
  fi

  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
      printf '%s\n' "Some packages are missing, and installing them needs root or sudo. As root, run:" \
             "  apt-get update && apt-get install --no-install-recommends ${missing[*]}" >&2
      return 1
    fi
    as_root=(sudo)
  fi

  echo "Installing ${missing[*]}" >&2
  "${as_root[@]}" apt-get update -qq >&2
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
}

# configure SOURCE BUILD [OPTION...]: sets a build folder up unless it is; one
# that was copied here from another place would build that other place
configure ()
{
  local source=$1 build=$2
  shift 2

  if [ -f "$build/meson-info/meson-info.json" ] \
     && ! grep -qF "\"source\": \"$source\"" "$build/meson-info/meson-info.json"; then
    rm -rf "$build"
  fi
  if [ ! -f "$build/build.ninja" ]; then
    meson setup "$build" "$source" "$@"
  fi
}

# compile BUILD [TARGET...]: says little where nobody watches
compile ()
{
  local build=$1 quiet=()
  shift

  if [ ! -t 1 ]; then
    quiet=(--quiet)
  fi
  ninja -C "$build" "${quiet[@]}" "$@"
}
