/* plwu-board-votes.c: what is put to the board, and how its partners vote.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-board-votes-private.h"

#include "plwu-explain.h"

#include <string.h>

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (PlwuBoardVotes, plwu_board_votes, ADW_TYPE_BIN)

enum
{
  DONE,
  SELECTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
get_code (const PlwPlan *plan, size_t decision)
{
  return plw_plan_text (plan, PLW_TABLE_DECISIONS, decision, PLW_DECISIONS_CODE);
}

const char *
plwu_board_votes_get_decision (PlwuBoardVotes *self)
{
  g_return_val_if_fail (PLWU_IS_BOARD_VOTES (self), NULL);

  return self->decision;
}

gboolean
plwu_board_votes_find (PlwuBoardVotes *self, size_t *ret_decision)
{
  return self->decision != NULL
         && plw_plan_find_key (plwu_document_get_plan (self->document), PLW_TABLE_DECISIONS, self->decision,
                               ret_decision);
}

/* The one decision */

static char *
describe_policy (const PlwPlan *plan, const char *policy)
{
  size_t row;

  if (strcmp (policy, PLWU_POLICY_TODAY) == 0)
    return g_strdup (_ ("Today's rules"));
  if (strcmp (policy, PLWU_POLICY_PLACEMAKING) == 0)
    return g_strdup (_ ("One pot (not lawful today)"));
  return g_strdup (plw_plan_find_key (plan, PLW_TABLE_POLICIES, policy, &row)
                       ? plw_plan_name (plan, PLW_TABLE_POLICIES, row)
                       : policy);
}

static void
add_part (GString *text, const char *part)
{
  if (*part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

static char *
describe_about (const PlwPlan *plan, size_t decision)
{
  const char *scenario = plw_plan_text (plan, PLW_TABLE_DECISIONS, decision, PLW_DECISIONS_SCENARIO);
  const char *made = plw_plan_text (plan, PLW_TABLE_DECISIONS, decision, PLW_DECISIONS_MADE);
  const char *closed = plw_plan_text (plan, PLW_TABLE_DECISIONS, decision, PLW_DECISIONS_CLOSED);
  const char *version = plw_plan_text (plan, PLW_TABLE_DECISIONS, decision, PLW_DECISIONS_VERSION);
  g_autofree char *policy =
      describe_policy (plan, plw_plan_text (plan, PLW_TABLE_DECISIONS, decision, PLW_DECISIONS_POLICY));
  g_autofree char *made_text = *made != '\0' ? g_strdup_printf (_ ("put on %s"), made) : g_strdup ("");
  g_autofree char *closed_text =
      *closed != '\0' ? g_strdup_printf (_ ("closed on %s"), closed) : g_strdup ("");
  g_autofree char *version_text =
      *version != '\0' ? g_strdup_printf (_ ("version “%s”"), version) : g_strdup ("");
  g_autoptr (GString) text = g_string_new (NULL);
  size_t row;

  if (plw_plan_find_key (plan, PLW_TABLE_SCENARIOS, scenario, &row))
    add_part (text, plw_plan_name (plan, PLW_TABLE_SCENARIOS, row));
  else
    add_part (text, _ ("Base case"));
  add_part (text, policy);
  add_part (text, made_text);
  add_part (text, closed_text);
  add_part (text, version_text);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
show_detail (PlwuBoardVotes *self)
{
  const PlwPlan *plan = plwu_document_get_plan (self->document);
  size_t decision;

  gtk_widget_set_visible (self->detail, plwu_board_votes_find (self, &decision));
  if (!plwu_board_votes_find (self, &decision))
    return;

  const char *proposal = plw_plan_text (plan, PLW_TABLE_DECISIONS, decision, PLW_DECISIONS_PROPOSAL);
  PlwTally tally = plw_board_tally (plan, decision);
  g_autofree char *count = plwu_board_count_text (&tally);
  g_autofree char *about = describe_about (plan, decision);

  gtk_label_set_text (self->proposed, proposal);
  gtk_widget_set_visible (GTK_WIDGET (self->proposed), *proposal != '\0');
  gtk_label_set_text (self->about, about);
  gtk_label_set_text (self->outcome, plwu_board_outcome_text (&tally));
  gtk_label_set_text (self->count, count);
  gtk_button_set_label (self->close, tally.is_closed ? _ ("Reopen the vote") : _ ("Close the vote"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->voter), !tally.is_closed);
  plwu_board_votes_show_ballots (self, decision);
}

/* The list */

static GtkWidget *
create_row (const char *code)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *outcome = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_widget_add_css_class (title, "heading");
  gtk_label_set_xalign (GTK_LABEL (outcome), 0);
  gtk_label_set_ellipsize (GTK_LABEL (outcome), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (outcome, "dim-label");
  gtk_widget_add_css_class (box, "plwu-board-decision");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), outcome);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "title", title);
  g_object_set_data (G_OBJECT (row), "outcome", outcome);
  g_object_set_data_full (G_OBJECT (row), "code", g_strdup (code), g_free);

  return row;
}

static gboolean
is_listed (PlwuBoardVotes *self, const PlwPlan *plan)
{
  size_t n_rows = plw_plan_n_rows (plan, PLW_TABLE_DECISIONS);

  if (n_rows != self->listed->len)
    return FALSE;
  for (size_t i = 0; i < n_rows; i++)
    if (strcmp (get_code (plan, i), g_ptr_array_index (self->listed, i)) != 0)
      return FALSE;
  return TRUE;
}

/* A decision that is new is what people want to see. */
static void
list_decisions (PlwuBoardVotes *self, const PlwPlan *plan)
{
  size_t n_rows = plw_plan_n_rows (plan, PLW_TABLE_DECISIONS);
  gboolean has_more = n_rows > self->listed->len;
  GtkWidget *child;
  size_t found;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  g_ptr_array_set_size (self->listed, 0);
  for (size_t i = 0; i < n_rows; i++)
    {
      g_ptr_array_add (self->listed, g_strdup (get_code (plan, i)));
      gtk_list_box_append (self->list, create_row (get_code (plan, i)));
    }
  if (n_rows > 0 && (has_more || !plwu_board_votes_find (self, &found)))
    {
      g_free (self->decision);
      self->decision = g_strdup (get_code (plan, n_rows - 1));
    }
}

static void
show_list (PlwuBoardVotes *self, const PlwPlan *plan)
{
  self->is_filling = TRUE;
  if (!is_listed (self, plan))
    list_decisions (self, plan);
  for (size_t i = 0; i < self->listed->len; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) i);
      PlwTally tally = plw_board_tally (plan, i);

      gtk_label_set_text (g_object_get_data (G_OBJECT (row), "title"),
                          plw_plan_name (plan, PLW_TABLE_DECISIONS, i));
      gtk_label_set_text (g_object_get_data (G_OBJECT (row), "outcome"), plwu_board_outcome_text (&tally));
      if (g_strcmp0 (self->decision, get_code (plan, i)) == 0)
        gtk_list_box_select_row (self->list, row);
    }
  self->is_filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->listed->len > 0);
  gtk_widget_set_visible (self->none, self->listed->len == 0);
}

static void
refresh (PlwuBoardVotes *self)
{
  g_autofree char *context = plwu_explain_context (self->document);
  g_autofree char *text =
      g_strdup_printf (_ ("For what is shown: %s. The plan as it is now is kept as a version."), context);

  gtk_label_set_text (self->form_context, text);
  show_list (self, plwu_document_get_plan (self->document));
  show_detail (self);
}

static void
plan_cb (PlwuBoardVotes *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
}

static void
selected_cb (PlwuBoardVotes *self, GtkListBoxRow *row)
{
  if (self->is_filling || row == NULL)
    return;

  g_free (self->decision);
  self->decision = g_strdup (g_object_get_data (G_OBJECT (row), "code"));
  show_detail (self);
  g_signal_emit (self, signals[SELECTED], 0);
}

/* Acts */

void
plwu_board_votes_finish (PlwuBoardVotes *self, gboolean is_done, const GError *error)
{
  refresh (self);
  if (is_done)
    g_signal_emit (self, signals[DONE], 0, plwu_document_get_undo_name (self->document));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.error", "s", error->message);
}

static void
put_toggled_cb (PlwuBoardVotes *self)
{
  gboolean is_shown = gtk_toggle_button_get_active (self->put);

  gtk_widget_set_visible (self->form, is_shown);
  gtk_widget_grab_focus (is_shown ? GTK_WIDGET (self->name) : GTK_WIDGET (self->put));
}

static void
put_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlwuBoardVotes *self = PLWU_BOARD_VOTES (widget);
  g_autoptr (GError) error = NULL;
  gboolean is_done = plwu_board_put (self->document, gtk_editable_get_text (GTK_EDITABLE (self->name)),
                                     gtk_editable_get_text (GTK_EDITABLE (self->proposal)), &error);

  if (is_done)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->name), "");
      gtk_editable_set_text (GTK_EDITABLE (self->proposal), "");
      gtk_toggle_button_set_active (self->put, FALSE);
    }
  plwu_board_votes_finish (self, is_done, error);
}

static void
put_cb (PlwuBoardVotes *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "decision.put", NULL);
}

static void
close_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlwuBoardVotes *self = PLWU_BOARD_VOTES (widget);
  const PlwPlan *plan = plwu_document_get_plan (self->document);
  g_autoptr (GError) error = NULL;
  size_t decision;

  if (!plwu_board_votes_find (self, &decision))
    return;

  gboolean is_done =
      plwu_board_close (self->document, decision, !plw_board_tally (plan, decision).is_closed, &error);

  plwu_board_votes_finish (self, is_done, error);
}

/* Widget */

static void
plwu_board_votes_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (plwu_board_votes_parent_class)->map (widget);

  refresh (PLWU_BOARD_VOTES (widget));
}

static void
plwu_board_votes_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PLWU_TYPE_BOARD_VOTES);
  g_clear_object (&PLWU_BOARD_VOTES (object)->document);

  G_OBJECT_CLASS (plwu_board_votes_parent_class)->dispose (object);
}

static void
plwu_board_votes_finalize (GObject *object)
{
  PlwuBoardVotes *self = PLWU_BOARD_VOTES (object);

  g_free (self->decision);
  g_ptr_array_unref (self->listed);
  g_ptr_array_unref (self->ballots);

  G_OBJECT_CLASS (plwu_board_votes_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/uk/placewright/Placewright/ui/pages/plwu-board-votes.ui");
  gtk_widget_class_bind_template_child (widget_class, PlwuBoardVotes, put);
  gtk_widget_class_bind_template_child (widget_class, PlwuBoardVotes, form);
  gtk_widget_class_bind_template_child (widget_class, PlwuBoardVotes, form_context);
  gtk_widget_class_bind_template_child (widget_class, PlwuBoardVotes, name);
  gtk_widget_class_bind_template_child (widget_class, PlwuBoardVotes, proposal);
  gtk_widget_class_bind_template_child (widget_class, PlwuBoardVotes, list);
  gtk_widget_class_bind_template_child (widget_class, PlwuBoardVotes, none);
  gtk_widget_class_bind_template_child (widget_class, PlwuBoardVotes, detail);
  gtk_widget_class_bind_template_child (widget_class, PlwuBoardVotes, outcome);
  gtk_widget_class_bind_template_child (widget_class, PlwuBoardVotes, count);
  gtk_widget_class_bind_template_child (widget_class, PlwuBoardVotes, proposed);
  gtk_widget_class_bind_template_child (widget_class, PlwuBoardVotes, about);
  gtk_widget_class_bind_template_child (widget_class, PlwuBoardVotes, voter);
  gtk_widget_class_bind_template_child (widget_class, PlwuBoardVotes, grid);
  gtk_widget_class_bind_template_child (widget_class, PlwuBoardVotes, no_partners);
  gtk_widget_class_bind_template_child (widget_class, PlwuBoardVotes, close);
  gtk_widget_class_bind_template_callback (widget_class, put_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, put_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
}

static void
plwu_board_votes_class_init (PlwuBoardVotesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plwu_board_votes_dispose;
  G_OBJECT_CLASS (klass)->finalize = plwu_board_votes_finalize;
  widget_class->map = plwu_board_votes_map;

  signals[DONE] = g_signal_new ("done", PLWU_TYPE_BOARD_VOTES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SELECTED] = g_signal_new ("selected", PLWU_TYPE_BOARD_VOTES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "decision.put", NULL, put_action);
  gtk_widget_class_install_action (widget_class, "decision.close", NULL, close_action);
}

static void
plwu_board_votes_init (PlwuBoardVotes *self)
{
  self->listed = g_ptr_array_new_with_free_func (g_free);
  self->ballots = g_ptr_array_new_with_free_func ((GDestroyNotify) plwu_ballot_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_editable_set_text (GTK_EDITABLE (self->voter), plwu_board_get_author ());
}

GtkWidget *
plwu_board_votes_new (PlwuDocument *document)
{
  g_return_val_if_fail (PLWU_IS_DOCUMENT (document), NULL);

  PlwuBoardVotes *self = g_object_new (PLWU_TYPE_BOARD_VOTES, NULL);

  self->document = g_object_ref (document);
  g_signal_connect_object (document, "plan-changed", G_CALLBACK (plan_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
