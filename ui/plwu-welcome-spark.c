/* plwu-welcome-spark.c: a tiny picture of a plan's gap by year: a bar for each.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-welcome-spark.h"

#include "charts/plwu-rgba.h"

#include <placewright/number.h>
#include <placewright/year.h>

#include <adwaita.h>
#include <glib/gi18n.h>

#define WIDTH 84
#define HEIGHT 28
#define SPACE 2

struct _PlwuSpark
{
  GtkWidget parent_instance;

  /* Owned */
  gint64 *pence;
  gsize n_years;
};

G_DEFINE_FINAL_TYPE (PlwuSpark, plwu_spark, GTK_TYPE_WIDGET)

static const PlwuPalette *
get_palette (void)
{
  return plwu_palette_get (adw_style_manager_get_dark (adw_style_manager_get_default ()));
}

static void
plwu_spark_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PlwuSpark *self = PLWU_SPARK (widget);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget) - 1;
  float step = self->n_years > 0 ? width / (float) self->n_years : 0;
  GdkRGBA bars = plwu_rgba_get (get_palette (), PLWU_COLOUR_SERIES_3);
  GdkRGBA ground = plwu_rgba_get (get_palette (), PLWU_COLOUR_TEXT_DIM);
  gint64 most = 1;

  for (gsize i = 0; i < self->n_years; i++)
    most = MAX (most, self->pence[i]);
  for (gsize i = 0; i < self->n_years; i++)
    {
      float bar = height * (float) ((double) self->pence[i] / (double) most);
      float left = step * (float) (is_rtl ? self->n_years - 1 - i : i);

      gtk_snapshot_append_color (snapshot, &bars,
                                 &GRAPHENE_RECT_INIT (left, height - bar, MAX (1, step - SPACE), bar));
    }
  gtk_snapshot_append_color (snapshot, &ground, &GRAPHENE_RECT_INIT (0, height, width, 1));
}

static void
plwu_spark_measure (GtkWidget *widget,
                    GtkOrientation orientation,
                    int for_size,
                    int *minimum,
                    int *natural,
                    int *minimum_baseline,
                    int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

static void
plwu_spark_finalize (GObject *object)
{
  g_free (PLWU_SPARK (object)->pence);

  G_OBJECT_CLASS (plwu_spark_parent_class)->finalize (object);
}

static void
plwu_spark_class_init (PlwuSparkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = plwu_spark_finalize;
  widget_class->snapshot = plwu_spark_snapshot;
  widget_class->measure = plwu_spark_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
plwu_spark_init (PlwuSpark *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/* Every year and its gap: the picture in words. */
static char *
describe (const PlwuGaps *gaps)
{
  g_autoptr (GString) text = g_string_new (_ ("Gap by year"));

  for (gsize i = 0; i < gaps->n_years; i++)
    {
      g_autofree char *amount = plw_pence_show_short (gaps->pence[i]);

      g_string_append_printf (text, "%s %s %s", i == 0 ? ":" : ",",
                              plw_year_name (gaps->first_year + (int) i), amount);
    }
  return g_strdup (text->str);
}

GtkWidget *
plwu_spark_new (const PlwuGaps *gaps)
{
  g_return_val_if_fail (gaps != NULL, NULL);

  PlwuSpark *self = g_object_new (PLWU_TYPE_SPARK, NULL);
  g_autofree char *text = describe (gaps);

  self->n_years = gaps->n_years;
  self->pence = g_memdup2 (gaps->pence, gaps->n_years * sizeof *gaps->pence);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);

  return GTK_WIDGET (self);
}
