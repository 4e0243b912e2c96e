/* plwu-welcome-gaps.c: the gaps of plans as they were last worked out.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A file of their own in the state directory: a note for people that may be lost.
 */
#include "plwu-welcome-gaps.h"

#include <placewright/evaluate.h>
#include <placewright/number.h>
#include <placewright/year.h>

#include <glib/gi18n.h>

#define WAIT_SECONDS 2
#define WATCH_KEY "plwu-gaps"

void
plwu_gaps_free (PlwuGaps *self)
{
  if (self == NULL)
    return;

  g_free (self->pence);
  g_free (self);
}

static char *
get_file (void)
{
  return g_build_filename (g_get_user_state_dir (), "placewright", "gaps.ini", NULL);
}

/* Groups may not hold every letter that paths may. */
static char *
get_group (const char *path)
{
  g_autofree char *canonical = g_canonicalize_filename (path, NULL);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, canonical, -1);
}

static GKeyFile *
read_file (void)
{
  GKeyFile *file = g_key_file_new ();
  g_autofree char *path = get_file ();

  g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL);
  return file;
}

PlwuGaps *
plwu_gaps_find (const char *path)
{
  g_return_val_if_fail (path != NULL, NULL);

  g_autoptr (GKeyFile) file = read_file ();
  g_autofree char *group = get_group (path);
  gsize n_years = 0;
  g_auto (GStrv) texts = g_key_file_get_string_list (file, group, "pence", &n_years, NULL);
  int first_year = g_key_file_get_integer (file, group, "first-year", NULL);

  if (texts == NULL || n_years == 0 || n_years > PLW_YEARS_MOST || first_year < PLW_YEAR_MIN
      || first_year > PLW_YEAR_MAX - PLW_YEARS_MOST)
    return NULL;

  PlwuGaps *self = g_new0 (PlwuGaps, 1);

  self->when = g_key_file_get_int64 (file, group, "when", NULL);
  self->first_year = first_year;
  self->n_years = n_years;
  self->pence = g_new0 (gint64, n_years);
  for (gsize i = 0; i < n_years; i++)
    self->pence[i] = MAX (0, g_ascii_strtoll (texts[i], NULL, 10));

  return self;
}

char *
plwu_gaps_describe (const PlwuGaps *self)
{
  gsize worst = 0;

  for (gsize i = 0; i < self->n_years; i++)
    if (self->pence[i] >= self->pence[worst])
      worst = i;
  if (self->pence[worst] == 0)
    return g_strdup (_ ("No gap"));

  g_autofree char *amount = plw_pence_show_short (self->pence[worst]);

  return g_strdup_printf (_ ("Largest gap %s in %s"), amount, plw_year_name (self->first_year + (int) worst));
}

/* Plans that are gone are forgotten. */
static void
prune (GKeyFile *file)
{
  g_auto (GStrv) groups = g_key_file_get_groups (file, NULL);

  for (guint i = 0; groups[i] != NULL; i++)
    {
      g_autofree char *path = g_key_file_get_string (file, groups[i], "path", NULL);

      if (path == NULL || !g_file_test (path, G_FILE_TEST_EXISTS))
        g_key_file_remove_group (file, groups[i], NULL);
    }
}

static void
write_file (GKeyFile *file)
{
  g_autofree char *path = get_file ();
  g_autofree char *folder = g_path_get_dirname (path);

  g_mkdir_with_parents (folder, 0700);
  g_key_file_save_to_file (file, path, NULL);
}

void
plwu_gaps_note (PlwuDocument *document)
{
  g_return_if_fail (PLWU_IS_DOCUMENT (document));

  const char *path = plwu_document_get_path (document);
  const PlwResult *result =
      plwu_document_is_root (document) ? plwu_document_get_result (document, PLWU_POLICY_TODAY) : NULL;

  if (path == NULL || result == NULL || plwu_document_is_stale (document)
      || plwu_document_is_dirty (document))
    return;

  g_autoptr (GKeyFile) file = read_file ();
  g_autofree char *group = get_group (path);
  g_autofree char *canonical = g_canonicalize_filename (path, NULL);
  g_autoptr (GStrvBuilder) pence = g_strv_builder_new ();
  gsize n_years = plw_result_n_years (result);

  for (gsize i = 0; i < n_years; i++)
    {
      g_autofree char *text =
          g_strdup_printf ("%" G_GINT64_FORMAT, plw_result_sum (result, PLW_SUM_SHORTFALL, i));

      g_strv_builder_add (pence, text);
    }

  g_auto (GStrv) texts = g_strv_builder_end (pence);

  prune (file);
  g_key_file_set_string (file, group, "path", canonical);
  g_key_file_set_int64 (file, group, "when", g_get_real_time () / G_USEC_PER_SEC);
  g_key_file_set_integer (file, group, "first-year", plw_result_year (result, 0));
  g_key_file_set_string_list (file, group, "pence", (const char *const *) texts, n_years);
  write_file (file);
}

static gboolean
note_cb (gpointer user_data)
{
  g_object_steal_data (G_OBJECT (user_data), WATCH_KEY);
  plwu_gaps_note (PLWU_DOCUMENT (user_data));
  return G_SOURCE_REMOVE;
}

static void
stop_waiting (gpointer id)
{
  g_source_remove (GPOINTER_TO_UINT (id));
}

/* While people type, results follow one another. */
static void
changed_cb (PlwuDocument *document)
{
  if (g_object_get_data (G_OBJECT (document), WATCH_KEY) != NULL)
    return;

  guint id = g_timeout_add_seconds_full (G_PRIORITY_LOW, WAIT_SECONDS, note_cb, document, NULL);

  g_object_set_data_full (G_OBJECT (document), WATCH_KEY, GUINT_TO_POINTER (id), stop_waiting);
}

void
plwu_gaps_watch (PlwuDocument *document)
{
  g_return_if_fail (PLWU_IS_DOCUMENT (document));

  g_signal_connect (document, "result-changed", G_CALLBACK (changed_cb), NULL);
  g_signal_connect (document, "state-changed", G_CALLBACK (changed_cb), NULL);
}
