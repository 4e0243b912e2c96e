/* budget-text.c: how a budget table was read, for people.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/budget-private.h"

#include "base/i18n.h"

#include <string.h>

const char *
plw_budget_shape_title (PlwBudgetShape shape)
{
  static const char *const titles[PLW_BUDGET_N_SHAPES] = {
    [PLW_BUDGET_AUTO] = N_ ("not said"),
    [PLW_BUDGET_LEVELS] = N_ ("levels: every year's budget"),
    [PLW_BUDGET_MOVEMENTS] = N_ ("movements: every year's changes"),
    [PLW_BUDGET_BUILD_UP] = N_ ("build-up: base, changes, new base"),
    [PLW_BUDGET_GAP] = N_ ("gap: base, funding and the cumulative gap"),
    [PLW_BUDGET_MIXED] = N_ ("mixed: the first year's budget, then changes"),
    [PLW_BUDGET_CAPITAL] = N_ ("capital: what a programme spends in each year"),
  };

  return _ (titles[shape]);
}

const char *
plw_budget_role_title (PlwBudgetRole role)
{
  static const char *const titles[PLW_BUDGET_N_ROLES] = {
    [PLW_BUDGET_SERVICE] = N_ ("service"),
    [PLW_BUDGET_PRESSURE] = N_ ("pressure"),
    [PLW_BUDGET_GROWTH] = N_ ("growth"),
    [PLW_BUDGET_SAVING] = N_ ("saving"),
    [PLW_BUDGET_INCOME] = N_ ("income"),
    [PLW_BUDGET_FUNDING] = N_ ("funding"),
    [PLW_BUDGET_RESERVE] = N_ ("reserve"),
    [PLW_BUDGET_BASE] = N_ ("base"),
    [PLW_BUDGET_CLOSING] = N_ ("new base"),
    [PLW_BUDGET_TOTAL] = N_ ("total"),
    [PLW_BUDGET_GAP_EACH_YEAR] = N_ ("gap of each year"),
    [PLW_BUDGET_GAP_CUMULATIVE] = N_ ("cumulative gap"),
    [PLW_BUDGET_BALANCE] = N_ ("balance"),
    [PLW_BUDGET_HEADING] = N_ ("heading"),
    [PLW_BUDGET_OTHER] = N_ ("not money of the table"),
  };

  return _ (titles[role]);
}

const char *
plw_budget_confidence_title (PlwBudgetConfidence confidence)
{
  switch (confidence)
    {
    case PLW_BUDGET_TOLD:
      return _ ("as told");
    case PLW_BUDGET_CERTAIN:
      return _ ("certain: the sums allow no other");
    case PLW_BUDGET_LIKELY:
      return _ ("likely: names and sizes decide");
    case PLW_BUDGET_UNDECIDED:
      return _ ("undecided");
    }

  g_assert_not_reached ();
}

const char *
plw_budget_signs_title (PlwBudgetSigns signs)
{
  return signs == PLW_BUDGET_SIGNED
             ? _ ("funding, reserves and savings are below 0, or there are none")
             : _ ("all figures are above 0; funding, reserves and savings are taken off");
}

static void
add_reading (const PlwBudget *self, GString *text)
{
  size_t n_rounded = 0;
  size_t n_open = 0;
  size_t n_empty = 0;

  for (size_t i = 0; i < self->rules->len; i++)
    {
      n_rounded += plw_budget_rule (self, i)->n_rounded;
      n_open += plw_budget_rule (self, i)->n_open;
      n_empty += plw_budget_rule (self, i)->n_empty;
    }

  g_string_append_printf (text, _ ("Shape: %s (%s)\n"), plw_budget_shape_title (self->shape),
                          plw_budget_confidence_title (self->confidence));
  if (self->confidence == PLW_BUDGET_UNDECIDED)
    g_string_append_printf (text, _ ("  or: %s\n"), plw_budget_shape_title (self->other));
  for (size_t i = 0; i < self->reasons->len; i++)
    g_string_append_printf (text, "  %s\n", (const char *) g_ptr_array_index (self->reasons, i));
  if (self->lines != NULL)
    g_string_append (text,
                     _ ("Years: down the rows of the file; each of its columns is called a row here\n"));
  g_string_append_printf (text, _ ("Signs: %s\n"), plw_budget_signs_title (self->signs));
  g_string_append_printf (text, _ ("Unit: £%d%s\n"), (int) self->unit,
                          self->is_unit_said ? "" : _ (" (nothing says so)"));
  g_string_append_printf (text, _ ("Sums: %zu hold, %zu of them but for rounding; %zu contradictions\n"),
                          plw_budget_n_held (self), n_rounded, plw_budget_n_contradictions (self));
  if (n_open > 0)
    g_string_append_printf (
        text, _ ("  %zu more are not claimed, for a cell is missing; %zu of them come right without it\n"),
        n_open, n_empty);
}

/* The rows that make a total, as many as there is room for. */
static char *
list_terms (const PlwBudget *self, const PlwBudgetRule *rule)
{
  g_autoptr (GString) text = g_string_new (NULL);
  size_t n = 0;

  for (size_t i = 0; i < rule->terms->len; i++)
    {
      const PlwBudgetTerm *term = &g_array_index (rule->terms, PlwBudgetTerm, i);

      if (term->row == rule->target || term->is_before)
        continue;
      if (n++ < 3)
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "",
                                plw_budget_row (self, term->row)->label);
    }
  if (n > 3)
    g_string_append_printf (text, ngettext (" and %zu more", " and %zu more", n - 3), n - 3);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
plw_budget_row_sum (const PlwBudget *self, size_t row)
{
  g_return_val_if_fail (row < self->rows->len, NULL);

  const PlwBudgetRule *rule = NULL;

  for (size_t i = 0; i < self->rules->len && rule == NULL; i++)
    if (plw_budget_rule (self, i)->target == row && plw_budget_rule (self, i)->kind != PLW_RULE_ACROSS)
      rule = plw_budget_rule (self, i);
  if (rule == NULL)
    return g_strdup ("");

  g_autofree char *terms = list_terms (self, rule);

  switch (rule->kind)
    {
    case PLW_RULE_RUNNING:
      return g_strdup_printf (_ (" = its year before and %s"), terms);
    case PLW_RULE_STEP:
      return g_strdup_printf (_ (" = the step of %s"), terms);
    case PLW_RULE_CARRIED:
      return g_strdup (_ (" = the new base of the year before"));
    default:
      return g_strdup_printf (_ (" = %s"), terms);
    }
}

static const char *
get_left_out (const PlwBudget *self, const PlwBudgetRow *row)
{
  bool is_leaf = row->role < PLW_BUDGET_CLOSING && row->rule == SIZE_MAX;

  return is_leaf && row->means == PLW_MEANS_NOTHING && self->shape != PLW_BUDGET_CAPITAL
             ? _ (" (left out: nothing says how it belongs)")
             : "";
}

static bool
has_level (const PlwBudget *self, const PlwBudgetRow *row)
{
  for (size_t i = 0; i < self->n_years; i++)
    if (row->cells[i].has_level)
      return true;

  return false;
}

char *
plw_budget_rows_to_text (const PlwBudget *self)
{
  GString *text = g_string_new (NULL);
  const char *part = NULL;

  g_string_append (text, _ ("Rows, with what they come to in each year:\n"));
  for (size_t i = 0; i < self->rows->len; i++)
    {
      const PlwBudgetRow *row = plw_budget_row (self, i);
      g_autofree char *rule = plw_budget_row_sum (self, i);

      if (g_strcmp0 (row->part, part) != 0)
        g_string_append_printf (text, " %s\n", row->part);
      part = row->part;
      g_string_append_printf (text, "  %s: %s%s%s\n", row->label, plw_budget_role_title (row->role), rule,
                              get_left_out (self, row));
      if (!has_level (self, row))
        continue;
      g_string_append (text, "   ");
      for (size_t j = 0; j < self->n_years; j++)
        {
          int64_t pence;
          g_autofree char *amount = plw_budget_level (self, i, j, &pence)
                                        ? plw_pence_show (pence, PLW_UNIT_POUNDS)
                                        : g_strdup ("?");

          g_string_append_printf (text, " %s %s%s", plw_year_name (plw_budget_column (self, j)->year), amount,
                                  j + 1 < self->n_years ? ";" : "");
        }
      g_string_append_c (text, '\n');
    }

  return g_string_free (text, FALSE);
}

static const char *
get_suspects (const PlwBudget *self, const PlwBudgetFinding *finding)
{
  for (size_t i = 0; i < self->findings->len; i++)
    if (plw_budget_finding (self, i) == finding)
      return g_ptr_array_index (self->suspects, i);

  return NULL;
}

char *
plw_budget_finding_to_text (const PlwBudget *self, const PlwBudgetFinding *finding)
{
  const PlwBudgetRow *row = finding->row != SIZE_MAX ? plw_budget_row (self, finding->row) : NULL;
  const char *column = plw_budget_column (self, finding->column)->heading;
  g_autofree char *printed = plw_pence_show_exact (finding->printed);
  g_autofree char *expected = plw_pence_show_exact (finding->expected);
  g_autofree char *difference = plw_pence_show_exact (finding->printed - finding->expected);
  g_autofree char *name = row == NULL ? g_strdup (_ ("what should balance"))
                          : row->section != NULL && row->section[0] != '\0'
                              ? g_strdup_printf ("%s, %s", row->section, row->label)
                              : g_strdup (row->label);

  if (finding->is_rounding)
    return g_strdup_printf (_ ("%s, %s: printed %s, its parts come to %s: the difference of %s is rounding"),
                            name, column, printed, expected, difference);
  if (finding->is_pinned)
    return g_strdup_printf (_ ("%s, %s: printed %s, should be %s: a difference of %s"), name, column, printed,
                            expected, difference);

  const char *suspects = get_suspects (self, finding);

  if (suspects != NULL)
    return g_strdup_printf (
        _ ("%s, %s: printed %s, its parts come to %s: a difference of %s; one of these is wrong: %s"), name,
        column, printed, expected, difference, suspects);

  return g_strdup_printf (
      _ ("%s, %s: printed %s, its parts come to %s: a difference of %s, and nothing shows "
         "which figure is wrong"),
      name, column, printed, expected, difference);
}

char *
plw_budget_to_text (const PlwBudget *self)
{
  GString *text = g_string_new (NULL);
  g_autofree char *rows = plw_budget_rows_to_text (self);

  add_reading (self, text);
  g_string_append (text, rows);
  if (self->other_rows != NULL)
    g_string_append_printf (text, _ ("The other reading, %s:\n%s"), plw_budget_shape_title (self->other),
                            self->other_rows);
  for (size_t i = 0; i < self->findings->len; i++)
    {
      const PlwBudgetFinding *finding = plw_budget_finding (self, i);
      g_autofree char *sentence = plw_budget_finding_to_text (self, finding);

      g_string_append_printf (text, "%s: %s\n", finding->is_rounding ? _ ("Rounding") : _ ("Contradiction"),
                              sentence);
    }
  for (size_t i = 0; i < self->remarks->len; i++)
    g_string_append_printf (text, "%s\n", (const char *) g_ptr_array_index (self->remarks, i));

  return g_string_free (text, FALSE);
}
