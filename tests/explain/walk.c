/* walk.c: every figure of a result, followed down to what was entered.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "walk.h"
#include "reckon.h"
#include "roots.h"

#include <math.h>
#include <string.h>

/* A figure that was looked at. */
typedef struct
{
  bool is_done; /* and all below it */
  double value;
  PlwFigureUnit unit;
} Seen;

typedef struct
{
  const PlwPlan *base;
  const PlwResult *result;
  GHashTable *seen; /* PlwFigure -> Seen */
  char *wrong;
} Walk;

static guint
hash_figure (gconstpointer data)
{
  const PlwFigure *figure = data;

  return (guint) figure->kind * 2246822519u + figure->a * 2654435761u + figure->b * 3266489917u
         + figure->year * 668265263u;
}

static gboolean
equal_figures (gconstpointer a, gconstpointer b)
{
  return memcmp (a, b, sizeof (PlwFigure)) == 0;
}

static bool
complain (Walk *walk, PlwFigure figure, const PlwReason *reason, char *what)
{
  walk->wrong = g_strdup_printf ("figure %d (%u, %u, %u) “%s”: %s", figure.kind, figure.a, figure.b,
                                 figure.year, reason != NULL ? reason->title : "", what);
  g_free (what);
  return false;
}

/* The cell that an origin names, in the plan or in the shipped tables. */
static bool
find_cell (const PlwPlan *plan,
           const PlwOrigin *origin,
           PlwTableId *ret_table,
           size_t *ret_row,
           size_t *ret_column)
{
  int year;

  if (!plw_schema_find_table (origin->table, ret_table))
    return false;
  if (g_str_has_prefix (origin->key, "row "))
    *ret_row = (size_t) g_ascii_strtoull (origin->key + strlen ("row "), NULL, 10) - 2;
  else if (!plw_plan_find_key (plan, *ret_table, origin->key, ret_row))
    return false;
  if (*ret_row >= plw_plan_n_rows (plan, *ret_table))
    return false;
  if (plw_schema_find_column (*ret_table, origin->column, ret_column))
    return true;
  if (!plw_year_parse (origin->column, &year))
    return false;
  *ret_column = plw_plan_year_column (plan, *ret_table, year);
  return *ret_column < plw_plan_n_columns (plan, *ret_table);
}

static bool
check_leaf (Walk *walk, const PlwReason *reason)
{
  const PlwPlan *plan = reason->figure.kind == PLW_FIGURE_PARAMETER ? plw_reference () : walk->base;
  const PlwOrigin *origin = reason->origin;
  PlwTableId table;
  size_t row;
  size_t column;

  if (origin == NULL)
    return complain (walk, reason->figure, reason, g_strdup ("was entered nowhere"));
  if (!find_cell (plan, origin, &table, &row, &column))
    return (table == PLW_TABLE_PLAN && origin->entered[0] == '\0')
           || complain (
               walk, reason->figure, reason,
               g_strdup_printf ("there is no cell %s, %s, %s", origin->table, origin->key, origin->column));

  g_autofree char *text = plw_plan_cell_to_text (plan, table, row, column);
  return strcmp (text, origin->entered) == 0
         || complain (walk, reason->figure, reason,
                      g_strdup_printf ("“%s” was entered, not “%s”", text, origin->entered));
}

/* Returns: NULL where something is wrong */
static const Seen *visit (Walk *walk, PlwFigure figure);

static bool
check_step (Walk *walk, const PlwReason *reason)
{
  g_autofree long double *values = g_new (long double, reason->n_parts + 1);
  g_autofree PlwFigureUnit *units = g_new (PlwFigureUnit, reason->n_parts + 1);
  long double found;

  for (size_t i = 0; i < reason->n_parts; i++)
    {
      const Seen *part = visit (walk, reason->parts[i].figure);

      if (part == NULL)
        return false;
      values[i] = (long double) part->value;
      units[i] = part->unit;
    }
  found = reckon (reason, values, units, plw_result_year (walk->result, 0), false);
  if (fabsl (found - (long double) reason->value) <= reckon_tolerance (reason, values))
    return true;
  return complain (
      walk, reason->figure, reason,
      g_strdup_printf ("is %.9f, but operation %d gives %.9Lf", reason->value, reason->operation, found));
}

static bool
check_reason (Walk *walk, const PlwReason *reason)
{
  bool is_entered = reason->operation == PLW_OP_ENTERED;
  bool is_leaf = is_entered || reason->operation == PLW_OP_FUNDED || reason->operation == PLW_OP_DELAYED
                 || reason->operation == PLW_OP_FREED;

  if (reason->title == NULL || reason->title[0] == '\0' || reason->formula == NULL
      || reason->formula[0] == '\0' || reason->text == NULL)
    return complain (walk, reason->figure, reason, g_strdup ("has no words"));
  if (reason->unit != PLW_FIGURE_IN_TEXT && reason->text[0] == '\0')
    return complain (walk, reason->figure, reason, g_strdup ("has no text"));
  if (isnan (reason->value) || (is_leaf && reason->n_parts > 0) || (!is_entered && reason->origin != NULL))
    return complain (walk, reason->figure, reason, g_strdup ("is no proper figure"));
  if (!is_leaf && reason->n_parts == 0 && (reason->operation != PLW_OP_SUM || reason->value != 0))
    return complain (walk, reason->figure, reason, g_strdup ("comes from nothing"));
  return is_entered ? check_leaf (walk, reason) : is_leaf || check_step (walk, reason);
}

static const Seen *
visit (Walk *walk, PlwFigure figure)
{
  Seen *seen = g_hash_table_lookup (walk->seen, &figure);

  if (seen != NULL && !seen->is_done)
    complain (walk, figure, NULL, g_strdup ("follows from itself"));
  if (seen != NULL)
    return seen->is_done ? seen : NULL;

  g_autoptr (PlwReason) reason = plw_explain (walk->result, figure);

  if (reason == NULL)
    {
      complain (walk, figure, NULL, g_strdup ("is not there"));
      return NULL;
    }
  seen = g_new (Seen, 1);
  *seen = (Seen){ false, reason->value, reason->unit };
  g_hash_table_insert (walk->seen, g_memdup2 (&figure, sizeof figure), seen);
  seen->is_done = check_reason (walk, reason);
  return seen->is_done ? seen : NULL;
}

static void
visit_root (PlwFigure figure, double expected, void *data)
{
  Walk *walk = data;
  const Seen *seen = walk->wrong == NULL ? visit (walk, figure) : NULL;

  /* Exactly: the result holds the same number. */
  if (seen != NULL && !(seen->value <= expected && seen->value >= expected))
    complain (walk, figure, NULL, g_strdup_printf ("is %.9f, the result says %.9f", seen->value, expected));
}

char *
walk_result (const PlwPlan *base, const PlwResult *result, size_t *ret_n_figures)
{
  Walk walk = { base, result, g_hash_table_new_full (hash_figure, equal_figures, g_free, g_free), NULL };

  for_each_root (result, visit_root, &walk);
  *ret_n_figures = g_hash_table_size (walk.seen);
  g_hash_table_unref (walk.seen);
  return walk.wrong;
}

typedef struct
{
  const PlwResult *result;
  GHashTable *known; /* PlwFigure -> long double */
  size_t n_shared;
} Reckoning;

static long double
reckon_all (Reckoning *reckoning, PlwFigure figure)
{
  long double *held = g_hash_table_lookup (reckoning->known, &figure);

  if (held != NULL)
    return *held;

  g_autoptr (PlwReason) reason = plw_explain (reckoning->result, figure);
  g_autofree long double *values = g_new (long double, reason->n_parts + 1);
  g_autofree PlwFigureUnit *units = g_new (PlwFigureUnit, reason->n_parts + 1);

  for (size_t i = 0; i < reason->n_parts; i++)
    {
      g_autoptr (PlwReason) part = plw_explain (reckoning->result, reason->parts[i].figure);

      values[i] = reckon_all (reckoning, reason->parts[i].figure);
      units[i] = part->unit;
    }
  reckoning->n_shared += reason->operation == PLW_OP_SHARED_OUT;
  held = g_new (long double, 1);
  *held = reckon (reason, values, units, plw_result_year (reckoning->result, 0), true);
  g_hash_table_insert (reckoning->known, g_memdup2 (&figure, sizeof figure), held);
  return *held;
}

long double
walk_reckon (const PlwResult *result, PlwFigure figure, size_t *ret_n_shared)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (hash_figure, equal_figures, g_free, g_free);
  Reckoning reckoning = { result, known, 0 };
  long double value = reckon_all (&reckoning, figure);

  *ret_n_shared = reckoning.n_shared;
  return value;
}
