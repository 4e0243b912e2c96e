/* plwu-board-view.c: the plan for a board: one question a screen, in plain words.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-board-private.h"

#include "plwu-explain.h"
#include "plwu-tooltip.h"

#include <string.h>

#include <glib/gi18n.h>

#define CLOSE_WIDTH 30

G_DEFINE_FINAL_TYPE (PlwuBoardView, plwu_board_view, ADW_TYPE_BIN)

const PlwResult *
plwu_board_view_get_result (PlwuBoardView *self, const char *policy)
{
  g_return_val_if_fail (PLWU_IS_BOARD_VIEW (self), NULL);

  const char *wanted = policy != NULL ? policy : plwu_document_get_policy (self->document);

  if (self->what_if == NULL || self->what_if->results == NULL)
    return plwu_document_get_result (self->document, wanted);
  for (guint i = 0; self->what_if->policies[i] != NULL; i++)
    if (strcmp (self->what_if->policies[i], wanted) == 0)
      return g_ptr_array_index (self->what_if->results, i);
  return NULL;
}

gboolean
plwu_board_view_is_what_if (PlwuBoardView *self)
{
  g_return_val_if_fail (PLWU_IS_BOARD_VIEW (self), FALSE);

  return self->what_if != NULL && self->what_if->results != NULL;
}

gboolean
plwu_board_view_is_busy (PlwuBoardView *self)
{
  g_return_val_if_fail (PLWU_IS_BOARD_VIEW (self), FALSE);

  return self->is_asking;
}

/* Showing */

static void
show_words (PlwuBoardView *self)
{
  GtkWidget *child;
  guint n_words;
  const PlwuWord *words = plwu_board_words (self->screen, &n_words);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->words))) != NULL)
    gtk_box_remove (self->words, child);
  child = gtk_label_new (_ ("In plain words:"));
  gtk_widget_add_css_class (child, "dim-label");
  gtk_box_append (self->words, child);
  for (guint i = 0; i < n_words; i++)
    gtk_box_append (self->words, plwu_word_button_new (words[i]));
}

static void
show_notice (PlwuBoardView *self)
{
  g_autofree char *moved = plwu_board_levers_describe (self->levers);
  const char *failure = self->what_if != NULL ? self->what_if->failure : NULL;
  g_autofree char *text = NULL;

  /* In the same place, so that the picture stays where it is. */
  gtk_widget_set_visible (self->notice, moved != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->context), moved == NULL);
  if (moved == NULL)
    return;
  if (failure != NULL)
    text = g_strdup_printf (_ ("What if %s: that cannot be worked out. %s"), moved, failure);
  else
    text = g_strdup_printf (_ ("What if: %s. The plan itself is unchanged."), moved);
  gtk_label_set_text (self->notice_text, text);
  plwu_tooltip_set (GTK_WIDGET (self->notice_text), text);
}

static char *
describe_context (PlwuBoardView *self)
{
  g_autofree char *plain = plwu_explain_context (self->document);
  gboolean is_lawful = strcmp (plwu_document_get_policy (self->document), PLWU_POLICY_PLACEMAKING) != 0;
  g_autofree char *shown =
      is_lawful ? g_steal_pointer (&plain) : g_strdup_printf (_ ("%s, not lawful today"), plain);
  g_autofree char *moved =
      plwu_board_view_is_what_if (self) ? plwu_board_levers_describe (self->levers) : NULL;

  return moved != NULL ? g_strdup_printf (_ ("What if: %s · %s"), moved, shown) : g_steal_pointer (&shown);
}

/* Whether the screen sets today's rules against one pot; the others show one policy. */
static gboolean
is_comparing (PlwuBoardScreen screen)
{
  return screen == PLWU_BOARD_ONE_POT || screen == PLWU_BOARD_DECISIONS;
}

static void
show_screen (PlwuBoardView *self)
{
  const PlwResult *result = plwu_board_view_get_result (self, NULL);
  gboolean compares = is_comparing (self->screen);
  const PlwResult *today = compares ? plwu_board_view_get_result (self, PLWU_POLICY_TODAY) : result;
  const PlwResult *pooled = compares ? plwu_board_view_get_result (self, PLWU_POLICY_PLACEMAKING) : result;
  const char *failure = plwu_document_get_failure (self->document);
  g_autofree char *context = describe_context (self);
  g_autofree char *place =
      g_strdup_printf (_ ("%d of %d · %s"), self->screen + 1, PLWU_BOARD_N_SCREENS, context);

  gtk_label_set_text (self->context, place);
  plwu_tooltip_set (GTK_WIDGET (self->context), place);
  show_notice (self);
  gtk_widget_set_visible (GTK_WIDGET (self->stack), result != NULL && today != NULL && pooled != NULL);
  if (result == NULL || today == NULL || pooled == NULL)
    {
      gtk_label_set_text (self->answer, failure != NULL ? failure : _ ("Working it out…"));
      return;
    }

  PlwuDrawing *drawing = self->drawings[self->screen];

  plwu_drawing_set_context (drawing, context);

  g_autofree char *answer = plwu_board_show (self->screen, drawing, result, today, pooled);

  gtk_label_set_text (self->answer, answer);
  plwu_picture_refresh (self->pictures[self->screen]);
}

static void
show_steps (PlwuBoardView *self)
{
  self->is_selecting = TRUE;
  for (int i = 0; i < PLWU_BOARD_N_SCREENS; i++)
    gtk_toggle_button_set_active (self->steps[i], i == (int) self->screen);
  self->is_selecting = FALSE;
  gtk_toggle_button_set_active (self->glossary_button, FALSE);
  plwu_board_show_side (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->back), self->screen > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->next), self->screen + 1 < PLWU_BOARD_N_SCREENS);
}

/* What if */

static void ask (PlwuBoardView *self);

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  PlwuBoardView *self = PLWU_BOARD_VIEW (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlwuFindings) findings = plwu_evaluate_job_finish (result, &error);

  self->is_asking = FALSE;
  if (findings == NULL || self->levers == NULL)
    return;

  /* A slider that is still moving wants the next answer; this one is shown meanwhile. */
  if (findings->generation != self->wanted)
    ask (self);
  if (self->is_asking || findings->generation == self->wanted)
    {
      g_clear_pointer (&self->what_if, plwu_findings_free);
      self->what_if = g_steal_pointer (&findings);
      show_screen (self);
    }
}

/* The policy shown and, on a screen that compares, what it compares. No more: a
 * processor that works out what nobody sees is missing where pictures are painted.
 */
static void
list_policies (PlwuBoardView *self, const char *ret_policies[4])
{
  const char *policy = plwu_document_get_policy (self->document);
  guint n = 0;

  ret_policies[n++] = policy;
  if (is_comparing (self->screen) && strcmp (policy, PLWU_POLICY_TODAY) != 0)
    ret_policies[n++] = PLWU_POLICY_TODAY;
  if (is_comparing (self->screen) && strcmp (policy, PLWU_POLICY_PLACEMAKING) != 0)
    ret_policies[n++] = PLWU_POLICY_PLACEMAKING;
  ret_policies[n] = NULL;
}

static void
ask (PlwuBoardView *self)
{
  PlwuWhatIf changes[PLWU_WHAT_IF_MOST];
  guint n_changes = plwu_board_levers_get_changes (self->levers, changes);
  const char *policies[4];
  g_autofree char *scenario = NULL;

  if (n_changes == 0)
    {
      g_clear_pointer (&self->what_if, plwu_findings_free);
      show_screen (self);
      return;
    }
  if (self->is_asking)
    return;

  PlwPlan *plan =
      plwu_what_if_apply (plwu_document_get_plan (self->document),
                          plwu_document_get_scenario (self->document), n_changes, changes, &scenario);

  list_policies (self, policies);
  self->is_asking = TRUE;
  plwu_evaluate_job_start (self, plan, self->wanted, scenario, policies, self->cancellable, answered_cb,
                           NULL);
}

static void
moved_cb (PlwuBoardView *self)
{
  self->wanted++;
  ask (self);
  show_notice (self);
}

/* A screen that compares needs more than the one before it asked for. */
static void
ask_for_screen (PlwuBoardView *self)
{
  if (!plwu_board_view_is_what_if (self) || !is_comparing (self->screen)
      || (plwu_board_view_get_result (self, PLWU_POLICY_TODAY) != NULL
          && plwu_board_view_get_result (self, PLWU_POLICY_PLACEMAKING) != NULL))
    return;

  self->wanted++;
  ask (self);
}

static void
document_cb (PlwuBoardView *self)
{
  PlwuWhatIf changes[PLWU_WHAT_IF_MOST];

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  plwu_board_levers_set_plan (self->levers, plwu_document_get_plan (self->document));
  if (plwu_board_levers_get_changes (self->levers, changes) > 0 || self->what_if != NULL)
    moved_cb (self);
  if (!plwu_board_view_is_what_if (self))
    show_screen (self);
}

/* Stepping */

void
plwu_board_view_set_screen (PlwuBoardView *self, PlwuBoardScreen screen)
{
  g_return_if_fail (PLWU_IS_BOARD_VIEW (self));
  g_return_if_fail ((unsigned) screen < PLWU_BOARD_N_SCREENS);

  /* What has the focus goes out of sight. */
  if (gtk_widget_get_focus_child (GTK_WIDGET (self->stack)) != NULL
      || gtk_widget_get_focus_child (GTK_WIDGET (self->words)) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self));

  self->screen = screen;
  show_steps (self);
  show_words (self);
  show_screen (self);
  ask_for_screen (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  plwu_board_question (screen), -1);
}

PlwuBoardScreen
plwu_board_view_get_screen (PlwuBoardView *self)
{
  g_return_val_if_fail (PLWU_IS_BOARD_VIEW (self), PLWU_BOARD_WHERE_WE_ARE);

  return self->screen;
}

static void
go_to (PlwuBoardView *self, int screen)
{
  plwu_board_view_set_screen (self, (PlwuBoardScreen) CLAMP (screen, 0, PLWU_BOARD_N_SCREENS - 1));
}

/* What is typed into an entry steps nowhere. */
static gboolean
is_typing (PlwuBoardView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root != NULL && GTK_IS_EDITABLE (gtk_root_get_focus (root));
}

static void
toggle (GtkToggleButton *button)
{
  gtk_toggle_button_set_active (button, !gtk_toggle_button_get_active (button));
}

static gboolean
key_cb (PlwuBoardView *self, guint keyval, guint keycode, GdkModifierType modifiers)
{
  int screen = (int) self->screen;

  if ((modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0 || is_typing (self))
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      go_to (self, screen + 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      go_to (self, screen - 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Home:
      go_to (self, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_End:
      go_to (self, PLWU_BOARD_N_SCREENS - 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_c:
      toggle (self->comment_button);
      return GDK_EVENT_STOP;
    case GDK_KEY_w:
      toggle (self->glossary_button);
      return GDK_EVENT_STOP;
    default:
      break;
    }
  if (keyval < GDK_KEY_1 || keyval >= GDK_KEY_1 + PLWU_BOARD_N_SCREENS)
    return GDK_EVENT_PROPAGATE;

  go_to (self, (int) (keyval - GDK_KEY_1));
  return GDK_EVENT_STOP;
}

static void
step_toggled_cb (PlwuBoardView *self, GtkToggleButton *button)
{
  if (self->is_selecting)
    return;

  for (int i = 0; i < PLWU_BOARD_N_SCREENS; i++)
    if (self->steps[i] == button)
      go_to (self, i);
}

static void
step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlwuBoardView *self = PLWU_BOARD_VIEW (widget);

  go_to (self, (int) self->screen + g_variant_get_int32 (parameter));
}

static void
reset_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  plwu_board_levers_reset (PLWU_BOARD_VIEW (widget)->levers);
}

/* Widget */

static void
plwu_board_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (plwu_board_view_parent_class)->map (widget);

  document_cb (PLWU_BOARD_VIEW (widget));
}

static gboolean
plwu_board_view_grab_focus (GtkWidget *widget)
{
  /* The view itself, so that arrow keys step through the screens. */
  if (gtk_widget_get_root (widget) != NULL)
    gtk_root_set_focus (gtk_widget_get_root (widget), widget);
  return TRUE;
}

static void
plwu_board_view_dispose (GObject *object)
{
  PlwuBoardView *self = PLWU_BOARD_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  self->levers = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (object), PLWU_TYPE_BOARD_VIEW);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (plwu_board_view_parent_class)->dispose (object);
}

static void
plwu_board_view_finalize (GObject *object)
{
  PlwuBoardView *self = PLWU_BOARD_VIEW (object);

  g_clear_pointer (&self->what_if, plwu_findings_free);
  g_object_unref (self->cancellable);
  g_ptr_array_unref (self->acts);

  G_OBJECT_CLASS (plwu_board_view_parent_class)->finalize (object);
}

static void
plwu_board_view_class_init (PlwuBoardViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plwu_board_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = plwu_board_view_finalize;
  widget_class->map = plwu_board_view_map;
  widget_class->grab_focus = plwu_board_view_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/uk/placewright/Placewright/ui/pages/plwu-board-view.ui");
  gtk_widget_class_bind_template_child (widget_class, PlwuBoardView, question);
  gtk_widget_class_bind_template_child (widget_class, PlwuBoardView, context);
  gtk_widget_class_bind_template_child (widget_class, PlwuBoardView, answer);
  gtk_widget_class_bind_template_child (widget_class, PlwuBoardView, stack);
  gtk_widget_class_bind_template_child (widget_class, PlwuBoardView, words);
  gtk_widget_class_bind_template_child (widget_class, PlwuBoardView, step_box);
  gtk_widget_class_bind_template_child (widget_class, PlwuBoardView, notice);
  gtk_widget_class_bind_template_child (widget_class, PlwuBoardView, notice_text);
  gtk_widget_class_bind_template_child (widget_class, PlwuBoardView, lever_place);
  gtk_widget_class_bind_template_child (widget_class, PlwuBoardView, comment_place);
  gtk_widget_class_bind_template_child (widget_class, PlwuBoardView, comment_button);
  gtk_widget_class_bind_template_child (widget_class, PlwuBoardView, glossary_button);
  gtk_widget_class_bind_template_child (widget_class, PlwuBoardView, back);
  gtk_widget_class_bind_template_child (widget_class, PlwuBoardView, next);
  gtk_widget_class_install_action (widget_class, "board.step", "i", step_action);
  gtk_widget_class_install_action (widget_class, "board.reset", NULL, reset_action);
  gtk_widget_class_set_css_name (widget_class, "plwuboard");
}

static void
create_screen (PlwuBoardView *self, PlwuBoardScreen screen)
{
  PlwuDrawing *drawing = plwu_board_create_drawing (screen);
  GtkWidget *picture = g_object_new (PLWU_TYPE_PICTURE, NULL);
  g_autofree char *number = g_strdup_printf ("%d", screen + 1);
  GtkWidget *step = gtk_toggle_button_new_with_label (number);

  self->drawings[screen] = drawing;
  self->pictures[screen] = PLWU_PICTURE (picture);
  self->steps[screen] = GTK_TOGGLE_BUTTON (step);
  plwu_picture_set_drawing (self->pictures[screen], drawing);
  self->screens[screen] = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_box_set_homogeneous (GTK_BOX (self->screens[screen]), TRUE);
  gtk_widget_set_hexpand (picture, TRUE);
  gtk_box_append (GTK_BOX (self->screens[screen]), picture);
  gtk_stack_add_child (self->stack, self->screens[screen]);
  gtk_widget_set_tooltip_text (step, plwu_board_question (screen));
  gtk_accessible_update_property (GTK_ACCESSIBLE (step), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  plwu_board_question (screen), -1);
  g_signal_connect_object (step, "toggled", G_CALLBACK (step_toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->step_box, step);
}

/* Large text may need more than the screen has. */
static void
let_scroll (PlwuBoardView *self)
{
  g_autoptr (GtkWidget) content = g_object_ref (adw_bin_get_child (ADW_BIN (self)));
  GtkWidget *scroller = gtk_scrolled_window_new ();

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), content);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

static void
plwu_board_view_init (PlwuBoardView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->cancellable = g_cancellable_new ();
  self->acts = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  let_scroll (self);

  for (int i = 0; i < PLWU_BOARD_N_SCREENS; i++)
    create_screen (self, (PlwuBoardScreen) i);
  self->levers = PLWU_BOARD_LEVERS (plwu_board_levers_new ());
  adw_bin_set_child (self->lever_place, GTK_WIDGET (self->levers));
  g_signal_connect_object (self->levers, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
plwu_board_view_new (PlwuDocument *document)
{
  g_return_val_if_fail (PLWU_IS_DOCUMENT (document), NULL);

  PlwuBoardView *self = g_object_new (PLWU_TYPE_BOARD_VIEW, NULL);

  self->document = g_object_ref (document);
  plwu_board_create_side (self);
  g_signal_connect_object (document, "result-changed", G_CALLBACK (document_cb), self, G_CONNECT_SWAPPED);
  plwu_board_view_set_screen (self, PLWU_BOARD_WHERE_WE_ARE);

  return GTK_WIDGET (self);
}

void
plwu_board_view_set_large (PlwuBoardView *self, gboolean is_large)
{
  g_return_if_fail (PLWU_IS_BOARD_VIEW (self));

  /* Room for the button that closes the window. */
  gtk_widget_set_margin_end (GTK_WIDGET (self->context), is_large ? CLOSE_WIDTH : 0);
  gtk_widget_set_margin_end (self->notice, is_large ? CLOSE_WIDTH : 0);
  if (is_large)
    gtk_widget_add_css_class (GTK_WIDGET (self), "large");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "large");
}
