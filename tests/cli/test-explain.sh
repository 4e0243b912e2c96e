#!/usr/bin/env bash
# test-explain.sh CLI: how a figure came about, and why money falls short.
# SPDX-License-Identifier: GPL-3.0-or-later
set -euo pipefail

. "$PLACEWRIGHT_SOURCE/tests/cli/common.sh"
make_plan plan

# says NAME TEXT: the last run's output has a line with the text in it
says ()
{
  report "$1" "$(grep -qF -- "$2" <<<"$out" || printf 'lacks “%s”:\n%s\n' "$2" "$out")"
}

run explain plan --use parks --year 2028/29
expect 'a shortfall is explained' 0
expect_equal 'first its scenario and policy' 'Policy today, scenario base' "$(head -n 1 <<<"$out")"
expect_equal 'then the figure' \
  '£200,000.00  Shortfall of Parks (parks), 2028/29 = need − money that reaches it' "$(sed -n 3p <<<"$out")"
says 'down to what was entered' '£500,000.00  Base, £ a year: parks/pay — entered: “500000” in costs, parks/pay, base'
says 'and what was paid' '    £300,000.00  Paid from General (general) for Parks (parks), 2028/29'
expect_equal 'pots that have nothing left' '  General (general)' \
  "$(sed -n '/^Pots that may pay for it and have nothing left:$/,/^$/p' <<<"$out" | sed '1d; /^$/d')"
expect_equal 'money that a rule keeps away' \
  '  Road fund (roadfund): £200,000.00 left, but its ring-fence does not name the use (ring-fence); without that rule alone money would get through' \
  "$(sed -n '/^Money that does not reach it:$/,$p' <<<"$out" | sed 1d)"

run explain plan --use line/parks --year 2028/29 --policy placemaking
expect 'a use by kind and code' 0
says 'no shortfall as one pot' '£0.00  Shortfall of Parks (parks), 2028/29'
report 'and no causes of it' "$(grep -E '^(Pots|Money)' <<<"$out" || true)"

# An override that doubles a cost shows in the leaf.
printf '%s\n' 'lean,costs,parks/pay,base,,multiply,2' >>plan/overrides.csv
sed -i '1s/$/,reason/; 2,$s/$/,A harder year/' plan/overrides.csv
run explain plan --use parks --year 2026/27 --scenario lean --measure need
expect 'a need is explained' 0
says 'the scenario and its reason' '£1,000,000.00  Base, £ a year: parks/pay — entered: “500000” in costs, parks/pay, base; set by scenario Lean: A harder year'
report 'a need has no causes' "$(grep -E '^(Pots|Money)' <<<"$out" || true)"
run explain plan --use parks --year 2026/27 --depth 1
expect_equal 'as deep as asked' 3 "$(grep -cE '^ *(− )?£' <<<"$(sed '/^$/,/^Pots/!d; /^Pots/d' <<<"$out")")"
for measure in need funded share floor borrowed shortfall; do
  run explain plan --use parks --year 2026/27 --measure $measure
  expect "the measure $measure" 0
done
run explain plan --use financing --year 2026/27 --measure need
expect 'capital financing is a use' 0

# What is asked for must be there, and be one thing.
# Any row of any table.
run explain plan --table sustain --row structural_gap,2027/28 --depth 1
expect 'a row of a result table is explained' 0
report 'by what it is made of' \
  "$(grep -q '^  .*Ongoing need, 2027/28' <<<"$out" && grep -q '^  − .*Ongoing money, 2027/28' <<<"$out" ||
     echo "$out")"
for table in fragmentation freedoms; do
  run evaluate plan --table $table --format csv
  row=$(sed -n '2p' <<<"$out" | sed 's/,[^,]*$//')
  if [ -n "$row" ]; then
    run explain plan --table $table --row "$row"
    expect "a row of $table is explained" 0
  fi
done
run explain plan --table pots --row nowhere,closing,2027/28
expect 'explain of a row that is not there' 2 'has no figure in a row'
run explain plan --table pottery --row a,b
expect 'explain of a table that is not there' 2 'is not a table'
run explain plan --table pots
expect 'a table without a row' 2 'go together'
run explain plan --table pots --row a,b,c --use parks
expect 'a row and a use' 2 'leave out --use'

run explain plan --year 2026/27
expect 'explain without a use' 2 'explain needs --use'
run explain plan --use parks
expect 'explain without a year' 2 'explain needs --year'
run explain plan --use parks --year 2028
expect 'a year that is none' 2 '“2028” is not a financial year; write 2028/29'
run explain plan --use parks --year 2040/41
expect 'a year beyond the plan' 2 '2040/41 is not a year of the plan; write a year from 2026/27 to 2030/31'
run explain plan --use docks --year 2026/27
expect 'an unknown use' 2 'no line, programme or project has the code “docks”'
run explain plan --use parks --part capital --year 2026/27
expect 'a part that is not there' 2 '“parks” has a part capital'
run explain plan --use parks --part both --year 2026/27
expect 'a part that is none' 2 'write revenue or capital'
run explain plan --use parks --year 2026/27 --measure need-less
expect 'an unknown measure' 2 'write shortfall, need, funded, share, floor or borrowed'
run explain plan --use parks --year 2026/27 --depth -1
expect 'a depth below nothing' 2 'depth cannot be below 0'
run explain plan --use parks --year 2026/27 --scenario none
expect 'an unknown scenario' 2 'none'

printf '%s\n' code,name 'parks,Park keepers' >plan/programmes.csv
printf '%s\n' programme,measure,2026/27 parks,revenue,1000 parks,capital,2000 >plan/programme_years.csv
run explain plan --use parks --year 2026/27
expect 'a code that three uses have' 2 \
  'write --use line/parks or --use programme/parks --part revenue or --use programme/parks --part capital'
run explain plan --use programme/parks --part capital --year 2026/27 --measure need
expect 'one of them' 0
says 'with its correction for optimism' 'Corrected cost of Park keepers (parks), capital, 2026/27 = cost as entered × (1 + correction for optimism)'
says 'that comes with the program' '40%  Cost correction, %: 6 — comes with the program; a row of the plan may replace it: “40” in evidence_grades, 6, cost_correction; source:'

finish
