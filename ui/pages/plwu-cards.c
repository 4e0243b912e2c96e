/* plwu-cards.c: cards of one width, side by side, in as many rows as they need.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-cards.h"

#define SPACING 10

struct _PlwuCards
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (PlwuCards, plwu_cards, GTK_TYPE_WIDGET)

static GtkWidget *
skip_hidden (GtkWidget *card)
{
  while (card != NULL && !gtk_widget_should_layout (card))
    card = gtk_widget_get_next_sibling (card);
  return card;
}

static GtkWidget *
get_first (GtkWidget *widget)
{
  return skip_hidden (gtk_widget_get_first_child (widget));
}

static GtkWidget *
get_next (GtkWidget *card)
{
  return skip_hidden (gtk_widget_get_next_sibling (card));
}

/* The widest card, and how many there are. */
static int
measure_widest (GtkWidget *widget, int *ret_least, int *ret_wanted)
{
  int n_cards = 0;

  *ret_least = 0;
  *ret_wanted = 0;
  for (GtkWidget *card = get_first (widget); card != NULL; card = get_next (card))
    {
      int least;
      int wanted;

      gtk_widget_measure (card, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted, NULL, NULL);
      *ret_least = MAX (*ret_least, least);
      *ret_wanted = MAX (*ret_wanted, wanted);
      n_cards++;
    }
  return n_cards;
}

static int
count_columns (GtkWidget *widget, int width)
{
  int least;
  int wanted;
  int n_cards = measure_widest (widget, &least, &wanted);
  int fitting = CLAMP ((width + SPACING) / (least + SPACING), 1, MAX (n_cards, 1));
  int n_rows = (n_cards + fitting - 1) / fitting;

  return n_rows > 0 ? (n_cards + n_rows - 1) / n_rows : 1;
}

/* The row that begins with @card; @ret_after is the one that the next begins with. */
static int
measure_row (GtkWidget *card, int n_columns, int column_width, GtkWidget **ret_after)
{
  int height = 0;

  for (int i = 0; i < n_columns && card != NULL; i++)
    {
      int wanted;

      gtk_widget_measure (card, GTK_ORIENTATION_VERTICAL, column_width, NULL, &wanted, NULL, NULL);
      height = MAX (height, wanted);
      card = get_next (card);
    }
  *ret_after = card;
  return height;
}

static int
get_column_width (int width, int n_columns)
{
  return (width - SPACING * (n_columns - 1)) / n_columns;
}

static int
measure_height (GtkWidget *widget, int width)
{
  int n_columns = count_columns (widget, width);
  int column_width = get_column_width (width, n_columns);
  int height = 0;

  for (GtkWidget *card = get_first (widget); card != NULL;)
    height += measure_row (card, n_columns, column_width, &card) + (height > 0 ? SPACING : 0);
  return height;
}

static void
plwu_cards_measure (GtkWidget *widget,
                    GtkOrientation orientation,
                    int for_size,
                    int *minimum,
                    int *natural,
                    int *minimum_baseline,
                    int *natural_baseline)
{
  int least;
  int wanted;
  int n_cards = measure_widest (widget, &least, &wanted);
  int whole = n_cards > 0 ? n_cards * (wanted + SPACING) - SPACING : 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least;
      *natural = whole;
      return;
    }
  *minimum = measure_height (widget, for_size >= 0 ? MAX (for_size, least) : whole);
  *natural = *minimum;
}

static void
place (GtkWidget *widget, GtkWidget *card, int width, int x, int y, int card_width, int card_height)
{
  gboolean is_mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkAllocation area = { is_mirrored ? width - x - card_width : x, y, card_width, card_height };

  gtk_widget_size_allocate (card, &area, -1);
}

static void
plwu_cards_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  int n_columns = count_columns (widget, width);
  int column_width = get_column_width (width, n_columns);
  int y = 0;

  for (GtkWidget *card = get_first (widget); card != NULL;)
    {
      GtkWidget *after;
      int row_height = measure_row (card, n_columns, column_width, &after);

      for (int i = 0; card != after; i++, card = get_next (card))
        place (widget, card, width, i * (column_width + SPACING), y, column_width, row_height);
      y += row_height + SPACING;
    }
}

static GtkSizeRequestMode
plwu_cards_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
plwu_cards_dispose (GObject *object)
{
  GtkWidget *card;

  while ((card = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (card);

  G_OBJECT_CLASS (plwu_cards_parent_class)->dispose (object);
}

static void
plwu_cards_class_init (PlwuCardsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plwu_cards_dispose;
  widget_class->get_request_mode = plwu_cards_get_request_mode;
  widget_class->measure = plwu_cards_measure;
  widget_class->size_allocate = plwu_cards_size_allocate;
}

static void
plwu_cards_init (PlwuCards *self)
{
}
