/* snapshot.c: a whole plan as one block of bytes, for named versions.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store/snapshot.h"

#include "base/i18n.h"
#include "plan/plan-private.h"
#include "store/sql-cell.h"

#include <string.h>

#define ROW_TYPE "(xaqaxaqas)"
#define SNAPSHOT_TYPE "a(sasa" ROW_TYPE ")"

/* No table has as many cells. */
#define CELLS_MOST 128

typedef struct
{
  guint16 number_cells[CELLS_MOST];
  gint64 numbers[CELLS_MOST];
  size_t n_numbers;
  guint16 text_cells[CELLS_MOST];
  const char *texts[CELLS_MOST];
  size_t n_texts;
} Row;

static void
gather_row (const PlwPlan *plan, PlwTableId table, size_t row, Row *ret_row)
{
  size_t n_cells = plw_plan_n_cells (table);

  g_assert (n_cells <= CELLS_MOST);
  ret_row->n_numbers = 0;
  ret_row->n_texts = 0;
  for (size_t i = 0; i < n_cells; i++)
    {
      PlwValue value = plw_plan_raw_cell (plan, table, row, i);
      PlwForm form = plw_plan_column_form (plan, table, i);
      bool is_choice = form.type == PLW_TYPE_CHOICE;

      if (!value.is_set)
        continue;
      if (is_choice || plw_type_is_text (form.type))
        {
          ret_row->text_cells[ret_row->n_texts] = (guint16) i;
          ret_row->texts[ret_row->n_texts++] = is_choice ? form.choices[value.number] : value.text;
        }
      else
        {
          ret_row->number_cells[ret_row->n_numbers] = (guint16) i;
          ret_row->numbers[ret_row->n_numbers++] = value.number;
        }
    }
}

static GVariant *
write_row (const PlwPlan *plan, PlwTableId table, size_t row)
{
  Row held;

  gather_row (plan, table, row, &held);

  GVariant *children[] = {
    g_variant_new_int64 (plw_plan_row_id (plan, table, row)),
    g_variant_new_fixed_array (G_VARIANT_TYPE_UINT16, held.number_cells, held.n_numbers, sizeof (guint16)),
    g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, held.numbers, held.n_numbers, sizeof (gint64)),
    g_variant_new_fixed_array (G_VARIANT_TYPE_UINT16, held.text_cells, held.n_texts, sizeof (guint16)),
    g_variant_new_strv (held.texts, (gssize) held.n_texts),
  };
  return g_variant_new_tuple (children, G_N_ELEMENTS (children));
}

static void
write_table (GVariantBuilder *tables, const PlwPlan *plan, PlwTableId table)
{
  g_auto (GVariantBuilder) names = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("as"));
  g_auto (GVariantBuilder) rows = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a" ROW_TYPE));

  for (size_t i = 0; i < plw_plan_n_cells (table); i++)
    g_variant_builder_add (&names, "s", plw_cell_name (table, i));
  for (size_t r = 0; r < plw_plan_n_rows (plan, table); r++)
    g_variant_builder_add_value (&rows, write_row (plan, table, r));
  g_variant_builder_add (tables, "(sasa" ROW_TYPE ")", plw_schema_table (table)->name, &names, &rows);
}

/* The same bytes on every machine. */
static GVariant *
to_little_endian (GVariant *variant)
{
  return G_BYTE_ORDER == G_BIG_ENDIAN ? g_variant_byteswap (variant) : g_variant_ref (variant);
}

GBytes *
plw_snapshot_write (const PlwPlan *plan)
{
  g_auto (GVariantBuilder) tables = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE (SNAPSHOT_TYPE));

  for (size_t t = 0; t < PLW_N_TABLES; t++)
    if (plw_plan_n_rows (plan, (PlwTableId) t) > 0)
      write_table (&tables, plan, (PlwTableId) t);

  g_autoptr (GVariant) variant = g_variant_ref_sink (g_variant_builder_end (&tables));
  g_autoptr (GVariant) little = to_little_endian (variant);
  return g_variant_get_data_as_bytes (little);
}

static bool
fail (GError **error)
{
  g_set_error_literal (error, PLW_ERROR, PLW_ERROR_FORMAT, _ ("A named version in the plan is damaged"));
  return false;
}

typedef struct
{
  PlwPlan *plan;
  PlwTableId table;
  GArray *cells; /* of size_t: index among the names -> cell */
} Reading;

static bool
take_value (const Reading *reading, guint16 index, PlwValue value, PlwValue *values)
{
  if (index >= reading->cells->len)
    return false;

  size_t cell = g_array_index (reading->cells, size_t, index);
  if (values[cell].is_set || !plw_cell_is_sound (reading->table, cell, value))
    return false;
  values[cell] = value;
  return true;
}

static bool
take_number (const Reading *reading, guint16 index, int64_t number, PlwValue *values)
{
  if (index >= reading->cells->len)
    return false;

  PlwType type =
      plw_plan_column_type (reading->plan, reading->table, g_array_index (reading->cells, size_t, index));
  return !plw_type_is_text (type) && type != PLW_TYPE_CHOICE
         && take_value (reading, index, plw_value_number (number), values);
}

static bool
take_text (const Reading *reading, guint16 index, const char *text, PlwValue *values)
{
  if (index >= reading->cells->len)
    return false;

  PlwForm form =
      plw_plan_column_form (reading->plan, reading->table, g_array_index (reading->cells, size_t, index));
  if (plw_type_is_text (form.type))
    return take_value (reading, index, (PlwValue){ .is_set = true, .text = text }, values);
  for (size_t i = 0; form.type == PLW_TYPE_CHOICE && form.choices[i] != NULL; i++)
    if (strcmp (form.choices[i], text) == 0)
      return take_value (reading, index, plw_value_number ((int64_t) i), values);
  return false;
}

static bool
read_numbers (const Reading *reading, GVariant *row, PlwValue *values)
{
  g_autoptr (GVariant) cells = g_variant_get_child_value (row, 1);
  g_autoptr (GVariant) numbers = g_variant_get_child_value (row, 2);
  gsize n_cells;
  gsize n_numbers;
  const guint16 *cell = g_variant_get_fixed_array (cells, &n_cells, sizeof (guint16));
  const gint64 *number = g_variant_get_fixed_array (numbers, &n_numbers, sizeof (gint64));

  if (n_cells != n_numbers)
    return false;
  for (gsize i = 0; i < n_cells; i++)
    if (!take_number (reading, cell[i], number[i], values))
      return false;
  return true;
}

/* @ret_texts: (out) (transfer container): what the values point to, to be freed after them */
static bool
read_texts (const Reading *reading, GVariant *row, GVariant *texts, PlwValue *values, const char ***ret_texts)
{
  g_autoptr (GVariant) cells = g_variant_get_child_value (row, 3);
  gsize n_cells;
  gsize n_texts;
  const guint16 *cell = g_variant_get_fixed_array (cells, &n_cells, sizeof (guint16));

  *ret_texts = g_variant_get_strv (texts, &n_texts);
  if (n_cells != n_texts)
    return false;
  for (gsize i = 0; i < n_cells; i++)
    if (!take_text (reading, cell[i], (*ret_texts)[i], values))
      return false;
  return true;
}

static bool
read_row (const Reading *reading, GVariant *row)
{
  size_t n_cells = plw_plan_n_cells (reading->table);
  g_autofree PlwValue *values = g_new0 (PlwValue, n_cells);
  g_autofree const char **held = NULL;
  g_autoptr (GVariant) texts = g_variant_get_child_value (row, 4);
  gint64 id;

  g_variant_get_child (row, 0, "x", &id);
  return id > 0 && id <= PLW_ROW_ID_MOST && read_numbers (reading, row, values)
         && read_texts (reading, row, texts, values, &held)
         && plw_plan_append_with_id (reading->plan, reading->table, id, values, n_cells);
}

static bool
read_rows (const Reading *reading, GVariantIter *rows)
{
  for (;;)
    {
      g_autoptr (GVariant) row = g_variant_iter_next_value (rows);

      if (row == NULL)
        return true;
      if (!read_row (reading, row))
        return false;
    }
}

static bool
read_table (PlwPlan *plan, const char *name, GVariantIter *names, GVariantIter *rows)
{
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (size_t));
  Reading reading = { .plan = plan, .cells = cells };
  const char *cell_name;

  if (!plw_schema_find_table (name, &reading.table) || plw_plan_n_rows (plan, reading.table) > 0)
    return false;
  while (g_variant_iter_next (names, "&s", &cell_name))
    {
      size_t cell;

      if (!plw_cell_find (reading.table, cell_name, &cell))
        return false;
      g_array_append_val (cells, cell);
    }
  return read_rows (&reading, rows);
}

PlwPlan *
plw_snapshot_read (GBytes *bytes, GError **error)
{
  g_autoptr (GVariant) held =
      g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (SNAPSHOT_TYPE), bytes, FALSE));
  g_autoptr (GVariant) variant = to_little_endian (held);
  g_autoptr (PlwPlan) plan = plw_plan_new ();

  if (!g_variant_is_normal_form (variant))
    return fail (error), NULL;

  g_autoptr (GVariantIter) tables = g_variant_iter_new (variant);
  for (;;)
    {
      g_autoptr (GVariantIter) names = NULL;
      g_autoptr (GVariantIter) rows = NULL;
      const char *name;

      if (!g_variant_iter_next (tables, "(&sasa" ROW_TYPE ")", &name, &names, &rows))
        return g_steal_pointer (&plan);
      if (!read_table (plan, name, names, rows))
        return fail (error), NULL;
    }
}
