#!/usr/bin/env bash
# test-import-budget.sh CLI: a published budget table, taken into a plan file.
# SPDX-License-Identifier: GPL-3.0-or-later
set -euo pipefail

. "$PLACEWRIGHT_SOURCE/tests/cli/common.sh"
make_plan plan
run import plan -o plan.placewright
cp plan.placewright before.placewright

# table WASTE: budgets of three years in £000, with that budget for waste in the second
table ()
{
  printf '%s\n' '£000,2025/26,2026/27,2027/28' 'Libraries,100,110,120' "Waste,200,$1,240" 'Net budget,300,330,360' \
         'Council tax,(250),(260),(270)' 'Business rates,(40),(50),(60)' 'Total funding,(290),(310),(330)' \
         'Cumulative gap,10,20,30' 'Annual gap,10,10,10'
}
table 220 >budget.csv

run import-budget plan.placewright budget.csv --dry-run
expect 'a dry run' 0
report 'says how the table was read' "$(grep -q '^Shape: levels: .*certain' <<<"$out" || echo "$out")"
report 'changes nothing' "$(cmp plan.placewright before.placewright 2>&1 || true)"

run import-budget plan.placewright budget.csv
expect 'a table that adds up' 0
expect_equal 'the plan agrees with its totals' 'Net budget: the plan agrees in 3 of 3 years that can be compared
Total funding: the plan agrees in 2 of 2 years that can be compared
Cumulative gap: the plan agrees in 2 of 2 years that can be compared
Annual gap: the plan agrees in 1 of 1 years that can be compared
4 rows taken: 4 added, 0 changed, 0 as they were; 4 totals and others left out' "$(tail -n 5 out.txt)"
run export plan.placewright --folder out
expect_equal 'services are lines with a base' 'libraries,budget,other,100000
waste,budget,other,200000' "$(grep -oE '^(libraries|waste),[^,]*,[^,]*,[^,]*' out/costs.csv)"
report 'and say where they came from' "$(grep -q '^waste,.*"budget.csv, row 3"' out/lines.csv || cat out/lines.csv)"
run import-budget plan.placewright budget.csv
report 'the same table again changes nothing' "$(grep -q '^4 rows taken: 0 added, 0 changed' out.txt || cat out.txt)"

cp plan.placewright before.placewright
table 231 >wrong.csv
run import-budget plan.placewright wrong.csv
expect 'a table that contradicts itself' 1 'Net budget, 2026/27: printed £330,000.00, its parts come to £341,000.00'
report 'explains itself on standard error' "$(grep -q '^Shape: levels' err.txt || cat err.txt)"
run import-budget plan.placewright wrong.csv --accept-contradictions --dry-run
expect 'accepted' 0 'warning: wrong.csv, cell C4: Net budget, 2026/27'

printf '%s\n' '£k,2025/26,2026/27,2027/28' 'North,10,11,12' 'South,20,21,22' 'Total,30,32,34' >either.csv
run import-budget plan.placewright either.csv
expect 'a table that can be read in two ways' 1 'it can be read as “levels: .*” and as “movements: .*”; say which'
report 'shows both readings' "$(grep -q '^The other reading, movements' err.txt || cat err.txt)"
run import-budget plan.placewright either.csv --shape movements --dry-run
expect 'whoever says decides' 0

printf '%s\n' '£k,Libraries,Waste,Net budget' '2025/26,100,200,300' '2026/27,110,220,330' '2027/28,120,240,370' >down.csv
run import-budget plan.placewright down.csv
expect 'years down the rows' 1 'down.csv, cell D4: Net budget, 2027/28: printed £370,000.00'
report 'are said to be' "$(grep -q '^Years: down the rows' err.txt || cat err.txt)"
printf '%s\n' '£k,2025/26,2026/27' '2023/24,1,2' '2024/25,3,4' >both.csv
run import-budget plan.placewright both.csv
expect 'years both ways' 3 'say whether its years stand across or down'
run import-budget plan.placewright both.csv --years down --shape levels --dry-run
expect 'whoever says where decides' 1 'none of its years is a year of the plan'
report 'and is obeyed' "$(grep -q '^Years: down the rows' err.txt || cat err.txt)"

run import-budget plan.placewright plan/lines.csv
expect 'a table without years' 3 '“lines.csv” is not a budget table'
run import-budget plan.placewright budget.csv --shape round
expect 'a shape that is none' 2 'shape is levels, movements, build-up, gap, mixed or capital'
run import-budget plan.placewright budget.csv --years up
expect 'a way that is none' 2 'years is across or down'
run import-budget plan.placewright budget.csv --unit pence
expect 'a unit that is none' 2 'unit is £, £k or £m'
run import-budget plan.placewright budget.csv --line nowhere
expect 'a line that is not there' 1 'the plan has no line “nowhere”'
report 'what failed changed nothing' "$(cmp plan.placewright before.placewright 2>&1 || true)"

finish
