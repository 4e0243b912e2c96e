/* plwu-paper-finish.c: what accessible papers need and cairo has no word for.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The language of the document, its title in the title bar, what figures show and which way a table's
 * headings point are added as a PDF allows: changed objects and a table of where they are follow at the
 * end. What cairo wrote stays as it is. A PDF that does not look as expected is left alone.
 */
#include "plwu-paper-private.h"

#include <string.h>

#define TAIL_MOST 1024 /* bytes in which a PDF says where its table of objects is */

/* An object that is written again. */
typedef struct
{
  guint number;
  gsize offset;
} Object;

typedef struct
{
  const char *bytes;
  gsize size;
  gsize xref;
  guint n_objects;
  guint root;
  guint info;
  GArray *offsets; /* gsize: of objects by number; 0: not in use */
  GString *added;
  GArray *objects;
} Update;

static const char *
find_last (const char *bytes, gsize size, const char *word)
{
  gsize from = size > TAIL_MOST ? size - TAIL_MOST : 0;
  const char *found = NULL;

  for (gsize i = from; i + strlen (word) <= size; i++)
    if (memcmp (bytes + i, word, strlen (word)) == 0)
      found = bytes + i;
  return found;
}

static gboolean
read_number (const char *from, const char *key, guint *ret_number)
{
  const char *at = from != NULL ? strstr (from, key) : NULL;

  if (at == NULL)
    return FALSE;
  *ret_number = (guint) g_ascii_strtoull (at + strlen (key), NULL, 10);
  return TRUE;
}

/* The table of objects: "0 66", then a line of 20 bytes each. */
static gboolean
read_offsets (Update *update)
{
  const char *at = update->bytes + update->xref;
  const char *end = update->bytes + update->size;
  char *after;

  if (update->xref >= update->size || !g_str_has_prefix (at, "xref\n0 "))
    return FALSE;
  update->n_objects = (guint) g_ascii_strtoull (at + strlen ("xref\n0 "), &after, 10);
  at = after + 1;
  if (update->n_objects == 0 || (gsize) (end - at) < (gsize) update->n_objects * 20)
    return FALSE;
  for (guint i = 0; i < update->n_objects; i++, at += 20)
    {
      gsize offset = at[17] == 'n' ? (gsize) g_ascii_strtoull (at, NULL, 10) : 0;

      if (offset >= update->size)
        return FALSE;
      g_array_append_val (update->offsets, offset);
    }
  return TRUE;
}

static gboolean
read_update (Update *update)
{
  const char *start = find_last (update->bytes, update->size, "startxref");
  const char *trailer = find_last (update->bytes, update->size, "trailer");

  if (start == NULL || trailer == NULL)
    return FALSE;
  update->xref = (gsize) g_ascii_strtoull (start + strlen ("startxref"), NULL, 10);
  return read_number (trailer, "/Root ", &update->root) && read_number (trailer, "/Info ", &update->info)
         && read_offsets (update) && update->root < update->n_objects;
}

/* The dictionary of an object, without its ">>". */
static char *
copy_dictionary (const Update *update, guint number)
{
  gsize offset = g_array_index (update->offsets, gsize, number);
  g_autofree char *head = g_strdup_printf ("%u 0 obj\n<< ", number);
  const char *at = update->bytes + offset;
  const char *end;

  if (offset == 0 || !g_str_has_prefix (at, head))
    return NULL;
  end = strstr (at, "endobj");
  while (end != NULL && end > at && strncmp (end, ">>", 2) != 0)
    end--;
  if (end == NULL || end <= at + strlen (head))
    return NULL;
  at += strlen (head) - strlen ("<< ");
  return g_strndup (at, (gsize) (end - at));
}

static void
add_object (Update *update, guint number, const char *dictionary, const char *more)
{
  Object object = { number, update->size + update->added->len };

  g_string_append_printf (update->added, "%u 0 obj\n%s   %s\n>>\nendobj\n", number, dictionary, more);
  g_array_append_val (update->objects, object);
}

/* A text as UTF-16 in hexadecimal, which holds any. */
static char *
write_text (const char *text)
{
  GString *hex = g_string_new ("<FEFF");
  glong n = 0;
  g_autofree gunichar2 *units = g_utf8_to_utf16 (text, -1, NULL, &n, NULL);

  for (glong i = 0; i < n; i++)
    g_string_append_printf (hex, "%04X", units[i]);
  g_string_append_c (hex, '>');
  return g_string_free (hex, FALSE);
}

/* What kind of element an object is: what follows "/S /"; NULL: it is none. */
static const char *
find_kind (const Update *update, guint number)
{
  gsize offset = number < update->n_objects ? g_array_index (update->offsets, gsize, number) : 0;
  g_autofree char *head = g_strdup_printf ("%u 0 obj\n<< /Type /StructElem\n   /S /", number);

  if (offset == 0 || !g_str_has_prefix (update->bytes + offset, head))
    return NULL;
  return update->bytes + offset + strlen (head);
}

static gboolean
is_kind (const Update *update, guint number, const char *kind)
{
  const char *found = find_kind (update, number);

  return found != NULL && g_str_has_prefix (found, kind) && found[strlen (kind)] == '\n';
}

static void
extend (Update *update, guint number, const char *more)
{
  g_autofree char *dictionary = copy_dictionary (update, number);

  if (dictionary != NULL)
    add_object (update, number, dictionary, more);
}

/* The elements within a row: "/K [ 4 0 R 5 0 R ]" or "/K 4 0 R". */
static GArray *
list_cells (const Update *update, guint row)
{
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *dictionary = copy_dictionary (update, row);
  const char *at = dictionary != NULL ? strstr (dictionary, "/K ") : NULL;
  char *after;

  for (at = at != NULL ? at + strlen ("/K ") : ""; *at != '\0';)
    {
      guint number = (guint) g_ascii_strtoull (at, &after, 10);

      if (after != at && g_str_has_prefix (after, " 0 R"))
        {
          g_array_append_val (cells, number);
          at = after + strlen (" 0 R");
        }
      else
        at++;
    }
  return cells;
}

/* Headings of columns stand in a row of headings alone; else they are of their row. */
static void
add_scopes (Update *update, guint row)
{
  g_autoptr (GArray) cells = list_cells (update, row);
  gboolean is_column = cells->len > 1;

  for (guint i = 0; i < cells->len; i++)
    is_column = is_column && is_kind (update, g_array_index (cells, guint, i), "TH");
  for (guint i = 0; i < cells->len; i++)
    if (is_kind (update, g_array_index (cells, guint, i), "TH"))
      extend (update, g_array_index (cells, guint, i),
              is_column ? "/A << /O /Table /Scope /Column >>" : "/A << /O /Table /Scope /Row >>");
}

/* cairo numbers elements as they begin, so figures are met in their order. */
static void
add_elements (Update *update, const GPtrArray *descriptions)
{
  guint n_figures = 0;

  for (guint i = 1; i < update->n_objects; i++)
    if (is_kind (update, i, "Figure") && n_figures < descriptions->len)
      {
        g_autofree char *text = write_text (g_ptr_array_index (descriptions, n_figures++));
        g_autofree char *more = g_strdup_printf ("/Alt %s", text);

        extend (update, i, more);
      }
    else if (is_kind (update, i, "TR"))
      add_scopes (update, i);
}

static void
write_table (Update *update)
{
  gsize xref = update->size + update->added->len;

  g_string_append (update->added, "xref\n0 1\n0000000000 65535 f \n");
  for (guint i = 0; i < update->objects->len; i++)
    {
      const Object *object = &g_array_index (update->objects, Object, i);

      g_string_append_printf (update->added, "%u 1\n%010zu 00000 n \n", object->number, object->offset);
    }
  g_string_append_printf (update->added,
                          "trailer\n<< /Size %u\n   /Root %u 0 R\n   /Info %u 0 R\n   /Prev %zu\n>>\n"
                          "startxref\n%zu\n%%%%EOF\n",
                          update->n_objects, update->root, update->info, update->xref, xref);
}

GBytes *
plwu_paper_finish (const PlwuPaper *paper, GByteArray *pdf)
{
  g_autoptr (GArray) offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_autoptr (GArray) objects = g_array_new (FALSE, FALSE, sizeof (Object));
  g_autoptr (GString) added = g_string_new (NULL);
  Update update = { .size = pdf->len, .offsets = offsets, .added = added, .objects = objects };
  g_autofree char *catalog = NULL;

  g_byte_array_append (pdf, (const guint8 *) "", 1); /* so that it can be searched as a text */
  update.bytes = (const char *) pdf->data;
  if (read_update (&update))
    catalog = copy_dictionary (&update, update.root);
  if (catalog != NULL)
    {
      g_autofree char *more =
          g_strdup_printf ("/Lang (%s)\n   /ViewerPreferences << /DisplayDocTitle true >>", paper->language);

      add_object (&update, update.root, catalog, more);
      add_elements (&update, paper->descriptions);
      write_table (&update);
    }
  g_byte_array_set_size (pdf, (guint) update.size);
  g_byte_array_append (pdf, (const guint8 *) added->str, (guint) added->len);
  return g_byte_array_free_to_bytes (g_byte_array_ref (pdf));
}
