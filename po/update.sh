#!/usr/bin/env bash
# update.sh: brings every translation up to date with the sources: new texts are added without a translation,
# and nothing is guessed.
# SPDX-License-Identifier: GPL-3.0-or-later
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
template=$(mktemp)
trap 'rm -f "$template"' EXIT

bash "$here/potfiles.sh" >"$template"
cp "$template" "$here/POTFILES.in"
bash "$here/template.sh" >"$template"
while read -r language; do
  msgmerge --update --backup=none --no-fuzzy-matching --quiet "$here/$language.po" "$template"
  echo "$language: $(msgfmt --check --statistics --output-file=/dev/null "$here/$language.po" 2>&1)"
done < <(grep -vE '^(#|$)' "$here/LINGUAS")
