#!/usr/bin/env bash
# test-import-return.sh CLI: service lines of a revenue return, taken into a plan file.
# SPDX-License-Identifier: GPL-3.0-or-later
set -euo pipefail

. "$PLACEWRIGHT_SOURCE/tests/cli/common.sh"
make_plan plan
run import plan -o plan.placewright
cp plan.placewright before.placewright

# line COUNCIL CODE LINE PAY RUNNING FEES OTHER: a line of form RSX as it is published
line ()
{
  local measure amounts=("$4" "$5" $(($4 + $5)) "$6" "$7" $(($6 + $7)) $(($4 + $5 - $6 - $7)))
  local i=0

  for measure in employees running_expenses total_expenditure sales_fees_charges other_income total_income \
                 net_current_expenditure; do
    echo "$1,$2,RSX,\"$3\",$measure,${amounts[$i]}.0"
    i=$((i + 1))
  done
}

# outturn CARE: a county and a district; CARE thousand pounds of pay for care
outturn ()
{
  echo '# Revenue outturn, GBP thousand'
  echo 'council,ons_code,form,service_line,measure,gbp_k'
  line Shire E10 'Education, all' 0 0 0 0
  line Shire E10 'Social care' "$1" 500 30 20
  line Shire E10 Roads 40 60 0 0
  line Shire E10 'Total Service Expenditure' $((1000 + 40)) 560 30 20
  line Town E07 Roads 5 5 1 0
  line Town E07 'Total Service Expenditure' 5 5 1 0
}
outturn 1000 >return.csv

run import-return plan.placewright return.csv --council Shire --council E07 --dry-run
expect 'a dry run' 0
report 'changes nothing' "$(cmp plan.placewright before.placewright 2>&1 || true)"

run import-return plan.placewright return.csv --council Shire --council E07
expect 'a county and its district' 0
expect_equal 'totals and empty lines are left out' \
  '3 service lines added, 0 changed, 0 as they were; 3 totals and empty lines left out' "$out"
report 'what adds up gives no warning' "$(grep 'parts add up' err.txt || true)"
run export plan.placewright --folder out
expect_equal 'councils are partners' 'E10,Shire
E07,Town' "$(grep -oE '^E[0-9]+,[A-Za-z]+' out/partners.csv)"
expect_equal 'lines keep the line of the return' 'E10.RSX.02,Shire: Social care
E10.RSX.03,Shire: Roads
E07.RSX.01,Town: Roads' "$(grep -oE '^E[^,]*,[^,]*' out/lines.csv)"
expect_equal 'base budgets are in pounds' 'E10.RSX.02,pay,pay,1000000
E10.RSX.02,running,other,500000
E10.RSX.02,fees,income,30000
E10.RSX.02,other-income,income,20000' "$(grep -oE '^E10.RSX.02,[^,]*,[^,]*,[^,]*' out/costs.csv)"
report 'and say where they came from' "$(grep -q '^E10.RSX.02,pay.*published.*"return.csv, row 10"' out/costs.csv ||
                                          grep E10.RSX.02 out/costs.csv)"

run import-return plan.placewright return.csv --council Shire
expect 'the same return again' 0
expect_equal 'changes nothing' \
  '0 service lines added, 0 changed, 2 as they were; 2 totals and empty lines left out' "$out"
outturn 900 >return.csv
run import-return plan.placewright return.csv --council Shire
expect 'a total that does not agree' 0 'total_expenditure is £1,600,000.00 and its parts add up to £1,500,000.00'
report 'changes its line' "$(grep -q '^0 service lines added, 1 changed, 1 as' <<<"$out" || echo "$out")"

cp plan.placewright before.placewright
run import-return plan.placewright return.csv --council Nowhere
expect 'a council that is not there' 1 'no council “Nowhere” on form RSX'
sed 's/,900.0$/,lots/' return.csv >broken.csv
run import-return plan.placewright broken.csv --council Shire
expect 'an amount that is none' 1 'broken.csv, row 10 .E10.RSX.02.: “lots” is not an amount in thousands of pounds'
run import-return plan.placewright plan/lines.csv --council Shire
expect 'a table that is no return' 3 'is not a revenue return: it has no column council'
report 'what failed changed nothing' "$(cmp plan.placewright before.placewright 2>&1 || true)"

finish
