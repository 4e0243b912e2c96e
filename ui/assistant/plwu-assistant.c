/* plwu-assistant.c: leads from nothing to a useful plan, a question a page.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-assistant.h"

#include "plwu-assistant-private.h"

#include <glib/gi18n.h>

struct _PlwuAssistant
{
  AdwWindow parent_instance;

  /* Owned */
  PlwuDraft *draft;
  PlwPlan *plan; /* (nullable): made for the summary */

  PlwuDraftStep step;
  GtkWidget *steps[PLWU_DRAFT_N_STEPS];

  /* Template widgets */
  AdwWindowTitle *title;
  GtkLabel *heading;
  GtkLabel *hint;
  GtkStack *pages;
  GtkLabel *message;
  GtkButton *next;
};

G_DEFINE_FINAL_TYPE (PlwuAssistant, plwu_assistant, ADW_TYPE_WINDOW)

enum
{
  FINISHED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const struct
{
  const char *name;
  const char *heading;
  const char *hint;
} steps[PLWU_DRAFT_N_STEPS] = {
  [PLWU_DRAFT_PLACE] = { "place", N_ ("Which place, and which years?"),
                         N_ ("The plan starts from the approved budget of its base year and covers at least "
                             "the five "
                             "years after it.") },
  [PLWU_DRAFT_PARTNERS] = { "partners", N_ ("Who is at the table?"),
                            N_ ("Tick the partners and write their names. Everything can be changed "
                                "later.") },
  [PLWU_DRAFT_LINES] = { "lines", N_ ("What services does the money run?"),
                         N_ ("Tick the lines of the revenue return, whole headings or one by one, and write "
                             "the base "
                             "year's net budget; or paste a table of codes, names and amounts from a "
                             "spreadsheet.") },
  [PLWU_DRAFT_POTS] = { "pots", N_ ("Where does the money come from?"),
                        N_ ("Tick the usual grants, taxes and reserves and write the amounts. Their usual "
                            "rules are "
                            "filled in as assumptions: check them against the terms of each grant.") },
  [PLWU_DRAFT_DRIVERS] = { "drivers", N_ ("What is assumed about the years ahead?"),
                           N_ ("One rate for all years, with how far off it may be. Each year can have its "
                               "own rate "
                               "later.") },
  [PLWU_DRAFT_SUMMARY] = { "summary", N_ ("This will be made"),
                           N_ ("Nothing is saved yet: the plan opens in the window, and you choose where to "
                               "save it.") },
};

static void
tell (PlwuAssistant *self, const char *text, gboolean is_fault)
{
  gtk_label_set_text (self->message, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->message), *text != '\0' ? text : NULL);
  if (is_fault)
    gtk_widget_add_css_class (GTK_WIDGET (self->message), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->message), "error");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->next), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static void
message_cb (PlwuAssistant *self, const char *text)
{
  tell (self, text, FALSE);
}

/* The first thing to be answered on the page. */
static void
focus_step (PlwuAssistant *self)
{
  GtkWidget *page = self->steps[self->step];

  if (self->step == PLWU_DRAFT_SUMMARY)
    gtk_widget_grab_focus (GTK_WIDGET (self->next));
  else if (PLWU_IS_CHOOSE (page))
    plwu_choose_focus (PLWU_CHOOSE (page));
  else
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

static void
refresh_step (PlwuAssistant *self)
{
  if (PLWU_IS_CHOOSE (self->steps[self->step]))
    plwu_choose_refresh (PLWU_CHOOSE (self->steps[self->step]));
  if (self->step != PLWU_DRAFT_SUMMARY)
    return;

  g_clear_pointer (&self->plan, plw_plan_free);
  self->plan = plwu_draft_make_plan (self->draft);
  plwu_assistant_summary_show (self->steps[self->step], self->draft, self->plan);
}

void
plwu_assistant_show_step (PlwuAssistant *self, PlwuDraftStep step)
{
  g_return_if_fail (PLWU_IS_ASSISTANT (self));
  g_return_if_fail (step < PLWU_DRAFT_N_STEPS);

  g_autofree char *subtitle = g_strdup_printf (_ ("Page %d of %d"), (int) step + 1, (int) PLWU_DRAFT_N_STEPS);

  self->step = step;
  adw_window_title_set_subtitle (self->title, subtitle);
  gtk_label_set_text (self->heading, _ (steps[step].heading));
  gtk_label_set_text (self->hint, _ (steps[step].hint));
  gtk_button_set_label (self->next, step == PLWU_DRAFT_SUMMARY ? _ ("_Make the plan") : _ ("_Next"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "assistant.back", step > PLWU_DRAFT_PLACE);
  gtk_stack_set_visible_child_name (self->pages, steps[step].name);
  tell (self, "", FALSE);
  /* In lists and tables Enter has a meaning of its own. */
  gtk_window_set_default_widget (GTK_WINDOW (self),
                                 step == PLWU_DRAFT_PLACE ? GTK_WIDGET (self->next) : NULL);
  refresh_step (self);
  focus_step (self);
}

/* What is being typed counts; FALSE where it is not understood. */
static gboolean
finish_typing (PlwuAssistant *self)
{
  GtkWidget *page = self->steps[self->step];

  return !PLWU_IS_CHOOSE (page) || plwu_sheet_finish_editing (plwu_choose_get_sheet (PLWU_CHOOSE (page)));
}

static void
finish (PlwuAssistant *self)
{
  g_object_ref (self);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_emit (self, signals[FINISHED], 0, self->plan);
  g_object_unref (self);
}

static void
next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlwuAssistant *self = PLWU_ASSISTANT (widget);
  g_autofree char *fault = NULL;

  if (!finish_typing (self))
    return;

  fault = plwu_draft_find_fault (self->draft, self->step);
  if (fault != NULL)
    tell (self, fault, TRUE);
  else if (self->step == PLWU_DRAFT_SUMMARY)
    finish (self);
  else
    plwu_assistant_show_step (self, self->step + 1);
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlwuAssistant *self = PLWU_ASSISTANT (widget);

  if (finish_typing (self) && self->step > PLWU_DRAFT_PLACE)
    plwu_assistant_show_step (self, self->step - 1);
}

static void
add_step (PlwuAssistant *self, PlwuDraftStep step, GtkWidget *page)
{
  self->steps[step] = page;
  gtk_stack_add_named (self->pages, page, steps[step].name);
  if (PLWU_IS_CHOOSE (page))
    g_signal_connect_object (page, "message", G_CALLBACK (message_cb), self, G_CONNECT_SWAPPED);
}

static void
plwu_assistant_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PLWU_TYPE_ASSISTANT);

  G_OBJECT_CLASS (plwu_assistant_parent_class)->dispose (object);
}

static void
plwu_assistant_finalize (GObject *object)
{
  PlwuAssistant *self = PLWU_ASSISTANT (object);

  plwu_draft_free (self->draft);
  g_clear_pointer (&self->plan, plw_plan_free);

  G_OBJECT_CLASS (plwu_assistant_parent_class)->finalize (object);
}

static void
plwu_assistant_class_init (PlwuAssistantClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plwu_assistant_dispose;
  object_class->finalize = plwu_assistant_finalize;

  signals[FINISHED] = g_signal_new ("finished", PLWU_TYPE_ASSISTANT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/uk/placewright/Placewright/ui/assistant/plwu-assistant.ui");
  gtk_widget_class_bind_template_child (widget_class, PlwuAssistant, title);
  gtk_widget_class_bind_template_child (widget_class, PlwuAssistant, heading);
  gtk_widget_class_bind_template_child (widget_class, PlwuAssistant, hint);
  gtk_widget_class_bind_template_child (widget_class, PlwuAssistant, pages);
  gtk_widget_class_bind_template_child (widget_class, PlwuAssistant, message);
  gtk_widget_class_bind_template_child (widget_class, PlwuAssistant, next);
  gtk_widget_class_install_action (widget_class, "assistant.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "assistant.back", NULL, back_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, GDK_ALT_MASK, "assistant.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "assistant.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
plwu_assistant_init (PlwuAssistant *self)
{
  PlwuDraft *draft = plwu_draft_new ();

  self->draft = draft;
  gtk_widget_init_template (GTK_WIDGET (self));
  add_step (self, PLWU_DRAFT_PLACE, plwu_assistant_place_new (draft));
  add_step (self, PLWU_DRAFT_PARTNERS,
            plwu_choose_new (draft->partners, _ ("Partners"), "hint", PLWU_PARTNER_NAME));
  add_step (self, PLWU_DRAFT_LINES,
            plwu_choose_new (draft->lines, _ ("Service lines"), "return_line", PLWU_LINE_BASE));
  add_step (self, PLWU_DRAFT_POTS,
            plwu_choose_new (draft->pots, _ ("Pots of money"), "note", PLWU_POT_AMOUNT));
  add_step (self, PLWU_DRAFT_DRIVERS,
            plwu_choose_new (draft->drivers, _ ("Assumptions"), "note", PLWU_DRIVER_RATE));
  add_step (self, PLWU_DRAFT_SUMMARY, plwu_assistant_summary_new ());
  plwu_assistant_add_paste (PLWU_CHOOSE (self->steps[PLWU_DRAFT_LINES]), draft);
}

GtkWidget *
plwu_assistant_new (GtkWindow *parent)
{
  GtkWidget *self = g_object_new (PLWU_TYPE_ASSISTANT, "transient-for", parent, NULL);

  plwu_assistant_show_step (PLWU_ASSISTANT (self), PLWU_DRAFT_PLACE);

  return self;
}

PlwuDraft *
plwu_assistant_get_draft (PlwuAssistant *self)
{
  g_return_val_if_fail (PLWU_IS_ASSISTANT (self), NULL);

  return self->draft;
}

PlwuDraftStep
plwu_assistant_get_step (PlwuAssistant *self)
{
  g_return_val_if_fail (PLWU_IS_ASSISTANT (self), PLWU_DRAFT_PLACE);

  return self->step;
}

const char *
plwu_assistant_get_message (PlwuAssistant *self)
{
  g_return_val_if_fail (PLWU_IS_ASSISTANT (self), NULL);

  return gtk_label_get_text (self->message);
}
