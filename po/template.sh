#!/usr/bin/env bash
# template.sh: prints the template: every text of the current sources, as a translator gets it.
# SPDX-License-Identifier: GPL-3.0-or-later
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
# What meson's preset “glib” takes, with files named but not lines: a moved line is not a change.
xgettext --from-code=UTF-8 --add-comments=Translators --add-location=file --package-name=placewright \
  --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 \
  --keyword=g_dcgettext:2 --keyword=g_dngettext:2,3 --keyword=g_dpgettext2:2c,3 \
  --flag=N_:1:pass-c-format --flag=C_:2:pass-c-format --flag=NC_:2:pass-c-format \
  --flag=g_dngettext:2:pass-c-format --flag=g_strdup_printf:1:c-format \
  --flag=g_string_printf:2:c-format --flag=g_string_append_printf:2:c-format \
  --flag=g_error_new:3:c-format --flag=g_set_error:4:c-format --flag=g_markup_printf_escaped:1:c-format \
  --flag=g_print:1:c-format --flag=g_printerr:1:c-format \
  --files-from="${1:-po/POTFILES.in}" --output=-
