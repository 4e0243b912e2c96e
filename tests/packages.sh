# packages.sh: what the tests need beside what the build needs. Sourced, not run.
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash

# shellcheck disable=SC2034  # for those who source this
test_packages=(
  python3                                      # counts the results
  xvfb xauth dbus-daemon at-spi2-core xdotool imagemagick
  libglpk-dev glpk-utils                       # an independent reference for the allocation
  universal-ctags clang-format
  desktop-file-utils appstream shared-mime-info groff-base
  shellcheck locales unzip
)
