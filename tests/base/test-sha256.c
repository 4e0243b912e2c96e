/* test-sha256.c: digests, beside GLib's own.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/sha256.h"

/* FIPS 180-4's own example. */
static void
test_published (void)
{
  g_autofree char *abc = plw_sha256_of_text ("abc");
  g_autofree char *nothing = plw_sha256_of_text ("");

  g_assert_cmpstr (abc, ==, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  g_assert_cmpstr (nothing, ==, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

/* However the bytes come, whole or in pieces of any length, and whatever was summed before. */
static void
test_beside_glib (void)
{
  g_autoptr (PlwSha256) sum = plw_sha256_new ();

  for (int round = 0; round < 200; round++)
    {
      g_autofree guchar *bytes = g_malloc (5000);
      gsize size = (gsize) g_test_rand_int_range (0, 5000);
      gsize done = 0;

      for (gsize i = 0; i < size; i++)
        bytes[i] = (guchar) g_test_rand_int_range (0, 256);
      while (done < size)
        {
          gsize most = (gsize) g_test_rand_int_range (0, 300);
          gsize piece = MIN (size - done, most);

          plw_sha256_add (sum, bytes + done, piece);
          done += piece;
        }

      g_autoptr (GBytes) held = g_bytes_new (bytes, size);
      g_autofree char *theirs = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, held);
      g_autofree char *pieces = plw_sha256_end (sum);
      g_autofree char *whole = plw_sha256_of_bytes (held);

      g_assert_cmpstr (pieces, ==, theirs);
      g_assert_cmpstr (whole, ==, theirs);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/sha256/published", test_published);
  g_test_add_func ("/base/sha256/beside-glib", test_beside_glib);

  return g_test_run ();
}
