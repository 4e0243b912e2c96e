/* check-uses.c: money that no use can reach or that ends, uses without a need.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plan/check.h"

#include "base/i18n.h"

#define N_KINDS (PLW_FENCE_PARTNER + 1)

static void
add_warning (const PlwPlan *plan,
             PlwProblems *problems,
             PlwTableId table,
             size_t row,
             const char *column,
             char *what,
             const char *remedy)
{
  plw_check_add (plan, problems, PLW_SEVERITY_WARNING, table, row, column, what, g_strdup (remedy));
}

/* The texts that stand in a column. */
static GHashTable *
collect_texts (const PlwPlan *plan, PlwTableId table, size_t column)
{
  GHashTable *texts = g_hash_table_new (g_str_hash, g_str_equal);

  for (size_t row = 0; row < plw_plan_n_rows (plan, table); row++)
    g_hash_table_add (texts, (char *) plw_plan_text (plan, table, row, column));

  return texts;
}

static void
check_lines (const PlwPlan *plan, PlwProblems *problems)
{
  g_autoptr (GHashTable) with_costs = collect_texts (plan, PLW_TABLE_COSTS, PLW_COSTS_LINE);
  g_autoptr (GHashTable) with_changes = collect_texts (plan, PLW_TABLE_CHANGES, PLW_CHANGES_LINE);

  for (size_t row = 0; row < plw_plan_n_rows (plan, PLW_TABLE_LINES); row++)
    {
      const char *code = plw_plan_text (plan, PLW_TABLE_LINES, row, PLW_LINES_CODE);

      if (!g_hash_table_contains (with_costs, code) && !g_hash_table_contains (with_changes, code))
        add_warning (plan, problems, PLW_TABLE_LINES, row, "code",
                     g_strdup (_ ("the line has no cost elements and so no need")),
                     _ ("add its base budget in costs"));
    }
}

static void
check_programmes (const PlwPlan *plan, PlwProblems *problems)
{
  g_autoptr (GHashTable) with_effects = collect_texts (plan, PLW_TABLE_EFFECTS, PLW_EFFECTS_PROGRAMME);

  for (size_t row = 0; row < plw_plan_n_rows (plan, PLW_TABLE_PROGRAMMES); row++)
    {
      const char *code = plw_plan_text (plan, PLW_TABLE_PROGRAMMES, row, PLW_PROGRAMMES_CODE);

      if (!plw_plan_get (plan, PLW_TABLE_PROGRAMMES, row, PLW_PROGRAMMES_EVIDENCE).is_set)
        add_warning (plan, problems, PLW_TABLE_PROGRAMMES, row, "evidence",
                     g_strdup (_ ("no evidence grade is given, so the weakest, 6, is used")),
                     _ ("write a grade from 1 to 6"));
      if (!g_hash_table_contains (with_effects, code))
        add_warning (plan, problems, PLW_TABLE_PROGRAMMES, row, "code",
                     g_strdup (_ ("the programme costs money and has no effect")),
                     _ ("add what it saves in effects"));
    }
}

/* The codes that ring-fences may give uses, by kind: the plan's own texts. */
typedef struct
{
  GHashTable *codes[N_KINDS];
} Uses;

typedef struct
{
  Uses revenue;
  Uses capital;
  Uses open_capital;  /* the part of @capital that revenue may pay for */
  GHashTable *fences; /* pot -> its rows in ringfences */
} Names;

static void
add_name (const Uses *uses, PlwFenceKind kind, const char *code)
{
  if (code[0] != '\0')
    g_hash_table_add (uses->codes[kind], (char *) code);
}

static void
add_line_names (const PlwPlan *plan, const Uses *uses, const char *line)
{
  size_t row;

  if (!plw_plan_find_key (plan, PLW_TABLE_LINES, line, &row))
    return;

  add_name (uses, PLW_FENCE_LINE, line);
  add_name (uses, PLW_FENCE_GROUP, plw_plan_text (plan, PLW_TABLE_LINES, row, PLW_LINES_GROUP));
}

static void
add_lines (const PlwPlan *plan, const Names *names)
{
  for (size_t row = 0; row < plw_plan_n_rows (plan, PLW_TABLE_LINES); row++)
    {
      add_line_names (plan, &names->revenue, plw_plan_text (plan, PLW_TABLE_LINES, row, PLW_LINES_CODE));
      add_name (&names->revenue, PLW_FENCE_PARTNER,
                plw_plan_text (plan, PLW_TABLE_LINES, row, PLW_LINES_PARTNER));
    }
}

static void
add_project (const PlwPlan *plan, const Uses *uses, size_t row)
{
  add_line_names (plan, uses, plw_plan_text (plan, PLW_TABLE_PROJECTS, row, PLW_PROJECTS_LINE));
  add_name (uses, PLW_FENCE_PROJECT, plw_plan_text (plan, PLW_TABLE_PROJECTS, row, PLW_PROJECTS_CODE));
  add_name (uses, PLW_FENCE_PARTNER, plw_plan_text (plan, PLW_TABLE_PROJECTS, row, PLW_PROJECTS_PARTNER));
}

static void
add_programme (const PlwPlan *plan, const Uses *uses, size_t row)
{
  add_name (uses, PLW_FENCE_PROGRAMME, plw_plan_text (plan, PLW_TABLE_PROGRAMMES, row, PLW_PROGRAMMES_CODE));
  add_name (uses, PLW_FENCE_PARTNER, plw_plan_text (plan, PLW_TABLE_PROGRAMMES, row, PLW_PROGRAMMES_PARTNER));
}

/* A programme has the parts that `programme_years` gives costs for. */
static void
add_programme_part (const PlwPlan *plan, const Names *names, size_t row)
{
  const char *code = plw_plan_text (plan, PLW_TABLE_PROGRAMME_YEARS, row, PLW_PROGRAMME_YEARS_PROGRAMME);
  size_t programme;

  if (!plw_plan_find_key (plan, PLW_TABLE_PROGRAMMES, code, &programme))
    return;

  switch (plw_plan_number (plan, PLW_TABLE_PROGRAMME_YEARS, row, PLW_PROGRAMME_YEARS_MEASURE))
    {
    case PLW_PROGRAMME_REVENUE:
      add_programme (plan, &names->revenue, programme);
      break;
    case PLW_PROGRAMME_CAPITAL:
      add_programme (plan, &names->capital, programme);
      if (plw_plan_number (plan, PLW_TABLE_PROGRAMMES, programme, PLW_PROGRAMMES_REVENUE_FUNDING) != 0)
        add_programme (plan, &names->open_capital, programme);
      break;
    default:
      break;
    }
}

static void
add_fence (const PlwPlan *plan, const Names *names, size_t row)
{
  const char *pot = plw_plan_text (plan, PLW_TABLE_RINGFENCES, row, PLW_RINGFENCES_POT);
  GArray *fences = g_hash_table_lookup (names->fences, pot);

  if (fences == NULL)
    {
      fences = g_array_new (FALSE, FALSE, sizeof row);
      g_hash_table_insert (names->fences, (char *) pot, fences);
    }
  g_array_append_val (fences, row);
}

static void
make_uses (Uses *uses)
{
  for (size_t i = 0; i < N_KINDS; i++)
    uses->codes[i] = g_hash_table_new (g_str_hash, g_str_equal);
}

static void
clear_uses (Uses *uses)
{
  for (size_t i = 0; i < N_KINDS; i++)
    g_hash_table_unref (uses->codes[i]);
}

static void
collect_names (const PlwPlan *plan, Names *names)
{
  make_uses (&names->revenue);
  make_uses (&names->capital);
  make_uses (&names->open_capital);
  names->fences = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);

  add_lines (plan, names);
  for (size_t row = 0; row < plw_plan_n_rows (plan, PLW_TABLE_PROJECTS); row++)
    {
      add_project (plan, &names->capital, row);
      if (plw_plan_number (plan, PLW_TABLE_PROJECTS, row, PLW_PROJECTS_REVENUE_FUNDING) != 0)
        add_project (plan, &names->open_capital, row);
    }
  for (size_t row = 0; row < plw_plan_n_rows (plan, PLW_TABLE_PROGRAMME_YEARS); row++)
    add_programme_part (plan, names, row);
  for (size_t row = 0; row < plw_plan_n_rows (plan, PLW_TABLE_RINGFENCES); row++)
    add_fence (plan, names, row);
}

static void
clear_names (Names *names)
{
  clear_uses (&names->revenue);
  clear_uses (&names->capital);
  clear_uses (&names->open_capital);
  g_hash_table_unref (names->fences);
}

/* Whether the pot may pay for a use that row @fence of ringfences names. */
static bool
reaches_use (const PlwPlan *plan, const Names *names, size_t pot, size_t fence)
{
  int64_t kind = plw_plan_number (plan, PLW_TABLE_RINGFENCES, fence, PLW_RINGFENCES_USE_KIND);
  const char *code = plw_plan_text (plan, PLW_TABLE_RINGFENCES, fence, PLW_RINGFENCES_USE_CODE);
  bool is_capital = plw_plan_number (plan, PLW_TABLE_POTS, pot, PLW_POTS_KIND) == PLW_POT_CAPITAL;
  bool pays_revenue =
      !is_capital || plw_plan_number (plan, PLW_TABLE_POTS, pot, PLW_POTS_MAY_FUND_REVENUE) != 0;
  const Uses *others = is_capital ? &names->capital : &names->open_capital;

  return (pays_revenue && g_hash_table_contains (names->revenue.codes[kind], code))
         || g_hash_table_contains (others->codes[kind], code);
}

/* Whether the pot has ring-fence rows and none of them names a use it may pay for. */
static bool
is_unreachable (const PlwPlan *plan, const Names *names, size_t pot)
{
  const GArray *fences =
      g_hash_table_lookup (names->fences, plw_plan_text (plan, PLW_TABLE_POTS, pot, PLW_POTS_CODE));

  for (guint i = 0; fences != NULL && i < fences->len; i++)
    if (reaches_use (plan, names, pot, g_array_index (fences, size_t, i)))
      return false;

  return fences != NULL;
}

static void
check_pot (const PlwPlan *plan, const Names *names, PlwProblems *problems, size_t pot)
{
  int64_t probability = plw_plan_number (plan, PLW_TABLE_POTS, pot, PLW_POTS_PROBABILITY);

  if (probability < 100 * PLW_DECIMAL_ONE)
    {
      g_autofree char *percent = plw_decimal_to_text (probability);

      add_warning (plan, problems, PLW_TABLE_POTS, pot, "probability",
                   g_strdup_printf (_ ("the money is %s%% likely and counted in full"), percent),
                   _ ("see a scenario without it"));
    }
  if (is_unreachable (plan, names, pot))
    add_warning (plan, problems, PLW_TABLE_POTS, pot, "code",
                 g_strdup (_ ("no use can reach this ring-fenced money")),
                 _ ("name uses of the pot's kind in ringfences"));
}

void
plw_check_uses (const PlwPlan *plan, PlwProblems *problems)
{
  Names names;

  collect_names (plan, &names);

  check_lines (plan, problems);
  for (size_t pot = 0; pot < plw_plan_n_rows (plan, PLW_TABLE_POTS); pot++)
    if (plw_plan_number (plan, PLW_TABLE_POTS, pot, PLW_POTS_ENABLED) != 0)
      check_pot (plan, &names, problems, pot);
  check_programmes (plan, problems);

  clear_names (&names);
}
