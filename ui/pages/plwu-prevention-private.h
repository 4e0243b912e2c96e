/* plwu-prevention-private.h: the inside of the page of prevention, for its own source files.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plwu-prevention-page.h"

#include "findings/plwu-prevention-text.h"
#include "models/plwu-figures-model.h"
#include "pictures/plwu-partners.h"
#include "pictures/plwu-valley.h"
#include "plwu-grid.h"
#include "plwu-headline.h"
#include "plwu-picker.h"
#include "plwu-picture.h"
#include "plwu-prevention-explain.h"
#include "sheet/plwu-sheet.h"

G_BEGIN_DECLS

#define PLWU_PREVENTION_N_CARDS PLWU_PREVENTION_VALLEY
#define PLWU_PREVENTION_N_GRIDS 3

/* What was selected last on a tab of answers. */
typedef enum
{
  PLWU_PREVENTION_NOTHING,
  PLWU_PREVENTION_CARD,
  PLWU_PREVENTION_YEAR,
  PLWU_PREVENTION_PARTNER,
  PLWU_PREVENTION_TRANSFER,
} PlwuPreventionSelection;

struct _PlwuPreventionPage
{
  PlwuPage parent_instance;

  /* Owned */
  char *code;        /* of the programme shown; "": all */
  GArray *delays;    /* (nullable): of PlwuDelay; NULL while they are worked out */
  GArray *transfers; /* (nullable): of PlwTransfer */
  GArray *partners;  /* of size_t: the partner of each bar given to the picture */
  PlwuFiguresModel *figures;
  GCancellable *cancellable; /* (nullable): of the job that works out delays */

  guint64 delay_serial; /* of the results that delays are of */
  guint delay_id;
  gboolean is_filling;
  PlwuPreventionSelection value_selection;
  PlwuPreventionSelection partner_selection;
  size_t value_index;
  size_t partner_index;

  /* Inside */
  PlwuValley *valley_drawing;
  PlwuPartners *partner_drawing;
  PlwuSheet *compare_sheet;
  PlwuGrid *grids[PLWU_PREVENTION_N_GRIDS];

  /* Template widgets */
  PlwuPicker *programme;
  GtkStringList *programmes;
  GtkStack *tabs;
  GtkStack *value;
  GtkStack *partner_stack;
  GtkStack *compare;
  AdwStatusPage *nones[3];
  GtkWidget *firsts[3];
  GtkLabel *sentence;
  GtkFlowBox *cards;
  PlwuHeadline *headlines[PLWU_PREVENTION_N_CARDS];
  GtkWidget *card_children[PLWU_PREVENTION_N_CARDS];
  PlwuPicture *valley_picture;
  PlwuPicture *partner_picture;
  GtkLabel *no_transfers;
  GtkWidget *transfers_heading;
  GtkWidget *transfers_scroller;
  GtkListBox *transfer_list;
  GtkScrolledWindow *compare_scroller;
};

/**
 * plwu_prevention_get_shown:
 * Returns: the programme shown, as plw_result_programme() counts; SIZE_MAX: all
 */
size_t plwu_prevention_get_shown (PlwuPreventionPage *self, const PlwResult *result);

/* plwu-prevention-delays.c */

/**
 * plwu_prevention_get_delay:
 * Returns: (transfer none) (nullable): what its delay costs, where that is known
 */
const gint64 *plwu_prevention_get_delay (PlwuPreventionPage *self, const PlwResult *result, size_t programme);

/**
 * plwu_prevention_queue_delays:
 *
 * Has the delays of these results worked out, where they are not yet.
 */
void plwu_prevention_queue_delays (PlwuPreventionPage *self, const PlwResult *result);
void plwu_prevention_forget_delays (PlwuPreventionPage *self);

/* plwu-prevention-show.c */
PlwuFiguresModel *plwu_prevention_figures_new (void);
void plwu_prevention_fill_picker (PlwuPreventionPage *self, const PlwResult *result);
void plwu_prevention_show_value (PlwuPreventionPage *self, const PlwResult *result);
void plwu_prevention_show_delay (PlwuPreventionPage *self, const PlwResult *result);
void plwu_prevention_show_partners (PlwuPreventionPage *self, const PlwResult *result);
void plwu_prevention_show_compare (PlwuPreventionPage *self, const PlwResult *result);

/**
 * plwu_prevention_compare_figure:
 * @ret_figure: (out): what a column of the comparison shows
 * Returns: FALSE for the names
 */
gboolean plwu_prevention_compare_figure (guint column, PlwuPreventionFigure *ret_figure);

G_END_DECLS
