/* plwu-partners-private.h: what the parts of the picture of partners share.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plwu-drawing.h"
#include "plwu-partners.h"
#include "plwu-scale.h"

G_BEGIN_DECLS

typedef struct
{
  char *name; /* owned */
  gint64 paid;
  gint64 benefit;
  gint64 position;
  guint index; /* as given */
} PlwuPartnerRow;

typedef struct
{
  double top; /* of the first row */
  double row;
  double names; /* how wide */
  double left;  /* of the bars */
  double width;
  double position; /* where the text of positions ends */
  double line;
  PlwuScale scale;
} PlwuPartnerPlot;

struct _PlwuPartners
{
  PlwuDrawing parent_instance;

  GArray *rows;    /* owned; of PlwuPartnerRow */
  GArray *years;   /* owned; of int: of the running totals */
  GArray *running; /* owned; of gint64: bar by bar as given, year by year */
  PlwuPartnerPlot plot;
};

const PlwuPartnerRow *plwu_partner_get_row (PlwuPartners *self, guint i);

/* plwu-partners-draw.c */
void plwu_partner_draw (PlwuDrawing *drawing, PlwuCanvas *canvas, double top, guint focus);

/**
 * plwu_partner_measure_rows:
 * Returns: the height that all rows with their headings want below the title
 */
double plwu_partner_measure_rows (PlwuPartners *self, PlwuCanvas *canvas);

G_END_DECLS
