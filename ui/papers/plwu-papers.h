/* plwu-papers.h: the printed papers of a plan: the committee report and the public summary.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Needs no display and may be called from any thread.
 */
#pragma once

#include <placewright/exchange.h>

G_BEGIN_DECLS

typedef enum
{
  PLWU_PAPER_REPORT,  /* everything a committee is told, ready to staple */
  PLWU_PAPER_SUMMARY, /* one page for residents */
} PlwuPaperKind;

/**
 * plwu_papers_write:
 * @source: what it is made of; its form is of no account
 * @path: a `.pdf` file, replaced durably or not at all
 *
 * The same plan gives the same file, but for the date.
 */
bool plwu_papers_write (const PlwPaper *source, PlwuPaperKind kind, const char *path, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_papers_render:
 * @ret_n_pages: (out) (optional)
 *
 * Returns: (transfer full) (nullable): the same in memory
 */
GBytes *plwu_papers_render (const PlwPaper *source, PlwuPaperKind kind, guint *ret_n_pages, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
