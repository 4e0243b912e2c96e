/* plwu-shortfall-figures.c: where money does not reach, put into a picture.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-shortfall-figures.h"

#include "plwu-labels.h"
#include "plwu-result-figures.h"

#include <glib/gi18n.h>
#include <placewright/year.h>

/* From here on pounds would leave the names of lines no room. */
#define THOUSANDS_FROM_PENCE G_GINT64_CONSTANT (1000000000)

/* All uses */

typedef struct
{
  GArray *rows;   /* of PlwuHeatmapRow */
  GPtrArray *own; /* what the rows point at */
} Picture;

static void
add_use (Picture *picture, const PlwResult *result, size_t index)
{
  const PlwUse *use = plw_result_use (result, index);
  size_t n_years = plw_result_n_years (result);
  gint64 *shortfall = g_new0 (gint64, n_years);
  char *name = plwu_label_use (use);

  for (size_t i = 0; i < n_years; i++)
    shortfall[i] = plw_result_shortfall (result, index, i);
  g_ptr_array_add (picture->own, shortfall);
  g_ptr_array_add (picture->own, name);

  PlwuHeatmapRow row = {
    .name = name,
    .is_statutory = use->is_statutory,
    .need = use->need,
    .shortfall = shortfall,
  };
  g_array_append_val (picture->rows, row);
}

static gboolean
is_short (const PlwResult *result, size_t use)
{
  for (size_t i = 0; i < plw_result_n_years (result); i++)
    if (plw_result_shortfall (result, use, i) > 0)
      return TRUE;
  return FALSE;
}

static char *
make_title (const PlwResult *result)
{
  size_t worst = 0;

  for (size_t i = 0; i < plw_result_n_years (result); i++)
    if (plw_result_sum (result, PLW_SUM_SHORTFALL, i) > plw_result_sum (result, PLW_SUM_SHORTFALL, worst))
      worst = i;

  if (plw_result_sum (result, PLW_SUM_SHORTFALL, worst) == 0)
    return g_strdup (_ ("Nothing falls short"));

  g_autofree char *amount = plw_pence_show_short (plw_result_sum (result, PLW_SUM_SHORTFALL, worst));

  return g_strdup_printf (_ ("Shortfall is largest in %s: %s"),
                          plw_year_name (plw_result_year (result, worst)), amount);
}

PlwUnit
plwu_shortfall_choose_unit (const PlwResult *result)
{
  g_return_val_if_fail (result != NULL, PLW_UNIT_POUNDS);

  gint64 largest = 0;

  for (size_t i = 0; i < plw_result_n_years (result); i++)
    largest = MAX (largest, plw_result_sum (result, PLW_SUM_SHORTFALL, i));
  return largest < THOUSANDS_FROM_PENCE ? PLW_UNIT_POUNDS : PLW_UNIT_THOUSANDS;
}

gint64
plwu_shortfall_find_largest (const PlwResult *result)
{
  g_return_val_if_fail (result != NULL, 0);

  gint64 largest = 0;

  for (size_t use = 0; use < plw_result_n_uses (result); use++)
    for (size_t year = 0; year < plw_result_n_years (result); year++)
      largest = MAX (largest, plw_result_shortfall (result, use, year));
  return largest;
}

void
plwu_shortfall_show (PlwuHeatmap *drawing, const PlwResult *result, gboolean short_only, GArray *ret_uses)
{
  g_return_if_fail (PLWU_IS_HEATMAP (drawing));
  g_return_if_fail (result != NULL);

  g_autofree int *years = plwu_result_list_years (result);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (PlwuHeatmapRow));
  g_autoptr (GPtrArray) own = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *title = make_title (result);
  Picture picture = { .rows = rows, .own = own };

  if (ret_uses != NULL)
    g_array_set_size (ret_uses, 0);
  for (size_t i = 0; i < plw_result_n_uses (result); i++)
    if (!short_only || is_short (result, i))
      {
        add_use (&picture, result, i);
        if (ret_uses != NULL)
          g_array_append_val (ret_uses, i);
      }

  plwu_drawing_set_title (PLWU_DRAWING (drawing), title, NULL);
  plwu_heatmap_set_data (drawing, rows->len, (const PlwuHeatmapRow *) (void *) rows->data,
                         (guint) plw_result_n_years (result), years);
}

/* The worst of them */

static int
compare_short (gconstpointer a, gconstpointer b)
{
  const PlwuShortfall *one = a;
  const PlwuShortfall *other = b;

  if (one->pence != other->pence)
    return one->pence < other->pence ? 1 : -1;
  return one->use < other->use ? -1 : one->use > other->use;
}

GArray *
plwu_shortfall_list (const PlwResult *result)
{
  g_return_val_if_fail (result != NULL, NULL);

  GArray *list = g_array_new (FALSE, FALSE, sizeof (PlwuShortfall));

  for (size_t use = 0; use < plw_result_n_uses (result); use++)
    {
      PlwuShortfall item = { use, 0 };

      for (size_t t = 0; t < plw_result_n_years (result); t++)
        item.pence += plw_result_shortfall (result, use, t);
      if (item.pence > 0)
        g_array_append_val (list, item);
    }
  g_array_sort (list, compare_short);

  return list;
}

/* The coarsest in which the plan's shortfall has figures to tell apart. */
static PlwUnit
choose_board_unit (gint64 pence)
{
  if (pence >= INT64_C (1000000000)) /* £10m */
    return PLW_UNIT_MILLIONS;
  return pence >= INT64_C (1000000) /* £10k */ ? PLW_UNIT_THOUSANDS : PLW_UNIT_POUNDS;
}

void
plwu_shortfall_show_worst (PlwuHeatmap *drawing, const PlwResult *result, guint most)
{
  g_return_if_fail (PLWU_IS_HEATMAP (drawing));
  g_return_if_fail (result != NULL);

  g_autofree char *title = make_title (result);
  g_autoptr (GArray) list = plwu_shortfall_list (result);
  size_t n_years = plw_result_n_years (result);
  guint n_rows = MIN (list->len, most + 1);
  g_autofree PlwuHeatmapRow *rows = g_new0 (PlwuHeatmapRow, MAX (n_rows, 1));
  g_autofree gint64 *figures = g_new0 (gint64, 2 * n_years * MAX (n_rows, 1));
  g_autofree int *years = plwu_result_list_years (result);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < list->len; i++)
    {
      guint row = MIN (i, most);
      size_t index = g_array_index (list, PlwuShortfall, i).use;
      const PlwUse *use = plw_result_use (result, index);
      gint64 *need = figures + 2 * n_years * row;

      for (size_t t = 0; t < n_years; t++)
        {
          need[t] += use->need[t];
          need[n_years + t] += plw_result_shortfall (result, index, t);
        }
      if (i > row)
        continue;
      g_ptr_array_add (names, row == most && list->len > most + 1
                                  ? g_strdup_printf (_ ("%u others"), list->len - most)
                                  : plwu_label_use (use));
      rows[row] = (PlwuHeatmapRow){ g_ptr_array_index (names, row), NULL, use->is_statutory && i < most, need,
                                    need + n_years };
    }
  plwu_drawing_set_title (PLWU_DRAWING (drawing), title, NULL);
  plwu_heatmap_set_sort (drawing, PLWU_HEATMAP_PLAN_ORDER);
  plwu_heatmap_set_unit (drawing, choose_board_unit (plwu_result_sum_years (result, PLW_SUM_SHORTFALL)));
  plwu_heatmap_set_data (drawing, n_rows, rows, (guint) n_years, years);
}
