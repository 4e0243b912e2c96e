/* report.c: the result tables of the contract, as text, CSV and JSON.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One walk over the cells of a table; a writer for each format.
 */
#include "base/i18n.h"
#include "engine/result-private.h"

#include <string.h>

#define COLUMNS_MOST 6

static const struct
{
  const char *name;
  const char *columns[COLUMNS_MOST + 1]; /* the last is the value */
} tables[PLW_N_RESULT_TABLES] = {
  [PLW_RESULT_SUMMARY] = { "summary", { "measure", "year", "value" } },
  [PLW_RESULT_USES] = { "uses", { "use_kind", "use_code", "part", "measure", "year", "value" } },
  [PLW_RESULT_POTS] = { "pots", { "pot", "measure", "year", "value" } },
  [PLW_RESULT_ALLOCATION] = { "allocation", { "pot", "use_kind", "use_code", "part", "year", "value" } },
};

typedef struct
{
  GString *text;
  PlwFormat format;
  const char *const *columns;
  size_t n_columns;
  size_t n_rows;
} Writer;

bool
plw_result_find_table (const char *name, PlwResultTable *ret_table)
{
  for (size_t i = 0; i < PLW_N_RESULT_TABLES; i++)
    if (strcmp (tables[i].name, name) == 0)
      {
        *ret_table = (PlwResultTable) i;
        return true;
      }
  return false;
}

/* Codes need no quotes and no escapes: they hold neither commas nor quotes. */
static void
write_row (Writer *writer, const char *const *cells)
{
  writer->n_rows++;
  if (writer->format == PLW_FORMAT_JSON)
    {
      g_string_append (writer->text, writer->n_rows == 1 ? "[\n  {" : ",\n  {");
      for (size_t i = 0; i < writer->n_columns; i++)
        {
          bool is_value = i + 1 == writer->n_columns;

          g_string_append_printf (writer->text, "%s\"%s\": ", i > 0 ? ", " : "", writer->columns[i]);
          g_string_append_printf (writer->text, is_value ? "%s" : "\"%s\"", cells[i]);
        }
      g_string_append_c (writer->text, '}');
      return;
    }
  for (size_t i = 0; i < writer->n_columns; i++)
    {
      bool is_value = i + 1 == writer->n_columns;

      if (writer->format == PLW_FORMAT_CSV)
        g_string_append_printf (writer->text, "%s%s", cells[i], is_value ? "\n" : ",");
      else if (is_value)
        g_string_append_printf (writer->text, "%18s\n", cells[i]);
      else
        g_string_append_printf (writer->text, "%-*s ", strcmp (writer->columns[i], "year") == 0 ? 8 : 20,
                                cells[i]);
    }
}

static void
write_money (Writer *writer, const char **cells, int64_t pence)
{
  g_autofree char *value = plw_pence_to_text (pence);

  cells[writer->n_columns - 1] = value;
  write_row (writer, cells);
}

static void
write_summary (Writer *writer, const PlwResult *result)
{
  const char *cells[COLUMNS_MOST];

  for (size_t s = 0; s < PLW_N_SUMS; s++)
    for (size_t t = 0; t < result->n_years; t++)
      {
        cells[0] = plw_sum_name ((PlwSum) s);
        cells[1] = plw_year_name (result->first_year + (int) t);
        write_money (writer, cells, plw_result_sum (result, (PlwSum) s, t));
      }
}

/* A fraction with twelve decimals, from whole numbers. */
static void
write_share (Writer *writer, const char **cells, int64_t funded, int64_t need)
{
  int64_t unit = INT64_C (1000000000000);
  int64_t share = need > 0 ? plw_divide_round ((PlwWide) funded * unit, need) : unit;
  g_autofree char *value =
      g_strdup_printf ("%" G_GINT64_FORMAT ".%012" G_GINT64_FORMAT, share / unit, share % unit);

  cells[writer->n_columns - 1] = value;
  write_row (writer, cells);
}

static void
write_use (Writer *writer, const PlwResult *result, size_t u)
{
  static const char *const measures[] = { "need", "funded", "shortfall" };
  const PlwUse *use = &result->uses[u];
  const char *cells[COLUMNS_MOST] = { plw_use_kind_name (use->kind), use->code, plw_part_name (use->part) };

  for (size_t m = 0; m < G_N_ELEMENTS (measures) + 1; m++)
    for (size_t t = 0; t < result->n_years; t++)
      {
        int64_t figures[] = { use->need[t], use->funded[t], use->need[t] - use->funded[t] };

        cells[3] = m < G_N_ELEMENTS (measures) ? measures[m] : "share";
        cells[4] = plw_year_name (result->first_year + (int) t);
        if (m < G_N_ELEMENTS (measures))
          write_money (writer, cells, figures[m]);
        else
          write_share (writer, cells, use->funded[t], use->need[t]);
      }
}

static void
write_pot (Writer *writer, const PlwResult *result, size_t k)
{
  const PlwPotYears *pot = &result->pots[k];
  const struct
  {
    const char *name;
    const int64_t *figures;
  } measures[] = {
    { "opening", pot->opening },     { "received", pot->received }, { "spent", pot->spent },
    { "moved_out", pot->moved_out }, { "moved_in", pot->moved_in }, { "lapsed", pot->lapsed },
    { "stranded", pot->stranded },   { "closing", pot->closing },
  };
  const char *cells[COLUMNS_MOST] = { pot->code };

  for (size_t m = 0; m < G_N_ELEMENTS (measures); m++)
    for (size_t t = 0; t < result->n_years; t++)
      {
        cells[1] = measures[m].name;
        cells[2] = plw_year_name (result->first_year + (int) t);
        write_money (writer, cells, measures[m].figures[t]);
      }
}

static void
write_allocation (Writer *writer, const PlwResult *result)
{
  for (guint i = 0; i < result->flows->len; i++)
    {
      const PlwFlow *flow = &g_array_index (result->flows, PlwFlow, i);
      const PlwUse *use = &result->uses[flow->use];
      const char *cells[COLUMNS_MOST] = { result->pots[flow->pot].code, plw_use_kind_name (use->kind),
                                          use->code, plw_part_name (use->part),
                                          plw_year_name (result->first_year + (int) flow->year) };

      write_money (writer, cells, flow->pence);
    }
}

static void
write_header (Writer *writer)
{
  if (writer->format == PLW_FORMAT_JSON)
    return;
  write_row (writer, writer->columns);
  writer->n_rows = 0;
}

char *
plw_result_to_text (const PlwResult *result, PlwResultTable table, PlwFormat format)
{
  Writer writer = { .text = g_string_new (NULL), .format = format };

  g_return_val_if_fail (result != NULL && (unsigned) table < PLW_N_RESULT_TABLES, NULL);

  writer.columns = tables[table].columns;
  while (writer.columns[writer.n_columns] != NULL)
    writer.n_columns++;
  write_header (&writer);
  switch (table)
    {
    case PLW_RESULT_SUMMARY:
      write_summary (&writer, result);
      break;
    case PLW_RESULT_USES:
      for (size_t u = 0; u < result->n_uses; u++)
        write_use (&writer, result, u);
      break;
    case PLW_RESULT_POTS:
      for (size_t k = 0; k < result->n_pots; k++)
        write_pot (&writer, result, k);
      break;
    case PLW_RESULT_ALLOCATION:
    default:
      write_allocation (&writer, result);
      break;
    }
  if (format == PLW_FORMAT_JSON)
    g_string_append (writer.text, writer.n_rows == 0 ? "[]\n" : "\n]\n");
  return g_string_free (writer.text, FALSE);
}
