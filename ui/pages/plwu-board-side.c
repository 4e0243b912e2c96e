/* plwu-board-side.c: votes, comments and the list of words, beside the pictures.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-board-private.h"

#include <glib/gi18n.h>

#define COMMENTS_WIDE 320

/* What is written */

static void
done_cb (PlwuBoardView *self, const char *name)
{
  g_ptr_array_add (self->acts, g_strdup (name));
}

/* The plan is changed in its own window; only what was written here is taken back here. */
void
plwu_board_view_undo (PlwuBoardView *self)
{
  g_return_if_fail (PLWU_IS_BOARD_VIEW (self));

  const char *next = plwu_document_get_undo_name (self->document);
  g_autofree char *name =
      self->acts->len > 0 ? g_strdup (g_ptr_array_index (self->acts, self->acts->len - 1)) : NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (name == NULL || g_strcmp0 (name, next) != 0)
    {
      g_ptr_array_set_size (self->acts, 0);
      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s",
                                  _ ("There is nothing of the board to undo"));
      return;
    }
  if (!plwu_document_undo (self->document, &error))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.error", "s", error->message);
      return;
    }
  g_ptr_array_remove_index (self->acts, self->acts->len - 1);
  text = g_strdup_printf (_ ("Undone: %s"), name);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", text);
}

/* Comments */

static void
comments_cb (PlwuBoardView *self)
{
  guint n = plwu_board_comments_get_n (self->comments);
  g_autofree char *text = n > 0 ? g_strdup_printf (_ ("_Comments (%u)"), n) : g_strdup (_ ("_Comments"));

  gtk_button_set_label (GTK_BUTTON (self->comment_button), text);
}

static void make_room (PlwuBoardView *self);

static void
comment_toggled_cb (PlwuBoardView *self)
{
  gboolean is_shown = gtk_toggle_button_get_active (self->comment_button);

  make_room (self);
  gtk_widget_grab_focus (is_shown ? GTK_WIDGET (self->comments) : GTK_WIDGET (self));
}

static void
follow_screen (PlwuBoardView *self)
{
  plwu_board_comments_set_about (
      self->comments, plwu_board_about (self->screen),
      self->screen == PLWU_BOARD_DECISIONS ? plwu_board_votes_get_decision (self->votes) : NULL);
}

/* Where the board decides, its votes are what people look at. */
static void
make_room (PlwuBoardView *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->lever_place), self->screen != PLWU_BOARD_DECISIONS);
  gtk_widget_set_visible (GTK_WIDGET (self->pictures[PLWU_BOARD_DECISIONS]),
                          !gtk_toggle_button_get_active (self->comment_button));
}

void
plwu_board_show_side (PlwuBoardView *self)
{
  gboolean is_glossary = gtk_toggle_button_get_active (self->glossary_button);

  follow_screen (self);
  gtk_label_set_text (self->question,
                      is_glossary ? _ ("What do the words mean?") : plwu_board_question (self->screen));
  gtk_widget_set_visible (GTK_WIDGET (self->answer), !is_glossary);
  make_room (self);
  gtk_stack_set_visible_child (self->stack, is_glossary ? self->glossary : self->screens[self->screen]);
}

void
plwu_board_create_side (PlwuBoardView *self)
{
  self->votes = PLWU_BOARD_VOTES (plwu_board_votes_new (self->document));
  gtk_box_append (GTK_BOX (self->screens[PLWU_BOARD_DECISIONS]), GTK_WIDGET (self->votes));
  self->comments = PLWU_BOARD_COMMENTS (plwu_board_comments_new (self->document));
  gtk_widget_set_size_request (GTK_WIDGET (self->comments), COMMENTS_WIDE, -1);
  adw_bin_set_child (self->comment_place, GTK_WIDGET (self->comments));
  self->glossary = plwu_word_list_new ();
  gtk_stack_add_child (self->stack, self->glossary);

  g_signal_connect_object (self->votes, "done", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->votes, "done", G_CALLBACK (follow_screen), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->votes, "selected", G_CALLBACK (follow_screen), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->comments, "done", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->comments, "changed", G_CALLBACK (comments_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->comment_button, "toggled", G_CALLBACK (comment_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->glossary_button, "toggled", G_CALLBACK (plwu_board_show_side), self,
                           G_CONNECT_SWAPPED);
}
