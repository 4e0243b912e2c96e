/* plwu-pot-flows.c: a year's payments of a result gathered for a picture.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-pot-flows.h"

#include "plwu-labels.h"
#include "plwu-rules.h"

#include <string.h>

#include <glib/gi18n.h>

#define ROWS_NAMED_MOST 3

/* Payments from one node to another. */
typedef struct
{
  gint64 pence;
  gboolean is_pooled;
  gboolean is_unfenced;
  GArray *rows; /* (nullable): of size_t: ring-fence rows that allow them */
} Cell;

typedef struct
{
  const PlwResult *result;
  const PlwPlan *plan;
  size_t year;
  guint *pot_nodes;  /* by pot: its place on the left */
  guint *use_nodes;  /* by use: its place on the right */
  GPtrArray *fences; /* by pot: (nullable): GArray of size_t */
  guint borrowed;
  guint unmet;
  guint unspent;
  PlwuPotFlows *flows;
  Cell *cells; /* left times right */
} Gathering;

typedef struct
{
  guint index;
  gint64 pence;
} Ranked;

static int
compare_ranked (gconstpointer a, gconstpointer b)
{
  const Ranked *one = a;
  const Ranked *other = b;

  if (one->pence != other->pence)
    return one->pence > other->pence ? -1 : 1;
  return one->index < other->index ? -1 : 1;
}

static guint
add_node (GArray *nodes, PlwuFlowKind kind, char *name, char *note)
{
  PlwuFlowNode node = { name, note, kind };

  g_array_append_val (nodes, node);
  return nodes->len - 1;
}

static void
clear_node (gpointer data)
{
  PlwuFlowNode *node = data;

  g_free ((char *) node->name);
  g_free ((char *) node->note);
}

static void
clear_link (gpointer data)
{
  g_free ((char *) ((PlwuFlowLink *) data)->rule);
}

/* The left */

static GArray *
rank_pots (const PlwResult *result)
{
  GArray *ranked = g_array_new (FALSE, FALSE, sizeof (Ranked));

  for (guint i = 0; i < plw_result_n_pots (result); i++)
    {
      const PlwPotYears *pot = plw_result_pot (result, i);
      Ranked entry = { i, pot->opening[0] };

      for (size_t t = 0; t < plw_result_n_years (result); t++)
        entry.pence += pot->received[t];
      g_array_append_val (ranked, entry);
    }
  g_array_sort (ranked, compare_ranked);
  return ranked;
}

/* One more is not worth merging. */
static guint
count_shown (guint n)
{
  return n <= PLWU_POT_FLOWS_MOST + 1 ? n : PLWU_POT_FLOWS_MOST;
}

static char *
tell_pot (const Gathering *gathering, const PlwPotYears *pot)
{
  g_autofree char *fences = plwu_rule_list_fences (gathering->plan, pot->code, ROWS_NAMED_MOST);
  g_autofree char *kept = plw_pence_show_short (pot->withheld[gathering->year]);
  GString *text = g_string_new (NULL);

  if (fences != NULL)
    g_string_append_printf (text, _ ("ring-fenced for %s"), fences);
  else
    g_string_append (text, _ ("not ring-fenced"));
  if (pot->withheld[gathering->year] > 0)
    g_string_append_printf (text, _ ("; %s must stay as its minimum balance"), kept);
  return g_string_free (text, FALSE);
}

static void
add_rest (Gathering *gathering, const GArray *ranked, guint n_shown, PlwPotKind kind)
{
  guint n = 0;

  for (guint i = n_shown; i < ranked->len; i++)
    n += plw_result_pot (gathering->result, g_array_index (ranked, Ranked, i).index)->kind == kind;
  if (n == 0)
    return;

  guint node = add_node (
      gathering->flows->left, kind == PLW_POT_CAPITAL ? PLWU_FLOW_CAPITAL : PLWU_FLOW_REVENUE,
      kind == PLW_POT_CAPITAL ? g_strdup_printf (ngettext ("%u other, capital", "%u others, capital", n), n)
                              : g_strdup_printf (ngettext ("%u other, revenue", "%u others, revenue", n), n),
      NULL);

  for (guint i = n_shown; i < ranked->len; i++)
    {
      guint pot = g_array_index (ranked, Ranked, i).index;

      if (plw_result_pot (gathering->result, pot)->kind == kind)
        gathering->pot_nodes[pot] = node;
    }
}

static void
list_left (Gathering *gathering)
{
  g_autoptr (GArray) ranked = rank_pots (gathering->result);
  GArray *left = gathering->flows->left;
  guint n_shown = count_shown (ranked->len);

  for (guint i = 0; i < n_shown; i++)
    {
      guint index = g_array_index (ranked, Ranked, i).index;
      const PlwPotYears *pot = plw_result_pot (gathering->result, index);

      gathering->pot_nodes[index] =
          add_node (left, pot->kind == PLW_POT_CAPITAL ? PLWU_FLOW_CAPITAL : PLWU_FLOW_REVENUE,
                    g_strdup (pot->name), tell_pot (gathering, pot));
    }
  add_rest (gathering, ranked, n_shown, PLW_POT_REVENUE);
  add_rest (gathering, ranked, n_shown, PLW_POT_CAPITAL);
  gathering->borrowed = add_node (left, PLWU_FLOW_BORROWED, g_strdup (_ ("Borrowing")), NULL);
  gathering->unmet = add_node (left, PLWU_FLOW_UNALLOCATED, g_strdup (_ ("Unallocated need")),
                               g_strdup (_ ("no money reaches it")));
}

/* The right */

static char *
name_group (const PlwUse *use)
{
  if (*use->group != '\0')
    return plwu_rule_label_group (use->group);
  switch (use->kind)
    {
    case PLW_USE_PROGRAMME:
      return g_strdup (_ ("Prevention programmes"));
    case PLW_USE_PROJECT:
      return g_strdup (_ ("Capital projects"));
    case PLW_USE_FINANCING:
      return g_strdup (_ ("Capital financing"));
    case PLW_USE_LINE:
    default:
      return g_strdup (_ ("Without a group"));
    }
}

static char *
name_partner (const PlwPlan *plan, const PlwUse *use)
{
  if (*use->partner != '\0')
    return g_strdup (plwu_label_ref (plan, PLW_TABLE_PARTNERS, use->partner));
  return g_strdup (use->kind == PLW_USE_FINANCING ? _ ("Capital financing") : _ ("Without a partner"));
}

/* Numbers the groups of uses as they come; returns their names. */
static GPtrArray *
group_uses (Gathering *gathering, PlwuUsesBy by, GArray *ret_ranked)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);

  for (size_t u = 0; u < plw_result_n_uses (gathering->result); u++)
    {
      const PlwUse *use = plw_result_use (gathering->result, u);
      g_autofree char *name =
          by == PLWU_USES_BY_GROUP ? name_group (use) : name_partner (gathering->plan, use);
      gpointer number;

      if (!g_hash_table_lookup_extended (numbers, name, NULL, &number))
        {
          Ranked entry = { names->len, 0 };

          number = GUINT_TO_POINTER (names->len);
          g_array_append_val (ret_ranked, entry);
          g_ptr_array_add (names, name);
          g_hash_table_insert (numbers, g_steal_pointer (&name), number);
        }
      gathering->use_nodes[u] = GPOINTER_TO_UINT (number);
      for (size_t t = 0; t < plw_result_n_years (gathering->result); t++)
        g_array_index (ret_ranked, Ranked, GPOINTER_TO_UINT (number)).pence += use->need[t];
    }
  return names;
}

static void
list_right (Gathering *gathering, PlwuUsesBy by)
{
  GArray *right = gathering->flows->right;
  g_autoptr (GArray) ranked = g_array_new (FALSE, FALSE, sizeof (Ranked));
  g_autoptr (GPtrArray) names = group_uses (gathering, by, ranked);
  guint n_shown = count_shown (ranked->len);
  g_autofree guint *nodes = g_new (guint, names->len + 1);
  gint64 shortfall = plw_result_sum (gathering->result, PLW_SUM_SHORTFALL, gathering->year);

  g_array_sort (ranked, compare_ranked);
  for (guint i = 0; i < n_shown; i++)
    {
      guint group = g_array_index (ranked, Ranked, i).index;

      nodes[group] = add_node (right, PLWU_FLOW_USE, g_strdup (g_ptr_array_index (names, group)), NULL);
    }
  if (n_shown < ranked->len)
    {
      guint n = ranked->len - n_shown;
      guint node =
          add_node (right, PLWU_FLOW_USE, g_strdup_printf (ngettext ("%u other", "%u others", n), n), NULL);

      for (guint i = n_shown; i < ranked->len; i++)
        nodes[g_array_index (ranked, Ranked, i).index] = node;
    }
  for (size_t u = 0; u < plw_result_n_uses (gathering->result); u++)
    gathering->use_nodes[u] = nodes[gathering->use_nodes[u]];
  gathering->unspent = shortfall > 0
                           ? add_node (right, PLWU_FLOW_UNSPENT, g_strdup (_ ("Stranded")),
                                       g_strdup (_ ("not spent at the year's end while needs go unmet")))
                           : add_node (right, PLWU_FLOW_UNSPENT, g_strdup (_ ("Not spent")),
                                       g_strdup (_ ("no need goes unmet")));
}

/* Links */

static Cell *
get_cell (Gathering *gathering, guint left, guint right)
{
  return &gathering->cells[left * gathering->flows->right->len + right];
}

static void
list_fences (Gathering *gathering)
{
  g_autoptr (GHashTable) by_code = g_hash_table_new (g_str_hash, g_str_equal);

  gathering->fences = g_ptr_array_new ();
  for (size_t i = 0; i < plw_result_n_pots (gathering->result); i++)
    {
      GArray *rows = g_array_new (FALSE, FALSE, sizeof (size_t));

      g_ptr_array_add (gathering->fences, rows);
      g_hash_table_insert (by_code, (gpointer) plw_result_pot (gathering->result, i)->code, rows);
    }
  for (size_t i = 0; i < plw_plan_n_rows (gathering->plan, PLW_TABLE_RINGFENCES); i++)
    {
      GArray *rows = g_hash_table_lookup (
          by_code, plw_plan_text (gathering->plan, PLW_TABLE_RINGFENCES, i, PLW_RINGFENCES_POT));

      if (rows != NULL)
        g_array_append_val (rows, i);
    }
}

static void
note_row (Cell *cell, size_t row)
{
  if (cell->rows == NULL)
    cell->rows = g_array_new (FALSE, FALSE, sizeof (size_t));
  for (guint i = 0; i < cell->rows->len; i++)
    if (g_array_index (cell->rows, size_t, i) == row)
      return;
  g_array_append_val (cell->rows, row);
}

static void
note_rule (Gathering *gathering, Cell *cell, const PlwFlow *flow)
{
  const PlwPotYears *pot = plw_result_pot (gathering->result, flow->pot);
  const GArray *rows = g_ptr_array_index (gathering->fences, flow->pot);

  if (plwu_rule_is_pooled (gathering->plan, plw_result_policy (gathering->result), pot->row))
    cell->is_pooled = TRUE;
  else if (rows->len == 0)
    cell->is_unfenced = TRUE;
  for (guint i = 0; !cell->is_pooled && i < rows->len; i++)
    if (plwu_rule_names_use (gathering->plan, g_array_index (rows, size_t, i),
                             plw_result_use (gathering->result, flow->use)))
      note_row (cell, g_array_index (rows, size_t, i));
}

static void
gather_payments (Gathering *gathering)
{
  for (size_t i = 0; i < plw_result_n_flows (gathering->result); i++)
    {
      const PlwFlow *flow = plw_result_flow (gathering->result, i);
      Cell *cell;

      if (flow->year != gathering->year || flow->pence <= 0)
        continue;
      cell = get_cell (gathering, gathering->pot_nodes[flow->pot], gathering->use_nodes[flow->use]);
      cell->pence += flow->pence;
      note_rule (gathering, cell, flow);
    }
}

static void
gather_rest (Gathering *gathering)
{
  PlwuPotFlows *flows = gathering->flows;
  size_t t = gathering->year;

  for (size_t i = 0; i < plw_result_n_pots (gathering->result); i++)
    {
      const PlwPotYears *pot = plw_result_pot (gathering->result, i);
      gint64 unspent = pot->closing[t] + pot->moved_out[t] + pot->lapsed[t];

      get_cell (gathering, gathering->pot_nodes[i], gathering->unspent)->pence += unspent;
      flows->unspent += unspent;
      flows->money += pot->opening[t] + pot->received[t] + pot->moved_in[t];
    }
  for (size_t u = 0; u < plw_result_n_uses (gathering->result); u++)
    {
      const PlwUse *use = plw_result_use (gathering->result, u);
      gint64 unmet = plw_result_shortfall (gathering->result, u, t);

      get_cell (gathering, gathering->borrowed, gathering->use_nodes[u])->pence += use->borrowed[t];
      get_cell (gathering, gathering->unmet, gathering->use_nodes[u])->pence += unmet;
      flows->borrowed += use->borrowed[t];
      flows->unmet += unmet;
      flows->need += use->need[t];
    }
}

/* Rows are numbered as in a spreadsheet, where the header is row 1. */
static char *
name_rows (const PlwPlan *plan, const GArray *rows)
{
  g_autoptr (GString) numbers = g_string_new (NULL);
  size_t row = g_array_index (rows, size_t, 0);

  if (rows->len == 1)
    {
      g_autofree char *named = plwu_rule_name_fence (plan, row);

      return g_strdup_printf (_ ("by ring-fence row %u (%s)"), (guint) row + 2, named);
    }
  if (rows->len > ROWS_NAMED_MOST)
    return g_strdup_printf (ngettext ("by %u ring-fence row", "by %u ring-fence rows", rows->len), rows->len);
  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (numbers, "%s%u", i > 0 ? ", " : "", (guint) g_array_index (rows, size_t, i) + 2);
  return g_strdup_printf (_ ("by ring-fence rows %s"), numbers->str);
}

static char *
name_rule (const PlwPlan *plan, const Cell *cell)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (cell->is_pooled)
    g_ptr_array_add (parts, g_strdup (_ ("pooled as one pot")));
  if (cell->is_unfenced)
    g_ptr_array_add (parts, g_strdup (_ ("not ring-fenced")));
  if (cell->rows != NULL)
    g_ptr_array_add (parts, name_rows (plan, cell->rows));
  if (parts->len == 0)
    return NULL;
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (", ", (char **) parts->pdata);
}

static void
list_links (Gathering *gathering)
{
  PlwuPotFlows *flows = gathering->flows;

  for (guint left = 0; left < flows->left->len; left++)
    for (guint right = 0; right < flows->right->len; right++)
      {
        const Cell *cell = get_cell (gathering, left, right);
        PlwuFlowLink link = { left, right, cell->pence, NULL };

        if (cell->pence > 0)
          {
            link.rule = name_rule (gathering->plan, cell);
            g_array_append_val (flows->links, link);
          }
        if (cell->rows != NULL)
          g_array_unref (cell->rows);
      }
}

PlwuPotFlows *
plwu_pot_flows_new (const PlwResult *result, size_t year, PlwuUsesBy by)
{
  g_return_val_if_fail (result != NULL, NULL);
  g_return_val_if_fail (year < plw_result_n_years (result), NULL);

  PlwuPotFlows *flows = g_new0 (PlwuPotFlows, 1);
  g_autofree guint *pot_nodes = g_new0 (guint, plw_result_n_pots (result) + 1);
  g_autofree guint *use_nodes = g_new0 (guint, plw_result_n_uses (result) + 1);
  Gathering gathering = {
    .result = result,
    .plan = plw_result_plan (result),
    .year = year,
    .pot_nodes = pot_nodes,
    .use_nodes = use_nodes,
    .flows = flows,
  };

  flows->left = g_array_new (FALSE, FALSE, sizeof (PlwuFlowNode));
  g_array_set_clear_func (flows->left, clear_node);
  flows->right = g_array_new (FALSE, FALSE, sizeof (PlwuFlowNode));
  g_array_set_clear_func (flows->right, clear_node);
  flows->links = g_array_new (FALSE, FALSE, sizeof (PlwuFlowLink));
  g_array_set_clear_func (flows->links, clear_link);

  list_left (&gathering);
  list_right (&gathering, by);
  list_fences (&gathering);
  gathering.cells = g_new0 (Cell, (gsize) flows->left->len * flows->right->len);
  gather_payments (&gathering);
  gather_rest (&gathering);
  list_links (&gathering);

  for (guint i = 0; i < gathering.fences->len; i++)
    g_array_unref (g_ptr_array_index (gathering.fences, i));
  g_ptr_array_unref (gathering.fences);
  g_free (gathering.cells);
  return flows;
}

void
plwu_pot_flows_free (PlwuPotFlows *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->left);
  g_array_unref (self->right);
  g_array_unref (self->links);
  g_free (self);
}
