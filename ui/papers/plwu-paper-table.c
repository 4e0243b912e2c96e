/* plwu-paper-table.c: tables on paper: their widths, their pages, their cells.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-paper-private.h"

#include <math.h>

#define PAD 3.0     /* between columns */
#define ROW_PAD 2.2 /* above and below a cell's text */
#define BEFORE 10.0 /* above the table */
#define CAPTION_GAP 3.0
#define LINES_MOST 14   /* of one cell */
#define TEXT_LEAST 0.28 /* of the width is for columns of text, if there are any */
#define HEAD_LINES 2.4
#define WHOLE_MOST 16 /* rows of a table that is not cut */
#define SCALE_STEP 0.05
#define SCALE_LEAST 0.45

typedef struct
{
  char *head;
  PlwuColumnKind kind;
  double weight;
  double width;
} Column;

typedef struct
{
  PlwuRowKind kind;
  char **cells;
  guint n_cells;
  double height;
} Row;

struct _PlwuPaperTable
{
  char *caption;
  GArray *columns;
  GArray *rows;
  double scale;
  double caption_height;
  double head_height;
};

typedef struct
{
  PlwuBlock block;
  PlwuPaperTable *table;
} TableBlock;

static Column *
get_column (const PlwuPaperTable *table, guint column)
{
  return &g_array_index (table->columns, Column, column);
}

static Row *
get_row (const PlwuPaperTable *table, guint row)
{
  return &g_array_index (table->rows, Row, row);
}

static void
clear_column (gpointer data)
{
  g_free (((Column *) data)->head);
}

static void
clear_row (gpointer data)
{
  Row *row = data;

  for (guint i = 0; i < row->n_cells; i++)
    g_free (row->cells[i]);
  g_free (row->cells);
}

PlwuPaperTable *
plwu_paper_table_new (const char *caption)
{
  PlwuPaperTable *table = g_new0 (PlwuPaperTable, 1);

  table->caption = plwu_paper_clean (caption);
  table->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  g_array_set_clear_func (table->columns, clear_column);
  table->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_array_set_clear_func (table->rows, clear_row);
  return table;
}

void
plwu_paper_table_free (PlwuPaperTable *table)
{
  if (table == NULL)
    return;
  g_free (table->caption);
  g_array_unref (table->columns);
  g_array_unref (table->rows);
  g_free (table);
}

void
plwu_paper_table_column (PlwuPaperTable *table, const char *head, PlwuColumnKind kind, double weight)
{
  g_return_if_fail (table != NULL && table->rows->len == 0);

  Column column = { head != NULL ? plwu_paper_clean (head) : NULL, kind, weight, 0 };

  g_array_append_val (table->columns, column);
}

void
plwu_paper_table_row (PlwuPaperTable *table, PlwuRowKind kind)
{
  g_return_if_fail (table != NULL && table->columns->len > 0);

  Row row = { .kind = kind, .cells = g_new0 (char *, table->columns->len) };

  g_array_append_val (table->rows, row);
}

void
plwu_paper_table_cell (PlwuPaperTable *table, const char *text)
{
  g_return_if_fail (table != NULL && table->rows->len > 0);

  Row *row = get_row (table, table->rows->len - 1);

  g_return_if_fail (row->n_cells < table->columns->len);
  row->cells[row->n_cells++] = plwu_paper_clean (text);
}

guint
plwu_paper_table_get_n_rows (const PlwuPaperTable *table)
{
  return table->rows->len;
}

/* Widths */

static PlwuFont
get_row_font (const Row *row)
{
  return row->kind == PLWU_ROW_BODY ? PLWU_FONT_TABLE : PLWU_FONT_TABLE_BOLD;
}

static const char *
get_cell (const Row *row, guint column)
{
  return column < row->n_cells ? row->cells[column] : "";
}

/* A heading may wrap onto about three lines, but not inside a word. */
static double
measure_head (PlwuPaper *paper, const Column *column)
{
  const char *head = column->head != NULL ? column->head : "";
  g_auto (GStrv) words = g_strsplit (head, " ", -1);
  double width = plwu_paper_text_width (paper, PLWU_FONT_TABLE_BOLD, head) / HEAD_LINES;

  for (guint i = 0; words[i] != NULL; i++)
    width = MAX (width, plwu_paper_text_width (paper, PLWU_FONT_TABLE_BOLD, words[i]));
  return width;
}

/* As wide as the widest cell, unscaled. A band may run over other columns. */
static double
measure_column (PlwuPaper *paper, const PlwuPaperTable *table, guint index)
{
  const Column *column = get_column (table, index);
  double width = measure_head (paper, column);

  for (guint i = 0; i < table->rows->len; i++)
    {
      const Row *row = get_row (table, i);

      if (row->kind != PLWU_ROW_BAND)
        width = MAX (width, plwu_paper_text_width (paper, get_row_font (row), get_cell (row, index)));
    }
  return width + 2 * PAD + 0.5;
}

/* Columns of text that need less than their part leave the rest to the others. */
static void
share_room (PlwuPaperTable *table, const double *natural, double room)
{
  double weights = 0;
  gboolean has_changed = TRUE;

  for (guint i = 0; i < table->columns->len; i++)
    if (get_column (table, i)->kind == PLWU_COLUMN_TEXT)
      {
        get_column (table, i)->width = 0;
        weights += get_column (table, i)->weight;
      }
  while (has_changed && weights > 0)
    {
      has_changed = FALSE;
      for (guint i = 0; i < table->columns->len; i++)
        {
          Column *column = get_column (table, i);
          double wanted = natural[i] * table->scale;

          if (column->kind != PLWU_COLUMN_TEXT || column->width > 0
              || wanted > room * column->weight / weights)
            continue;
          column->width = wanted;
          room -= wanted;
          weights -= column->weight;
          has_changed = TRUE;
        }
    }
  for (guint i = 0; i < table->columns->len; i++)
    {
      Column *column = get_column (table, i);

      if (column->kind == PLWU_COLUMN_TEXT && column->width <= 0)
        column->width = room * column->weight / weights;
    }
}

static void
fit_columns (PlwuPaper *paper, PlwuPaperTable *table)
{
  guint n = table->columns->len;
  g_autofree double *natural = g_new (double, n);
  double figures = 0;
  double words = 0;

  for (guint i = 0; i < n; i++)
    {
      natural[i] = measure_column (paper, table, i);
      if (get_column (table, i)->kind == PLWU_COLUMN_FIGURE)
        figures += natural[i];
      else
        words += natural[i];
    }
  table->scale = 1;
  while (table->scale > SCALE_LEAST
         && figures * table->scale
                > PLWU_CONTENT_WIDTH - MIN (words * table->scale, PLWU_CONTENT_WIDTH * TEXT_LEAST))
    table->scale -= SCALE_STEP;
  for (guint i = 0; i < n; i++)
    if (get_column (table, i)->kind == PLWU_COLUMN_FIGURE)
      get_column (table, i)->width = natural[i] * table->scale;
  share_room (table, natural, PLWU_CONTENT_WIDTH - figures * table->scale);
}

/* The room that is left over goes to the first column. */
static void
fill_width (PlwuPaperTable *table)
{
  double used = 0;

  for (guint i = 0; i < table->columns->len; i++)
    used += get_column (table, i)->width;
  if (used < PLWU_CONTENT_WIDTH)
    get_column (table, 0)->width += PLWU_CONTENT_WIDTH - used;
}

static double
get_text_width (const PlwuPaperTable *table, const Row *row, guint column)
{
  if (row != NULL && row->kind == PLWU_ROW_BAND)
    return PLWU_CONTENT_WIDTH - 2 * PAD * table->scale;
  return get_column (table, column)->width - 2 * PAD * table->scale;
}

static PangoLayout *
lay_out_cell (PlwuPaper *paper, const PlwuPaperTable *table, const Row *row, guint column)
{
  const Column *spec = get_column (table, column);
  PlwuFont font = row != NULL ? get_row_font (row) : PLWU_FONT_TABLE_BOLD;
  const char *text = row != NULL ? get_cell (row, column) : spec->head != NULL ? spec->head : "";
  gboolean is_right = spec->kind == PLWU_COLUMN_FIGURE && (row == NULL || row->kind != PLWU_ROW_BAND);
  PangoLayout *layout =
      plwu_paper_layout (paper, font, text, get_text_width (table, row, column), table->scale);

  pango_layout_set_height (layout, -LINES_MOST);
  pango_layout_set_alignment (layout, is_right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  return layout;
}

static double
measure_row (PlwuPaper *paper, const PlwuPaperTable *table, const Row *row)
{
  guint n = row != NULL && row->kind == PLWU_ROW_BAND ? 1 : table->columns->len;
  double most = 0;

  for (guint i = 0; i < n; i++)
    {
      int height;

      /* Figures have one line, as high as any other. */
      if (row != NULL && i > 0 && get_column (table, i)->kind == PLWU_COLUMN_FIGURE && most > 0)
        continue;
      pango_layout_get_size (lay_out_cell (paper, table, row, i), NULL, &height);
      most = MAX (most, (double) height / PANGO_SCALE);
    }
  return most + 2 * ROW_PAD;
}

static gboolean
has_heads (const PlwuPaperTable *table)
{
  for (guint i = 0; i < table->columns->len; i++)
    if (get_column (table, i)->head != NULL)
      return TRUE;
  return FALSE;
}

static void
measure_table (PlwuBlock *block, PlwuPaper *paper)
{
  PlwuPaperTable *table = ((TableBlock *) block)->table;

  fit_columns (paper, table);
  fill_width (table);
  table->caption_height =
      table->caption[0] != '\0'
          ? plwu_paper_text_height (paper, PLWU_FONT_CAPTION, table->caption, PLWU_CONTENT_WIDTH)
                + CAPTION_GAP
          : 0;
  table->head_height = has_heads (table) ? measure_row (paper, table, NULL) + 1 : 0;
  for (guint i = 0; i < table->rows->len; i++)
    get_row (table, i)->height = measure_row (paper, table, get_row (table, i));
}

/* Placing */

/* Rows that stay together: bands with what they head, totals with what they add up. */
static guint
find_group_end (const PlwuPaperTable *table, guint row)
{
  guint n = table->rows->len;
  guint end = row;

  while (end < n && get_row (table, end)->kind == PLWU_ROW_BAND)
    end++;
  if (end < n)
    end++;
  while (end < n
         && (get_row (table, end)->kind == PLWU_ROW_TOTAL || get_row (table, end)->kind == PLWU_ROW_SUBTOTAL))
    end++;
  return end;
}

static double
sum_heights (const PlwuPaperTable *table, guint first, guint last)
{
  double sum = 0;

  for (guint i = first; i < last; i++)
    sum += get_row (table, i)->height;
  return sum;
}

static double
get_top_height (const PlwuPaperTable *table, guint first)
{
  return (first == 0 ? table->caption_height : 0) + table->head_height;
}

static double
start_table (PlwuBlock *block, PlwuPaper *paper)
{
  const PlwuPaperTable *table = ((TableBlock *) block)->table;
  guint end = find_group_end (table, 0);

  /* Two rows at least, and a short table whole: half of it on the next page is harder to read. */
  end = find_group_end (table, end);
  if (table->rows->len <= WHOLE_MOST && sum_heights (table, 0, table->rows->len) < PLWU_CONTENT_HEIGHT * 0.4)
    end = table->rows->len;
  return get_top_height (table, 0) + sum_heights (table, 0, end);
}

static void
place_table (PlwuBlock *block, PlwuPaper *paper)
{
  const PlwuPaperTable *table = ((TableBlock *) block)->table;
  guint first = 0;

  while (first < table->rows->len)
    {
      double height = get_top_height (table, first);
      guint last = first;

      while (last < table->rows->len)
        {
          guint end = find_group_end (table, last);
          double more = sum_heights (table, last, end);

          /* A group that fills more than a page is better cut than lost. */
          if (last > first && height + more > plwu_paper_get_room (paper))
            break;
          height += more;
          last = end;
        }
      plwu_paper_put (paper, block, height, first, last);
      first = last;
      if (first < table->rows->len)
        plwu_paper_turn_page (paper);
    }
}

/* Drawing */

static void
draw_cells (PlwuPaper *paper, const PlwuPaperTable *table, const Row *row, double top)
{
  guint n = row != NULL && row->kind == PLWU_ROW_BAND ? 1 : table->columns->len;
  double left = PLWU_PAGE_SIDE;

  plwu_paper_set_ink (paper, row == NULL || row->kind == PLWU_ROW_BAND ? PLWU_INK_STRONG : PLWU_INK_TEXT);
  for (guint i = 0; i < n; i++)
    {
      const char *tag = row == NULL || i == 0 ? "TH" : "TD";

      plwu_paper_begin_tag (paper, tag);
      plwu_paper_show (paper, lay_out_cell (paper, table, row, i), left + PAD * table->scale, top + ROW_PAD);
      plwu_paper_end_tag (paper, tag);
      left += get_column (table, i)->width;
    }
}

static double
draw_head (PlwuPaper *paper, const PlwuPaperTable *table, double top, gboolean is_first)
{
  if (table->head_height <= 0)
    return top;
  plwu_paper_set_ink (paper, PLWU_INK_BAND);
  cairo_rectangle (paper->cr, PLWU_PAGE_SIDE, top, PLWU_CONTENT_WIDTH, table->head_height);
  cairo_fill (paper->cr);
  plwu_paper_set_ink (paper, PLWU_INK_STRONG);
  plwu_paper_rule (paper, PLWU_PAGE_SIDE, top + table->head_height, PLWU_CONTENT_WIDTH, 1);
  plwu_paper_begin_tag (paper, "TR");
  draw_cells (paper, table, NULL, top);
  plwu_paper_end_tag (paper, "TR");
  return top + table->head_height;
}

static void
draw_rows (PlwuPaper *paper, const PlwuPaperTable *table, const PlwuPlace *place, double top)
{
  for (guint i = place->first; i < place->last; i++)
    {
      const Row *row = get_row (table, i);
      gboolean is_sum = row->kind == PLWU_ROW_TOTAL || row->kind == PLWU_ROW_SUBTOTAL;

      plwu_paper_set_ink (paper, is_sum ? PLWU_INK_STRONG : PLWU_INK_RULE);
      if (is_sum)
        plwu_paper_rule (paper, PLWU_PAGE_SIDE, top, PLWU_CONTENT_WIDTH,
                         row->kind == PLWU_ROW_TOTAL ? 1 : 0.5);
      else if (i > place->first)
        plwu_paper_rule (paper, PLWU_PAGE_SIDE, top, PLWU_CONTENT_WIDTH, 0.2);
      plwu_paper_begin_tag (paper, "TR");
      draw_cells (paper, table, row, top);
      plwu_paper_end_tag (paper, "TR");
      top += row->height;
    }
  plwu_paper_set_ink (paper, PLWU_INK_RULE);
  plwu_paper_rule (paper, PLWU_PAGE_SIDE, top, PLWU_CONTENT_WIDTH, 0.5);
}

static void
draw_table (PlwuBlock *block, PlwuPaper *paper, const PlwuPlace *place)
{
  const PlwuPaperTable *table = ((TableBlock *) block)->table;
  double top = place->top;

  if (place->first == 0)
    {
      plwu_paper_begin_tag (paper, "Table");
      if (table->caption_height > 0)
        {
          plwu_paper_set_ink (paper, PLWU_INK_TEXT);
          plwu_paper_begin_tag (paper, "Caption");
          plwu_paper_show (
              paper, plwu_paper_layout (paper, PLWU_FONT_CAPTION, table->caption, PLWU_CONTENT_WIDTH, 1),
              PLWU_PAGE_SIDE, top);
          plwu_paper_end_tag (paper, "Caption");
        }
      top += table->caption_height;
    }
  top = draw_head (paper, table, top, place->first == 0);
  draw_rows (paper, table, place, top);
  if (place->last == table->rows->len)
    plwu_paper_end_tag (paper, "Table");
}

static void
free_table (PlwuBlock *block)
{
  plwu_paper_table_free (((TableBlock *) block)->table);
  g_free (block);
}

static const PlwuBlockClass table_class = { measure_table, start_table, place_table, draw_table, free_table };

PlwuBlock *
plwu_table_block_new (PlwuPaperTable *table)
{
  TableBlock *self = g_new0 (TableBlock, 1);

  self->block = (PlwuBlock){ .class = &table_class, .before = BEFORE };
  self->table = table;
  return &self->block;
}
