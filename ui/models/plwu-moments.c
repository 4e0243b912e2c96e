/* plwu-moments.c: what a plan has been: after each change, and as it was named.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-moments.h"

#include <inttypes.h>

#include <glib/gi18n.h>

void
plwu_moment_free (PlwuMoment *self)
{
  if (self == NULL)
    return;

  g_free (self->who);
  g_free (self->name);
  g_free (self->why);
  g_free (self);
}

static char *
copy_words (const char *words)
{
  return g_strdup (words != NULL ? words : "");
}

static PlwuMoment *
create_of_version (const PlwVersion *version)
{
  PlwuMoment *self = g_new0 (PlwuMoment, 1);

  *self = (PlwuMoment){
    .version = version->id,
    .when = version->when,
    .who = copy_words (version->who),
    .name = copy_words (version->name),
    .why = copy_words (version->note),
  };
  return self;
}

static PlwuMoment *
create_of_entry (const PlwEntry *entry)
{
  PlwuMoment *self = g_new0 (PlwuMoment, 1);

  *self = (PlwuMoment){
    .seq = entry->seq,
    .kind = entry->kind,
    .when = entry->when,
    .who = copy_words (entry->who),
    .name = copy_words (entry->name),
    .why = copy_words (entry->reason),
  };
  return self;
}

/* A version stands above the changes made before it; the log itself is never sorted by clocks. */
GPtrArray *
plwu_moments_list (PlwuDocument *document, size_t most, GError **error)
{
  g_return_val_if_fail (PLWU_IS_DOCUMENT (document), NULL);

  g_autoptr (GPtrArray) entries = plwu_document_get_history (document, most, error);
  const GPtrArray *versions = entries != NULL ? plwu_document_get_versions (document, error) : NULL;
  GPtrArray *moments;
  guint next = 0;

  if (versions == NULL)
    return NULL;

  moments = g_ptr_array_new_with_free_func ((GDestroyNotify) plwu_moment_free);
  for (guint i = 0; i < entries->len; i++)
    {
      const PlwEntry *entry = g_ptr_array_index (entries, i);

      for (; next < versions->len; next++)
        {
          const PlwVersion *version = g_ptr_array_index (versions, next);

          if (version->when < entry->when)
            break;
          g_ptr_array_add (moments, create_of_version (version));
        }
      g_ptr_array_add (moments, create_of_entry (entry));
    }
  for (; next < versions->len; next++)
    g_ptr_array_add (moments, create_of_version (g_ptr_array_index (versions, next)));

  return moments;
}

PlwPlan *
plwu_moment_read_plan (const PlwuMoment *self, PlwuDocument *document, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->version > 0 ? plwu_document_read_version (document, self->version, error)
                           : plwu_document_read_moment (document, self->seq, error);
}

const char *
plwu_moment_get_verb (const PlwuMoment *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->version > 0)
    return _ ("Version");
  switch (self->kind)
    {
    case PLW_ENTRY_UNDO:
      return _ ("Undone");
    case PLW_ENTRY_REDO:
      return _ ("Done again");
    case PLW_ENTRY_EDIT:
    default:
      return _ ("Changed");
    }
}

char *
plwu_moment_describe_when (const PlwuMoment *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_autoptr (GDateTime) when = g_date_time_new_from_unix_local (self->when);

  return when != NULL ? g_date_time_format (when, "%-d %b %Y %H:%M") : g_strdup ("");
}

char *
plwu_moment_describe (const PlwuMoment *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_autofree char *when = plwu_moment_describe_when (self);

  if (self->version > 0)
    return g_strdup_printf (_ ("“%s”, %s"), self->name, when);
  if (self->kind == PLW_ENTRY_UNDO)
    return g_strdup_printf (_ ("%" PRId64 ", %s, undone: %s"), self->seq, when, self->name);
  return g_strdup_printf ("%" G_GINT64_FORMAT ", %s: %s", self->seq, when, self->name);
}
