/* workbook-layout.c: where each figure of the working workbook stands.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/workbook-private.h"

#include <string.h>

#define N_REFS 24
#define REF_SIZE 128

typedef struct
{
  const PlwSheet *sheet; /* NULL: not placed */
  lxw_row_t row;
  lxw_col_t column;
} Place;

struct _PlwLayout
{
  GArray *places[PLW_N_PLACED];
  char refs[N_REFS][REF_SIZE];
  size_t next;
};

PlwLayout *
plw_layout_new (void)
{
  PlwLayout *layout = g_new0 (PlwLayout, 1);

  for (size_t i = 0; i < PLW_N_PLACED; i++)
    layout->places[i] = g_array_new (FALSE, TRUE, sizeof (Place));
  return layout;
}

void
plw_layout_free (PlwLayout *layout)
{
  for (size_t i = 0; i < PLW_N_PLACED; i++)
    g_array_unref (layout->places[i]);
  g_free (layout);
}

void
plw_place (PlwSheet *sheet, PlwPlaced what, size_t item, lxw_row_t row, lxw_col_t column)
{
  GArray *places = sheet->book->layout->places[what];

  if (item >= places->len)
    g_array_set_size (places, (guint) item + 1);
  g_array_index (places, Place, item) = (Place){ sheet, row, column };
}

bool
plw_is_placed (const PlwSheet *sheet, PlwPlaced what, size_t item)
{
  const GArray *places = sheet->book->layout->places[what];

  return item < places->len && g_array_index (places, Place, item).sheet != NULL;
}

static const Place *
find_place (const PlwSheet *sheet, PlwPlaced what, size_t item)
{
  g_assert (plw_is_placed (sheet, what, item));

  return &g_array_index (sheet->book->layout->places[what], Place, item);
}

lxw_row_t
plw_row_of (const PlwSheet *sheet, PlwPlaced what, size_t item)
{
  return find_place (sheet, what, item)->row;
}

/* Room for the next reference, with the sheet's name in it where another's is meant. */
static char *
start_ref (PlwSheet *sheet, const Place *place, char **ret_end)
{
  PlwLayout *layout = sheet->book->layout;
  char *ref = layout->refs[layout->next++ % N_REFS];

  *ret_end = ref;
  if (place->sheet != sheet)
    *ret_end = g_stpcpy (ref, place->sheet->prefix);
  return ref;
}

static lxw_col_t
column_of (const Place *place, int year)
{
  return (lxw_col_t) ((int) place->column + year);
}

const char *
plw_ref (PlwSheet *sheet, PlwPlaced what, size_t item, int year)
{
  const Place *place = find_place (sheet, what, item);
  char *end;
  char *ref = start_ref (sheet, place, &end);

  lxw_rowcol_to_cell (end, place->row, column_of (place, year));
  return ref;
}

const char *
plw_ref_fixed (PlwSheet *sheet, PlwPlaced what, size_t item, size_t offset)
{
  const Place *place = find_place (sheet, what, item);
  char *end;
  char *ref = start_ref (sheet, place, &end);

  lxw_rowcol_to_cell_abs (end, place->row, (lxw_col_t) (place->column + offset), 1, 1);
  return ref;
}

const char *
plw_ref_items (PlwSheet *sheet, PlwPlaced what, size_t item, size_t n, int year)
{
  const Place *place = find_place (sheet, what, item);
  const Place *last = find_place (sheet, what, item + n - 1);
  char *end;
  char *ref = start_ref (sheet, place, &end);

  g_assert (last->sheet == place->sheet && last->row == place->row + n - 1);
  lxw_rowcol_to_range (end, place->row, column_of (place, year), last->row, column_of (place, year));
  return ref;
}

const char *
plw_ref_years (PlwSheet *sheet, PlwPlaced what, size_t item, int first, int last)
{
  const Place *place = find_place (sheet, what, item);
  char *end;
  char *ref = start_ref (sheet, place, &end);

  lxw_rowcol_to_cell_abs (end, place->row, column_of (place, first), 0, 1);
  end += strlen (end);
  *end++ = ':';
  lxw_rowcol_to_cell (end, place->row, column_of (place, last));
  return ref;
}

const char *
plw_ref_span (PlwSheet *sheet, PlwPlaced what, size_t item, int first, int last)
{
  const Place *place = find_place (sheet, what, item);
  char *end;
  char *ref = start_ref (sheet, place, &end);

  lxw_rowcol_to_range_abs (end, place->row, column_of (place, first), place->row, column_of (place, last));
  return ref;
}

const char *
plw_ref_rows (PlwSheet *sheet, PlwPlaced what, int first, int last, bool is_fixed)
{
  const Place *top = find_place (sheet, what, 0);
  const Place *bottom = find_place (sheet, what, 1);
  char *end;
  char *ref = start_ref (sheet, top, &end);

  g_assert (top->sheet == bottom->sheet && top->column == bottom->column);
  if (is_fixed)
    lxw_rowcol_to_range_abs (end, top->row, column_of (top, first), bottom->row, column_of (top, last));
  else
    lxw_rowcol_to_range (end, top->row, column_of (top, first), bottom->row, column_of (top, last));
  return ref;
}
