/* plwu-board-comments.c: what is said about a screen of the board view.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-board-comments.h"

#include "plwu-focus.h"
#include "models/plwu-board-acts.h"
#include "plwu-picker.h"

#include <string.h>

#include <glib/gi18n.h>

struct _PlwuBoardComments
{
  AdwBin parent_instance;

  /* Owned */
  PlwuDocument *document;
  char *about;
  char *decision;       /* (nullable) */
  GtkStringList *names; /* of partners, after nobody in particular */
  GPtrArray *partners;  /* their codes */
  guint n_comments;

  /* Template widgets */
  GtkBox *list;
  GtkWidget *none;
  GtkEntry *text;
  PlwuPicker *partner;
  GtkEntry *author;
};

G_DEFINE_FINAL_TYPE (PlwuBoardComments, plwu_board_comments, ADW_TYPE_BIN)

enum
{
  DONE,
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Plans keep the question as it is here; a plan folder may have it in the reader's words. */
static gboolean
is_about (PlwuBoardComments *self, const PlwPlan *plan, size_t row)
{
  const char *about = plw_plan_text (plan, PLW_TABLE_COMMENTS, row, PLW_COMMENTS_ABOUT);

  return self->about != NULL && (strcmp (about, self->about) == 0 || strcmp (about, _ (self->about)) == 0);
}

static char *
describe (const PlwPlan *plan, size_t row)
{
  const char *partner = plw_plan_text (plan, PLW_TABLE_COMMENTS, row, PLW_COMMENTS_PARTNER);
  const char *decision = plw_plan_text (plan, PLW_TABLE_COMMENTS, row, PLW_COMMENTS_DECISION);
  const char *version = plw_plan_text (plan, PLW_TABLE_COMMENTS, row, PLW_COMMENTS_VERSION);
  g_autofree char *kept = *version != '\0' ? g_strdup_printf (_ ("version “%s”"), version) : NULL;
  size_t found;
  const char *parts[] = {
    plw_plan_text (plan, PLW_TABLE_COMMENTS, row, PLW_COMMENTS_AUTHOR),
    plw_plan_find_key (plan, PLW_TABLE_PARTNERS, partner, &found)
        ? plw_plan_name (plan, PLW_TABLE_PARTNERS, found)
        : partner,
    plw_plan_text (plan, PLW_TABLE_COMMENTS, row, PLW_COMMENTS_MADE),
    plw_plan_find_key (plan, PLW_TABLE_DECISIONS, decision, &found)
        ? plw_plan_name (plan, PLW_TABLE_DECISIONS, found)
        : decision,
    kept != NULL ? kept : "",
  };
  g_autoptr (GString) text = g_string_new (NULL);

  for (size_t i = 0; i < G_N_ELEMENTS (parts); i++)
    if (*parts[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", parts[i]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
append_label (GtkBox *box, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), css_class == NULL);
  if (css_class != NULL)
    {
      gtk_widget_add_css_class (label, css_class);
      gtk_widget_add_css_class (label, "caption");
    }
  gtk_box_append (box, label);
}

static void
show_comments (PlwuBoardComments *self)
{
  const PlwPlan *plan = plwu_document_get_plan (self->document);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_box_remove (self->list, child);
  self->n_comments = 0;
  for (size_t row = 0; row < plw_plan_n_rows (plan, PLW_TABLE_COMMENTS); row++)
    {
      g_autofree char *described = NULL;

      if (!is_about (self, plan, row))
        continue;
      described = describe (plan, row);
      append_label (self->list, plw_plan_text (plan, PLW_TABLE_COMMENTS, row, PLW_COMMENTS_TEXT), NULL);
      append_label (self->list, described, "dim-label");
      self->n_comments++;
    }
  gtk_widget_set_visible (self->none, self->n_comments == 0);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
show_partners (PlwuBoardComments *self)
{
  const PlwPlan *plan = plwu_document_get_plan (self->document);
  guint selected = plwu_picker_get_selected (self->partner);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  g_ptr_array_set_size (self->partners, 0);
  g_ptr_array_add (self->partners, g_strdup (""));
  g_strv_builder_add (builder, _ ("For nobody in particular"));
  for (size_t row = 0; row < plw_plan_n_rows (plan, PLW_TABLE_PARTNERS); row++)
    {
      g_ptr_array_add (self->partners,
                       g_strdup (plw_plan_text (plan, PLW_TABLE_PARTNERS, row, PLW_PARTNERS_CODE)));
      g_strv_builder_add (builder, plw_plan_name (plan, PLW_TABLE_PARTNERS, row));
    }
  names = g_strv_builder_end (builder);
  gtk_string_list_splice (self->names, 0, g_list_model_get_n_items (G_LIST_MODEL (self->names)),
                          (const char *const *) names);
  plwu_picker_set_selected (self->partner, selected < self->partners->len ? selected : 0);
}

static void
plan_cb (PlwuBoardComments *self)
{
  if (!gtk_widget_get_root (GTK_WIDGET (self)))
    return;

  show_comments (self);
  show_partners (self);
}

static void
say_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlwuBoardComments *self = PLWU_BOARD_COMMENTS (widget);
  guint selected = plwu_picker_get_selected (self->partner);
  g_autofree char *partner =
      g_strdup (selected < self->partners->len ? g_ptr_array_index (self->partners, selected) : "");
  g_autoptr (GError) error = NULL;

  if (!plwu_board_comment (self->document, self->about, self->decision,
                           gtk_editable_get_text (GTK_EDITABLE (self->text)), partner,
                           gtk_editable_get_text (GTK_EDITABLE (self->author)), &error))
    {
      gtk_widget_activate_action (widget, "win.error", "s", error->message);
      return;
    }
  gtk_editable_set_text (GTK_EDITABLE (self->text), "");
  g_signal_emit (self, signals[DONE], 0, plwu_document_get_undo_name (self->document));
}

static void
say_cb (PlwuBoardComments *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "comment.say", NULL);
}

static gboolean
plwu_board_comments_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (PLWU_BOARD_COMMENTS (widget)->text));
}

static void
plwu_board_comments_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PLWU_TYPE_BOARD_COMMENTS);
  g_clear_object (&PLWU_BOARD_COMMENTS (object)->document);

  G_OBJECT_CLASS (plwu_board_comments_parent_class)->dispose (object);
}

static void
plwu_board_comments_finalize (GObject *object)
{
  PlwuBoardComments *self = PLWU_BOARD_COMMENTS (object);

  g_free (self->about);
  g_free (self->decision);
  g_ptr_array_unref (self->partners);
  g_object_unref (self->names);

  G_OBJECT_CLASS (plwu_board_comments_parent_class)->finalize (object);
}

static void
plwu_board_comments_class_init (PlwuBoardCommentsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plwu_board_comments_dispose;
  G_OBJECT_CLASS (klass)->finalize = plwu_board_comments_finalize;
  widget_class->focus = plwu_focus_child;
  widget_class->grab_focus = plwu_board_comments_grab_focus;

  signals[DONE] = g_signal_new ("done", PLWU_TYPE_BOARD_COMMENTS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[CHANGED] = g_signal_new ("changed", PLWU_TYPE_BOARD_COMMENTS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  g_type_ensure (PLWU_TYPE_PICKER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/uk/placewright/Placewright/ui/pages/plwu-board-comments.ui");
  gtk_widget_class_bind_template_child (widget_class, PlwuBoardComments, list);
  gtk_widget_class_bind_template_child (widget_class, PlwuBoardComments, none);
  gtk_widget_class_bind_template_child (widget_class, PlwuBoardComments, text);
  gtk_widget_class_bind_template_child (widget_class, PlwuBoardComments, partner);
  gtk_widget_class_bind_template_child (widget_class, PlwuBoardComments, author);
  gtk_widget_class_bind_template_callback (widget_class, say_cb);
  gtk_widget_class_install_action (widget_class, "comment.say", NULL, say_action);
}

static void
plwu_board_comments_init (PlwuBoardComments *self)
{
  self->partners = g_ptr_array_new_with_free_func (g_free);
  self->names = gtk_string_list_new (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  plwu_picker_set_model (self->partner, self->names);
  gtk_editable_set_text (GTK_EDITABLE (self->author), plwu_board_get_author ());
}

GtkWidget *
plwu_board_comments_new (PlwuDocument *document)
{
  g_return_val_if_fail (PLWU_IS_DOCUMENT (document), NULL);

  PlwuBoardComments *self = g_object_new (PLWU_TYPE_BOARD_COMMENTS, NULL);

  self->document = g_object_ref (document);
  show_partners (self);
  g_signal_connect_object (document, "plan-changed", G_CALLBACK (plan_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

void
plwu_board_comments_set_about (PlwuBoardComments *self, const char *about, const char *decision)
{
  g_return_if_fail (PLWU_IS_BOARD_COMMENTS (self));
  g_return_if_fail (about != NULL);

  g_free (self->about);
  self->about = g_strdup (about);
  g_free (self->decision);
  self->decision = g_strdup (decision);
  show_comments (self);
}

guint
plwu_board_comments_get_n (PlwuBoardComments *self)
{
  g_return_val_if_fail (PLWU_IS_BOARD_COMMENTS (self), 0);

  return self->n_comments;
}
