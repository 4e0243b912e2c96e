#!/usr/bin/env bash
# test-results.sh CLI: the tables that scripts rely on, to the letter.
# SPDX-License-Identifier: GPL-3.0-or-later
set -euo pipefail

. "$PLACEWRIGHT_SOURCE/tests/cli/common.sh"
make_plan plan

# column N: the values of a column, each once, in their order
column ()
{
  tr -d '\r' <out.txt | awk -F, -v n="$1" 'NR > 1 && !seen[$n]++ { print $n }' | paste -sd' '
}

# header: the first line
header ()
{
  head -n 1 out.txt | tr -d '\r'
}

# figure PATTERN: the last field of the one line that begins with it
figure ()
{
  tr -d '\r' <out.txt | grep "^$1," | awk -F, '{ print $NF }'
}

years='2026/27 2027/28 2028/29 2029/30 2030/31'

# The columns and measures of section 3 of the contract.
run evaluate plan --format csv
expect 'the summary as csv' 0
expect_equal 'columns of the summary' 'measure,year,value' "$(header)"
expect_equal 'measures of the summary' \
  "need price demand pressures growth savings income prevention spillover financing programme_revenue \
programme_capital project_spend available funded shortfall stranded lapsed kept general_reserve borrowed mrp interest cfr" \
  "$(column 1)"
expect_equal 'years of the summary' "$years" "$(column 2)"
expect_equal 'the need' 1500000.00 "$(figure need,2028/29)"
expect_equal 'the shortfall under the fences' 200000.00 "$(figure shortfall,2028/29)"
expect_equal 'the stranded money under the fences' 200000.00 "$(figure stranded,2028/29)"
expect_equal 'the lapsed money under the fences' 200000.00 "$(figure lapsed,2028/29)"
run evaluate plan --policy placemaking --format csv
expect_equal 'the shortfall as one pot' 0.00 "$(figure shortfall,2028/29)"
run evaluate plan --scenario lean --format csv
expect_equal 'the shortfall of the lean scenario' 350000.00 "$(figure shortfall,2028/29)"

run evaluate plan --table uses --format csv
expect_equal 'columns of uses' 'use_kind,use_code,part,measure,year,value' "$(header)"
expect_equal 'measures of uses' 'need funded shortfall share' "$(column 4)"
expect_equal 'funded share of parks' 0.6 "$(figure line,parks,revenue,share,2026/27 | sed 's/0*$//')"
run evaluate plan --table pots --format csv
expect_equal 'columns of pots' 'pot,measure,year,value' "$(header)"
expect_equal 'measures of pots' 'opening received spent moved_out moved_in lapsed stranded closing' "$(column 2)"
expect_equal 'stranded in the road fund' 200000.00 "$(figure roadfund,stranded,2026/27)"
run evaluate plan --table allocation --format csv
expect_equal 'columns of the allocation' 'pot,use_kind,use_code,part,year,value' "$(header)"
expect_equal 'from the general fund to parks' 300000.00 "$(figure general,line,parks,revenue,2030/31)"
expect_equal 'from the road fund to roads' 1000000.00 "$(figure roadfund,line,roads,revenue,2030/31)"

# Text and json.
for table in summary uses pots allocation; do
  run evaluate plan --table $table --format json
  expect "$table as json" 0
  report "$table is json" "$(python3 -m json.tool out.txt 2>&1 >/dev/null || true)"
  run evaluate plan --table $table
  expect "$table as text" 0
done
run evaluate plan --table shortfall
expect 'the shortfall as a table' 0
report 'the shortfall names the parks and their 200' \
  "$(grep -E 'Parks.* 200( |$)' <<<"$out" >/dev/null || echo "$out")"

# compare
run compare plan --scenarios base,lean --policies today,placemaking --format csv
expect 'compare as csv' 0
expect_equal 'columns of compare' 'scenario,policy,measure,year,value,difference' "$(header)"
expect_equal 'scenarios compared' 'base lean' "$(column 1)"
expect_equal 'policies compared' 'today placemaking' "$(column 2)"
expect_equal 'measures compared' 'need available funded shortfall stranded' "$(column 3)"
expect_equal 'years compared' "$years" "$(column 4)"
expect_equal 'one pot against fences' 'base,placemaking,shortfall,2026/27,0.00,-200000.00' \
  "$(tr -d '\r' <out.txt | grep '^base,placemaking,shortfall,2026/27,')"
expect_equal 'lean against base' 'lean,today,shortfall,2026/27,350000.00,150000.00' \
  "$(tr -d '\r' <out.txt | grep '^lean,today,shortfall,2026/27,')"
expect_equal 'a figure for every pair, measure and year' $((2 * 2 * 5 * 5 + 1)) "$(wc -l <out.txt)"
run compare plan --scenarios base,lean --format json
report 'compare is json' "$(python3 -m json.tool out.txt 2>&1 >/dev/null || true)"
run compare plan --scenarios base,lean
report 'compare as text sets the difference below' \
  "$(grep -A 2 '^Shortfall' <<<"$out" | tail -n 1 | grep -qE '^lean, today( +350){5}$' || echo "$out")"
report 'and counts it from the first' \
  "$(grep -A 3 '^Shortfall' <<<"$out" | tail -n 1 | grep -qE '^  against the first( +150){5}$' || echo "$out")"
run compare "$PLACEWRIGHT_SOURCE/app/examples/small" --scenarios base --policies today,placemaking
report 'funded and shortfall add up to the need, as printed' \
  "$(awk '/^[A-Z]/ { measure = $1; next }
          /^base/ { for (i = 3; i <= NF; i++) sum[$2 i] += measure == "Need," ? $i : measure ~ /^(Funded|Shortfall),/ ? -$i : 0; n++ }
          END { if (n != 10) print n " rows"; for (at in sum) if (sum[at] != 0) print at ": " sum[at] }' out.txt)"

# What the fence around the road fund costs, and that it is what keeps parks short.
run evaluate plan --table fragmentation --format csv
expect 'fragmentation as csv' 0
expect_equal 'columns of fragmentation' 'use_kind,use_code,part,measure,rule,year,value' "$(header)"
expect_equal 'what the two pots cost as two' 'plan,*,,cost,,2026/27,200000.00' \
  "$(tr -d '\r' <out.txt | grep '^plan,.*,cost,,2026/27,')"
expect_equal 'the ring-fence costs all of it, and year ends nothing' \
  "$(printf '%s\n' kind,0.00 ring-fence,200000.00 share-cap,0.00 limit,0.00 year-end,0.00 minimum-balance,0.00)" \
  "$(tr -d '\r' <out.txt | sed -n 's|^plan,.*,part_of_all_rules,\(.*\),2026/27,|\1,|p')"
run evaluate plan --table freedoms --format csv
expect_equal 'the freedoms ladder' "$(printf '%s\n' rank,pot,rule,value 1,roadfund,ring-fence,1000000.00)" "$(tr -d '\r' <out.txt)"
run evaluate plan --table causes --format csv
expect_equal 'why parks are short' \
  "$(printf '%s\n' line,parks,revenue,2026/27,general,exhausted,,0.00 line,parks,revenue,2026/27,roadfund,barred,ring-fence,200000.00)" \
  "$(tr -d '\r' <out.txt | grep 2026/27)"
run evaluate plan --table bridge --format csv
expect_equal 'a bridge has all parts for every line and the plan' $((3 * 13 * 5 + 1)) "$(wc -l <out.txt)"

run compare "$PLACEWRIGHT_SOURCE/app/examples/lancashire" --scenarios base,no-prevention --table bridge --format csv
expect 'the bridge between scenarios' 0
report 'opening and all parts make closing' "$(python3 -c '
import csv
from collections import defaultdict
from decimal import Decimal
rows = defaultdict(dict)
for row in csv.DictReader(open("out.txt", newline="")):
    rows[row["line"], row["year"]][row["measure"]] = Decimal(row["value"])
if not rows: print("no rows")
for at, parts in rows.items():
    minus = ("savings", "income", "prevention")
    sum_ = sum(-v if m in minus else v for m, v in parts.items() if m != "closing")
    if sum_ != parts["closing"]: print(at, parts); break' || true)"

# Every table in every format, for a plan that has everything.
tables='summary uses pots allocation bridge programmes partners programme-partners transfers causes
  false-economy sustain checks fragmentation freedoms'
for table in $tables; do
  run evaluate "$PLACEWRIGHT_SOURCE/app/examples/lancashire" --table "$table" --format json
  report "the table $table is json" "$(python3 -m json.tool out.txt 2>&1 >/dev/null | head -n 3 || true)"
  run evaluate "$PLACEWRIGHT_SOURCE/app/examples/lancashire" --table "$table" --format csv
  report "the table $table is csv with rows of one length" "$(python3 -c '
import csv, sys
rows = list(csv.reader(open("out.txt", newline="")))
if len(rows) < 2: print("no rows")
for row in rows:
    if len(row) != len(rows[0]): print(row); break' || true)"
done

# The same every time, everywhere, in any order of rows.
run evaluate plan --table allocation --format csv
first=$out
for locale in C C.UTF-8; do
  expect_equal "the same figures in $locale" "$first" "$(LC_ALL=$locale "$cli" evaluate plan --table allocation --format csv)"
done
# A locale that writes 1.234,50 is made here: systems for building have none.
if localedef -i de_DE -f UTF-8 "$scratch/de_DE.UTF-8" 2>/dev/null; then
  expect_equal 'the same figures where the comma is decimal' "$first" \
    "$(env LOCPATH="$scratch" LC_ALL=de_DE.UTF-8 "$cli" evaluate plan --table allocation --format csv)"
else
  skip 'the same figures where the comma is decimal' 'localedef has no de_DE'
fi
cp -r plan shuffled
for table in lines pots; do
  { head -n 1 plan/$table.csv; tail -n +2 plan/$table.csv | tac; } >shuffled/$table.csv
done
run evaluate shuffled --table allocation --format csv
expect_equal 'the order of rows does not matter' "$(sort <<<"$first")" "$(sort <<<"$out")"

# A reader that goes away.
expect_equal 'the first line is enough for head' 'measure,year,value' \
  "$({ "$cli" evaluate plan --format csv 2>err.txt || true; } | head -n 1 | tr -d '\r')"
expect_equal 'and nobody complains' '' "$(cat err.txt)"
status=0
{ "$cli" evaluate plan --format csv 2>err.txt || echo $? >status.txt; } | true
status=$(cat status.txt 2>/dev/null || echo 0)
report 'a closed pipe is exit status 3, or was read in time' "$([ "$status" = 3 ] || [ "$status" = 0 ] || echo "$status")"

# Warnings travel with results, apart from them.
run evaluate "$PLACEWRIGHT_SOURCE/app/examples/small" --table summary --format csv
expect 'the small example can be evaluated' 0
report 'standard error holds warnings alone' "$(grep -v '^warning: ' err.txt || true)"

finish
