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
  echo '# Revenue outturn 2025-26, GBP thousand'
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
  'The return is of 2025/26.
Shire, Total Service Expenditure: 3 rows come to their total of £1,550,000.00
Town, Total Service Expenditure: 1 row comes to its total of £9,000.00
3 service lines added, 0 changed, 0 as they were; 3 totals and empty lines left out' "$out"
report 'what adds up gives no warning' "$(grep 'parts add up' err.txt || true)"
run export plan.placewright --folder out
expect_equal 'councils are partners' 'E10,Shire
E07,Town' "$(grep -oE '^E[0-9]+,[A-Za-z]+' out/partners.csv)"
expect_equal 'lines keep the line of the return' 'E10.RSX.social-care,Shire: Social care
E10.RSX.roads,Shire: Roads
E07.RSX.roads,Town: Roads' "$(grep -oE '^E[^,]*,[^,]*' out/lines.csv)"
expect_equal 'base budgets are in pounds' 'E10.RSX.social-care,pay,pay,1000000
E10.RSX.social-care,running,other,500000
E10.RSX.social-care,fees,income,30000
E10.RSX.social-care,other-income,income,20000' "$(grep -oE '^E10.RSX.social-care,[^,]*,[^,]*,[^,]*' out/costs.csv)"
report 'and say where they came from' "$(grep -q '^E10.RSX.social-care,pay.*published.*"return.csv, row 10"' out/costs.csv ||
                                          grep E10.RSX.social-care out/costs.csv)"

run import-return plan.placewright return.csv --council Shire
expect 'the same return again' 0
expect_equal 'changes nothing' \
  'The return is of 2025/26.
Shire, Total Service Expenditure: 3 rows come to their total of £1,550,000.00
0 service lines added, 0 changed, 2 as they were; 2 totals and empty lines left out' "$out"
outturn 900 >return.csv
run import-return plan.placewright return.csv --council Shire
expect 'a total that does not agree' 0 'total_expenditure is £1,600,000.00 and its parts add up to £1,500,000.00'
report 'changes its line' "$(grep -q '^0 service lines added, 1 changed, 1 as' <<<"$out" || echo "$out")"

# What a line is called for good does not hang on its place: another year has its lines in another order.
{
  echo 'council,ons_code,form,service_line,measure,gbp_k'
  line Shire E10 Roads 41 60 0 0
  line Shire E10 'Waste collection' 7 0 0 0
  line Shire E10 'Social care' 900 500 30 20
} >later.csv
run import-return plan.placewright later.csv --council Shire --year 2025/26
expect 'another order' 0
report 'finds the same lines' "$(grep -q '^1 service lines added, 2 changed, 0 as' out.txt || cat out.txt)"

# One call takes a county with all of its districts.
run import plan -o county.placewright
run import-return county.placewright return.csv --council '*'
expect 'all councils of a return' 0
report 'come in one call' "$(grep -q '^3 service lines added' out.txt || cat out.txt)"

# The published time series: a column for every line and measure, the last year unless one is asked for.
series ()
{
  echo 'year_ending,ONS_code,LA_name,RSX_edu_empl,RSX_edu_run_exp,RSX_edu_tot_exp,RSX_edu_net_cur_exp,RSX_pol_empl,RS_asc_net_exp'
  echo '202403,E10,Shire,100,50,150,150,[x],70'
  echo '202503,E10,Shire,110,50,160,160,[x],80'
}
series >series.csv
run import plan -o series.placewright
run import-return series.placewright series.csv --council E10
expect 'the time series' 0 'prices of 2024/25 and were not raised to those of the base year 2025/26'
report 'has missing figures' "$(grep -q 'E10.RSX.pol.: employees is missing' err.txt || cat err.txt)"
run import-return series.placewright series.csv --council E10 --form RS
run export series.placewright --folder series
expect_equal 'lines have the codes of the series' 'E10.RSX.edu,Shire: Education services
E10.RS.asc,Shire: Adult Social Care' "$(grep -oE '^E10[^,]*,[^,]*' series/lines.csv)"
expect_equal 'and the last year' 'E10.RSX.edu,pay,pay,110000
E10.RSX.edu,running,other,50000
E10.RS.asc,net,other,80000' "$(grep -oE '^E10[^,]*,[^,]*,[^,]*,[^,]*' series/costs.csv)"
{
  echo '# Revenue outturn 2024-25'
  echo 'council,ons_code,form,service_line,measure,gbp_k'
  line Shire E10 'Education services' 120 50 0 0
} >long.csv
run import-return series.placewright long.csv --council E10
report 'a long table has the same codes' "$(grep -q '^0 service lines added, 1 changed' out.txt || cat out.txt)"

# Prices of another year are raised where that is asked for, by the plan's own index.
printf '%s\n' year,value 2024/25,100 2025/26,103.5 >plan/price_index.csv
run import plan -o dear.placewright
run import-return dear.placewright long.csv --council E10 --uprate
expect 'raised prices' 0
report 'are said' "$(grep -q 'raised to the prices of 2025/26' out.txt || cat out.txt)"
run export dear.placewright --folder dear
report 'and kept with what was published' \
  "$(grep -q '^E10.RSX.edu,pay,pay,124200,.*derived,"£120,000.00 at the prices of 2024/25"' dear/costs.csv || cat dear/costs.csv)"
run import-return plan.placewright long.csv --council E10 --uprate
expect 'a year the index lacks' 1 'the price index does not have both 2024/25 and 2025/26'
run import-return plan.placewright later.csv --council E10 --uprate
expect 'prices of no year' 1 'nothing says which year the return is of'

# Subtotals stand below their lines; a total without lines stands for them.
{
  echo 'council,ons_code,form,service_line,measure,gbp_k'
  line Town E07 'Total police' 9 0 0 0
  line Town E07 Parks 4 0 0 0
  line Town E07 Museums 5 0 0 0
  line Town E07 'Total culture' 9 0 0 0
  line Town E07 Bins 6 0 0 0
  line Town E07 'Total bins' 8 0 0 0
} >totals.csv
run import-return county.placewright totals.csv --council Town --year 2025/26
expect 'subtotals' 0 'row 37 .*total_expenditure is £8,000.00 and its parts add up to £6,000.00'
expect_equal 'are tied out' 'Town, Total culture: 2 rows come to their total of £9,000.00' "$(grep rows out.txt)"
run export county.placewright --folder county
report 'a total without lines is one' "$(grep -q '^E07.RSX.total-police,' county/lines.csv || cat county/lines.csv)"

# What a total has beyond its lines, as a line of its own; the next return keeps it right unasked.
run import plan -o whole.placewright
run import-return whole.placewright totals.csv --council Town --year 2025/26 --remainder
expect 'a remainder' 0 'row 37 .*“Total bins” is £8,000.00 and its lines come to £6,000.00; a line of its own takes the £2,000.00'
report 'says no more of that total' "$(grep 'parts add up' err.txt || true)"
run export whole.placewright --folder whole
report 'is a line of the council' \
  "$(grep -q '^E07.RSX.total-bins-etc,Town: Total bins: not itemised in the return,.*"totals.csv, row 37"' whole/lines.csv || cat whole/lines.csv)"
report 'is derived and has its origin' \
  "$(grep -q '^E07.RSX.total-bins-etc,net,other,2000,.*derived,"\?what the total of £8,000.00 has beyond its lines' whole/costs.csv || cat whole/costs.csv)"
expect_equal 'and makes the total whole' '8000' \
  "$(awk -F, '/^E07.RSX.(bins|total-bins-etc),/ { sum += $4 } END { print sum }' whole/costs.csv)"
run import-return whole.placewright totals.csv --council Town --year 2025/26
report 'the same return again changes nothing' "$(grep -q '^0 service lines added, 0 changed' out.txt || cat out.txt)"
sed 's/Total bins",employees,8.0/Total bins",employees,6.0/; s/\(Total bins",.*\),8.0/\1,6.0/' totals.csv >complete.csv
run import-return whole.placewright complete.csv --council Town --year 2025/26
run export whole.placewright --folder whole
report 'nothing is left where nothing is missing' \
  "$(grep -q '^E07.RSX.total-bins-etc,net,other,0,' whole/costs.csv || grep bins whole/costs.csv)"
{
  cat totals.csv
  line Town E07 Trees 3 0 0 0
  line Town E07 'Total trees' 2 0 0 0
  line Town E07 Other 1 0 0 0
  line Town E07 'Total of all' 40 0 0 0
} >doubtful.csv
run import-return county.placewright doubtful.csv --council Town --year 2025/26 --remainder
expect 'lines beyond their total' 0 'the lines of “Total trees” come to £1,000.00 more than it; a remainder below 0 is not taken'
report 'a total of anything' "$(grep -q 'nothing shows which lines “Total of all” is the total of' err.txt || cat err.txt)"
run export county.placewright --folder county
report 'neither has a remainder' "$(grep -E '^E07.RSX.(total-trees|total-of-all)-etc' county/lines.csv || true)"

cp plan.placewright before.placewright
run import-return plan.placewright return.csv --council Nowhere
expect 'a council that is not there' 1 'no council “Nowhere” on form RSX'
sed 's/,900.0$/,lots/' return.csv >broken.csv
run import-return plan.placewright broken.csv --council Shire
expect 'an amount that is none' 1 'broken.csv, row 10 .E10.RSX.social-care.: “lots” is not an amount in thousands of pounds'
run import-return plan.placewright plan/lines.csv --council Shire
expect 'a table that is no return' 3 'is not a revenue return: it has no column council'
report 'what failed changed nothing' "$(cmp plan.placewright before.placewright 2>&1 || true)"

finish
