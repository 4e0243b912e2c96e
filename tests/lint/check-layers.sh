#!/usr/bin/env bash
# check-layers.sh: app → ui → include/placewright ← core, and nobody looks past it.
# SPDX-License-Identifier: GPL-3.0-or-later
set -euo pipefail

cd "$PLACEWRIGHT_SOURCE"
. tests/tap.sh

# includes PATTERN FOLDER...: the include lines whose file matches
includes ()
{
  local pattern=$1
  shift
  list_sources "$@" | xargs -r grep -nHE "^[[:space:]]*#[[:space:]]*include[[:space:]]*[<\"]($pattern)" || true
}

# without PATTERN: drops the lines of files that may
without ()
{
  grep -vE "^($1)" || true
}

# strangers FOLDER...: includes by a bare name of what does not lie beside the file
strangers ()
{
  local file header

  list_sources "$@" | while read -r file; do
    sed -nE 's/^[[:space:]]*#[[:space:]]*include[[:space:]]*"([^/"]+)".*/\1/p' "$file" | while read -r header; do
      [ -e "$(dirname "$file")/$header" ] || echo "$file: $header"
    done
  done
}

window='gtk/|gdk/|gsk/|adwaita|gtk\.h|libadwaita'

report 'the public headers know only GLib and themselves' \
  "$(list_sources include | xargs grep -nHE '^[[:space:]]*#[[:space:]]*include' |
     grep -vE 'include <(placewright/[a-z-]+|glib|std(bool|def|int|arg))\.h>' || true)"
report 'the core knows no window' "$(includes "$window" include core)"
report 'only core/store knows SQLite' \
  "$(includes 'sqlite3' include core ui app | without 'core/store/')"
report 'only core/exchange knows the workbook, archive and CSV libraries' \
  "$(includes 'xlsxwriter|zlib\.h|gsf/|csv\.h' include core ui app | without 'core/exchange/')"
report 'only core/base knows the digest library' \
  "$(includes 'nettle/' include core ui app | without 'core/base/')"
report 'only core/store and core/exchange know GIO' \
  "$(includes 'gio/' include core | without 'core/(store|exchange)/')"
report 'ui does not look inside the core' \
  "$(includes '(\.\./)*core/|(base|plan|reference|engine|explain|report|store|exchange)/' ui)"
report 'base and plan do not look at what is built on them' \
  "$(includes '(reference|engine|explain|report|store|exchange)/' core/base core/plan)"
report 'the engine does not look at what is built on it' \
  "$(includes '(explain|report|store|exchange)/' core/reference core/engine)"
report 'pictures and findings know no window, and of the ui each other alone' \
  "$(list_sources ui/pictures ui/findings | xargs -r grep -nHE '^[[:space:]]*#[[:space:]]*include' |
     grep -vE 'include (<(placewright/[a-z-]+|glib(/gi18n)?|glib-object|cairo(-pdf|-svg)?|pango/pangocairo|math|string)\.h>|"((pictures|findings)/)?plwu-[a-z-]+\.h")' || true)"
report 'pictures and findings reach into no other folder by a bare name' "$(strangers ui/pictures ui/findings)"
report 'pictures and findings use no name of GTK' \
  "$(list_sources ui/pictures ui/findings | xargs -r grep -nHE '\<(Gtk|Gdk|Gsk|Adw|gtk_|gdk_|gsk_|adw_)' || true)"
report 'pictures do not look at findings' "$(includes '(findings)/' ui/pictures)"
report 'papers know no window, and of the ui pictures and findings alone' \
  "$(list_sources ui/papers | xargs -r grep -nHE '^[[:space:]]*#[[:space:]]*include "|(gtk|gdk|gsk|adw)[_/]' |
     grep -vE 'include "((pictures|findings)/)?plwu-[a-z-]+\.h"' || true)"
report 'app sees the public headers, ui and itself' \
  "$(list_sources app | xargs grep -nHE '^[[:space:]]*#[[:space:]]*include "' |
     grep -vE 'include "(cli[a-z-]*|language|plwu-[a-z-]+)\.h"' || true)"
report 'only ui uses ui names' \
  "$(list_sources include core | xargs grep -nHE '\<(plwu_|Plwu)' || true)"

finish
