/* plwu-history-page.c: what was changed, by whom and when.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-history-page.h"

#include "models/plwu-text-model.h"
#include "sheet/plwu-sheet.h"

#include <glib/gi18n.h>

/* More than anybody scrolls through; the log itself keeps all. */
#define ENTRIES_MOST 5000

struct _PlwuHistoryPage
{
  PlwuPage parent_instance;

  /* Inside the scroller */
  PlwuSheet *sheet;

  /* Template widgets */
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  AdwStatusPage *none;
};

G_DEFINE_FINAL_TYPE (PlwuHistoryPage, plwu_history_page, PLWU_TYPE_PAGE)

static const char *
name_kind (PlwEntryKind kind)
{
  switch (kind)
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

static char **
create_row (const PlwEntry *entry)
{
  g_autoptr (GDateTime) when = g_date_time_new_from_unix_local (entry->when);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *date = g_date_time_format (when, "%Y-%m-%d %H:%M");
  g_autofree char *seq = g_strdup_printf ("%" G_GINT64_FORMAT, entry->seq);

  g_strv_builder_add_many (builder, seq, date, entry->who != NULL ? entry->who : "", name_kind (entry->kind),
                           entry->name != NULL ? entry->name : "", entry->reason != NULL ? entry->reason : "",
                           NULL);

  return g_strv_builder_end (builder);
}

static void
show_entries (PlwuHistoryPage *self, const GPtrArray *entries)
{
  g_autoptr (GPtrArray) table = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  const char *titles[] = { _ ("No."), _ ("When"), _ ("Who"), _ ("What"), _ ("Change"), _ ("Reason"), NULL };
  g_autoptr (PlwuSheetModel) model = NULL;

  g_ptr_array_add (table, g_strdupv ((char **) titles));
  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (table, create_row (g_ptr_array_index (entries, i)));

  model = plwu_text_model_new (table);
  plwu_sheet_set_model (self->sheet, model);
  gtk_stack_set_visible_child_name (self->stack, entries->len > 0 ? "list" : "none");
}

static void
plwu_history_page_refresh (PlwuPage *page)
{
  PlwuHistoryPage *self = PLWU_HISTORY_PAGE (page);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries =
      plwu_document_get_history (plwu_page_get_document (page), ENTRIES_MOST, &error);

  if (entries != NULL)
    {
      show_entries (self, entries);
      return;
    }

  adw_status_page_set_title (self->none, _ ("The history cannot be read"));
  adw_status_page_set_description (self->none, error->message);
  gtk_stack_set_visible_child_name (self->stack, "none");
}

static gboolean
plwu_history_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (PLWU_HISTORY_PAGE (widget)->sheet));
}

static void
plwu_history_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PLWU_TYPE_HISTORY_PAGE);

  G_OBJECT_CLASS (plwu_history_page_parent_class)->dispose (object);
}

static void
plwu_history_page_class_init (PlwuHistoryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plwu_history_page_dispose;
  widget_class->grab_focus = plwu_history_page_grab_focus;
  PLWU_PAGE_CLASS (klass)->refresh = plwu_history_page_refresh;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/uk/placewright/Placewright/ui/pages/plwu-history-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PlwuHistoryPage, stack);
  gtk_widget_class_bind_template_child (widget_class, PlwuHistoryPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, PlwuHistoryPage, none);
}

static void
plwu_history_page_init (PlwuHistoryPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->sheet = PLWU_SHEET (plwu_sheet_new (NULL));
  plwu_sheet_set_label (self->sheet, _ ("History"));
  gtk_scrolled_window_set_child (self->scroller, GTK_WIDGET (self->sheet));
}

GtkWidget *
plwu_history_page_new (PlwuDocument *document)
{
  return g_object_new (PLWU_TYPE_HISTORY_PAGE, "document", document, NULL);
}
