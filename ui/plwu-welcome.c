/* plwu-welcome.c: the first page of a window without a plan.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-welcome.h"

#include "plwu-plans.h"
#include "plwu-welcome-gaps.h"
#include "plwu-welcome-spark.h"

#include <glib/gi18n.h>

#define RECENT_MOST 6

struct _PlwuWelcome
{
  AdwBin parent_instance;

  /* Template widgets */
  AdwPreferencesGroup *recent;
  AdwPreferencesGroup *examples;
};

G_DEFINE_FINAL_TYPE (PlwuWelcome, plwu_welcome, ADW_TYPE_BIN)

/* What was found when the plan was last worked out, and where it is. */
static void
add_gaps (AdwActionRow *row, const PlwuPlanPlace *place)
{
  g_autoptr (PlwuGaps) gaps = plwu_gaps_find (place->path);

  if (gaps == NULL)
    return;

  g_autofree char *gap = plwu_gaps_describe (gaps);
  g_autofree char *subtitle = g_strdup_printf ("%s\n%s", gap, place->path);
  g_autofree char *label = g_strdup_printf ("%s, %s", place->name, gap);
  g_autoptr (GDateTime) when = g_date_time_new_from_unix_local (gaps->when);
  g_autofree char *date = when != NULL ? g_date_time_format (when, "%-d %B %Y") : g_strdup ("");
  g_autofree char *tooltip = g_strdup_printf (
      _ ("%s\nWorked out on %s, in the base case and under today's rules"), place->path, date);

  adw_action_row_set_subtitle (row, subtitle);
  adw_action_row_set_subtitle_lines (row, 2);
  adw_action_row_add_suffix (row, plwu_spark_new (gaps));
  gtk_widget_set_tooltip_text (GTK_WIDGET (row), tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
add_rows (AdwPreferencesGroup *group, const GPtrArray *places, const char *action)
{
  for (guint i = 0; i < places->len; i++)
    {
      const PlwuPlanPlace *place = g_ptr_array_index (places, i);
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *icon = gtk_image_new_from_icon_name ("go-next-symbolic");

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), place->name);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), place->about != NULL ? place->about : place->path);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
      gtk_widget_set_tooltip_text (row, place->path);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, place->name, -1);
      add_gaps (ADW_ACTION_ROW (row), place);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), icon);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", place->path);
      adw_preferences_group_add (group, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (group), places->len > 0);
}

static void
plwu_welcome_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PLWU_TYPE_WELCOME);

  G_OBJECT_CLASS (plwu_welcome_parent_class)->dispose (object);
}

static void
plwu_welcome_class_init (PlwuWelcomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plwu_welcome_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/uk/placewright/Placewright/ui/plwu-welcome.ui");
  gtk_widget_class_bind_template_child (widget_class, PlwuWelcome, recent);
  gtk_widget_class_bind_template_child (widget_class, PlwuWelcome, examples);
}

static void
plwu_welcome_init (PlwuWelcome *self)
{
  g_autoptr (GPtrArray) recent = plwu_plans_list_recent (RECENT_MOST);
  g_autoptr (GPtrArray) examples = plwu_plans_list_examples ();

  gtk_widget_init_template (GTK_WIDGET (self));
  add_rows (self->recent, recent, "win.open-path");
  add_rows (self->examples, examples, "win.new-from");
}
