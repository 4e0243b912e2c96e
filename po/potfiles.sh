#!/usr/bin/env bash
# potfiles.sh: prints the sources that hold texts to translate; po/POTFILES.in is its output.
# SPDX-License-Identifier: GPL-3.0-or-later
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
grep -rlE '\<N?C?_ \(|\<(g_d?n|d?n)gettext \(|translatable="(yes|true)"' --include='*.[ch]' --include='*.ui' \
  include core ui app | LC_ALL=C sort
