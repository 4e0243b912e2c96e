#!/usr/bin/env bash
# test-papers.sh CLI: the committee report and the public summary, as files.
# SPDX-License-Identifier: GPL-3.0-or-later
set -euo pipefail

. "$PLACEWRIGHT_SOURCE/tests/cli/common.sh"
make_plan plan
examples=$PLACEWRIGHT_SOURCE/app/examples
checker=$PLACEWRIGHT_SOURCE/tests/papers/check_paper.py
if ! command -v qpdf >/dev/null || ! command -v pdftotext >/dev/null || ! command -v python3 >/dev/null; then
  skip 'papers' 'qpdf, pdftotext or python3 is not installed'
  finish
  exit 0
fi

# inspect NAME ARGUMENT...: what is wrong with papers
inspect ()
{
  local name=$1
  shift
  report "$name" "$(python3 "$checker" "$@" 2>&1)"
}

# report_of NAME PLAN [OPTION...]: a report and its summary, held against the figures of the plan
report_of ()
{
  local name=$1 plan=$2
  shift 2
  run export "$plan" --pdf "$name.pdf" "$@"
  expect "a report is written: $name" 0
  run evaluate "$plan" --table summary --format csv "$@"
  printf '%s\n' "$out" >figures.csv
  inspect "the report is sound and has the plan's figures: $name" "$name.pdf" --shortfall figures.csv
  run export "$plan" --pdf "$name-summary.pdf" --summary "$@"
  expect "a summary is written: $name" 0
  inspect "the summary is sound and has one page: $name" "$name-summary.pdf" --pages 1
}

report_of small "$examples/small"
report_of small-one-pot "$examples/small" --scenario no-road-grant --policy placemaking
report_of lancashire "$examples/lancashire"
report_of gateshead "$PLACEWRIGHT_SOURCE/tests/data/gateshead"
report_of plain plan

inspect 'every picture is in it' lancashire.pdf --pictures 8

# text PAPER: its words on one line
text ()
{
  pdftotext "$1" - | tr '\n\f' '  ' | tr -s ' '
}

# contains NAME PAPER TEXT...
contains ()
{
  local name=$1 words complaints='' wanted
  words=$(text "$2")
  shift 2
  for wanted in "$@"; do
    grep -qF -- "$wanted" <<<"$words" || complaints+="“$wanted” is not in it"$'\n'
  done
  report "$name" "$complaints"
}

contains 'the cover says what the paper is of' small-one-pot.pdf 'Smallshire' 'No road grant' 'One pot' \
  'not lawful today' 'Fingerprint of the figures'
contains 'every section of a plan with all of them' lancashire.pdf 'What the committee is asked' 'Money, pot by pot' \
  'Changes and savings' 'Where money falls short' 'Which rules cause it' 'One pot or many' 'Capital and borrowing' \
  'Prevention' 'Partners: who pays and who gains' 'Scenarios compared' 'Risks and warnings' 'Assumptions and sources' \
  'How it is worked out' 'Glossary'
report 'a section with nothing to say is left out' \
  "$(text plain.pdf | grep -oE 'Capital and borrowing|Prevention programmes cost|Changes to the plan' || true)"

# The change log is a plan file's.
run import plan -o plan.placewright
run export plan.placewright --pdf logged.pdf
contains 'a plan file brings its change log' logged.pdf 'Changes to the plan' 'Imported from plan'

# Amounts below nothing.
run export "$examples/lancashire" --pdf minus.pdf --negatives minus
report 'amounts below nothing have brackets' "$(text lancashire.pdf | grep -qE '\([0-9,]+\)' || echo 'none has')"
report 'or a minus sign' "$(text minus.pdf | grep -qE ' -[0-9,]+ ' || echo 'none has')"

# The same plan, the same bytes, whatever the locale and the time of day.
export SOURCE_DATE_EPOCH=1790000000
run export "$examples/small" --pdf one.pdf
run export "$examples/small" --pdf two.pdf
report 'the same plan gives the same bytes' "$(cmp one.pdf two.pdf 2>&1 || true)"
run export "$examples/small" --pdf one-summary.pdf --summary
run export "$examples/small" --pdf two-summary.pdf --summary
report 'and so does the summary' "$(cmp one-summary.pdf two-summary.pdf 2>&1 || true)"
if localedef -i de_DE -f UTF-8 "$scratch/de_DE.UTF-8" 2>/dev/null; then
  run export "$examples/lancashire" --pdf point.pdf
  env LOCPATH="$scratch" LC_ALL=de_DE.UTF-8 "$cli" export "$examples/lancashire" --pdf comma.pdf 2>/dev/null
  report 'and so does a locale with a decimal comma' "$(cmp point.pdf comma.pdf 2>&1 || true)"
else
  skip 'and so does a locale with a decimal comma' 'localedef has no de_DE'
fi
report 'the date is the one asked for' \
  "$(TZ=UTC pdfinfo one.pdf | grep -qE 'CreationDate: +Mon Sep 21 14:13:20 2026' || pdfinfo one.pdf | grep CreationDate)"
SOURCE_DATE_EPOCH=yesterday run export "$examples/small" --pdf never.pdf
expect 'a time that is none' 1 'SOURCE_DATE_EPOCH'
unset SOURCE_DATE_EPOCH

# Nothing half-written.
mkdir locked
run export plan --pdf nowhere/paper.pdf
expect 'a folder that is not there' 3 'nowhere/paper.pdf'
run export plan --pdf locked
expect 'a target that is a folder' 3 'locked'
report 'nothing is left behind' "$(find . -name 'paper*' -o -name '*.pdf.*' -o -name never.pdf)"
cp one.pdf kept.pdf
run export plan --pdf kept.pdf --scenario nobody
expect 'a scenario that is not there' 2 'nobody'
report 'the paper that was there is still there' "$(cmp one.pdf kept.pdf 2>&1 || true)"
mkdir broken
printf '%s\n' key,value 'title,Broken' base_year,2025/26 years,2 >broken/plan.csv
printf '%s\n' code,name a,A >broken/lines.csv
printf '%s\n' line,element >broken/costs.csv
printf '%s\n' code,name >broken/pots.csv
run export broken --pdf broken.pdf
expect 'a plan that breaks a rule' 1
report 'and nothing is written' "$(find . -name broken.pdf)"

finish
