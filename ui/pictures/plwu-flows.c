/* plwu-flows.c: a flow of pots to uses: class, marks, table.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-flows-private.h"

#include "plwu-amount.h"

#include <glib/gi18n.h>
#include <math.h>
#include <placewright/number.h>

#define FILE_WIDTH 1200.0
#define FILE_HEIGHT 640.0
#define REACH 4.0 /* how near to a thin ribbon the pointer must be */

G_DEFINE_FINAL_TYPE (PlwuFlows, plwu_flows, PLWU_TYPE_DRAWING)

PlwuFlowPlace *
plwu_flow_get_place (PlwuFlows *self, PlwuFlowSide side, guint i)
{
  return &g_array_index (self->places[side], PlwuFlowPlace, i);
}

PlwuFlowRibbon *
plwu_flow_get_ribbon (PlwuFlows *self, guint i)
{
  return &g_array_index (self->ribbons, PlwuFlowRibbon, i);
}

PlwuFlowKind
plwu_flow_get_ribbon_kind (PlwuFlows *self, const PlwuFlowRibbon *ribbon)
{
  PlwuFlowKind left = plwu_flow_get_place (self, PLWU_FLOW_LEFT, ribbon->left)->kind;
  PlwuFlowKind right = plwu_flow_get_place (self, PLWU_FLOW_RIGHT, ribbon->right)->kind;

  return right == PLWU_FLOW_UNSPENT ? right : left;
}

static void
clear_place (gpointer data)
{
  PlwuFlowPlace *place = data;

  g_free (place->name);
  g_free (place->note);
}

static void
clear_ribbon (gpointer data)
{
  g_free (((PlwuFlowRibbon *) data)->rule);
}

/* What is said of it */

static char *
show_share (gint64 part, gint64 whole)
{
  double share = whole > 0 ? 100.0 * (double) part / (double) whole : 0;

  g_autofree char *number = plwu_amount_show_number (share, share < 9.95 ? 1 : 0);

  return g_strconcat (number, "%", NULL);
}

static char *
plwu_flows_describe (PlwuDrawing *drawing)
{
  PlwuFlows *self = PLWU_FLOWS (drawing);
  GString *text = g_string_new (NULL);

  for (int side = 0; side < PLWU_N_FLOW_SIDES; side++)
    {
      if (side == PLWU_FLOW_RIGHT)
        g_string_append (text, _ (" go to "));
      for (guint i = 0; i < self->places[side]->len; i++)
        {
          const PlwuFlowPlace *place = plwu_flow_get_place (self, (PlwuFlowSide) side, i);
          g_autofree char *amount = plw_pence_show_short (place->pence);

          if (place->pence > 0)
            g_string_append_printf (text, "%s%s %s",
                                    text->len > 0 && !g_str_has_suffix (text->str, " ") ? ", " : "",
                                    place->name, amount);
        }
    }
  return g_string_free (text, FALSE);
}

static guint
plwu_flows_get_n_marks (PlwuDrawing *drawing)
{
  return PLWU_FLOWS (drawing)->marks->len;
}

static char *
describe_node (PlwuFlows *self, const PlwuFlowPlace *place)
{
  g_autofree char *amount = plw_pence_show_short (place->pence);
  g_autofree char *share = show_share (place->pence, self->total);

  /* Translators: node of a picture, amount, share */
  g_autofree char *text = g_strdup_printf (_ ("%s: %s, %s of the whole"), place->name, amount, share);

  return place->note != NULL ? g_strdup_printf ("%s; %s", text, place->note) : g_steal_pointer (&text);
}

static char *
describe_link (PlwuFlows *self, const PlwuFlowRibbon *ribbon)
{
  const PlwuFlowPlace *left = plwu_flow_get_place (self, PLWU_FLOW_LEFT, ribbon->left);
  const PlwuFlowPlace *right = plwu_flow_get_place (self, PLWU_FLOW_RIGHT, ribbon->right);
  g_autofree char *amount = plw_pence_show_short (ribbon->pence);
  g_autofree char *of_left = show_share (ribbon->pence, left->pence);
  g_autofree char *of_right = show_share (ribbon->pence, right->pence);

  if (left->kind == PLWU_FLOW_UNALLOCATED)
    /* Translators: use, amount, share */
    return g_strdup_printf (_ ("%s: %s short, %s of its need"), right->name, amount, of_right);
  if (right->kind == PLWU_FLOW_UNSPENT)
    /* Translators: pot, amount, share, whether stranded */
    return g_strdup_printf (_ ("%s: %s not spent, %s of its money (%s)"), left->name, amount, of_left,
                            right->name);

  /* Translators: pot, use, amount, share of the pot, share of the use */
  g_autofree char *text = g_strdup_printf (_ ("%s to %s: %s, %s of the pot, %s of the need"), left->name,
                                           right->name, amount, of_left, of_right);

  return ribbon->rule != NULL ? g_strdup_printf ("%s; %s", text, ribbon->rule) : g_steal_pointer (&text);
}

static char *
plwu_flows_describe_mark (PlwuDrawing *drawing, guint mark)
{
  PlwuFlows *self = PLWU_FLOWS (drawing);
  const PlwuFlowMark *at = &g_array_index (self->marks, PlwuFlowMark, mark);

  return at->is_link ? describe_link (self, plwu_flow_get_ribbon (self, at->index))
                     : describe_node (self, plwu_flow_get_place (self, at->side, at->index));
}

/* Where marks are */

static void
get_node_area (PlwuFlows *self, PlwuFlowSide side, guint i, double margin, cairo_rectangle_int_t *ret_area)
{
  const PlwuFlowPlace *place = plwu_flow_get_place (self, side, i);
  double x = side == PLWU_FLOW_LEFT ? self->plot.left_x : self->plot.right_x;

  *ret_area = (cairo_rectangle_int_t){ (int) (x - margin), (int) (place->y - margin),
                                       (int) (PLWU_FLOW_NODE_WIDTH + 2 * margin),
                                       (int) MAX (2, place->height + 2 * margin) };
}

static gboolean
plwu_flows_get_mark_area (PlwuDrawing *drawing, guint mark, cairo_rectangle_int_t *ret_area)
{
  PlwuFlows *self = PLWU_FLOWS (drawing);

  if (self->plot.height <= 0 || mark >= self->marks->len)
    return FALSE;

  const PlwuFlowMark *at = &g_array_index (self->marks, PlwuFlowMark, mark);

  if (!at->is_link)
    {
      get_node_area (self, at->side, at->index, 0, ret_area);
      return TRUE;
    }

  const PlwuFlowRibbon *ribbon = plwu_flow_get_ribbon (self, at->index);
  double top = MIN (ribbon->from, ribbon->to);
  double bottom = MAX (ribbon->from, ribbon->to) + ribbon->width;

  *ret_area = (cairo_rectangle_int_t){ (int) self->plot.left_x, (int) top,
                                       (int) (self->plot.right_x - self->plot.left_x), (int) (bottom - top) };
  return TRUE;
}

/* A node's name belongs to it. */
static gboolean
is_at_node (PlwuFlows *self, const PlwuFlowMark *at, double x, double y)
{
  const PlwuFlowPlace *place = plwu_flow_get_place (self, at->side, at->index);
  gboolean is_beside =
      at->side == PLWU_FLOW_LEFT ? x < self->plot.left_x : x > self->plot.right_x + PLWU_FLOW_NODE_WIDTH;
  cairo_rectangle_int_t area;

  if (is_beside)
    return fabs (y - place->label_y) <= self->plot.line / 2;
  get_node_area (self, at->side, at->index, 2, &area);
  return plwu_drawing_is_inside (&area, x, y);
}

static guint
plwu_flows_find_mark (PlwuDrawing *drawing, double x, double y)
{
  PlwuFlows *self = PLWU_FLOWS (drawing);
  gboolean is_between = x > self->plot.left_x + PLWU_FLOW_NODE_WIDTH && x < self->plot.right_x;
  guint nearest = PLWU_DRAWING_NO_MARK;
  double least = REACH;

  if (self->plot.height <= 0)
    return PLWU_DRAWING_NO_MARK;

  for (guint i = 0; i < self->marks->len; i++)
    {
      const PlwuFlowMark *at = &g_array_index (self->marks, PlwuFlowMark, i);

      if (!at->is_link && is_at_node (self, at, x, y))
        return i;
      if (!at->is_link || !is_between)
        continue;

      const PlwuFlowRibbon *ribbon = plwu_flow_get_ribbon (self, at->index);
      double away = fabs (y - plwu_flow_ribbon_y (&self->plot, ribbon, x)) - ribbon->width / 2;

      if (away < least)
        {
          least = away;
          nearest = i;
        }
    }
  return nearest;
}

/* Page keys go from node to node, arrows through links too. */
static guint
plwu_flows_move_mark (PlwuDrawing *drawing, guint mark, PlwuDrawingMove move, gboolean is_far)
{
  PlwuFlows *self = PLWU_FLOWS (drawing);
  guint last = self->marks->len - 1;
  gboolean by_node = is_far || move == PLWU_MOVE_PAGE_UP || move == PLWU_MOVE_PAGE_DOWN;
  int step = move == PLWU_MOVE_LEFT || move == PLWU_MOVE_UP || move == PLWU_MOVE_PAGE_UP ? -1 : 1;
  guint to = mark;

  if (move == PLWU_MOVE_HOME)
    return 0;
  if (move == PLWU_MOVE_END)
    return last;
  while ((step < 0 && to > 0) || (step > 0 && to < last))
    {
      to = step < 0 ? to - 1 : to + 1;
      if (!by_node || !g_array_index (self->marks, PlwuFlowMark, to).is_link)
        return to;
    }
  return mark;
}

static GPtrArray *
plwu_flows_get_table (PlwuDrawing *drawing)
{
  PlwuFlows *self = PLWU_FLOWS (drawing);
  GPtrArray *table = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  const char *titles[] = { _ ("From"), _ ("To"), _ ("Amount"), _ ("Allowed"), NULL };
  char **total = g_new0 (char *, G_N_ELEMENTS (titles));

  g_ptr_array_add (table, g_strdupv ((char **) titles));
  for (guint i = 0; i < self->ribbons->len; i++)
    {
      const PlwuFlowRibbon *ribbon = plwu_flow_get_ribbon (self, i);
      char **row = g_new0 (char *, G_N_ELEMENTS (titles));

      row[0] = g_strdup (plwu_flow_get_place (self, PLWU_FLOW_LEFT, ribbon->left)->name);
      row[1] = g_strdup (plwu_flow_get_place (self, PLWU_FLOW_RIGHT, ribbon->right)->name);
      row[2] = plw_pence_show (ribbon->pence, PLW_UNIT_POUNDS);
      row[3] = g_strdup (ribbon->rule != NULL ? ribbon->rule : "");
      g_ptr_array_add (table, row);
    }
  total[0] = g_strdup (_ ("All"));
  total[1] = g_strdup ("");
  total[2] = plw_pence_show (self->total, PLW_UNIT_POUNDS);
  total[3] = g_strdup ("");
  g_ptr_array_add (table, total);
  return table;
}

static void
plwu_flows_get_file_size (PlwuDrawing *drawing, PlwuCanvas *canvas, double *ret_width, double *ret_height)
{
  *ret_width = FILE_WIDTH;
  *ret_height = FILE_HEIGHT;
}

/* Class */

static void
plwu_flows_finalize (GObject *object)
{
  PlwuFlows *self = PLWU_FLOWS (object);

  g_array_unref (self->places[PLWU_FLOW_LEFT]);
  g_array_unref (self->places[PLWU_FLOW_RIGHT]);
  g_array_unref (self->ribbons);
  g_array_unref (self->marks);

  G_OBJECT_CLASS (plwu_flows_parent_class)->finalize (object);
}

static void
plwu_flows_class_init (PlwuFlowsClass *class)
{
  PlwuDrawingClass *drawing_class = PLWU_DRAWING_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = plwu_flows_finalize;
  drawing_class->draw = plwu_flow_draw;
  drawing_class->describe = plwu_flows_describe;
  drawing_class->get_n_marks = plwu_flows_get_n_marks;
  drawing_class->describe_mark = plwu_flows_describe_mark;
  drawing_class->get_mark_area = plwu_flows_get_mark_area;
  drawing_class->find_mark = plwu_flows_find_mark;
  drawing_class->move_mark = plwu_flows_move_mark;
  drawing_class->get_table = plwu_flows_get_table;
  drawing_class->get_file_size = plwu_flows_get_file_size;
}

static void
plwu_flows_init (PlwuFlows *self)
{
  for (int side = 0; side < PLWU_N_FLOW_SIDES; side++)
    {
      self->places[side] = g_array_new (FALSE, FALSE, sizeof (PlwuFlowPlace));
      g_array_set_clear_func (self->places[side], clear_place);
    }
  self->ribbons = g_array_new (FALSE, FALSE, sizeof (PlwuFlowRibbon));
  g_array_set_clear_func (self->ribbons, clear_ribbon);
  self->marks = g_array_new (FALSE, FALSE, sizeof (PlwuFlowMark));
}

PlwuFlows *
plwu_flows_new (void)
{
  return g_object_new (PLWU_TYPE_FLOWS, NULL);
}

static void
take_nodes (PlwuFlows *self, PlwuFlowSide side, guint n_nodes, const PlwuFlowNode *nodes)
{
  g_array_set_size (self->places[side], 0);
  for (guint i = 0; i < n_nodes; i++)
    {
      PlwuFlowPlace place = { .name = g_strdup (nodes[i].name),
                              .note = g_strdup (nodes[i].note),
                              .kind = nodes[i].kind };

      g_array_append_val (self->places[side], place);
    }
}

static void
take_links (PlwuFlows *self, guint n_links, const PlwuFlowLink *links)
{
  self->total = 0;
  g_array_set_size (self->ribbons, 0);
  for (guint i = 0; i < n_links; i++)
    {
      PlwuFlowRibbon ribbon = {
        .left = links[i].left,
        .right = links[i].right,
        .pence = links[i].pence,
        .rule = g_strdup (links[i].rule),
      };

      plwu_flow_get_place (self, PLWU_FLOW_LEFT, ribbon.left)->pence += ribbon.pence;
      plwu_flow_get_place (self, PLWU_FLOW_RIGHT, ribbon.right)->pence += ribbon.pence;
      self->total += ribbon.pence;
      g_array_append_val (self->ribbons, ribbon);
    }
}

/* Each pot is followed by what it pays for; then the uses. */
static void
list_marks (PlwuFlows *self)
{
  guint link = 0;

  g_array_set_size (self->marks, 0);
  for (int side = 0; side < PLWU_N_FLOW_SIDES; side++)
    for (guint i = 0; i < self->places[side]->len; i++)
      {
        PlwuFlowMark mark = { FALSE, (PlwuFlowSide) side, i };

        if (plwu_flow_get_place (self, mark.side, i)->pence > 0)
          g_array_append_val (self->marks, mark);
        while (side == PLWU_FLOW_LEFT && link < self->ribbons->len
               && plwu_flow_get_ribbon (self, link)->left == i)
          {
            PlwuFlowMark follower = { TRUE, PLWU_FLOW_LEFT, link++ };

            g_array_append_val (self->marks, follower);
          }
      }
}

void
plwu_flows_set_data (PlwuFlows *self,
                     guint n_left,
                     const PlwuFlowNode *left,
                     guint n_right,
                     const PlwuFlowNode *right,
                     guint n_links,
                     const PlwuFlowLink *links,
                     const char *title)
{
  g_return_if_fail (PLWU_IS_FLOWS (self));
  g_return_if_fail (title != NULL);
  for (guint i = 0; i < n_links; i++)
    g_return_if_fail (links[i].left < n_left && links[i].right < n_right && links[i].pence > 0);

  take_nodes (self, PLWU_FLOW_LEFT, n_left, left);
  take_nodes (self, PLWU_FLOW_RIGHT, n_right, right);
  take_links (self, n_links, links);
  list_marks (self);
  plwu_drawing_set_title (PLWU_DRAWING (self), title, NULL);
  plwu_drawing_figures_changed (PLWU_DRAWING (self));
}
