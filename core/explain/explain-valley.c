/* explain-valley.c: what must be carried until a programme pays back, and what waiting costs (model, section
 * 6). SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/i18n.h"
#include "explain/explain-private.h"

#include <placewright/prevention.h>

#include <string.h>

static const PlwProgramme *
programme_of (const PlwResult *result, PlwFigure figure)
{
  return &result->programmes[MIN (figure.a, result->n_programmes)];
}

static bool
is_of_year (PlwProgrammeFigure b)
{
  return b == PLW_PROGRAMME_BEHIND || b == PLW_PROGRAMME_UNCARRIED;
}

/* Delays are worked out for one programme at a time. */
bool
plw_valley_is_there (const PlwResult *result, PlwFigure figure)
{
  int64_t delay;

  if (is_of_year (figure.b))
    return plw_figure_has_year (result, figure);
  if (figure.year != PLW_FIGURE_ALL_YEARS)
    return false;
  if (figure.b != PLW_PROGRAMME_DELAY_COST && figure.b != PLW_PROGRAMME_DELAYED_NPV)
    return true;
  return figure.a != PLW_FIGURE_PLAN
         && plw_study_delay_cost (result->study, result->policy, programme_of (result, figure)->row, &delay);
}

/* SIZE_MAX: the plan names none. */
static size_t
find_reserve (const PlwResult *result)
{
  const char *code = plw_plan_setting (result->plan, "general_reserve");

  for (size_t k = 0; k < result->n_pots; k++)
    if (strcmp (result->pots[k].code, code) == 0)
      return k;
  return SIZE_MAX;
}

static int64_t
get_behind (const PlwResult *result, PlwFigure figure)
{
  const PlwProgramme *programme = programme_of (result, figure);
  int64_t behind = 0;

  for (size_t t = 0; t <= figure.year; t++)
    behind += programme->cost[t] - programme->saved[t];
  return behind;
}

static int64_t
get_uncarried (const PlwResult *result, PlwFigure figure)
{
  size_t reserve = find_reserve (result);
  int64_t held = 0;

  if (reserve != SIZE_MAX)
    held = result->pots[reserve].closing[figure.year] - result->pots[reserve].withheld[figure.year];
  return MAX (0, get_behind (result, figure) - held);
}

static int64_t
get_delay_cost (const PlwResult *result, PlwFigure figure)
{
  int64_t delay = 0;
  bool is_there =
      plw_study_delay_cost (result->study, result->policy, programme_of (result, figure)->row, &delay);

  g_assert (is_there);
  return delay;
}

double
plw_valley_value (const PlwResult *result, PlwFigure figure)
{
  const PlwAppraisal *appraisal = &programme_of (result, figure)->appraisal;

  switch ((PlwProgrammeFigure) figure.b)
    {
    case PLW_PROGRAMME_VALLEY_DEPTH:
      return (double) appraisal->valley_depth;
    case PLW_PROGRAMME_VALLEY_YEARS:
      return appraisal->valley_years;
    case PLW_PROGRAMME_VALLEY_CLOSE:
      return appraisal->valley_close;
    case PLW_PROGRAMME_VALLEY_CARRIED:
      return appraisal->is_carried ? 1 : 0;
    case PLW_PROGRAMME_BEHIND:
      return (double) get_behind (result, figure);
    case PLW_PROGRAMME_UNCARRIED:
      return (double) get_uncarried (result, figure);
    case PLW_PROGRAMME_DELAY_COST:
      return (double) get_delay_cost (result, figure);
    default:
      return (double) (appraisal->npv - get_delay_cost (result, figure));
    }
}

static PlwFigure
other (PlwFigure figure, PlwProgrammeFigure b, size_t year)
{
  return plw_figure (PLW_FIGURE_PROGRAMME, figure.a, b, year);
}

static void
give_behind (PlwReasoning *reasoning, PlwFigure figure)
{
  plw_reasoning_say (reasoning, PLW_OP_SUM,
                     figure.year > 0 ? _ ("the same a year before + spent in the year − cash saved in it")
                                     : _ ("spent in the year − cash saved in it"));
  if (figure.year > 0)
    plw_reasoning_add (reasoning, 1, other (figure, PLW_PROGRAMME_BEHIND, figure.year - 1));
  plw_reasoning_add (reasoning, 1, other (figure, PLW_PROGRAMME_COST, figure.year));
  plw_reasoning_add (reasoning, -1, other (figure, PLW_PROGRAMME_SAVED, figure.year));
}

static void
give_uncarried (PlwReasoning *reasoning, PlwFigure figure)
{
  size_t reserve = find_reserve (reasoning->result);

  plw_reasoning_say (
      reasoning, PLW_OP_POSITIVE,
      reserve != SIZE_MAX
          ? _ ("spent beyond what is saved so far − what the general reserve holds above its minimum")
          : _ ("spent beyond what is saved so far: the plan names no general reserve"));
  plw_reasoning_add (reasoning, 1, other (figure, PLW_PROGRAMME_BEHIND, figure.year));
  if (reserve == SIZE_MAX)
    return;
  plw_reasoning_add (reasoning, -1, plw_figure (PLW_FIGURE_POT, reserve, PLW_POT_CLOSING, figure.year));
  plw_reasoning_add_if_any (reasoning, 1,
                            plw_figure (PLW_FIGURE_POT, reserve, PLW_POT_WITHHELD, figure.year));
}

static void
add_years (PlwReasoning *reasoning, PlwFigure figure, PlwProgrammeFigure b)
{
  for (size_t t = 0; t < reasoning->result->n_years; t++)
    plw_reasoning_add (reasoning, 1, other (figure, b, t));
}

static void
give_carried (PlwReasoning *reasoning, PlwFigure figure)
{
  const PlwAppraisal *appraisal = &programme_of (reasoning->result, figure)->appraisal;

  reasoning->reason->text = g_strdup (appraisal->is_carried ? _ ("yes") : _ ("no"));
  plw_reasoning_say (reasoning, PLW_OP_NONE,
                     _ ("yes where in no year any of the valley is more than the general reserve can carry"));
  add_years (reasoning, figure, PLW_PROGRAMME_UNCARRIED);
}

static void
give_delay (PlwReasoning *reasoning, PlwFigure figure)
{
  plw_reasoning_say (reasoning, PLW_OP_SUM,
                     _ ("net present value as planned − that with the programme a year later"));
  plw_reasoning_add (reasoning, 1, other (figure, PLW_PROGRAMME_NPV, PLW_FIGURE_ALL_YEARS));
  plw_reasoning_add (reasoning, -1, other (figure, PLW_PROGRAMME_DELAYED_NPV, PLW_FIGURE_ALL_YEARS));
}

void
plw_valley_give_reason (PlwReasoning *reasoning, PlwFigure figure)
{
  switch ((PlwProgrammeFigure) figure.b)
    {
    case PLW_PROGRAMME_VALLEY_DEPTH:
      plw_reasoning_say (
          reasoning, PLW_OP_GREATEST,
          _ ("the most by which, at a year's end, spending so far exceeds what is saved so far"));
      add_years (reasoning, figure, PLW_PROGRAMME_BEHIND);
      break;
    case PLW_PROGRAMME_VALLEY_YEARS:
      plw_reasoning_say (reasoning, PLW_OP_COUNT,
                         _ ("the number of years by whose end more has been spent than saved"));
      add_years (reasoning, figure, PLW_PROGRAMME_BEHIND);
      break;
    case PLW_PROGRAMME_VALLEY_CLOSE:
      plw_reasoning_say (reasoning, PLW_OP_CLOSE,
                         _ ("the year after the last by whose end more has been spent than saved; none where "
                            "there is no such year, or where it is the plan's last"));
      add_years (reasoning, figure, PLW_PROGRAMME_BEHIND);
      break;
    case PLW_PROGRAMME_VALLEY_CARRIED:
      give_carried (reasoning, figure);
      break;
    case PLW_PROGRAMME_BEHIND:
      give_behind (reasoning, figure);
      break;
    case PLW_PROGRAMME_UNCARRIED:
      give_uncarried (reasoning, figure);
      break;
    case PLW_PROGRAMME_DELAY_COST:
      give_delay (reasoning, figure);
      break;
    default:
      plw_reasoning_say (
          reasoning, PLW_OP_DELAYED,
          _ ("worked out on the same plan with the programme's intake and costs a year later; the plan ends "
             "when it does, so the last year's are lost"));
    }
}
