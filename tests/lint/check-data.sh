#!/usr/bin/env bash
# check-data.sh: what desktops, software centres and readers of manuals get is well formed.
# SPDX-License-Identifier: GPL-3.0-or-later
set -euo pipefail

cd "$PLACEWRIGHT_SOURCE"
. tests/tap.sh

app_id=uk.placewright.Placewright

# check NAME PROGRAM ARGUMENT...: a case that passes where the program does, silently or not
check ()
{
  local name=$1 complaints=
  shift
  if ! command -v "$1" >/dev/null; then
    skip "$name" "$1 is not installed"
    return
  fi
  complaints=$("$@" 2>&1) && complaints=
  report "$name" "$complaints"
}

check 'the desktop entry is valid' desktop-file-validate "app/data/$app_id.desktop"
check 'the metainfo is valid' appstreamcli validate --no-net "app/data/$app_id.metainfo.xml"
for file in app/data/*.xml app/data/icons/*.svg; do
  check "$(basename "$file") is well formed" xmllint --noout "$file"
done

# One application id, in the store's source and in the file type.
in_store=$(grep -rhoE 'APPLICATION_ID 0x[0-9A-Fa-f]+' core/store | sed 's/.* //' | sort -u)
report 'the file type has the application id of plan files' \
  "$(grep -q "offset=\"68\" value=\"$in_store\"" "app/data/$app_id.mime.xml" || echo "core/store has $in_store")"

for page in app/man/*.1; do
  if command -v groff >/dev/null; then
    report "$(basename "$page") is free of mistakes" "$(groff -man -ww -z "$page" 2>&1)"
  else
    skip "$(basename "$page") is free of mistakes" 'groff is not installed'
  fi
done

# Every option that a help names is in the manual.
options=$(grep -ohE '^ *\{ "[a-z]+", ('"'.'"'|0), 0, G_OPTION_ARG' app/cli*.c | sed -E 's/.*"([a-z]+)".*/\1/' | sort -u)
report 'the manual has every option of placewright-cli' \
  "$([ -n "$options" ] || echo 'no option was found in app'
     for option in $options; do grep -q -- "\\\\-\\\\-$option" app/man/placewright-cli.1 || echo "--$option"; done)"

finish
