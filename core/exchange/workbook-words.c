/* workbook-words.c: what people call the things in the committee workbook.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/workbook-private.h"

#include "base/i18n.h"

bool
plw_book_is_today (const PlwResult *result)
{
  return g_str_equal (plw_result_policy (result), "today");
}

static bool
is_placemaking (const PlwResult *result)
{
  return g_str_equal (plw_result_policy (result), "placemaking");
}

/* A name by the plan alone: for what is asked before there is a book. */
static char *
copy_name (const PlwPlan *plan, PlwTableId table, const char *code)
{
  size_t row;

  return plw_text_clean (plw_plan_find_key (plan, table, code, &row) ? plw_plan_name (plan, table, row)
                                                                     : code);
}

char *
plw_paper_scenario_name (const PlwResult *result)
{
  const char *code = plw_result_scenario (result);

  if (code == NULL || code[0] == '\0')
    return g_strdup (_ ("Base case"));
  return copy_name (plw_result_plan (result), PLW_TABLE_SCENARIOS, code);
}

char *
plw_paper_policy_name (const PlwResult *result)
{
  if (plw_book_is_today (result))
    return g_strdup (_ ("Today"));
  if (is_placemaking (result))
    return g_strdup (_ ("One pot"));
  return copy_name (plw_result_plan (result), PLW_TABLE_POLICIES, plw_result_policy (result));
}

char *
plw_paper_policy_words (const PlwResult *result)
{
  if (plw_book_is_today (result))
    return g_strdup (_ ("every ring-fence holds"));
  if (is_placemaking (result))
    return g_strdup (_ ("pooled pots are one pot; not lawful today"));
  return g_strdup (_ ("some ring-fences fall; not lawful today"));
}

char *
plw_book_use_name (const PlwUse *use)
{
  const char *name = use->name[0] != '\0' ? use->name : use->code;

  if (use->kind == PLW_USE_FINANCING && name[0] == '\0')
    return g_strdup (_ ("Capital financing"));
  if (use->kind == PLW_USE_PROGRAMME && use->part == PLW_PART_CAPITAL)
    return g_strdup_printf (_ ("%s (capital part)"), name);
  return g_strdup (name);
}

const char *
plw_book_use_kind (const PlwUse *use)
{
  switch (use->kind)
    {
    case PLW_USE_LINE:
      return _ ("Service");
    case PLW_USE_PROGRAMME:
      return _ ("Prevention programme");
    case PLW_USE_PROJECT:
      return _ ("Capital project");
    case PLW_USE_FINANCING:
      return _ ("Capital financing");
    }
  g_assert_not_reached ();
}

bool
plw_book_find_row (const PlwBook *book, PlwTableId table, const char *code, size_t *ret_row)
{
  void *row;

  if (book->rows[table] == NULL || !g_hash_table_lookup_extended (book->rows[table], code, NULL, &row))
    return false;
  *ret_row = GPOINTER_TO_SIZE (row);
  return true;
}

const char *
plw_book_row_name (const PlwBook *book, PlwTableId table, const char *code)
{
  size_t row;

  return plw_book_find_row (book, table, code, &row) ? plw_plan_name (book->plan, table, row) : code;
}

char *
plw_book_money (int64_t pence)
{
  return plw_pence_show_short (pence);
}

const char *
plw_book_year (const PlwBook *book, size_t year)
{
  return plw_year_name (plw_result_year (book->result, year));
}

int64_t
plw_book_total (const PlwResult *result, PlwSum sum)
{
  int64_t total = 0;

  for (size_t year = 0; year < plw_result_n_years (result); year++)
    total += plw_result_sum (result, sum, year);
  return total;
}

int64_t
plw_book_years_total (const PlwBook *book, const int64_t *pence)
{
  int64_t total = 0;

  for (size_t year = 0; year < book->n_years; year++)
    total += pence[year];
  return total;
}

void
plw_book_add_years (const PlwBook *book, int64_t *sums, const int64_t *pence)
{
  for (size_t year = 0; year < book->n_years; year++)
    sums[year] += pence[year];
}

int64_t *
plw_book_use_shortfall (const PlwBook *book, size_t use)
{
  int64_t *shortfall = g_new0 (int64_t, book->n_years);

  for (size_t year = 0; year < book->n_years; year++)
    shortfall[year] = plw_result_shortfall (book->result, use, year);
  return shortfall;
}

static bool
is_same_use (const PlwUse *a, const PlwUse *b)
{
  return a->kind == b->kind && a->part == b->part && g_str_equal (a->code, b->code);
}

int64_t
plw_book_other_shortfall (const PlwBook *book, size_t use)
{
  const PlwUse *mine = plw_result_use (book->result, use);
  size_t n = plw_result_n_uses (book->other);
  int64_t total = 0;

  /* Both come from the same plan, so the same place is the likely one. */
  for (size_t i = 0; i < n; i++)
    {
      size_t at = (use + i) % n;

      if (!is_same_use (mine, plw_result_use (book->other, at)))
        continue;
      for (size_t year = 0; year < book->n_years; year++)
        total += plw_result_shortfall (book->other, at, year);
      break;
    }
  return total;
}

int64_t
plw_book_fence_cost (const PlwBook *book, int64_t ours, int64_t theirs)
{
  return plw_book_is_today (book->other) ? theirs - ours : ours - theirs;
}

bool
plw_book_find_reserve (const PlwBook *book, size_t *ret_pot)
{
  const char *reserve = plw_plan_setting (book->plan, "general_reserve");

  for (size_t k = 0; k < book->model->n_pots; k++)
    if (g_str_equal (book->model->pots[k].code, reserve))
      {
        *ret_pot = k;
        return true;
      }
  return false;
}

double
plw_book_pounds (PlwWide fine)
{
  int64_t pence = (int64_t) (fine / PLW_FINE);
  int64_t rest = (int64_t) (fine % PLW_FINE);

  return ((double) pence + (double) rest / (double) PLW_FINE) / 100.0;
}
