/* workbook-working.c: the working workbook: its sheets, and the order in which they are written.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/workbook-private.h"

#include "base/i18n.h"

typedef struct
{
  const char *name;
  const char *title;
  const char *about;
  PlwRole role;
  bool (*is_wanted) (const PlwBook *book); /* NULL: always */
} TabSpec;

static bool
has_other (const PlwBook *book)
{
  return book->other != NULL;
}

static bool
has_changes (const PlwBook *book)
{
  g_autoptr (GArray) changes = plw_book_change_rows (book);

  return changes->len > 0;
}

static bool
has_programmes (const PlwBook *book)
{
  return book->model->n_programmes > 0;
}

static bool
has_effects (const PlwBook *book)
{
  return book->model->n_effects > 0;
}

static bool
has_knock_on (const PlwBook *book)
{
  return book->model->n_spillovers > 0;
}

static bool
has_partners (const PlwBook *book)
{
  return plw_plan_n_rows (book->plan, PLW_TABLE_PARTNERS) > 0;
}

static bool
has_scenarios (const PlwBook *book)
{
  return book->paper->n_scenarios > 1;
}

static bool
has_log (const PlwBook *book)
{
  return book->paper->log != NULL || book->paper->has_log;
}

static bool
has_sources (const PlwBook *book)
{
  return plw_plan_n_rows (book->plan, PLW_TABLE_SOURCES) > 0;
}

/* clang-format off */
static const TabSpec specs[PLW_N_TABS] = {
  [PLW_TAB_COVER] = { N_ ("Cover"), NULL, N_ ("What this workbook is."), PLW_ROLE_OUTPUT, NULL },
  [PLW_TAB_CONTENTS] = { N_ ("Contents"), N_ ("Contents"), N_ ("Every sheet and what it answers; click to go there."), PLW_ROLE_OUTPUT, NULL },
  [PLW_TAB_GUIDE] = { N_ ("How to read"), N_ ("How to read this workbook"), N_ ("Words, colours, what may be changed and what follows."), PLW_ROLE_OUTPUT, NULL },
  [PLW_TAB_SUMMARY] = { N_ ("Summary"), N_ ("Summary by year"), N_ ("How much is needed, how much money there is, and where the two part, year by year. Pounds."), PLW_ROLE_OUTPUT, NULL },
  [PLW_TAB_NEED] = { N_ ("Need"), N_ ("Need by service and year"), N_ ("What services, programmes and projects cost, before any money is shared out, by partner. Pounds."), PLW_ROLE_OUTPUT, NULL },
  [PLW_TAB_FUNDED] = { N_ ("Funded"), N_ ("What is funded, by service and year"), N_ ("All payments to each use, and what it borrows, by partner. Pounds."), PLW_ROLE_OUTPUT, NULL },
  [PLW_TAB_SHORTFALL] = { N_ ("Shortfall"), N_ ("Shortfall by service and year"), N_ ("Need that no money allowed by the policy reaches, worst first; the darker the cell, the larger. Pounds."), PLW_ROLE_OUTPUT, NULL },
  [PLW_TAB_ONE_POT] = { N_ ("One pot or many"), N_ ("One pot or many: what the ring-fences cost"), N_ ("The shortfall under this policy and under the other, beside each other. Pounds."), PLW_ROLE_OUTPUT, has_other },
  [PLW_TAB_POTS] = { N_ ("Pots"), N_ ("Pots: the account of each source of money"), N_ ("Opening + received + moved in = spent + moved out + lapsed + closing, each year. Pounds."), PLW_ROLE_OUTPUT, NULL },
  [PLW_TAB_BRIDGE] = { N_ ("Bridge and gap"), N_ ("Bridge and gap: why need changes, and what is missing"), N_ ("What need is made of, from one year to the next, and need less the money there is. Pounds."), PLW_ROLE_OUTPUT, NULL },
  [PLW_TAB_CHANGES] = { N_ ("Changes"), N_ ("Pressures, growth, savings and income"), N_ ("Planned, and what counts of it after expected delivery. Pressures and growth raise need; savings and income lower it. Pounds."), PLW_ROLE_INPUT, has_changes },
  [PLW_TAB_CAPITAL] = { N_ ("Capital"), N_ ("Capital projects and borrowing"), N_ ("What is owed and what it costs; what each project costs, and what pays for it: pots, borrowing, or nothing yet. Pounds."), PLW_ROLE_OUTPUT, NULL },
  [PLW_TAB_PREVENTION] = { N_ ("Prevention"), N_ ("Prevention programmes"), N_ ("What each programme costs, saves and releases, and what that is worth today. Pounds."), PLW_ROLE_OUTPUT, has_programmes },
  [PLW_TAB_PARTNERS] = { N_ ("Partners"), N_ ("Partners"), N_ ("Need, money and shortfall of each partner's services; who pays for prevention and who gains. Pounds."), PLW_ROLE_OUTPUT, has_partners },
  [PLW_TAB_SCENARIOS] = { N_ ("Scenarios"), N_ ("Scenarios compared, under this policy"), N_ ("Each scenario's figures beside the others'. Values: each has an allocation of its own. Pounds."), PLW_ROLE_OUTPUT, has_scenarios },
  [PLW_TAB_CHECKS] = { N_ ("Checks"), N_ ("Checks"), N_ ("Whether the figures agree with each other, and what to know before relying on them."), PLW_ROLE_OUTPUT, NULL },
  [PLW_TAB_RECONCILIATION] = { N_ ("Reconciliation"), N_ ("Reconciliation"), N_ ("Control totals when the money was shared out, and in this workbook now. Pounds."), PLW_ROLE_OUTPUT, NULL },
  [PLW_TAB_LOG] = { N_ ("Change log"), N_ ("Changes to the plan since its last version"), N_ ("Who changed what, when and why, newest first."), PLW_ROLE_OUTPUT, has_log },
  [PLW_TAB_ASSUMPTIONS] = { N_ ("Assumptions"), N_ ("Assumptions by year"), N_ ("Rates a year. Low and high: percentage points around the rate. Standing: published, derived from published figures, or assumed."), PLW_ROLE_INPUT, NULL },
  [PLW_TAB_BASE] = { N_ ("Base budgets"), N_ ("Base budgets by service and kind of cost"), N_ ("The approved budget the plan starts from, and the assumptions that move it. Income counts against cost."), PLW_ROLE_INPUT, NULL },
  [PLW_TAB_POT_INPUTS] = { N_ ("Pot inputs"), N_ ("What pots receive"), N_ ("Yearly amounts, bases, opening and minimum balances, limits, council tax. Pounds."), PLW_ROLE_INPUT, NULL },
  [PLW_TAB_PROJECT_INPUTS] = { N_ ("Project inputs"), N_ ("The capital programme and old debt"), N_ ("What projects cost in each year and how they are provided for. Pounds."), PLW_ROLE_INPUT, NULL },
  [PLW_TAB_PROGRAMME_INPUTS] = { N_ ("Programme inputs"), N_ ("Prevention programmes: costs and intake"), N_ ("What programmes cost in each year, how many start, and how costs and benefits are corrected for optimism."), PLW_ROLE_INPUT, has_programmes },
  [PLW_TAB_EFFECTS] = { N_ ("Effects"), N_ ("What prevention programmes do"), N_ ("Of those who start: how many take part, stay, succeed and would not have anyway; what one is worth, and when it shows."), PLW_ROLE_INPUT, has_effects },
  [PLW_TAB_SETTINGS] = { N_ ("Settings"), N_ ("Settings of the plan"), N_ ("Of the whole plan; shown, not followed by formulas."), PLW_ROLE_OUTPUT, NULL },
  [PLW_TAB_SOURCES] = { N_ ("Sources"), N_ ("Sources of the plan's figures"), N_ ("Where the figures come from and how far they are to be trusted."), PLW_ROLE_OUTPUT, has_sources },
  [PLW_TAB_INDICES] = { N_ ("Indices"), N_ ("Indices: what rates come to over the years"), N_ ("The base year is 1; each year is the one before times 1 + its rate."), PLW_ROLE_WORKING, NULL },
  [PLW_TAB_COSTS] = { N_ ("Cost working"), N_ ("Cost working: base budgets at each year's prices and volumes"), N_ ("First with prices alone, then with volume as well; income below nothing. Pounds."), PLW_ROLE_WORKING, NULL },
  [PLW_TAB_KNOCK_ON] = { N_ ("Knock-on"), N_ ("Knock-on effects of what is not funded"), N_ ("What goes unfunded in one service raises another's volume later."), PLW_ROLE_INPUT, has_knock_on },
  [PLW_TAB_NEED_WORKING] = { N_ ("Need working"), N_ ("Need working: how each service's need is put together"), N_ ("The parts are added up and rounded to the penny once; a need is never below nothing. Pounds."), PLW_ROLE_WORKING, NULL },
  [PLW_TAB_BENEFITS] = { N_ ("Benefit working"), N_ ("Benefit working: what prevention saves"), N_ ("From those who start to cash saved, effect by effect. Pounds where nothing else is said."), PLW_ROLE_WORKING, has_effects },
  [PLW_TAB_LOANS] = { N_ ("Loan working"), N_ ("Loan working: provision and interest"), N_ ("A loan is what one project borrows in one year. Pounds."), PLW_ROLE_WORKING, NULL },
  [PLW_TAB_ALLOCATION] = { N_ ("Allocation"), N_ ("Allocation: which pot pays for what"), N_ ("Every pound that reaches a use, by the pot it comes from. Values: sharing out is not done by formulas. Pounds."), PLW_ROLE_WORKING, NULL },
};
/* clang-format on */

static void
add_tabs (PlwBook *book)
{
  static const lxw_color_t colours[] = {
    [PLW_ROLE_OUTPUT] = PLW_INK_BLUE, [PLW_ROLE_INPUT] = 0xF2C94C, [PLW_ROLE_WORKING] = 0x9AA5B1
  };

  for (PlwTab tab = 0; tab < PLW_N_TABS; tab++)
    {
      const TabSpec *spec = &specs[tab];

      if (spec->is_wanted != NULL && !spec->is_wanted (book))
        continue;
      book->tabs[tab] = plw_book_add_sheet (book, _ (spec->name),
                                            spec->title != NULL ? _ (spec->title) : NULL, _ (spec->about));
      book->tabs[tab]->role = spec->role;
      if (book->error == NULL)
        worksheet_set_tab_color (book->tabs[tab]->worksheet, colours[spec->role]);
    }
}

static void
define_name (PlwBook *book, const char *name, PlwPlaced what, size_t item)
{
  PlwSheet *cover = book->tabs[PLW_TAB_COVER];
  g_autofree char *formula =
      g_strdup_printf ("=%s", plw_ref_span (cover, what, item, 0, (int) book->n_years - 1));

  if (book->error == NULL)
    plw_book_try (book, workbook_define_name (book->workbook, name, formula));
}

static void
define_names (PlwBook *book)
{
  size_t uses = plw_result_n_uses (book->result);
  size_t pots = book->model->n_pots;
  size_t reserve;

  define_name (book, "Need_total", PLW_AT_NEED, uses);
  define_name (book, "Funded_total", PLW_AT_FUNDED, uses);
  define_name (book, "Shortfall_total", PLW_AT_SHORT, uses);
  define_name (book, "Available_total", PLW_AT_POT_AVAILABLE, pots);
  define_name (book, "Gap", PLW_AT_GAP, 0);
  if (plw_book_find_reserve (book, &reserve))
    define_name (book, "Reserve", PLW_AT_POT_CLOSING, reserve);

  g_autofree char *checks =
      g_strdup_printf ("=%s", plw_ref_fixed (book->tabs[PLW_TAB_COVER], PLW_AT_VERDICT, 0, 0));

  if (book->error == NULL)
    plw_book_try (book, workbook_define_name (book->workbook, "Checks_total", checks));
}

/* In this order everything is placed before it is referred to. */
void
plw_book_fill_working (PlwBook *book)
{
  static void (*const steps[]) (PlwBook *) = {
    /* inputs */
    plw_book_fill_assumptions, plw_book_fill_base, plw_book_fill_changes, plw_book_fill_pot_inputs,
    plw_book_fill_project_inputs, plw_book_fill_programme_inputs, plw_book_fill_effects,
    plw_book_fill_settings, plw_book_fill_sources, plw_book_fill_allocation,
    /* workings */
    plw_book_fill_indices, plw_book_fill_costs, plw_book_reserve_knock_on, plw_book_reserve_benefits,
    plw_book_fill_need_working, plw_book_fill_loans, plw_book_fill_need, plw_book_fill_funded,
    plw_book_fill_knock_on, plw_book_fill_benefits,
    /* results */
    plw_book_reserve_shortfall, plw_book_fill_shortfall, plw_book_fill_pots, plw_book_fill_capital,
    plw_book_fill_prevention, plw_book_fill_partners, plw_book_fill_bridge, plw_book_fill_summary,
    plw_book_fill_one_pot, plw_book_fill_scenarios, plw_book_fill_checks, plw_book_fill_reconciliation,
    plw_book_fill_log, plw_book_fill_cover, plw_book_fill_contents, plw_book_fill_guide
  };

  add_tabs (book);
  for (size_t i = 0; i < G_N_ELEMENTS (steps) && book->error == NULL; i++)
    steps[i](book);
  if (book->error == NULL)
    define_names (book);
}
