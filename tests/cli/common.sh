# common.sh: a small plan with figures known by hand, and the program run on it. Sourced, not run.
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash

. "$PLACEWRIGHT_SOURCE/tests/tap.sh"

cli=$(realpath "$1")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch" || exit 1
export XDG_STATE_HOME=$scratch/state

# run ARGUMENT...: leaves $out, $err and $status behind
run ()
{
  status=0
  "$cli" "$@" >out.txt 2>err.txt || status=$?
  out=$(cat out.txt)
  err=$(cat err.txt)
}

# expect NAME STATUS [PATTERN]: the last run's exit status, and what its errors have to say
expect ()
{
  local complaints=
  if [ "$status" -ne "$2" ]; then
    complaints="exit status $status instead of $2: $err"
  elif [ -n "${3:-}" ] && ! grep -qE -- "$3" err.txt; then
    complaints="standard error lacks “$3”: $err"
  elif [ "$2" -ne 0 ] && [ -n "$out" ]; then
    complaints="results were printed: $out"
  fi
  report "$1" "$complaints"
}

# expect_equal NAME EXPECTED ACTUAL
expect_equal ()
{
  report "$1" "$([ "$2" = "$3" ] || diff <(printf '%s\n' "$2") <(printf '%s\n' "$3"))"
}

# Roads need 1,000,000 and parks 500,000 a year. The road fund has 1,200,000 for
# roads alone, so 200,000 of it strand while parks get 300,000 of their 500,000.
# As one pot the 1,500,000 are just enough. In the lean scenario the general fund
# is halved.
make_plan ()
{
  mkdir -p "$1"
  printf '%s\n' key,value 'title,Small place' base_year,2025/26 years,5 >"$1/plan.csv"
  printf '%s\n' code,name,group,duty,priority \
         roads,Roads,place,discretionary,2 parks,Parks,place,discretionary,3 >"$1/lines.csv"
  printf '%s\n' line,element,kind,base roads,pay,pay,1000000 parks,pay,pay,500000 >"$1/costs.csv"
  printf '%s\n' code,name,kind,basis,unspent,pooled,2026/27,2027/28,2028/29,2029/30,2030/31 \
         general,General,revenue,profile,lapse,yes,300000,300000,300000,300000,300000 \
         'roadfund,Road fund,revenue,profile,lapse,yes,1200000,1200000,1200000,1200000,1200000' >"$1/pots.csv"
  printf '%s\n' pot,use_kind,use_code roadfund,line,roads >"$1/ringfences.csv"
  printf '%s\n' code,name,parent base,Base, lean,Lean,base >"$1/scenarios.csv"
  printf '%s\n' scenario,table,code,field,year,op,value lean,pots,general,value,,multiply,0.5 >"$1/overrides.csv"
}
