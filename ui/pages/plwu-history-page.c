/* plwu-history-page.c: what was changed, by whom, when and why; versions and the way back.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-history-page.h"

#include "models/plwu-moments.h"
#include "models/plwu-text-model.h"
#include "plwu-history-compare.h"
#include "sheet/plwu-sheet.h"

#include <glib/gi18n.h>

/* More than anybody scrolls through; the log itself keeps all. */
#define ENTRIES_MOST 5000

struct _PlwuHistoryPage
{
  PlwuPage parent_instance;

  /* Owned */
  GPtrArray *moments; /* (nullable): of PlwuMoment: one for each row */
  char *answered;     /* (nullable): scenario and policy that the comparison is of */

  /* Inside the scroller */
  PlwuSheet *sheet;
  int compared; /* the row whose change is shown; -1: none */

  /* Template widgets */
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  AdwStatusPage *none;
  PlwuHistoryCompare *compare;
  GtkEditable *reason;
  GtkMenuButton *naming;
  GtkEditable *name;
  GtkEditable *note;
  GtkWidget *keep;
};

G_DEFINE_FINAL_TYPE (PlwuHistoryPage, plwu_history_page, PLWU_TYPE_PAGE)

static char **
create_row (const PlwuMoment *moment)
{
  g_autofree char *when = plwu_moment_describe_when (moment);
  const char *texts[] = { when, plwu_moment_get_verb (moment), moment->name, moment->who, moment->why, NULL };

  return g_strdupv ((char **) texts);
}

static void
show_moments (PlwuHistoryPage *self)
{
  g_autoptr (GPtrArray) table = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  const char *titles[] = { _ ("When"), _ ("What"), _ ("Change or version"), _ ("Who"), _ ("Why"), NULL };
  g_autoptr (PlwuSheetModel) model = NULL;

  g_ptr_array_add (table, g_strdupv ((char **) titles));
  for (guint i = 0; i < self->moments->len; i++)
    g_ptr_array_add (table, create_row (g_ptr_array_index (self->moments, i)));

  model = plwu_text_model_new (table);
  self->compared = -1;
  plwu_history_compare_set_moments (self->compare, self->moments);
  plwu_sheet_set_model (self->sheet, model);
  gtk_stack_set_visible_child_name (self->stack, self->moments->len > 0 ? "list" : "none");
}

/* What the change itself did; of a version, what has changed since. */
static void
show_selected (PlwuHistoryPage *self)
{
  const PlwuMoment *moment;
  guint row;
  guint column;

  if (self->moments == NULL || !plwu_sheet_get_cursor (self->sheet, &row, &column)
      || row >= self->moments->len || self->compared == (int) row)
    return;

  plwu_page_queue_explain (PLWU_PAGE (self));
  self->compared = (int) row;
  moment = g_ptr_array_index (self->moments, row);
  if (moment->version > 0)
    plwu_history_compare_show (self->compare, (int) row, -1);
  else
    plwu_history_compare_show (self->compare, MIN ((int) row + 1, (int) self->moments->len - 1), (int) row);
}

static gboolean
is_same (PlwuHistoryPage *self, const GPtrArray *moments)
{
  if (self->moments == NULL || self->moments->len != moments->len)
    return FALSE;
  if (moments->len == 0)
    return TRUE;

  const PlwuMoment *had = g_ptr_array_index (self->moments, 0);
  const PlwuMoment *has = g_ptr_array_index (moments, 0);

  return had->seq == has->seq && had->version == has->version;
}

static void
show_failure (PlwuHistoryPage *self, const char *text)
{
  adw_status_page_set_title (self->none, _ ("The history cannot be read"));
  adw_status_page_set_description (self->none, text);
  gtk_stack_set_visible_child_name (self->stack, "none");
}

static void
plwu_history_page_refresh (PlwuPage *page)
{
  PlwuHistoryPage *self = PLWU_HISTORY_PAGE (page);
  PlwuDocument *document = plwu_page_get_document (page);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) moments = plwu_moments_list (document, ENTRIES_MOST, &error);
  g_autofree char *answered =
      g_strdup_printf ("%s/%s", plwu_document_get_scenario (document), plwu_document_get_policy (document));

  if (moments == NULL)
    {
      show_failure (self, error->message);
      return;
    }

  /* The list only grows: where nothing came, nothing is to be drawn anew. */
  if (!is_same (self, moments))
    {
      plwu_history_compare_set_document (self->compare, document);
      g_clear_pointer (&self->moments, g_ptr_array_unref);
      self->moments = g_steal_pointer (&moments);
      show_moments (self);
    }
  else if (g_strcmp0 (answered, self->answered) == 0)
    return;

  g_free (self->answered);
  self->answered = g_steal_pointer (&answered);
  self->compared = -1;
  show_selected (self);
}

static PlwuExplanation *
plwu_history_page_explain (PlwuPage *page)
{
  PlwuHistoryPage *self = PLWU_HISTORY_PAGE (page);
  const PlwuMoment *moment;
  guint row;
  guint column;

  if (self->moments == NULL || !plwu_sheet_get_cursor (self->sheet, &row, &column)
      || row >= self->moments->len)
    return NULL;

  moment = g_ptr_array_index (self->moments, row);

  PlwuExplanation *text = plwu_explanation_new (g_strdup (moment->name), plwu_moment_describe_when (moment),
                                                g_strdup (plwu_moment_get_verb (moment)));

  plwu_explanation_add_pair (text, _ ("Who"), g_strdup (moment->who));
  plwu_explanation_add_heading (text, _ ("Why"));
  plwu_explanation_add_text (text, g_strdup (*moment->why != '\0' ? moment->why : _ ("No reason is given.")));
  return text;
}

static void
reason_changed_cb (PlwuHistoryPage *self)
{
  PlwuDocument *document = plwu_page_get_document (PLWU_PAGE (self));

  if (document != NULL)
    plwu_document_set_reason (document, gtk_editable_get_text (self->reason));
}

static void
name_changed_cb (PlwuHistoryPage *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name)));

  gtk_widget_set_sensitive (self->keep, *name != '\0');
}

static void
keep_cb (PlwuHistoryPage *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name)));
  g_autofree char *note = g_strstrip (g_strdup (gtk_editable_get_text (self->note)));
  g_autofree char *text = g_strdup_printf (_ ("Version “%s” kept"), name);
  g_autoptr (GError) error = NULL;

  if (*name == '\0')
    return;
  gtk_menu_button_popdown (self->naming);
  if (!plwu_document_name_version (plwu_page_get_document (PLWU_PAGE (self)), name,
                                   *note != '\0' ? note : NULL, &error))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.error", "s", error->message);
      return;
    }
  gtk_editable_set_text (self->name, "");
  gtk_editable_set_text (self->note, "");
  plwu_history_page_refresh (PLWU_PAGE (self));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", text);
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
plwu_history_page_finalize (GObject *object)
{
  g_clear_pointer (&PLWU_HISTORY_PAGE (object)->moments, g_ptr_array_unref);
  g_free (PLWU_HISTORY_PAGE (object)->answered);

  G_OBJECT_CLASS (plwu_history_page_parent_class)->finalize (object);
}

static void
plwu_history_page_class_init (PlwuHistoryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plwu_history_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = plwu_history_page_finalize;
  widget_class->grab_focus = plwu_history_page_grab_focus;
  PLWU_PAGE_CLASS (klass)->refresh = plwu_history_page_refresh;
  PLWU_PAGE_CLASS (klass)->explain = plwu_history_page_explain;

  g_type_ensure (PLWU_TYPE_HISTORY_COMPARE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/uk/placewright/Placewright/ui/pages/plwu-history-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PlwuHistoryPage, stack);
  gtk_widget_class_bind_template_child (widget_class, PlwuHistoryPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, PlwuHistoryPage, none);
  gtk_widget_class_bind_template_child (widget_class, PlwuHistoryPage, compare);
  gtk_widget_class_bind_template_child (widget_class, PlwuHistoryPage, reason);
  gtk_widget_class_bind_template_child (widget_class, PlwuHistoryPage, naming);
  gtk_widget_class_bind_template_child (widget_class, PlwuHistoryPage, name);
  gtk_widget_class_bind_template_child (widget_class, PlwuHistoryPage, note);
  gtk_widget_class_bind_template_child (widget_class, PlwuHistoryPage, keep);
  gtk_widget_class_bind_template_callback (widget_class, reason_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, keep_cb);
}

/* The focus is on the text inside of an entry. */
static void
name_text (GtkEditable *editable, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_editable_get_delegate (editable)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
plwu_history_page_init (PlwuHistoryPage *self)
{
  self->compared = -1;
  gtk_widget_init_template (GTK_WIDGET (self));

  name_text (self->reason, _ ("Why the next changes are made"));
  name_text (self->name, _ ("Name of the version"));
  name_text (self->note, _ ("Why the version is kept"));
  self->sheet = PLWU_SHEET (plwu_sheet_new (NULL));
  plwu_sheet_set_label (self->sheet, _ ("History"));
  g_signal_connect_object (self->sheet, "selection-changed", G_CALLBACK (show_selected), self,
                           G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (self->scroller, GTK_WIDGET (self->sheet));
}

GtkWidget *
plwu_history_page_new (PlwuDocument *document)
{
  return g_object_new (PLWU_TYPE_HISTORY_PAGE, "document", document, NULL);
}
