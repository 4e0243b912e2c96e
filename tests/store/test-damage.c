/* test-damage.c: plan files damaged at random: none may be opened with other figures.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * PLACEWRIGHT_DAMAGES says how many; see damage-long.sh.
 */
#include "store-fixture.h"

#include <string.h>

#define DAMAGES 2000
#define TIME_MOST_US (5 * G_USEC_PER_SEC)

static size_t
count_damages (void)
{
  const char *text = g_getenv ("PLACEWRIGHT_DAMAGES");

  return text != NULL ? (size_t) g_ascii_strtoull (text, NULL, 10) : DAMAGES;
}

static PlwStore *
make_original (GRand *rand)
{
  g_autoptr (PlwPlan) plan = fixture_plan (rand, 1);
  PlwStore *store = plw_store_new_memory (plan);
  g_autoptr (GError) error = NULL;

  fixture_use (store, rand, 8);
  g_assert_true (plw_store_name_version (store, "v", NULL, &error));
  return store;
}

static size_t
draw (GRand *rand, size_t below)
{
  return (size_t) g_rand_int (rand) % below;
}

/* What disks, cables, mail gateways and curious people do to files. */
static void
damage (GRand *rand, GByteArray *bytes)
{
  size_t size = bytes->len;
  size_t at = draw (rand, size);
  size_t from = draw (rand, size);
  size_t length = 1 + draw (rand, MIN (4096, size - MAX (at, from)));

  switch (g_rand_int_range (rand, 0, 9))
    {
    case 0:
    case 1:
    case 2:
      bytes->data[at] ^= (guint8) (1 << g_rand_int_range (rand, 0, 8));
      break;
    case 3:
      bytes->data[at] = (guint8) g_rand_int (rand);
      break;
    case 4:
      for (size_t i = 0; i < length; i++)
        bytes->data[at + i] = (guint8) g_rand_int (rand);
      break;
    case 5:
      memset (bytes->data + at, 0, length);
      break;
    case 6:
      memmove (bytes->data + at, bytes->data + from, length);
      break;
    case 7: /* a page in the place of another */
      memmove (bytes->data + at / 4096 * 4096, bytes->data + from / 4096 * 4096, 4096);
      break;
    default:
      g_byte_array_set_size (bytes, (guint) (g_rand_boolean (rand) ? at : at / 4096 * 4096));
      break;
    }
}

static void
test_damage (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());
  g_autoptr (PlwStore) original = make_original (rand);
  g_autofree char *path = fixture_path ("original.placewright");
  g_autoptr (GError) error = NULL;
  size_t n = count_damages ();
  size_t n_refused = 0;
  size_t n_same = 0;
  size_t n_harmless = 0;

  g_assert_true (plw_store_save (original, path, true, &error));
  g_autoptr (GBytes) good = fixture_read (path);
  for (size_t i = 0; i < n; i++)
    {
      g_autoptr (GByteArray) bytes = g_byte_array_new ();
      int64_t start = g_get_monotonic_time ();

      g_byte_array_append (bytes, g_bytes_get_data (good, NULL), (guint) g_bytes_get_size (good));
      for (int times = g_rand_int_range (rand, 1, 4); times > 0 && bytes->len > 0; times--)
        damage (rand, bytes);

      g_autoptr (GBytes) damaged = g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
      g_autoptr (PlwStore) store = plw_store_open_bytes (damaged, &error);
      g_assert_cmpint (g_get_monotonic_time () - start, <, TIME_MOST_US);
      if (store == NULL)
        {
          g_assert_nonnull (error);
          g_clear_error (&error);
          n_refused++;
          continue;
        }
      g_assert_true (fixture_is_same (store, original));
      n_same += g_bytes_equal (damaged, good);
      n_harmless++;
    }
  g_test_message (
      "%zu damaged files of %zu bytes: %zu refused, %zu opened with the same content (%zu of them were "
      "not changed at all), 0 with another",
      n, g_bytes_get_size (good), n_refused, n_harmless, n_same);
  g_assert_cmpuint (n_refused, >, n / 2);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/store/damage", test_damage);
  return g_test_run ();
}
