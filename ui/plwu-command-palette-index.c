/* plwu-command-palette-index.c: everything that can be gone to, found by its words.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-command-palette-index.h"

#include "findings/plwu-labels.h"
#include "plwu-fold.h"

#include <placewright/year.h>

#include <string.h>

#include <glib/gi18n.h>

struct _PlwuPlaces
{
  GPtrArray *places; /* of PlwuPlace */
};

/* What can be done, by which keys. */
static const struct
{
  const char *title;
  const char *keys;
  const char *action;
  const char *target;
} deeds[] = {
  { N_ ("New plan, step by step"), "Ctrl+Shift+N", "win.new-plan", NULL },
  { N_ ("New empty plan"), "", "win.new-empty", NULL },
  { N_ ("New window"), "Ctrl+N", "win.new-window", NULL },
  { N_ ("Open a plan"), "Ctrl+O", "win.open", NULL },
  { N_ ("Open a plan folder"), "", "win.open-folder", NULL },
  { N_ ("Save"), "Ctrl+S", "win.save", NULL },
  { N_ ("Save as"), "Ctrl+Shift+S", "win.save-as", NULL },
  { N_ ("Export workbook"), "Ctrl+E", "win.export-workbook", NULL },
  { N_ ("PDF report"), "", "win.export-report", NULL },
  { N_ ("Public summary"), "", "win.export-summary", NULL },
  { N_ ("Import a table"), "", "win.import-table", "" },
  { N_ ("Import a revenue return"), "", "win.import-return", NULL },
  { N_ ("Import a published budget"), "", "win.import-budget", NULL },
  { N_ ("Check a paper"), "", "win.check-paper", NULL },
  { N_ ("Undo"), "Ctrl+Z", "win.undo", NULL },
  { N_ ("Redo"), "Ctrl+Shift+Z", "win.redo", NULL },
  { N_ ("New scenario"), "", "win.new-scenario", NULL },
  { N_ ("Find rows on this page"), "Ctrl+F", "win.find", NULL },
  { N_ ("Explain the selected figure"), "F8", "win.show-explain", NULL },
  { N_ ("Show or hide the list of pages"), "F9", "win.sidebar", NULL },
  { N_ ("Board view"), "F11", "win.board", NULL },
  { N_ ("Show money in pounds"), "", "win.unit", "pounds" },
  { N_ ("Show money in thousands"), "", "win.unit", "thousands" },
  { N_ ("Show money in millions"), "", "win.unit", "millions" },
  { N_ ("Keyboard shortcuts"), "Ctrl+?", "win.show-help-overlay", NULL },
  { N_ ("Close the window"), "Ctrl+W", "win.close-plan", NULL },
  { N_ ("About Placewright"), "", "app.about", NULL },
  { N_ ("Quit"), "Ctrl+Q", "app.quit", NULL },
};

/* Tables whose rows people look for by name. @of: the column that says where a row belongs */
static const struct
{
  PlwTableId table;
  const char *kind;
  const char *of;
} tables[] = {
  { PLW_TABLE_LINES, N_ ("Service line"), "group" },     { PLW_TABLE_POTS, N_ ("Pot"), "partner" },
  { PLW_TABLE_PROGRAMMES, N_ ("Programme"), "partner" }, { PLW_TABLE_PROJECTS, N_ ("Project"), "partner" },
  { PLW_TABLE_CHANGES, N_ ("Change"), "line" },          { PLW_TABLE_DRIVERS, N_ ("Assumption"), NULL },
  { PLW_TABLE_OUTCOMES, N_ ("Outcome"), NULL },          { PLW_TABLE_PARTNERS, N_ ("Partner"), NULL },
};

static void
free_place (gpointer data)
{
  PlwuPlace *place = data;

  g_free (place->title);
  g_free (place->detail);
  g_free (place->folded);
  g_clear_pointer (&place->target, g_variant_unref);
  g_free (place);
}

PlwuPlaces *
plwu_places_new (void)
{
  PlwuPlaces *self = g_new0 (PlwuPlaces, 1);

  self->places = g_ptr_array_new_with_free_func (free_place);
  return self;
}

void
plwu_places_free (PlwuPlaces *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->places);
  g_free (self);
}

/* @code: words it is found by that are not shown */
static PlwuPlace *
add (PlwuPlaces *self,
     const char *kind,
     const char *title,
     const char *detail,
     const char *code,
     const char *action,
     GVariant *target)
{
  PlwuPlace *place = g_new0 (PlwuPlace, 1);
  g_autofree char *text = g_strconcat (title, " ", detail, " ", kind, " ", code, NULL);

  place->kind = kind;
  place->title = g_strdup (title);
  place->detail = g_strdup (detail);
  place->folded = plwu_fold (text);
  place->action = action;
  place->target = target != NULL ? g_variant_ref_sink (target) : NULL;
  g_ptr_array_add (self->places, place);
  return place;
}

void
plwu_places_add_page (PlwuPlaces *self, const char *id, const char *title)
{
  add (self, _ ("Page"), title, "", id, "win.page", g_variant_new_string (id));
}

void
plwu_places_add_actions (PlwuPlaces *self)
{
  for (size_t i = 0; i < G_N_ELEMENTS (deeds); i++)
    add (self, _ ("Action"), _ (deeds[i].title), deeds[i].keys, "", deeds[i].action,
         deeds[i].target != NULL ? g_variant_new_string (deeds[i].target) : NULL);
}

static void
add_rows (PlwuPlaces *self, const PlwPlan *plan, size_t index)
{
  PlwTableId table = tables[index].table;
  const char *name = plw_schema_table (table)->name;
  size_t of = 0;
  size_t code = 0;
  gboolean has_of = tables[index].of != NULL && plw_schema_find_column (table, tables[index].of, &of);
  gboolean has_code = plw_schema_find_column (table, "code", &code);

  for (size_t row = 0; row < plw_plan_n_rows (plan, table); row++)
    {
      g_autofree char *detail = has_of ? plwu_label_cell (plan, table, row, of) : g_strdup ("");
      PlwuPlace *place = add (self, _ (tables[index].kind), plw_plan_name (plan, table, row), detail,
                              has_code ? plw_plan_text (plan, table, row, code) : "", "win.show-cell",
                              g_variant_new ("(sus)", name, (guint32) row, ""));

      place->is_row = TRUE;
      place->table = table;
      place->row = (guint) row;
    }
}

static void
add_scenarios (PlwuPlaces *self, const PlwPlan *plan)
{
  for (size_t row = 0; row < plw_plan_n_rows (plan, PLW_TABLE_SCENARIOS); row++)
    {
      const char *code = plw_plan_text (plan, PLW_TABLE_SCENARIOS, row, PLW_SCENARIOS_CODE);

      add (self, _ ("Scenario"), plw_plan_name (plan, PLW_TABLE_SCENARIOS, row),
           plw_plan_text (plan, PLW_TABLE_SCENARIOS, row, PLW_SCENARIOS_DESCRIPTION), code,
           "win.show-scenario", g_variant_new_string (code));
    }
}

static void
add_policies (PlwuPlaces *self, const PlwPlan *plan)
{
  add (self, _ ("Policy"), _ ("Today"), _ ("Every ring-fence binds"), "", "win.policy",
       g_variant_new_string (PLWU_POLICY_TODAY));
  add (self, _ ("Policy"), _ ("Placemaking"), _ ("Pooled pots are one"), "", "win.policy",
       g_variant_new_string (PLWU_POLICY_PLACEMAKING));
  for (size_t row = 0; row < plw_plan_n_rows (plan, PLW_TABLE_POLICIES); row++)
    add (self, _ ("Policy"), plw_plan_name (plan, PLW_TABLE_POLICIES, row), "", "", "win.policy",
         g_variant_new_string (plw_plan_text (plan, PLW_TABLE_POLICIES, row, PLW_POLICIES_CODE)));
}

void
plwu_places_add_plan (PlwuPlaces *self, const PlwPlan *plan)
{
  add_scenarios (self, plan);
  add_policies (self, plan);
  for (size_t i = 0; i < G_N_ELEMENTS (tables); i++)
    add_rows (self, plan, i);
}

guint
plwu_places_size (const PlwuPlaces *self)
{
  return self->places->len;
}

const PlwuPlace *
plwu_places_get (const PlwuPlaces *self, guint index)
{
  g_return_val_if_fail (index < self->places->len, NULL);

  return g_ptr_array_index (self->places, index);
}

char *
plwu_places_key (const PlwuPlace *place)
{
  return g_strconcat (place->kind, "\n", place->title, "\n", place->detail, NULL);
}

/* What was gone to stands first, then what begins with the first word, what has
 * the words, and what has them inside others; of two alike the one that says
 * least beside them.
 */
typedef struct
{
  PlwuPlace *place;
  guint rank;
  size_t length;
  guint order;
} Found;

static int
compare_found (gconstpointer a, gconstpointer b)
{
  const Found *one = a;
  const Found *other = b;

  if (one->rank != other->rank)
    return one->rank < other->rank ? -1 : 1;
  if (one->length != other->length)
    return one->length < other->length ? -1 : 1;
  return one->order < other->order ? -1 : 1;
}

static gboolean
has_words (const PlwuPlace *place, char **words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (place->folded, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

/* Whether a word of @text begins with @word. */
static gboolean
begins_word (const char *text, const char *word)
{
  for (const char *found = strstr (text, word); found != NULL; found = strstr (found + 1, word))
    if (found == text || !g_ascii_isalnum (found[-1]))
      return TRUE;
  return FALSE;
}

#define RANK_RECENT 0
#define RANK_TITLE 100
#define RANK_WORDS 200
#define RANK_PARTS 300

static guint
rank_place (const PlwuPlace *place, char **words, const GPtrArray *recent)
{
  g_autofree char *key = plwu_places_key (place);
  gboolean are_words = TRUE;
  guint nth;

  if (recent != NULL && g_ptr_array_find_with_equal_func ((GPtrArray *) recent, key, g_str_equal, &nth))
    return RANK_RECENT + MIN (nth, 99);
  if (words[0] != NULL && g_str_has_prefix (place->folded, words[0]))
    return RANK_TITLE;
  for (guint i = 0; words[i] != NULL; i++)
    are_words = are_words && begins_word (place->folded, words[i]);
  return are_words ? RANK_WORDS : RANK_PARTS;
}

/* Takes the plan's years out of the words. */
static char **
take_words (const char *query, const PlwPlan *plan, int *ret_year)
{
  g_autofree char *folded = plwu_fold (query);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();

  *ret_year = 0;
  for (guint i = 0; words[i] != NULL; i++)
    {
      int base = plan != NULL ? plw_plan_base_year (plan) : 0;
      int year;

      if (base > 0 && plw_year_parse (words[i], &year) && year > base
          && year <= base + (int) plw_plan_n_years (plan))
        *ret_year = year;
      else if (*words[i] != '\0')
        g_strv_builder_add (kept, words[i]);
    }
  return g_strv_builder_end (kept);
}

GPtrArray *
plwu_places_find (const PlwuPlaces *self,
                  const char *query,
                  const GPtrArray *recent,
                  const PlwPlan *plan,
                  int *ret_year)
{
  g_auto (GStrv) words = take_words (query, plan, ret_year);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));
  GPtrArray *places;

  for (guint i = 0; i < self->places->len; i++)
    {
      PlwuPlace *place = g_ptr_array_index (self->places, i);

      if (has_words (place, words))
        {
          Found one = { place, rank_place (place, words, recent),
                        words[0] != NULL ? strlen (place->title) : 0, i };

          g_array_append_val (found, one);
        }
    }
  g_array_sort (found, compare_found);
  places = g_ptr_array_sized_new (found->len);
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (places, g_array_index (found, Found, i).place);

  return places;
}
