#!/usr/bin/env bash
# test-usage.sh CLI: help, version, and everything that is bad usage.
# SPDX-License-Identifier: GPL-3.0-or-later
set -euo pipefail

. "$PLACEWRIGHT_SOURCE/tests/cli/common.sh"
make_plan plan

run --version
expect_equal 'the version is printed' "0 placewright-cli $2" "$status $out"

run --help
expect 'there is help' 0
for command in import import-table import-return export check evaluate compare explain; do
  report "help names $command" "$(grep -qE "^  $command +[A-Z]" <<<"$out" || echo "$out")"
done
for command in simulate sensitivity goal-seek optimise; do
  report "help does not promise $command" "$(grep -- "$command" <<<"$out" || true)"
done

welsh=$(LC_ALL=C.UTF-8 LANGUAGE=cy "$cli" --help)
report 'a program that is not installed speaks Welsh' "$(grep -qx 'Gorchmynion:' <<<"$welsh" || echo "$welsh")"
refused=$(LC_ALL=C.UTF-8 LANGUAGE=cy "$cli" frobnicate plan 2>&1 || true)
report 'and complains in it' "$(grep -q 'nid yw “frobnicate” yn orchymyn' <<<"$refused" || echo "$refused")"

while read -r command options; do
  run "$command" --help
  expect "$command has help" 0
  for option in $options --help; do
    report "help of $command names $option" "$(grep -q -- "$option" <<<"$out" || echo "$out")"
  done
done <<END
import --output
import-return --council --form --dry-run
import-table --table --sheet --header --map --set --scale --expect-rows --expect-sum --remember --dry-run
export --workbook --pdf --summary --folder --template --empty --scenario --policy --form --negatives
check
verify
evaluate --scenario --policy --table --format --most
compare --scenarios --policies --format
explain --use --year --table --row --scenario --policy --part --measure --depth
END

run
expect 'no command at all' 2 'command is missing'
run frobnicate plan
expect 'an unknown command' 2 'frobnicate'
for command in simulate sensitivity goal-seek optimise; do
  run "$command" plan
  expect "$command does not pretend" 2 "“$command” is not in this version"
done
run export plan --pdf paper.pdf --workbook book.xlsx
expect 'two papers at once' 2 'either'
run export plan --workbook book.xlsx --summary
expect 'a summary of a workbook' 2 'goes with --pdf'
run export plan --folder folder --negatives minus
expect 'amounts below 0 in a folder' 2 'goes with --workbook and --pdf'
run export plan --folder folder --empty
expect 'an empty folder' 2 'goes with --template'
run export plan --template book.xlsx --scenario lean
expect 'a template of one scenario' 2 'go with --workbook'

for command in import export check evaluate compare explain; do
  run "$command"
  expect "$command without a plan" 2 "$command needs"
  run "$command" plan --frobnicate
  expect "$command with an unknown option" 2 'frobnicate'
  run "$command" plan other
  expect "$command with one argument too many" 2 'other'
done

run import plan
expect 'import without a target' 2 'import needs -o'
run import-return plan
expect 'import-return without a source' 2 'needs a plan file and a source'
run import-return plan source
expect 'import-return without a council' 2 'needs --council'
run import-return plan source other --council Burnley
expect 'import-return with one argument too many' 2 'other'
run import-table plan
expect 'import-table without a source' 2 'needs a plan file and a source'
run import-table plan source
expect 'import-table without a table' 2 'needs --table'
run import-table plan source other --table lines
expect 'import-table with one argument too many' 2 'other'
run import-table plan source --table lines --scale 7
expect 'import-table with a strange scale' 2 '1, 1000 or 1000000'
run export plan
expect 'export without a target' 2 'either'
run export plan --folder folder --workbook book.xlsx
expect 'export with two targets' 2 'either'
run export plan --folder folder --policy today
expect 'export of one policy as a folder' 2 'go with --workbook'
run export plan --folder folder --form working
expect 'a form of a folder' 2 'goes with --workbook'
run export plan --workbook book.xlsx --form tall
expect 'an unknown form' 2 'tall.*working or publication'
run export plan --workbook book.xlsx --negatives red
expect 'an unknown way to write amounts below 0' 2 'red.*brackets or minus'
run verify plan
expect 'verify without a paper' 2 'needs a committee workbook and a plan'
run verify plan plan plan
expect 'verify with too much' 2 'one argument too many'
run evaluate plan --table frobnicate
expect 'an unknown table' 2 'frobnicate.*summary, uses, pots, allocation'
run evaluate plan --format xml
expect 'an unknown format' 2 'xml.*text, csv or json'
run evaluate plan --table shortfall --format csv
expect 'the shortfall as csv' 2 'uses'
run evaluate plan --most 3
expect '--most without the shortfall' 2 'shortfall'
run evaluate plan --table shortfall --most -1
expect '--most below 0' 2 'below 0'
run evaluate plan --scenario nowhere
expect 'an unknown scenario' 2 'nowhere'
run evaluate plan --policy nowhere
expect 'an unknown policy' 2 'nowhere'
run export plan --workbook book.xlsx --scenario nowhere
expect 'an unknown scenario for the workbook' 2 'nowhere'
run compare plan
expect 'compare without scenarios' 2 'compare needs --scenarios'
run compare plan --scenarios ''
expect 'compare with no scenario' 2 'names nothing'
run compare plan --scenarios base,,lean
expect 'compare with an empty scenario' 2 'empty name'
run compare plan --scenarios base,base
expect 'compare with a scenario twice' 2 'twice'
run compare plan --scenarios base,nowhere
expect 'compare with an unknown scenario' 2 'nowhere'
run compare plan --scenarios base --policies nowhere
expect 'compare with an unknown policy' 2 'nowhere'

expect_equal 'bad usage writes nothing' "err.txt out.txt plan" "$(echo *)"

finish
