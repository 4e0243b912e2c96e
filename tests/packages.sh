# packages.sh: what the tests need beside what the build needs. Sourced, not run.
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash

# shellcheck disable=SC2034  # for those who source this
test_packages=(
  python3                                      # counts the results
  xvfb xauth xdotool dbus-daemon at-spi2-core  # the window, on a display of its own
  python3-gi xclip                             # the window read as a screen reader does; the clipboard
  libglpk-dev                                  # an independent reference for the allocation
  libreoffice-calc-nogui                       # reckons the workbook anew, without a display
  locales                                      # localedef: a locale with a decimal comma
  poppler-utils qpdf                           # printed papers, read back
  universal-ctags clang-format shellcheck
  desktop-file-utils appstream shared-mime-info groff-base libglib2.0-bin
)

# shellcheck disable=SC2034
fuzz_packages=(
  clang-14 libclang-rt-14-dev                  # readers of strangers' files, tried with made-up ones
)
