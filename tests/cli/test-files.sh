#!/usr/bin/env bash
# test-files.sh CLI: plans read and written, plans that break rules, and files that cannot be had.
# SPDX-License-Identifier: GPL-3.0-or-later
set -euo pipefail

. "$PLACEWRIGHT_SOURCE/tests/cli/common.sh"
make_plan plan

# left_over FOLDER: what a failed command left behind in it
left_over ()
{
  find "$1" -mindepth 1 ! -name out.txt ! -name err.txt | LC_ALL=C sort
}

# There and back.
run import plan -o small.placewright
expect 'a folder becomes a plan file' 0
expect_equal 'import prints no results' '' "$out"
report 'a plan file is a SQLite file of this program' \
  "$([ "$(head -c 15 small.placewright) $(od -An -tx1 -j68 -N4 small.placewright)" = 'SQLite format 3  50 4c 57 52' ] ||
     echo 'wrong first bytes')"
# What a desktop makes of it: known by its name, and by its content where the name says nothing.
mkdir -p data/mime/packages
cp "$PLACEWRIGHT_SOURCE/app/data/uk.placewright.Placewright.mime.xml" data/mime/packages
if update-mime-database data/mime 2>/dev/null && command -v gio >/dev/null; then
  cp small.placewright nameless
  for file in small.placewright nameless; do
    expect_equal "the type of $file" '  standard::content-type: application/x-placewright' \
      "$(XDG_DATA_HOME=$scratch/data gio info -a standard::content-type "$file" | tail -n 1)"
  done
else
  skip 'the type of a plan file' 'there are no file types here'
fi
report 'no working copy stays behind' "$(find state -name '*.db*' 2>/dev/null || true)"
run export small.placewright --folder back
expect 'a plan file becomes a folder' 0
run import back -o again.placewright
expect 'and a plan file again' 0
run export again.placewright --folder back-again
expect_equal 'nothing is lost on the way' '' "$(diff -r back back-again)"
run evaluate plan --table uses --format csv
from_folder=$out
run evaluate again.placewright --table uses --format csv
expect_equal 'the figures are the same from folder and file' "$from_folder" "$out"
run explain again.placewright --use parks --year 2028/29
report 'a figure says which file and row it was imported from' \
  "$(grep -q 'imported from plan/costs.csv, row 3' <<<"$out" || echo 'it does not')"
run import small.placewright -o copy.placewright
expect 'a plan file becomes a plan file' 0
run import back -o small.placewright
expect 'import replaces its target' 0
run export plan --folder back
expect 'export replaces the tables of a folder' 0

run export small.placewright --workbook book.xlsx
expect 'a workbook is written' 0
report 'a workbook is a zip file' "$([ "$(head -c 2 book.xlsx)" = PK ] || echo 'no zip header')"
run export small.placewright --workbook lean.xlsx --scenario lean --policy placemaking
expect 'a workbook of another scenario and policy is written' 0
report 'and differs' "$(cmp -s book.xlsx lean.xlsx && echo 'same bytes' || true)"

run export plan --workbook plain.xlsx --form publication --negatives minus
expect 'a workbook for publication is written' 0

# A paper held against its plan.
for paper in book lean plain; do
  run verify $paper.xlsx small.placewright
  [ $paper != plain ] || run verify $paper.xlsx plan
  expect "the paper $paper matches its plan" 0
  report "and says so: $paper" "$(grep -q 'matches the plan, cell by cell' out.txt || cat out.txt)"
done
cp -r plan dearer
sed -i 's/^parks,pay,pay,500000$/parks,pay,pay,500001/' dearer/costs.csv
run verify plain.xlsx dearer
expect_equal 'a plan that was changed does not match its paper' 1 "$status"
report 'and the first cells are named' "$(grep -q '^Summary, cell B6: ' out.txt && grep -q 'has changed since' out.txt || cat out.txt)"
if LC_ALL=C.UTF-8 LANGUAGE=cy "$cli" export plan --workbook papur.xlsx 2>/dev/null; then
  run verify papur.xlsx plan
  expect 'a paper in another language says which one is needed' 3 'LANGUAGE=cy'
  report 'and matches in its own' "$(LC_ALL=C.UTF-8 LANGUAGE=cy "$cli" verify papur.xlsx plan 2>&1 >/dev/null || echo 'it does not')"
fi
run verify small.placewright small.placewright
expect 'a file that is no paper' 3 'not an .xlsx workbook'
run verify nowhere.xlsx plan
expect 'a paper that is not there' 3 'nowhere.xlsx'

# The plan workbook, there and back.
run export small.placewright --template fill-in.xlsx
expect 'a plan workbook is written' 0
run check fill-in.xlsx
expect 'a plan workbook is checked' 0
run evaluate fill-in.xlsx --table uses --format csv
expect_equal 'the figures are the same from folder and workbook' "$from_folder" "$out"
run import fill-in.xlsx -o filled.placewright
expect 'a plan workbook becomes a plan file' 0
run export fill-in.xlsx --folder from-book
run export small.placewright --folder from-file
expect_equal 'nothing is lost in a workbook' '' "$(diff -r from-file from-book)"
run export plan --template blank.xlsx --empty
expect 'an empty plan workbook is written' 0
run check blank.xlsx
expect 'which has nothing in it that could be wrong' 0
run check book.xlsx
expect 'the committee workbook is no plan workbook' 1 'sheet .*: this is not a table of a plan'
head -c 3000 fill-in.xlsx >half.xlsx
run import half.xlsx -o half.placewright
expect 'half a workbook' 3 '“half.xlsx” cannot be read: the file is damaged or was not sent whole'

run check plan
expect 'a sound plan' 0
report 'the verdict counts the scenarios' "$(grep -q '2 scenarios' <<<"$out" || echo "$out")"

# Plans that break rules.
make_plan broken
sed -i 's/1000000/12,x/; s/500000/oops/' broken/costs.csv
printf '%s\n' line,element,kind,base 'roads,pay,pay,"12,x"' nowhere,pay,pay,oops >broken/costs.csv
for command in 'check broken' 'evaluate broken' 'import broken -o broken.placewright' \
               'export broken --folder target' 'export broken --workbook target.xlsx' \
               'compare broken --scenarios base,lean'; do
  # shellcheck disable=SC2086  # the words of a command line
  run $command
  expect "${command%% *} of a plan that breaks a rule" 1 '^error: costs row 2.*column base'
  report "every breach has a line of its own (${command})" \
    "$(for row in 2 3; do grep -qE "^error: costs row $row" <<<"$err" || echo "row $row is missing: $err"; done)"
done
expect_equal 'a broken plan leaves nothing' '' "$(find . -maxdepth 1 -name 'target*' -o -maxdepth 1 -name 'broken.*')"

make_plan loop
printf '%s\n' code,name,parent base,Base, one,One,two two,Two,one >loop/scenarios.csv
run check loop
expect 'a loop of scenarios' 1 '^error: scenarios row'
make_plan wrong-override
printf '%s\n' scenario,table,code,field,year,op,value lean,pots,nowhere,value,,multiply,0.5 >wrong-override/overrides.csv
run check wrong-override
expect 'check looks into every scenario' 1 '^error: overrides row 2'
make_plan short
sed -i 's/^years,5/years,4/' short/plan.csv
run check short
expect 'a plan of four years' 1 '^error: plan'

# Files that cannot be had.
mkdir empty
echo 'no plan' >text.placewright
head -c 3000 small.placewright >half.placewright
for plan in nowhere nowhere.placewright text.placewright half.placewright /dev/null; do
  run check "$plan"
  expect "check of $plan" 3 .
  run evaluate "$plan"
  expect "evaluate of $plan" 3 .
done

mkdir target
touch file
for target in nowhere/x file/x /dev/full/x target; do
  run import plan -o "$target"
  expect "import to $target" 3 .
  run export plan --workbook "$target"
  expect "a workbook to $target" 3 .
done
for target in file/x /dev/full/x target; do
  run export plan --template "$target"
  expect "a template to $target" 3 .
done
for target in file/x /dev/full; do
  run export plan --folder "$target"
  expect "a folder to $target" 3 .
done
expect_equal 'a target that cannot be written is left alone' '' "$(left_over target)$(cat file)"
report 'no working copy of a failed import stays behind' "$(find state -name '*.db*' 2>/dev/null || true)"

mkdir other
echo 'dear diary' >other/diary.txt
run export plan --folder other
expect 'a folder of other things is not touched' 3 .
expect_equal 'and stays as it was' 'other/diary.txt' "$(left_over other)"

# Results that do not arrive.
for table in summary shortfall; do
  status=0
  "$cli" evaluate plan --table $table >/dev/full 2>err.txt || status=$?
  out=
  expect "a full disk under $table" 3 'standard output could not be written'
done
status=0
"$cli" --help >/dev/full 2>err.txt || status=$?
expect 'a full disk under the help' 3 'standard output could not be written'

finish
