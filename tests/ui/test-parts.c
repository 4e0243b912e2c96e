/* test-parts.c: small parts that the window starts with.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pages/plwu-cards.h"
#include "plwu-no-theme.h"
#include "plwu-width-first.h"

#include <adwaita.h>

static int
measure (GtkWidget *widget, GtkOrientation orientation, int for_size)
{
  int least;

  gtk_widget_measure (widget, orientation, for_size, &least, NULL, NULL, NULL);
  return least;
}

/* A bin with words that wrap; with the layout it asks for one width at any height. */
static GtkWidget *
create_words (gboolean is_width_first)
{
  GtkWidget *bin = adw_bin_new ();
  GtkWidget *words = gtk_label_new ("Needs that go unmet under today’s rules, and needs that one pot meets");

  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  adw_bin_set_child (ADW_BIN (bin), words);
  if (is_width_first)
    gtk_widget_set_layout_manager (bin, g_object_new (PLWU_TYPE_WIDTH_FIRST, NULL));
  return g_object_ref_sink (bin);
}

static void
test_width_first (void)
{
  g_autoptr (GtkWidget) plain = create_words (FALSE);
  g_autoptr (GtkWidget) words = create_words (TRUE);
  int least = measure (words, GTK_ORIENTATION_HORIZONTAL, -1);
  int line = measure (words, GTK_ORIENTATION_VERTICAL, 2000);

  /* The plain one would be wider where it is lower. */
  g_assert_cmpint (measure (plain, GTK_ORIENTATION_HORIZONTAL, line), >, least);
  g_assert_cmpint (measure (words, GTK_ORIENTATION_HORIZONTAL, line), ==, least);
  g_assert_cmpint (gtk_widget_get_request_mode (words), ==, GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH);
  for (int width = least; width < 600; width += 37)
    g_assert_cmpint (measure (words, GTK_ORIENTATION_VERTICAL, width), ==,
                     measure (plain, GTK_ORIENTATION_VERTICAL, width));
  g_assert_cmpint (measure (words, GTK_ORIENTATION_VERTICAL, least), >, line);
}

/* Cards at least 100 wide and 40 high, with 10 between them. */
static GtkWidget *
create_cards (int n_cards)
{
  GtkWidget *cards = g_object_ref_sink (g_object_new (PLWU_TYPE_CARDS, NULL));

  for (int i = 0; i < n_cards; i++)
    {
      GtkWidget *card = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);

      gtk_widget_set_size_request (card, 100, 40);
      gtk_widget_set_parent (card, cards);
    }
  return cards;
}

/* One row while it has room, else the fewest rows, filled evenly. */
static void
test_cards (void)
{
  static const struct
  {
    int width;
    int n_rows;
    int card_width;
  } cases[] = { { 1000, 1, 192 }, { 540, 1, 100 }, { 539, 2, 173 }, { 320, 2, 100 },
                { 319, 3, 154 },  { 210, 3, 100 }, { 209, 5, 209 }, { 100, 5, 100 } };
  g_autoptr (GtkWidget) cards = create_cards (5);
  GtkWidget *first = gtk_widget_get_first_child (cards);

  g_assert_cmpint (measure (cards, GTK_ORIENTATION_HORIZONTAL, -1), ==, 100);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int height = cases[i].n_rows * 50 - 10;
      GtkAllocation area;

      g_assert_cmpint (measure (cards, GTK_ORIENTATION_VERTICAL, cases[i].width), ==, height);
      gtk_widget_size_allocate (cards, &(GtkAllocation){ 0, 0, cases[i].width, height }, -1);
      gtk_widget_get_allocation (first, &area);
      g_assert_cmpint (area.width, ==, cases[i].card_width);
      g_assert_cmpint (area.height, ==, 40);
    }

  /* What is hidden takes no room. */
  gtk_widget_set_visible (first, FALSE);
  g_assert_cmpint (measure (cards, GTK_ORIENTATION_VERTICAL, 430), ==, 40);

  g_autoptr (GtkWidget) none = create_cards (0);
  g_assert_cmpint (measure (none, GTK_ORIENTATION_VERTICAL, 430), ==, 0);
}

static char *
read_theme (const char *variant)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_named (provider, "Default", variant);
  return gtk_css_provider_to_string (provider);
}

/* GTK's own theme is read no more, light or dark; before, there is one. */
static void
test_no_theme (void)
{
  static const char *const variants[] = { NULL, "dark", "light", "hc", "hc-dark" };

  for (gsize i = 0; i < G_N_ELEMENTS (variants); i++)
    {
      g_autofree char *theme = read_theme (variants[i]);

      g_assert_cmpstr (theme, !=, "");
    }

  plwu_no_theme_use ();
  plwu_no_theme_use ();
  for (gsize i = 0; i < G_N_ELEMENTS (variants); i++)
    {
      g_autofree char *theme = read_theme (variants[i]);

      g_assert_cmpstr (theme, ==, "");
    }
}

int
main (int argc, char **argv)
{
  g_unsetenv ("GTK_THEME");
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/ui/parts/width-first", test_width_first);
  g_test_add_func ("/ui/parts/cards", test_cards);
  g_test_add_func ("/ui/parts/no-theme", test_no_theme);

  return g_test_run ();
}
