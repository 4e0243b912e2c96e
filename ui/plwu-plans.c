/* plwu-plans.c: where plans can be found: examples and recent ones.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-plans.h"

#include <string.h>

#include <glib/gi18n.h>

#define MIME_TYPE "application/x-placewright"
#define SUFFIX ".placewright"

/* The plan is on the screen by then. */
#define SOON_MS 200

void
plwu_plan_place_free (PlwuPlanPlace *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_free (self->path);
  g_free (self->about);
  g_free (self);
}

static GPtrArray *
create_list (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) plwu_plan_place_free);
}

static void
add_place (GPtrArray *list, char *name, char *path, char *about)
{
  PlwuPlanPlace *place = g_new0 (PlwuPlanPlace, 1);

  place->name = name;
  place->path = path;
  place->about = about;
  g_ptr_array_add (list, place);
}

/* lancashire-2026 is Lancashire 2026. */
static char *
make_name (const char *file)
{
  g_autofree char *name = g_strdup (file);

  if (g_str_has_suffix (name, SUFFIX))
    name[strlen (name) - strlen (SUFFIX)] = '\0';
  g_strdelimit (name, "-_", ' ');
  *name = g_ascii_toupper (*name);

  return g_steal_pointer (&name);
}

static gboolean
is_plan (const char *path)
{
  g_autofree char *table = g_build_filename (path, "plan.csv", NULL);

  return g_str_has_suffix (path, SUFFIX) || g_file_test (table, G_FILE_TEST_EXISTS);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const PlwuPlanPlace *one = *(const PlwuPlanPlace *const *) a;
  const PlwuPlanPlace *other = *(const PlwuPlanPlace *const *) b;

  return g_utf8_collate (one->name, other->name);
}

/* The first table of an example, without reading the rest of it. */
static char *
read_area (const char *path)
{
  g_autofree char *table = g_build_filename (path, "plan.csv", NULL);
  g_autofree char *text = NULL;
  const char *area;

  if (!g_file_get_contents (table, &text, NULL, NULL) || (area = strstr (text, "\narea,")) == NULL)
    return NULL;

  area += strlen ("\narea,");
  return *area == '"' ? g_strndup (area + 1, strcspn (area + 1, "\"\r\n"))
                      : g_strndup (area, strcspn (area, ",\r\n"));
}

GPtrArray *
plwu_plans_list_examples (void)
{
  GPtrArray *list = create_list ();
  const char *folder = g_getenv ("PLACEWRIGHT_EXAMPLES");
  g_autoptr (GDir) dir = NULL;
  const char *file;

  if (folder == NULL)
    folder = PLWU_EXAMPLES_DIR;
  dir = g_dir_open (folder, 0, NULL);
  while (dir != NULL && (file = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, file, NULL);

      if (!is_plan (path))
        continue;

      char *about = read_area (path);

      add_place (list, make_name (file), g_steal_pointer (&path), about);
    }
  g_ptr_array_sort (list, compare_places);

  return list;
}

static int
compare_recent (gconstpointer a, gconstpointer b)
{
  return g_date_time_compare (gtk_recent_info_get_modified ((GtkRecentInfo *) b),
                              gtk_recent_info_get_modified ((GtkRecentInfo *) a));
}

GPtrArray *
plwu_plans_list_recent (guint most)
{
  GPtrArray *list = create_list ();
  GList *items = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());

  items = g_list_sort (items, compare_recent);
  for (GList *item = items; item != NULL && list->len < most; item = item->next)
    {
      g_autofree char *path = g_filename_from_uri (gtk_recent_info_get_uri (item->data), NULL, NULL);

      if (path != NULL && gtk_recent_info_has_application (item->data, g_get_prgname ())
          && g_file_test (path, G_FILE_TEST_EXISTS))
        add_place (list, make_name (gtk_recent_info_get_display_name (item->data)), g_steal_pointer (&path),
                   NULL);
    }
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);

  return list;
}

void
plwu_plans_add_recent (const char *path)
{
  g_return_if_fail (path != NULL);

  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *command = g_strdup_printf ("%s %%f", g_get_prgname ());
  GtkRecentData data = {
    .display_name = name,
    .mime_type = (char *) MIME_TYPE,
    .app_name = (char *) g_get_prgname (),
    .app_exec = command,
  };

  if (uri != NULL)
    gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

static gboolean
add_recent_cb (gpointer user_data)
{
  plwu_plans_add_recent (user_data);
  return G_SOURCE_REMOVE;
}

void
plwu_plans_add_recent_soon (const char *path)
{
  g_timeout_add_full (G_PRIORITY_LOW, SOON_MS, add_recent_cb, g_strdup (path), g_free);
}

static void
add_setting (PlwPlan *plan, const char *key, const char *value)
{
  PlwValue cells[] = { plw_value_text (key), plw_value_text (value) };

  plw_plan_append (plan, PLW_TABLE_PLAN, cells, G_N_ELEMENTS (cells));
}

PlwPlan *
plwu_plans_new_empty (void)
{
  PlwPlan *plan = plw_plan_new ();
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  int year = g_date_time_get_year (now) - (g_date_time_get_month (now) < 4);
  g_autofree char *base_year = plw_year_to_text (year);
  PlwValue line[] = { plw_value_text ("line-1"), plw_value_text (_ ("First service")) };
  PlwValue cost[] = { plw_value_text ("line-1"), plw_value_text ("pay"), plw_value_number (PLW_COST_PAY) };
  PlwValue pot[] = { plw_value_text ("reserve"), plw_value_text (_ ("General reserve")) };
  PlwValue scenario[] = { plw_value_text ("base"), plw_value_text (_ ("Base case")) };

  add_setting (plan, "title", _ ("New plan"));
  add_setting (plan, "base_year", base_year);
  add_setting (plan, "years", "5");
  add_setting (plan, "general_reserve", "reserve");
  plw_plan_append (plan, PLW_TABLE_LINES, line, G_N_ELEMENTS (line));
  plw_plan_append (plan, PLW_TABLE_COSTS, cost, G_N_ELEMENTS (cost));
  plw_plan_append (plan, PLW_TABLE_SCENARIOS, scenario, G_N_ELEMENTS (scenario));

  size_t row = plw_plan_append (plan, PLW_TABLE_POTS, pot, G_N_ELEMENTS (pot));

  plw_plan_set (plan, PLW_TABLE_POTS, row, PLW_POTS_UNSPENT, plw_value_text ("keep"));

  return plan;
}
