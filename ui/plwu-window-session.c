/* plwu-window-session.c: what a window shows, kept and shown again.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-window-private.h"

#include "plwu-application.h"

#include <string.h>

PlwuSessionView *
plwu_window_describe_view (PlwuWindow *self)
{
  g_return_val_if_fail (PLWU_IS_WINDOW (self), NULL);

  const char *path = self->document != NULL ? plwu_document_get_path (self->document) : NULL;
  const char *page = path != NULL ? gtk_stack_get_visible_child_name (self->pages) : NULL;
  PlwuSessionView *view;

  if (page == NULL)
    return NULL;

  view = g_new0 (PlwuSessionView, 1);
  view->path = g_canonicalize_filename (path, NULL);
  view->page = g_strdup (page);
  view->scenario = g_strdup (plwu_document_get_scenario (self->document));
  view->policy = g_strdup (plwu_document_get_policy (self->document));
  view->unit = g_strdup (self->unit);
  view->explains = self->shows_explain;
  if (!gtk_window_is_maximized (GTK_WINDOW (self)))
    gtk_window_get_default_size (GTK_WINDOW (self), &view->width, &view->height);
  return view;
}

void
plwu_window_open_view (PlwuWindow *self, const PlwuSessionView *view)
{
  g_return_if_fail (PLWU_IS_WINDOW (self));
  g_return_if_fail (view != NULL);

  PlwuSessionView *wanted = g_new0 (PlwuSessionView, 1);

  wanted->page = g_strdup (view->page);
  wanted->scenario = g_strdup (view->scenario);
  wanted->policy = g_strdup (view->policy);
  wanted->unit = g_strdup (view->unit);
  wanted->explains = view->explains;
  g_clear_pointer (&self->wanted, plwu_session_view_free);
  self->wanted = wanted;

  if (view->width > 0 && view->height > 0)
    gtk_window_set_default_size (GTK_WINDOW (self), view->width, view->height);
  else
    gtk_window_maximize (GTK_WINDOW (self));
  plwu_window_open (self, PLWU_OPEN_PLAN, view->path);
}

static gboolean
has_policy (PlwuDocument *document, const char *policy)
{
  size_t row;

  return strcmp (policy, PLWU_POLICY_TODAY) == 0 || strcmp (policy, PLWU_POLICY_PLACEMAKING) == 0
         || plw_plan_find_key (plwu_document_get_plan (document), PLW_TABLE_POLICIES, policy, &row);
}

/**
 * plwu_window_show_wanted:
 *
 * Shows what is wanted of the plan that was opened; what the plan no longer has is left out.
 */
void
plwu_window_show_wanted (PlwuWindow *self)
{
  g_autoptr (PlwuSessionView) view = g_steal_pointer (&self->wanted);
  size_t row;

  if (view == NULL)
    return;
  if (plw_plan_find_key (plwu_document_get_plan (self->document), PLW_TABLE_SCENARIOS, view->scenario, &row))
    plwu_document_set_scenario (self->document, view->scenario);
  if (has_policy (self->document, view->policy))
    plwu_document_set_policy (self->document, view->policy);
  g_object_set (self, "unit", view->unit, "explain", view->explains, NULL);
  plwu_window_show_page (self, view->page);
}

void
plwu_window_note_view (PlwuWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (PLWU_IS_APPLICATION (application))
    plwu_application_note_session (PLWU_APPLICATION (application));
}
