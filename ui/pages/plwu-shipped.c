/* plwu-shipped.c: the rows of a table of parameters that come with the program.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-shipped.h"

#include "findings/plwu-labels.h"
#include "models/plwu-text-model.h"
#include "sheet/plwu-sheet.h"

#include <placewright/reference.h>

#include <string.h>

#include <glib/gi18n.h>

struct _PlwuShipped
{
  AdwBin parent_instance;

  PlwTableId table;
  /* Owned */
  char *search; /* case folded */
  gboolean is_listed;

  /* Inside */
  GtkLabel *heading;
  PlwuSheet *sheet;
};

G_DEFINE_FINAL_TYPE (PlwuShipped, plwu_shipped, ADW_TYPE_BIN)

/* The name first, as in the plan's own table. */
static GArray *
order_columns (const PlwTableSpec *spec)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (size_t));

  for (size_t i = 0; i < spec->n_columns; i++)
    if (spec->columns[i].flags & PLW_COLUMN_NAME)
      g_array_prepend_val (order, i);
    else
      g_array_append_val (order, i);
  return order;
}

/* @row: NULL: the titles */
static GStrv
create_row (PlwuShipped *self, const GArray *order, const size_t *row)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const PlwPlan *plan = plw_reference ();

  for (guint i = 0; i < order->len; i++)
    {
      size_t column = g_array_index (order, size_t, i);
      g_autofree char *text = row != NULL ? plwu_label_cell (plan, self->table, *row, column)
                                          : g_strdup (plwu_label_column (plan, self->table, column));

      g_strv_builder_add (builder, text);
    }
  return g_strv_builder_end (builder);
}

static gboolean
holds_search (GStrv texts, const char *search)
{
  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_autofree char *folded = g_utf8_casefold (texts[i], -1);

      if (strstr (folded, search) != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
list_rows (PlwuShipped *self)
{
  g_autoptr (GPtrArray) table = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (GArray) order = order_columns (plw_schema_table (self->table));
  g_autoptr (PlwuSheetModel) model = NULL;

  g_ptr_array_add (table, create_row (self, order, NULL));
  for (size_t i = 0; i < plw_plan_n_rows (plw_reference (), self->table); i++)
    {
      g_auto (GStrv) texts = create_row (self, order, &i);

      if (holds_search (texts, self->search))
        g_ptr_array_add (table, g_steal_pointer (&texts));
    }
  model = plwu_text_model_new (table);
  plwu_sheet_set_model (self->sheet, model);
  self->is_listed = TRUE;

  g_autofree char *heading = g_strdup_printf (
      ngettext ("Shipped with the program: %u row", "Shipped with the program: %u rows", table->len - 1),
      table->len - 1);

  gtk_label_set_text (self->heading, heading);
}

static void
plwu_shipped_map (GtkWidget *widget)
{
  if (!PLWU_SHIPPED (widget)->is_listed)
    list_rows (PLWU_SHIPPED (widget));

  GTK_WIDGET_CLASS (plwu_shipped_parent_class)->map (widget);
}

static void
plwu_shipped_finalize (GObject *object)
{
  g_free (PLWU_SHIPPED (object)->search);

  G_OBJECT_CLASS (plwu_shipped_parent_class)->finalize (object);
}

static void
plwu_shipped_class_init (PlwuShippedClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plwu_shipped_finalize;
  GTK_WIDGET_CLASS (klass)->map = plwu_shipped_map;
}

static void
plwu_shipped_init (PlwuShipped *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *heading = gtk_label_new (NULL);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *sheet = plwu_sheet_new (NULL);

  self->search = g_strdup ("");
  self->heading = GTK_LABEL (heading);
  self->sheet = PLWU_SHEET (sheet);
  gtk_label_set_xalign (self->heading, 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_add_css_class (heading, "plwu-heading");
  plwu_sheet_set_empty_text (self->sheet, _ ("No shipped row holds that."));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), sheet);
  gtk_widget_set_vexpand (scroller, TRUE);

  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), scroller);
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
plwu_shipped_new (PlwTableId table)
{
  PlwuShipped *self = g_object_new (PLWU_TYPE_SHIPPED, NULL);
  g_autofree char *label = g_strdup_printf (_ ("%s, shipped with the program"), plwu_label_table (table));

  self->table = table;
  plwu_sheet_set_label (self->sheet, label);

  return GTK_WIDGET (self);
}

void
plwu_shipped_set_search (PlwuShipped *self, const char *text)
{
  g_return_if_fail (PLWU_IS_SHIPPED (self));
  g_return_if_fail (text != NULL);

  g_free (self->search);
  self->search = g_utf8_casefold (text, -1);
  self->is_listed = FALSE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    list_rows (self);
}
