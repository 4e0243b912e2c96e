/* cases.h: the cases of test-broken.c: what is changed and what must be said.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* clang-format off */
REMOVED ("folder/no-plan", "plan.csv",
         "plan: the table is missing; add a file plan.csv")
REMOVED ("folder/no-lines", "lines.csv",
         "lines: the table is missing; add a file lines.csv")
REMOVED ("folder/no-costs", "costs.csv",
         "costs: the table is missing; add a file costs.csv")
REMOVED ("folder/no-pots", "pots.csv",
         "pots: the table is missing; add a file pots.csv")
BROKEN ("folder/misspelt-table", "line.csv", NULL,
        "code,name\n", ERROR,
        "line.csv: this is not a table of a plan; the tables are plan, sources, partners, drivers, lines, costs, changes, pots, limits, council_tax, ringfences, projects, outcomes, programmes, programme_years, effects, spillovers, debt, scenarios, overrides, policies, policy_pots, evidence_grades, discount_rates, price_index, unit_costs, referendum_limits, control_totals, decisions, votes, comments")
BROKEN ("folder/table-in-capitals", "Pots.csv", NULL,
        "code,name\n", ERROR,
        "Pots.csv: this is not a table of a plan; rename it to pots.csv")
BROKEN ("folder/suffix-in-capitals", "effects.CSV", NULL,
        "code,name\n", ERROR,
        "effects.CSV: this is not a table of a plan; rename it to effects.csv")
BROKEN ("file/empty", "lines.csv", NULL,
        "", ERROR,
        "lines: the file is empty; its first row must be the header")
BROKEN ("file/blank", "lines.csv", NULL,
        "\n\n\n", ERROR,
        "lines: the file is empty; its first row must be the header")
BROKEN ("file/only-mark", "lines.csv", NULL,
        "\357\273\277", ERROR,
        "lines: the file is empty; its first row must be the header")
BROKEN ("file/utf-16", "lines.csv", NULL,
        "\377\376c\000o\000", ERROR,
        "lines: the file is written in UTF-16; save it as “CSV UTF-8”")
BROKEN ("file/nul", "lines.csv", "Roads",
        "Ro\000ds", ERROR,
        "lines: byte 115 of the file is a NUL, which no text has; save it as “CSV UTF-8”")
BROKEN ("file/not-utf-8", "lines.csv", "Roads",
        "Ro\344ds", ERROR,
        "lines row 3 (roads), column name: byte 3 of the cell (E4) is not UTF-8; save the table as “CSV UTF-8”")
BROKEN ("file/not-utf-8-header", "lines.csv", "name,group",
        "n\344me,group", ERROR,
        "lines row 1: “n�me” is not a column; the columns are code, name, group, partner, duty, priority, statutory_minimum, tier, return_line, source, standing, notes, imported")
BROKEN ("file/quote-never-closed", "lines.csv", "Parks",
        "\"Parks", ERROR,
        "lines row 4: the quotes of cell 2 do not match; put the whole cell in quotes and write each quote inside it twice")
BROKEN ("file/quote-inside", "lines.csv", "Parks",
        "Pa\"rks\"", ERROR,
        "lines row 4: the quotes of cell 2 do not match; put the whole cell in quotes and write each quote inside it twice")
BROKEN ("file/text-after-quote", "lines.csv", "Parks",
        "\"Parks\"x", ERROR,
        "lines row 4: the quotes of cell 2 do not match; put the whole cell in quotes and write each quote inside it twice")
BROKEN ("file/semicolons", "policies.csv", NULL,
        "code;name\njoin;Join\n", ERROR,
        "policies row 1: “code;name” is not a column; part the cells by commas")
BROKEN ("file/tabs", "policies.csv", NULL,
        "code\tname\njoin\tJoin\n", ERROR,
        "policies row 1: “code\tname” is not a column; part the cells by commas")
BROKEN ("header/unknown-column", "lines.csv", "priority",
        "prority", ERROR,
        "lines row 1: “prority” is not a column; the columns are code, name, group, partner, duty, priority, statutory_minimum, tier, return_line, source, standing, notes, imported")
BROKEN ("header/capital", "lines.csv", "duty",
        "Duty", ERROR,
        "lines row 1: “Duty” is not a column; the columns are code, name, group, partner, duty, priority, statutory_minimum, tier, return_line, source, standing, notes, imported")
BROKEN ("header/column-twice", "lines.csv", "group",
        "name", ERROR,
        "lines row 1, column name: the column is there twice; keep one of the two")
BROKEN ("header/year-twice", "limits.csv", "2027/28",
        "2026/27", ERROR,
        "limits row 1, column 2026/27: the column is there twice; keep one of the two")
BROKEN ("header/no-code", "partners.csv", "code,name,kind,voting\ncounty,The county,county,yes\nnhs,The health board,health,yes",
        "name,kind,voting\nThe county,county,yes\nThe health board,health,yes", ERROR,
        "partners row 1, column code: the column is missing; add it to the header and fill it in")
BROKEN ("header/base-year", "limits.csv", "2026/27",
        "2025/26", ERROR,
        "limits row 1, column 2025/26: 2025/26 is not a year of the plan; the plan's years are 2026/27 to 2030/31")
BROKEN ("header/year-after-plan", "limits.csv", "2030/31",
        "2031/32", ERROR,
        "limits row 1, column 2031/32: 2031/32 is not a year of the plan; the plan's years are 2026/27 to 2030/31")
BROKEN ("header/year-of-two-halves", "limits.csv", "2030/31",
        "2030/32", ERROR,
        "limits row 1: “2030/32” is not a column; the columns are pot, source, standing, notes, imported and the plan's years")
BROKEN ("header/calendar-year", "limits.csv", "2030/31",
        "2030", ERROR,
        "limits row 1: “2030” is not a column; the columns are pot, source, standing, notes, imported and the plan's years")
BROKEN ("header/years-where-none", "policies.csv", "name",
        "2026/27", ERROR,
        "policies row 1, column 2026/27: this table has no years; the columns are code, name")
BROKEN ("header/heading-without-name", "limits.csv", "pot,2026/27,2027/28",
        "pot,,2027/28", ERROR,
        "limits row 2 (reserve): cell 2 stands under no heading; name its column in the header")
BROKEN ("row/too-many-cells", "limits.csv", "10000,10000,,,",
        "10000,10000,,,,7", ERROR,
        "limits row 2 (reserve): the row has 7 cells and the header 6; put cells with commas in quotes")
BROKEN ("row/too-few-cells", "limits.csv", "10000,10000,,,",
        "10000,10000,,", ERROR,
        "limits row 2 (reserve): the row has 5 cells and the header 6; write a comma for every empty cell")
BROKEN ("row/amount-with-comma", "pots.csv", "keep:1,indicative,,yes,90000",
        "keep:1,indicative,,yes,90,000", ERROR,
        "pots row 4 (fund): the row has 19 cells and the header 18; put cells with commas in quotes")
BROKEN ("row/blank-rows-count", "policy_pots.csv", "join,fund",
        "\n\n,\njoin,funds", ERROR,
        "policy_pots row 5 (join/funds), column pot: “funds” is not in pots; write a code from pots or add the row there")
BROKEN ("row/newline-in-quotes-is-one-row", "policies.csv", NULL,
        "code,name\njoin,\"Join\nthe fund\"\njo in,x\n", ERROR,
        "policies row 3 (jo in), column code: “jo in” is not a code; use 1 to 32 letters, digits, “-”, “_” or “.”")
BROKEN ("row/crlf", "policies.csv", NULL,
        "code,name\r\njoin,Join\r\njo in,x\r\n", ERROR,
        "policies row 3 (jo in), column code: “jo in” is not a code; use 1 to 32 letters, digits, “-”, “_” or “.”")
BROKEN ("cell/money-word", "costs.csv", "1000000",
        "a million", ERROR,
        "costs row 2 (care/pay), column base: “a million” is not an amount of money; write pounds such as 1250000 or 1250000.50")
BROKEN ("cell/money-pound-sign", "costs.csv", "1000000",
        "£1000000", ERROR,
        "costs row 2 (care/pay), column base: “£1000000” is not an amount of money; write pounds such as 1250000 or 1250000.50")
BROKEN ("cell/money-suffix", "costs.csv", "1000000",
        "1m", ERROR,
        "costs row 2 (care/pay), column base: “1m” is not an amount of money; write pounds such as 1250000 or 1250000.50")
BROKEN ("cell/money-half-penny", "costs.csv", "1000000",
        "1000000.005", ERROR,
        "costs row 2 (care/pay), column base: “1000000.005” has parts of a penny; write pounds such as 1250000 or 1250000.50")
BROKEN ("cell/money-decimal-comma", "costs.csv", "1000000",
        "\"1000,5\"", ERROR,
        "costs row 2 (care/pay), column base: “1000,5” is not an amount of money; write pounds such as 1250000 or 1250000.50")
BROKEN ("cell/money-too-large", "costs.csv", "1000000",
        "100000000001", ERROR,
        "costs row 2 (care/pay), column base: “100000000001” is more than £100 billion; write pounds such as 1250000 or 1250000.50")
BROKEN ("cell/money-huge", "costs.csv", "1000000",
        "999999999999999999999999999999999", ERROR,
        "costs row 2 (care/pay), column base: “999999999999999999999999999999999” is not an amount of money; write pounds such as 1250000 or 1250000.50")
BROKEN ("cell/money-bracket", "costs.csv", "1000000",
        "(1000", ERROR,
        "costs row 2 (care/pay), column base: “(1000” is not an amount of money; write pounds such as 1250000 or 1250000.50")
BROKEN ("cell/money-two-points", "costs.csv", "1000000",
        "1.000.000", ERROR,
        "costs row 2 (care/pay), column base: “1.000.000” is not an amount of money; write pounds such as 1250000 or 1250000.50")
BROKEN ("cell/money-exponent", "costs.csv", "1000000",
        "1e6", ERROR,
        "costs row 2 (care/pay), column base: “1e6” is not an amount of money; write pounds such as 1250000 or 1250000.50")
BROKEN ("cell/money-formula", "costs.csv", "1000000",
        "=A1+1", ERROR,
        "costs row 2 (care/pay), column base: “=A1+1” is not an amount of money; write pounds such as 1250000 or 1250000.50")
BROKEN ("cell/percent-sign", "drivers.csv", "pert,50",
        "pert,50%", ERROR,
        "drivers row 2 (pay), column persistence: “50%” is not a number; write a percentage such as 3.5")
BROKEN ("cell/percent-above-100", "lines.csv", "statutory,1,80",
        "statutory,1,180", ERROR,
        "lines row 2 (care), column statutory_minimum: “180” is too large; write a figure from 0 to 100")
BROKEN ("cell/percent-negative", "lines.csv", "statutory,1,80",
        "statutory,1,-80", ERROR,
        "lines row 2 (care), column statutory_minimum: “-80” is too small; write a figure from 0 to 100")
BROKEN ("cell/rate-below-minus-100", "drivers.csv", "2,2,2,2,2",
        "2,2,2,-101,2", ERROR,
        "drivers row 3 (gdp), column 2029/30: “-101” is too small; write a figure from -100 to 1000")
BROKEN ("cell/ten-decimals", "drivers.csv", "2,2,2,2,2",
        "2,2,2,2.1234567891,2", ERROR,
        "drivers row 3 (gdp), column 2029/30: “2.1234567891” has more than nine decimals; write a percentage such as 3.5")
BROKEN ("cell/not-a-number", "effects.csv", "care,,wellbeing,80",
        "care,,wellbeing,NaN", ERROR,
        "effects row 2 (early/less), column engaged: “NaN” is not a number; write a percentage such as 3.5")
BROKEN ("cell/priority-0", "lines.csv", "statutory,1,80",
        "statutory,0,80", ERROR,
        "lines row 2 (care), column priority: “0” is too small; write a figure from 1 to 5")
BROKEN ("cell/priority-6", "lines.csv", "statutory,1,80",
        "statutory,6,80", ERROR,
        "lines row 2 (care), column priority: “6” is too large; write a figure from 1 to 5")
BROKEN ("cell/priority-half", "lines.csv", "statutory,1,80",
        "statutory,1.5,80", ERROR,
        "lines row 2 (care), column priority: “1.5” is not a whole number; write a whole number such as 3")
BROKEN ("cell/lag-0", "effects.csv", "1200,,1,3",
        "1200,,0,3", ERROR,
        "effects row 2 (early/less), column lag: “0” is too small; write a figure from 1 to 100")
BROKEN ("cell/evidence-7", "programmes.csv", "no,3",
        "no,7", ERROR,
        "programmes row 2 (early), column evidence: “7” is too large; write a figure from 1 to 6")
BROKEN ("cell/unknown-choice", "lines.csv", "county,statutory",
        "county,mandatory", ERROR,
        "lines row 2 (care), column duty: “mandatory” is not one of the choices; write one of statutory, discretionary")
BROKEN ("cell/choice-in-capitals", "pots.csv", "fund,Care fund,,revenue",
        "fund,Care fund,,Revenue", ERROR,
        "pots row 4 (fund), column kind: “Revenue” is not one of the choices; write one of revenue, capital")
BROKEN ("cell/yes-as-true", "partners.csv", "county,yes",
        "county,true", ERROR,
        "partners row 2 (county), column voting: “true” is neither yes nor no; write yes or no")
BROKEN ("cell/unspent-unknown", "pots.csv", "keep:1",
        "hold", ERROR,
        "pots row 4 (fund), column unspent: “hold” is not a rule for unspent money; write lapse, keep, keep:2 or to: and a pot's code")
BROKEN ("cell/unspent-keep-none", "pots.csv", "keep:1",
        "keep:", ERROR,
        "pots row 4 (fund), column unspent: “keep:” is not a rule for unspent money; write lapse, keep, keep:2 or to: and a pot's code")
BROKEN ("cell/unspent-keep-years", "pots.csv", "keep:1",
        "keep:two", ERROR,
        "pots row 4 (fund), column unspent: “keep:two” is not a rule for unspent money; write lapse, keep, keep:2 or to: and a pot's code")
BROKEN ("cell/code-with-space", "policies.csv", "join,",
        "jo in,", ERROR,
        "policies row 2 (jo in), column code: “jo in” is not a code; use 1 to 32 letters, digits, “-”, “_” or “.”")
BROKEN ("cell/code-too-long", "policies.csv", "join,",
        "a123456789b123456789c123456789d123,", ERROR,
        "policies row 2 (a123456789b123456789c123456789d123), column code: “a123456789b123456789c123456789d123” is not a code; use 1 to 32 letters, digits, “-”, “_” or “.”")
BROKEN ("cell/code-with-umlaut", "policies.csv", "join,",
        "jöin,", ERROR,
        "policies row 2 (jöin), column code: “jöin” is not a code; use 1 to 32 letters, digits, “-”, “_” or “.”")
BROKEN ("cell/year", "projects.csv", "annuity,,2027/28",
        "annuity,,2027-28", ERROR,
        "projects row 2 (bridge), column operational: “2027-28” is not a financial year; write a year as 2026/27")
BROKEN ("cell/pot-amount-negative", "pots.csv", "yes,10000,10000",
        "yes,-10000,10000", ERROR,
        "pots row 5 (match), column 2026/27: “-10000” is too small; write a figure from 0 to 100000000000")
BROKEN ("cell/opening-negative", "pots.csv", "60000,20000",
        "(60000),20000", ERROR,
        "pots row 6 (reserve), column opening: “(60000)” is too small; write a figure from 0 to 100000000000")
BROKEN ("cell/limit-negative", "limits.csv", "10000,10000",
        "-1,10000", ERROR,
        "limits row 2 (reserve), column 2026/27: “-1” is too small; write a figure from 0 to 100000000000")
BROKEN ("cell/intake-negative", "programme_years.csv", "intake,10",
        "intake,-10", ERROR,
        "programme_years row 3 (early/intake), column 2026/27: “-10” is too small; write a figure from 0 to 9000000000")
BROKEN ("plan/no-base-year", "plan.csv", "base_year,2025/26\n",
        "", ERROR,
        "plan: base_year is missing; add a row with the key base_year")
BROKEN ("plan/base-year-empty", "plan.csv", "base_year,2025/26",
        "base_year,", ERROR,
        "plan row 4 (base_year), column value: base_year is empty; fill it in")
BROKEN ("plan/base-year-wrong", "plan.csv", "base_year,2025/26",
        "base_year,2025", ERROR,
        "plan row 4 (base_year), column value: “2025” is not a financial year; write a year as 2026/27")
BROKEN ("plan/four-years", "plan.csv", "years,5",
        "years,4", ERROR,
        "plan row 5 (years), column value: “4” is too small; write a figure from 5 to 30")
BROKEN ("plan/thirty-one-years", "plan.csv", "years,5",
        "years,31", ERROR,
        "plan row 5 (years), column value: “31” is too large; write a figure from 5 to 30")
BROKEN ("plan/years-as-words", "plan.csv", "years,5",
        "years,five", ERROR,
        "plan row 5 (years), column value: “five” is not a whole number; write a whole number such as 3")
BROKEN ("plan/unknown-setting", "plan.csv", "discount_rate",
        "discount", ERROR,
        "plan row 6 (discount), column key: “discount” is not a setting; the settings are title, area, base_year, years, discount_rate, deflator, opening_cfr, borrowing_limit, interest_driver, general_reserve, savings_record, quorum")
BROKEN ("plan/setting-twice", "plan.csv", "area,Nowhere",
        "years,5", ERROR,
        "plan row 5 (years), column key: “years” is already there; give the row another code or remove it")
BROKEN ("plan/unknown-deflator", "plan.csv", "deflator,gdp",
        "deflator,gpd", ERROR,
        "plan row 7 (deflator), column value: “gpd” is not in drivers; write a code from drivers or add the row there")
BROKEN ("plan/unknown-reserve", "plan.csv", "general_reserve,reserve",
        "general_reserve,reserves", ERROR,
        "plan row 11 (general_reserve), column value: “reserves” is not in pots; write a code from pots or add the row there")
BROKEN ("plan/discount-rate-above-100", "plan.csv", "discount_rate,3.5",
        "discount_rate,350", ERROR,
        "plan row 6 (discount_rate), column value: “350” is too large; write a figure from 0 to 100")
BROKEN ("plan/borrowing-limit-negative", "plan.csv", "borrowing_limit,50000",
        "borrowing_limit,-1", ERROR,
        "plan row 9 (borrowing_limit), column value: “-1” is too small; write a figure from 0 to 100000000000")
BROKEN ("key/code-empty", "changes.csv", "mowing,",
        ",", ERROR,
        "changes row 2, column code: the cell is empty; write 1 to 32 letters, digits, “-”, “_” or “.”")
BROKEN ("key/code-twice", "policies.csv", "join,Join the care fund",
        "join,Join the care fund\njoin,Again", ERROR,
        "policies row 3 (join), column code: “join” is already there; give the row another code or remove it")
BROKEN ("key/element-twice", "costs.csv", "parks,hire",
        "parks,pay", ERROR,
        "costs row 5 (parks/pay), column line: “parks/pay” is already there; give the row another code or remove it")
BROKEN ("key/limit-twice", "limits.csv", "reserve,10000,10000,,,",
        "reserve,10000,10000,,,\nreserve,,,,,", ERROR,
        "limits row 3 (reserve), column pot: “reserve” is already there; give the row another code or remove it")
BROKEN ("key/fence-twice", "ringfences.csv", "fund,line,care,",
        "fund,line,care,\nfund,line,care,10", ERROR,
        "ringfences row 3 (fund/line/care), column pot: “fund/line/care” is already there; give the row another code or remove it")
BROKEN ("ref/partner", "lines.csv", "people,county",
        "people,country", ERROR,
        "lines row 2 (care), column partner: “country” is not in partners; write a code from partners or add the row there")
BROKEN ("ref/driver", "costs.csv", "care,pay,pay,1000000,pay,",
        "care,pay,pay,1000000,wages,", ERROR,
        "costs row 2 (care/pay), column price_driver: “wages” is not in drivers; write a code from drivers or add the row there")
BROKEN ("ref/line-of-cost", "costs.csv", "parks,hire",
        "park,hire", ERROR,
        "costs row 5 (park/hire), column line: “park” is not in lines; write a code from lines or add the row there")
BROKEN ("ref/line-of-change", "changes.csv", "winter,roads",
        "winter,road", ERROR,
        "changes row 3 (winter), column line: “road” is not in lines; write a code from lines or add the row there")
BROKEN ("ref/pot-of-limit", "limits.csv", "reserve,10000",
        "reserv,10000", ERROR,
        "limits row 2 (reserv), column pot: “reserv” is not in pots; write a code from pots or add the row there")
BROKEN ("ref/line-of-effect", "effects.csv", "Less care,care",
        "Less care,cure", ERROR,
        "effects row 2 (early/less), column line: “cure” is not in lines; write a code from lines or add the row there")
BROKEN ("ref/outcome", "effects.csv", "wellbeing",
        "happiness", ERROR,
        "effects row 2 (early/less), column outcome: “happiness” is not in outcomes; write a code from outcomes or add the row there")
BROKEN ("ref/scenario", "overrides.csv", "low,costs",
        "lower,costs", ERROR,
        "overrides row 3, column scenario: “lower” is not in scenarios; write a code from scenarios or add the row there")
BROKEN ("ref/policy", "policy_pots.csv", "join,fund",
        "joint,fund", ERROR,
        "policy_pots row 2 (joint/fund), column policy: “joint” is not in policies; write a code from policies or add the row there")
BROKEN ("ref/programme", "programme_years.csv", "early,intake",
        "earlier,intake", ERROR,
        "programme_years row 3 (earlier/intake), column programme: “earlier” is not in programmes; write a code from programmes or add the row there")
BROKEN ("ref/empty", "changes.csv", "winter,roads",
        "winter,", ERROR,
        "changes row 3 (winter), column line: the cell is empty; write a code from lines")
BROKEN ("required/kind-of-change", "changes.csv", "A hard winter,pressure",
        "A hard winter,", ERROR,
        "changes row 3 (winter), column kind: the cell is empty; write one of pressure, growth, saving, income")
REMOVED ("pot/no-council-tax-row", "council_tax.csv",
         "pots row 2 (tax), column basis: the pot has no row in council_tax; add one with the tax base and Band D")
BROKEN ("pot/council-tax-of-another", "council_tax.csv", "tax,1000.5",
        "tax,1000.5,800.25,,band-d,98\ngrant,1000.5", ERROR,
        "council_tax row 3 (grant), column pot: the pot's basis is not council-tax; make it council-tax in pots or remove this row")
BROKEN ("pot/council-tax-no-base", "council_tax.csv", "1000.5",
        "", ERROR,
        "council_tax row 2 (tax), column tax_base: the cell is empty; write the number of Band D homes")
BROKEN ("pot/council-tax-no-band-d", "council_tax.csv", "800.25",
        "", ERROR,
        "council_tax row 2 (tax), column band_d: the cell is empty; write the base year's Band D in pounds")
BROKEN ("pot/indexed-no-base", "pots.csv", "indexed,800000",
        "indexed,", ERROR,
        "pots row 3 (grant), column base: an indexed pot has no base; write the base year's amount")
BROKEN ("pot/indexed-with-years", "pots.csv", "gdp,,,lapse,confirmed,,no,",
        "gdp,,,lapse,confirmed,,no,5", ERROR,
        "pots row 3 (grant), column basis: the pot has figures for years that its basis does not use; empty them or make the basis profile")
BROKEN ("pot/to-unknown", "pots.csv", "to:reserve",
        "to:reserves", ERROR,
        "pots row 5 (match), column unspent: “reserves” is not in pots; write to: and the code of a pot")
BROKEN ("pot/to-itself", "pots.csv", "to:reserve",
        "to:match", ERROR,
        "pots row 5 (match), column unspent: unspent money leads back to where it came from: match → match; write keep for one of the pots")
BROKEN ("pot/to-loop", "pots.csv", "60000,20000,keep",
        "60000,20000,to:match", ERROR,
        "pots row 5 (match), column unspent: unspent money leads back to where it came from: match → reserve → match; write keep for one of the pots")
BROKEN ("fence/unknown-line", "ringfences.csv", "line,care",
        "line,caring", ERROR,
        "ringfences row 2 (fund/line/caring), column use_code: “caring” is not in lines; write a code from lines or add the row there")
BROKEN ("fence/unknown-group", "ringfences.csv", "group,people",
        "group,person", ERROR,
        "ringfences row 3 (match/group/person), column use_code: “person” is not the group of any line; write a group from lines")
BROKEN ("fence/unknown-project", "ringfences.csv", "project,bridge",
        "project,bridges", ERROR,
        "ringfences row 4 (works/project/bridges), column use_code: “bridges” is not in projects; write a code from projects or add the row there")
BROKEN ("fence/no-use", "ringfences.csv", "project,bridge",
        "project,", ERROR,
        "ringfences row 4 (works/project/), column use_code: the cell is empty; fill it in")
BROKEN ("project/no-asset-life", "projects.csv", "no,40",
        "no,", ERROR,
        "projects row 2 (bridge), column asset_life: a project that borrows has no asset life; write the years over which the debt is provided for, or mrp none")
BROKEN ("project/no-interest", "plan.csv", "interest_driver,interest\n",
        "", ERROR,
        "projects row 2 (bridge), column interest_driver: a project that borrows has no rate of interest; name a driver here or as interest_driver in plan")
BROKEN ("effect/harm", "effects.csv", "1200,,1,3",
        "-1200,,1,3", ERROR,
        "effects row 2 (early/less), column unit_value: the unit value is below nothing; write what one success saves; enter what it costs as a change on the line")
BROKEN ("effect/on-nobody", "effects.csv", "care,,wellbeing",
        ",,wellbeing", ERROR,
        "effects row 2 (early/less), column line: the effect falls on nobody; name the line it relieves or the partner who gains")
BROKEN ("effect/low-above-high", "effects.csv", "40,60",
        "70,60", ERROR,
        "effects row 2 (early/less), column success_low: it is above success_high; change the two over")
BROKEN ("driver/low-above-high", "drivers.csv", "-1,2,pert",
        "3,2,pert", ERROR,
        "drivers row 2 (pay), column low: it is above high; change the two over")
BROKEN ("policy/taken", "policies.csv", "join,Join the care fund",
        "join,Join the care fund\ntoday,Today", ERROR,
        "policies row 3 (today), column code: every plan has the policy “today” already; choose another code")
BROKEN ("scenario/two-roots", "scenarios.csv", "Low growth,base",
        "Low growth,", ERROR,
        "scenarios row 3 (low), column parent: the cell is empty although “base” is the base case; name the scenario this one changes")
BROKEN ("scenario/own-parent", "scenarios.csv", "low,Low growth,base",
        "low,Low growth,low", ERROR,
        "scenarios row 3 (low), column parent: the scenarios lead back to themselves: low → low; empty the parent of one of them")
BROKEN ("scenario/loop", "scenarios.csv", "Base case,\n",
        "Base case,low\n", ERROR,
        "scenarios row 2 (base), column parent: the scenarios lead back to themselves: base → low → base; empty the parent of one of them")
BROKEN ("scenario/unknown-parent", "scenarios.csv", "Low growth,base",
        "Low growth,basis", ERROR,
        "scenarios row 3 (low), column parent: “basis” is not in scenarios; write a code from scenarios or add the row there")
BROKEN ("override/unknown-table", "overrides.csv", "low,drivers",
        "low,driver", ERROR,
        "overrides row 2, column table: “driver” is not a table that can be overridden; write one of plan, partners, drivers, lines, costs, changes, pots, limits, council_tax, ringfences, projects, outcomes, programmes, programme_years, effects, debt, evidence_grades, discount_rates, price_index, unit_costs, referendum_limits, control_totals")
BROKEN ("override/table-without-codes", "overrides.csv", "low,costs,roads/pay,base",
        "low,spillovers,parks,rise", ERROR,
        "overrides row 3, column table: “spillovers” is not a table that can be overridden; write one of plan, partners, drivers, lines, costs, changes, pots, limits, council_tax, ringfences, projects, outcomes, programmes, programme_years, effects, debt, evidence_grades, discount_rates, price_index, unit_costs, referendum_limits, control_totals")
BROKEN ("override/unknown-row", "overrides.csv", "roads/pay",
        "roads/wages", ERROR,
        "overrides row 3, column code: “roads/wages” is not in costs; write a code from costs or add the row there")
BROKEN ("override/unknown-field", "overrides.csv", "roads/pay,base",
        "roads/pay,basis", ERROR,
        "overrides row 3, column field: “basis” is not a field of costs; write one of kind, base, price_driver, volume_driver, source, standing, notes")
BROKEN ("override/key-field", "overrides.csv", "roads/pay,base,,multiply,0.95",
        "roads/pay,element,,set,wages", ERROR,
        "overrides row 3, column field: “element” names the row and cannot be overridden; override another field")
BROKEN ("override/year-outside", "overrides.csv", "value,2027/28",
        "value,2031/32", ERROR,
        "overrides row 2, column year: 2031/32 is not a year of the plan; write a year from 2026/27 to 2030/31, or nothing for every year")
BROKEN ("override/year-of-plain-field", "overrides.csv", "base,,multiply",
        "base,2027/28,multiply", ERROR,
        "overrides row 3, column year: “base” is not a figure for years; empty the year")
BROKEN ("override/add-to-text", "overrides.csv", "base,,multiply,0.95",
        "kind,,add,1", ERROR,
        "overrides row 3, column op: “kind” is not a figure; write set")
BROKEN ("override/value-empty", "overrides.csv", "multiply,0.95",
        "set,", ERROR,
        "overrides row 3, column value: the cell is empty; fill it in")
BROKEN ("override/value-wrong", "overrides.csv", "multiply,0.95",
        "set,lots", ERROR,
        "overrides row 3, column value: “lots” is not an amount of money; write pounds such as 1250000 or 1250000.50")
BROKEN ("override/factor-wrong", "overrides.csv", "multiply,0.95",
        "multiply,95%", ERROR,
        "overrides row 3, column value: “95%” is not a number; write a number such as 1250 or 0.75")
BROKEN ("override/value-out-of-limits", "overrides.csv", "low,costs,roads/pay,base,,multiply,0.95",
        "low,lines,roads,priority,,set,9", ERROR,
        "overrides row 3, column value: “9” is too large; write a figure from 1 to 5")
BROKEN ("override/value-unknown", "overrides.csv", "low,costs,roads/pay,base,,multiply,0.95",
        "low,costs,roads/pay,price_driver,,set,wages", ERROR,
        "overrides row 3, column value: “wages” is not in drivers; write a code from drivers or add the row there")
BROKEN ("override/years-of-plan", "overrides.csv", "low,costs,roads/pay,base,,multiply,0.95",
        "low,plan,years,value,,set,6", ERROR,
        "overrides row 3, column code: years is the same in every scenario; change it in plan")
BROKEN ("override/unknown-setting", "overrides.csv", "low,costs,roads/pay,base,,multiply,0.95",
        "low,plan,yeers,value,,set,6", ERROR,
        "overrides row 3, column code: “yeers” is not a setting; the settings are title, area, base_year, years, discount_rate, deflator, opening_cfr, borrowing_limit, interest_driver, general_reserve, savings_record, quorum")
BROKEN ("decision/unknown-policy", "decisions.csv", "low,today",
        "low,pooled", ERROR,
        "decisions row 2 (grow), column policy: “pooled” is not a policy; write today, placemaking or a code from policies")
BROKEN ("warning/vote-that-does-not-count", "partners.csv", "health,yes",
        "health,no", WARNING,
        "votes row 3 (grow/nhs), column partner: “nhs” does not vote, so this vote counts for nothing; remove the vote, or write voting yes for the partner")
BROKEN ("warning/quorum-out-of-reach", "plan.csv", "general_reserve,reserve",
        "general_reserve,reserve\nquorum,3", WARNING,
        "plan row 12 (quorum), column value: 3 partners must vote, but only 2 have a vote, so that nothing can be agreed; lower the quorum, or empty it for more than half")
BROKEN ("warning/line-without-costs", "lines.csv", "parks,Parks",
        "museum,Museum,place,county,,,,\nparks,Parks", WARNING,
        "lines row 4 (museum), column code: the line has no cost elements and so no need; add its base budget in costs")
BROKEN ("warning/no-evidence", "programmes.csv", "no,3",
        "no,", WARNING,
        "programmes row 2 (early), column evidence: no evidence grade is given, so the weakest, 6, is used; write a grade from 1 to 6")
BROKEN ("warning/no-effect", "effects.csv", "early,less,Less care,care,,wellbeing,80,90,50,40,60,10,1200,,1,3\nearly,nights,Fewer nights,care,county,,,,,,,,,night,1,3\n",
        "", WARNING,
        "programmes row 2 (early), column code: the programme costs money and has no effect; add what it saves in effects")
BROKEN ("warning/not-certain", "pots.csv", "confirmed,100",
        "at-risk,75", WARNING,
        "pots row 2 (tax), column probability: the money is 75% likely and counted in full; see a scenario without it")
BROKEN ("warning/unreachable", "ringfences.csv", "works,project,bridge",
        "works,line,care", WARNING,
        "pots row 7 (works), column code: no use can reach this ring-fenced money; name uses of the pot's kind in ringfences")
BROKEN ("unit-cost/unknown", "effects.csv", "county,,,,,,,,,night",
        "county,,,,,,,,,nite", ERROR,
        "effects row 3 (early/nights), column unit_cost: “nite” is neither in unit_costs nor a unit cost of the program's own; write a code from unit_costs or add the row there")
BROKEN ("unit-cost/not-a-code", "effects.csv", "county,,,,,,,,,night",
        "county,,,,,,,,,a night", ERROR,
        "effects row 3 (early/nights), column unit_cost: “a night” is not a code; use 1 to 32 letters, digits, “-”, “_” or “.”")
BROKEN ("unit-cost/base-year-not-in-index", "price_index.csv", "2025/26,105",
        "2024/25,105", ERROR,
        "effects row 3 (early/nights), column unit_cost: “night” is at prices of 2022/23, the plan at those of 2025/26, and the price index lacks 2025/26; add 2025/26 to price_index, on the same base as its other years, or write a unit_value")
BROKEN ("unit-cost/prices-not-in-index", "unit_costs.csv", "2022/23",
        "2024/25", ERROR,
        "effects row 3 (early/nights), column unit_cost: “night” is at prices of 2024/25, the plan at those of 2025/26, and the price index lacks 2024/25; add 2024/25 to price_index, on the same base as its other years, or write a unit_value")
BROKEN ("unit-cost/too-large", "unit_costs.csv", "210.50",
        "90000000000", ERROR,
        "effects row 3 (early/nights), column unit_cost: “night” at prices of 2025/26 is more than any figure may be; correct price_index or write a unit_value")
BROKEN ("unit-cost/no-value", "unit_costs.csv", "210.50",
        "", ERROR,
        "unit_costs row 2 (night), column value: the cell is empty; fill it in")
BROKEN ("unit-cost/no-prices", "unit_costs.csv", "2022/23",
        "", ERROR,
        "unit_costs row 2 (night), column prices: the cell is empty; fill it in")
BROKEN ("reference/index-nought", "price_index.csv", "105",
        "0", ERROR,
        "price_index row 2 (2025/26), column value: “0” is too small; write a figure from 0.000000001 to 9000000000")
BROKEN ("reference/grade-7", "evidence_grades.csv", "3,12.5",
        "7,12.5", ERROR,
        "evidence_grades row 2 (7), column grade: “7” is too large; write a figure from 1 to 6")
BROKEN ("reference/grade-twice", "evidence_grades.csv", "report,assumed",
        "report,assumed\n3,10,10,report,assumed", ERROR,
        "evidence_grades row 3 (3), column grade: “3” is already there; give the row another code or remove it")
BROKEN ("reference/rate-empty", "discount_rates.csv", "31,2.5",
        "31,", ERROR,
        "discount_rates row 2 (31), column rate: the cell is empty; fill it in")
BROKEN ("reference/kind-unknown", "referendum_limits.csv", "police",
        "parish", ERROR,
        "referendum_limits row 2 (parish/2026/27), column kind: “parish” is not one of the choices; write one of county, unitary, district, combined-authority, health, police, fire, voluntary, private, government")
BROKEN ("total/unknown-table", "control_totals.csv", "changes,value",
        "policies,value", ERROR,
        "control_totals row 2 (savings), column table: “policies” is not a table with figures and their sources; write one of drivers, lines, costs, changes, pots, limits, council_tax, ringfences, projects, outcomes, programmes, programme_years, effects, spillovers, debt, evidence_grades, discount_rates, price_index, unit_costs, referendum_limits")
BROKEN ("total/unknown-field", "control_totals.csv", "changes,value,2027/28",
        "changes,amount,2027/28", ERROR,
        "control_totals row 2 (savings), column field: “amount” is not a figure of changes; write one of delivery, delivery_low, delivery_high, value")
BROKEN ("total/text-field", "control_totals.csv", "changes,value,2027/28",
        "lines,group,", ERROR,
        "control_totals row 2 (savings), column field: “group” is not a figure of lines; write one of priority, statutory_minimum")
BROKEN ("total/table-without-figures", "control_totals.csv", "changes,value,2027/28",
        "partners,kind,", ERROR,
        "control_totals row 2 (savings), column table: “partners” is not a table with figures and their sources; write one of drivers, lines, costs, changes, pots, limits, council_tax, ringfences, projects, outcomes, programmes, programme_years, effects, spillovers, debt, evidence_grades, discount_rates, price_index, unit_costs, referendum_limits")
BROKEN ("total/no-year", "control_totals.csv", "value,2027/28",
        "value,", ERROR,
        "control_totals row 2 (savings), column year: the cell is empty; write a year from 2026/27 to 2030/31")
BROKEN ("total/year-outside", "control_totals.csv", "value,2027/28",
        "value,2025/26", ERROR,
        "control_totals row 2 (savings), column year: 2025/26 is not a year of the plan; write a year from 2026/27 to 2030/31")
BROKEN ("total/year-of-plain-field", "control_totals.csv", "changes,value,2027/28",
        "costs,base,2027/28", ERROR,
        "control_totals row 2 (savings), column year: “base” is not a figure for years; empty the year")
BROKEN ("total/unknown-source", "control_totals.csv", "2027/28,report",
        "2027/28,reprot", ERROR,
        "control_totals row 2 (savings), column source: “reprot” is not in sources; write a code from sources or add the row there")
BROKEN ("total/no-total", "control_totals.csv", "5001,1",
        ",1", ERROR,
        "control_totals row 2 (savings), column total: the cell is empty; fill it in")
BROKEN ("warning/total-missed", "control_totals.csv", "5001,1",
        "5001,0.5", WARNING,
        "control_totals row 2 (savings), column total: changes 2027/28 from “report” adds up to 5000, but the source says 5001: 1 is missing; correct the figures, or write a tolerance if the source rounds its own")
BROKEN ("warning/total-passed", "changes.csv", "5000,,,,report",
        "5010.25,,,,report", WARNING,
        "control_totals row 2 (savings), column total: changes 2027/28 from “report” adds up to 5010.25, but the source says 5001: 9.25 is too much; correct the figures, or write a tolerance if the source rounds its own")
BROKEN ("warning/other-partner", "effects.csv", "care,county",
        "care,nhs", WARNING,
        "effects row 3 (early/nights), column partner: the line is “county”'s, so the benefit falls to “county” and not to “nhs”; empty the partner, or the line if the benefit is not the line's")
BROKEN ("warning/referendum", "drivers.csv", "band-d,Council tax,,,,,2,",
        "band-d,Council tax,,,,,4.99,5", WARNING,
        "council_tax row 2 (tax), column increase_driver: Band D rises by 5% in 2027/28, and a rise of 5% or more needs a referendum; lower the rate, or allow for the referendum")
BROKEN ("warning/savings-record", "plan.csv", "general_reserve,reserve",
        "general_reserve,reserve\nsavings_record,75", WARNING,
        "changes row 2 (mowing), column delivery: 80% of the saving is counted on, but only 75% of past savings were delivered; see a scenario with 75%")
BROKEN ("warning/receipts", "limits.csv", "reserve,10000,10000,,,",
        "reserve,10000,10000,,,\nworks,5000,4000,6001,,", WARNING,
        "limits row 3 (works), column 2028/29: by 2028/29, 15001 of the pot is planned to be spent and only 15000 has come in; lower the limits or add the receipts to pots")
BROKEN ("warning/two-discount-rates", "discount_rates.csv", "31,2.5",
        "1,3.25", WARNING,
        "discount_rates row 2 (1), column rate: the rate is 3.25% and discount_rate in plan says 3.5%, which is not used; keep one of the two")
/* clang-format on */
