/* financing.h: what borrowing costs (model, section 8).
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/model.h"

G_BEGIN_DECLS

typedef struct _PlwFinancing PlwFinancing;

/* What debt costs in one year, and the capital financing requirement. Pence. */
typedef struct
{
  int64_t opening;
  int64_t borrowed;
  int64_t mrp;
  int64_t interest;
  int64_t closing;
} PlwFinancingYear;

PlwFinancing *plw_financing_new (const PlwModel *model) G_GNUC_WARN_UNUSED_RESULT;
void plw_financing_free (PlwFinancing *financing);

/**
 * plw_financing_need:
 * @year: years must be asked for in order
 * Returns: pence: provision and interest of all debt in the year
 */
int64_t plw_financing_need (PlwFinancing *financing, size_t year);

/**
 * plw_financing_borrow:
 * @project: index into the model's projects
 */
void plw_financing_borrow (PlwFinancing *financing, size_t project, size_t year, int64_t pence);

/**
 * plw_financing_first_provision:
 * @project: index into the model's projects
 * Returns: the year in which provision on what it borrows in @year begins
 */
size_t plw_financing_first_provision (const PlwModel *model, size_t project, size_t year);

const PlwFinancingYear *plw_financing_year (const PlwFinancing *financing, size_t year);

/**
 * plw_financing_provision:
 * @rate: interest at borrowing, billionths of a percent
 * @n: the year of provision, 1 .. @life
 *
 * Minimum revenue provision on @principal: straight line or annuity. What has
 * been provided up to each year is rounded to the penny and a year provides the
 * difference, so that no year is below nothing and all provision is the debt
 * exactly.
 */
int64_t plw_financing_provision (int64_t principal, PlwMrp method, int64_t rate, int64_t life, int64_t n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlwFinancing, plw_financing_free)

G_END_DECLS
