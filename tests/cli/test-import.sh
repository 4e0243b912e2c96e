#!/usr/bin/env bash
# test-import.sh CLI: rows of anybody's spreadsheet, taken into a table of a plan file.
# SPDX-License-Identifier: GPL-3.0-or-later
set -euo pipefail

. "$PLACEWRIGHT_SOURCE/tests/cli/common.sh"
make_plan plan
run import plan -o plan.placewright
cp plan.placewright before.placewright

# As a council has it: a title, its own headings, a total; semicolons, decimal commas, not UTF-8.
printf '%s\n' 'Savings 2026 \243;;;;' 'Ref;Service;Proposal;2026/27;27-28' 'S1;roads;Fewer cones;1.200,50;tbc' \
       'S2;parks;"Less; grass";-;300' ';;;;' 'Total;;;1.200,50;300' | sed 's/.243/\xa3/' >savings.csv
map=(--table changes --map 'Ref=code,Service=line,C=name' --set kind=saving)

run import-table plan.placewright savings.csv "${map[@]}" --dry-run
expect 'a dry run' 0 'Semicolons part the cells'
report 'says what was taken to be so' "$(for note in Windows-1252 'with a comma'; do
  grep -q "$note" err.txt || echo "nothing about $note: $err"; done)"
report 'says what is missing' "$(grep -q 'savings.csv, cell E3, column 2027/28: “tbc” is taken as missing' err.txt || echo "$err")"
expect_equal 'says what would be done' \
  '2 rows read: 2 added, 0 changed, 0 as they were; 1 totals and blank rows left out
2026/27 adds up to £1,200.50
2027/28 adds up to £300.00' "$out"
report 'a dry run changes nothing' "$(cmp plan.placewright before.placewright 2>&1 || true)"

run import-table plan.placewright savings.csv "${map[@]}" --expect-rows 3
expect 'rows that are missing' 1 '^error: savings.csv: there are 2 rows, not the 3 expected'
run import-table plan.placewright savings.csv "${map[@]}" --expect-sum 2026/27=1200
expect 'a sum that does not agree' 1 'add up to £1,200.50 and should add up to £1,200.00'
run import-table plan.placewright savings.csv --table changes --map Ref= --set kind=saving
expect 'columns that are not mapped' 1 'column code: no column of the source is mapped'
run import-table plan.placewright savings.csv --table changes --map Nowhere=code
expect 'a heading that is not there' 2 'has no heading “Nowhere”'
run import-table plan.placewright savings.csv --table changes --map Ref=nowhere
expect 'a field that is not there' 2 'table changes has no column “nowhere”'
run import-table plan.placewright savings.csv --table changes --map Ref
expect 'a mapping without a field' 2 'has no “='
run import-table plan.placewright savings.csv --table nowhere
expect 'a table that is not there' 2 'not a table'
run import-table plan.placewright savings.csv "${map[@]}" --sheet One
expect 'a sheet of a file without sheets' 2 'has no sheets'
run import-table plan.placewright savings.csv "${map[@]}" --header 5
expect 'headings in an empty row' 2 'row 5 of “savings.csv” is empty'
run import-table plan.placewright nowhere.csv "${map[@]}"
expect 'a source that is not there' 3 .
run import-table nowhere.placewright savings.csv "${map[@]}"
expect 'a plan that is not there' 3 .
report 'what failed changed nothing' "$(cmp plan.placewright before.placewright 2>&1 || true)"

run import-table plan.placewright savings.csv "${map[@]}" --expect-rows 2 --expect-sum 2026/27=1200.50 --remember
expect 'rows are taken in' 0
run export plan.placewright --folder out
expect_equal 'and are in the plan, with where they came from' \
  'S1,roads,Fewer cones,saving,,,,,,,,"savings.csv, row 3",1200.50,,,,
S2,parks,Less; grass,saving,,,,,,,,"savings.csv, row 4",,300,,,' "$(tail -n +2 out/changes.csv)"

sed -i 's/1.200,50/1.300,50/' savings.csv
run import-table plan.placewright savings.csv --table changes
expect 'the mapping is remembered' 0 'mapped as they were the last time'
report 'a row is changed by its key' "$(grep -q '^2 rows read: 0 added, 1 changed, 1 as they were' <<<"$out" || echo "$out")"

# A sheet of a workbook.
run export plan --template fill-in.xlsx
run import-table plan.placewright fill-in.xlsx --table lines --sheet lines
expect 'a sheet of a workbook' 0
report 'that holds what the plan has' "$(grep -q '^2 rows read: 0 added, 0 changed, 2 as they were' <<<"$out" || echo "$out")"
report 'no working copy stays behind' "$(find state -name '*.db*' 2>/dev/null || true)"

finish
