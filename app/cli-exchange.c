/* cli-exchange.c: import and export: plans in and plans out.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli-paper.h"

#include "plwu-papers.h"

#include <placewright/exchange.h>
#include <placewright/store.h>

#include <glib/gi18n.h>

#include <string.h>

static CliStatus
save_new_file (const PlwPlan *plan, const char *source, const char *target)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *shown = g_filename_display_basename (source);
  g_autofree char *origin = g_strdup_printf (_ ("Imported from %s"), shown);
  g_autoptr (PlwStore) store = plw_store_new_file (plan, origin, &error);

  if (store == NULL)
    return cli_fail (error);

  if (!plw_store_save (store, target, true, &error))
    {
      /* The plan is where it came from: no working copy must stay behind. */
      plw_store_discard (store);
      return cli_fail (error);
    }

  return CLI_DONE;
}

CliStatus
cli_import (const CliCommand *command, char **args)
{
  g_autofree char *target = NULL;
  g_autofree char *source = NULL;
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &target, N_ ("The plan file to write"),
      N_ ("PLAN.placewright") },
    { NULL },
  };
  CliStatus status = cli_parse (command, entries, args, &source);

  if (status != CLI_GO_ON)
    return status;
  if (target == NULL || *target == '\0')
    return cli_fail_usage (command->name, _ ("import needs -o and the plan file to write"));

  g_autoptr (PlwPlan) plan = cli_load_to_keep (source, problems, &status);

  if (plan == NULL)
    return status;

  cli_print_problems (problems, CLI_WARNINGS_MOST);
  return save_new_file (plan, source, target);
}

/* What the command line says of the workbook or the report. */
typedef struct
{
  char *scenario;
  char *policy;
  char *form;
  char *negatives;
} Wishes;

static void
clear_wishes (Wishes *wishes)
{
  g_free (wishes->scenario);
  g_free (wishes->policy);
  g_free (wishes->form);
  g_free (wishes->negatives);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wishes, clear_wishes)

static bool
find_word (const char *word, const char *const *words, size_t *ret_index)
{
  for (size_t i = 0; words[i] != NULL; i++)
    if (word == NULL || strcmp (word, words[i]) == 0)
      {
        *ret_index = i;
        return true;
      }
  return false;
}

static CliStatus
read_wishes (const CliCommand *command, const Wishes *wishes, PlwPaper *paper)
{
  static const char *const forms[] = { "working", "publication", NULL };
  static const char *const negatives[] = { "brackets", "minus", NULL };
  size_t form, negative;

  if (!find_word (wishes->form, forms, &form))
    return cli_fail_usage (command->name, _ ("“%s” is not a form; write working or publication"),
                           wishes->form);
  if (!find_word (wishes->negatives, negatives, &negative))
    return cli_fail_usage (command->name,
                           _ ("“%s” is not a way to write amounts below 0; write brackets or minus"),
                           wishes->negatives);
  paper->form = (PlwPaperForm) form;
  paper->has_minus = negative == 1;
  return CLI_GO_ON;
}

/* Where papers go to, and which. */
typedef struct
{
  const char *workbook;
  const char *pdf;
  bool is_summary;
} Papers;

static bool
put_paper (const PlwPaper *paper, const Papers *to, GError **error)
{
  if (to->workbook != NULL)
    return plw_workbook_write (paper, to->workbook, error);
  return plwu_papers_write (paper, to->is_summary ? PLWU_PAPER_SUMMARY : PLWU_PAPER_REPORT, to->pdf, error);
}

static CliStatus
write_paper (const PlwPlan *plan, const char *source, const Wishes *wishes, PlwPaper *paper, const Papers *to)
{
  g_auto (CliPaper) held = { 0 };
  g_autoptr (GError) error = NULL;
  CliStatus status = cli_paper_gather (&held, plan, source, wishes->scenario, wishes->policy, paper);

  if (status != CLI_GO_ON)
    return status;
  cli_print_problems (held.problems, CLI_WARNINGS_MOST);
  if (!put_paper (paper, to, &error))
    return cli_fail (error);

  return CLI_DONE;
}

static CliStatus
write_folder (const PlwPlan *plan, const PlwProblems *problems, const char *target)
{
  g_autoptr (GError) error = NULL;

  cli_print_problems (problems, CLI_WARNINGS_MOST);
  if (!plw_folder_write (plan, target, &error))
    return cli_fail (error);

  return CLI_DONE;
}

static CliStatus
write_template (const PlwPlan *plan, const PlwProblems *problems, bool is_empty, const char *target)
{
  g_autoptr (GError) error = NULL;

  cli_print_problems (problems, CLI_WARNINGS_MOST);
  if (!plw_template_write (plan, is_empty, target, &error))
    return cli_fail (error);

  return CLI_DONE;
}

/* What to write, where to and of what. All owned. */
typedef struct
{
  char *workbook;
  char *folder;
  char *template;
  char *pdf;
  Wishes wishes;
  gboolean is_empty;
  gboolean is_summary;
} Export;

static void
clear_export (Export *self)
{
  g_free (self->workbook);
  g_free (self->folder);
  g_free (self->template);
  g_free (self->pdf);
  clear_wishes (&self->wishes);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Export, clear_export)

static CliStatus
check_export (const CliCommand *command, const Export *self)
{
  bool is_paper = self->workbook != NULL || self->pdf != NULL;

  if ((self->workbook != NULL) + (self->folder != NULL) + (self->template != NULL) + (self->pdf != NULL) != 1)
    return cli_fail_usage (command->name,
                           _ ("export needs either --workbook, --pdf, --folder or --template"));
  if (!is_paper && (self->wishes.scenario != NULL || self->wishes.policy != NULL))
    return cli_fail_usage (command->name,
                           _ ("a folder or template holds every scenario; --scenario and --policy go with "
                              "--workbook and --pdf"));
  if (self->workbook == NULL && self->wishes.form != NULL)
    return cli_fail_usage (command->name, _ ("--form goes with --workbook"));
  if (!is_paper && self->wishes.negatives != NULL)
    return cli_fail_usage (command->name, _ ("--negatives goes with --workbook and --pdf"));
  if (self->is_empty && self->template == NULL)
    return cli_fail_usage (command->name, _ ("--empty goes with --template"));
  if (self->is_summary && self->pdf == NULL)
    return cli_fail_usage (command->name, _ ("--summary goes with --pdf"));

  return CLI_GO_ON;
}

/* Once everything is read. */
static CliStatus
put_export (const Export *to,
            const PlwPlan *plan,
            const char *path,
            const PlwProblems *problems,
            PlwPaper *paper)
{
  const Papers papers = { to->workbook, to->pdf, to->is_summary };

  if (to->folder != NULL)
    return write_folder (plan, problems, to->folder);
  if (to->template != NULL)
    return write_template (plan, problems, to->is_empty, to->template);

  return write_paper (plan, path, &to->wishes, paper, &papers);
}

CliStatus
cli_export (const CliCommand *command, char **args)
{
  g_auto (Export) to = { NULL };
  g_autofree char *path = NULL;
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  PlwPaper paper = { 0 };
  const GOptionEntry entries[] = {
    { "workbook", 0, 0, G_OPTION_ARG_FILENAME, &to.workbook, N_ ("Write the committee workbook"),
      N_ ("FILE.xlsx") },
    { "folder", 0, 0, G_OPTION_ARG_FILENAME, &to.folder, N_ ("Write the plan as plain tables"), N_ ("DIR") },
    { "template", 0, 0, G_OPTION_ARG_FILENAME, &to.template,
      N_ ("Write the plan workbook, to be filled in and read back"), N_ ("FILE.xlsx") },
    { "empty", 0, 0, G_OPTION_ARG_NONE, &to.is_empty, N_ ("Leave the template's tables empty"), NULL },
    { "pdf", 0, 0, G_OPTION_ARG_FILENAME, &to.pdf, N_ ("Write the committee report, ready to print"),
      N_ ("FILE.pdf") },
    { "summary", 0, 0, G_OPTION_ARG_NONE, &to.is_summary,
      N_ ("With --pdf: the summary for residents, one page"), NULL },
    { "form", 'f', 0, G_OPTION_ARG_STRING, &to.wishes.form,
      N_ ("working (live formulas; the default) or publication (values, accessible)"), N_ ("FORM") },
    { "scenario", 's', 0, G_OPTION_ARG_STRING, &to.wishes.scenario,
      N_ ("The paper's scenario (default: the root)"), N_ ("S") },
    { "policy", 'p', 0, G_OPTION_ARG_STRING, &to.wishes.policy, N_ ("The paper's policy (default: today)"),
      N_ ("P") },
    { "negatives", 'n', 0, G_OPTION_ARG_STRING, &to.wishes.negatives,
      N_ ("Amounts below 0: brackets (the default) or minus"), N_ ("STYLE") },
    { NULL },
  };
  CliStatus status = cli_parse (command, entries, args, &path);

  if (status == CLI_GO_ON)
    status = check_export (command, &to);
  if (status != CLI_GO_ON)
    return status;
  status = read_wishes (command, &to.wishes, &paper);
  if (status != CLI_GO_ON)
    return status;

  g_autoptr (PlwPlan) plan = cli_load (path, problems, &status);

  if (plan == NULL)
    return status;

  return put_export (&to, plan, path, problems, &paper);
}
