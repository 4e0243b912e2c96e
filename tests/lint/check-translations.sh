#!/usr/bin/env bash
# check-translations.sh: every language says everything that the sources say now.
# SPDX-License-Identifier: GPL-3.0-or-later
set -euo pipefail

cd "${PLACEWRIGHT_SOURCE:-$(dirname "${BASH_SOURCE[0]}")/../..}"
. tests/tap.sh

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# list_texts FILE OPTION...: the English of the messages that msgattrib picks, without the header
list_texts ()
{
  local file=$1
  shift
  msgattrib --no-wrap --no-obsolete "$@" "$file" | sed '1,/^$/d' \
    | awk '/^(#|msgstr|$)/ { is_text = 0 } sub (/^(msgctxt|msgid|msgid_plural) /, "") { is_text = 1 } is_text && !/^""$/'
}

bash po/potfiles.sh >"$scratch/files"
report 'every file with texts is in po/POTFILES.in (bash po/update.sh)' \
  "$(diff po/POTFILES.in "$scratch/files" | grep '^[<>]' | sed 's/^</listed without texts:/; s/^>/not listed:/' || true)"

# A complaint here is a text cut in two by a macro, which no program will ever look up.
bash po/template.sh "$scratch/files" >"$scratch/template.pot" 2>"$scratch/complaints" || echo 'failed' >>"$scratch/complaints"
report 'the texts can be taken out for translation' "$(cat "$scratch/complaints")"

for language in $({ grep -vE '^(#|$)' po/LINGUAS || true; }); do
  catalogue=po/$language.po
  report "the translation to $language is sound" \
    "$(msgfmt --check --output-file=/dev/null "$catalogue" 2>&1 || true)"
  msgmerge --quiet --no-fuzzy-matching --output-file="$scratch/$language.po" "$catalogue" "$scratch/template.pot"
  report "the translation to $language is complete (bash po/update.sh, then po/README.md)" \
    "$(list_texts "$scratch/$language.po" --untranslated)"
  report "the translation to $language has nothing to be looked at again" \
    "$(list_texts "$scratch/$language.po" --only-fuzzy)"
done

finish
