/* sha256.c: SHA-256, in hexadecimal.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/sha256.h"

#include <nettle/base16.h>
#include <nettle/sha2.h>

#include <string.h>

struct _PlwSha256
{
  struct sha256_ctx context;
};

PlwSha256 *
plw_sha256_new (void)
{
  PlwSha256 *self = g_new (PlwSha256, 1);

  sha256_init (&self->context);
  return self;
}

void
plw_sha256_free (PlwSha256 *self)
{
  g_free (self);
}

void
plw_sha256_add (PlwSha256 *self, const void *bytes, size_t n_bytes)
{
  sha256_update (&self->context, n_bytes, bytes);
}

char *
plw_sha256_end (PlwSha256 *self)
{
  uint8_t digest[SHA256_DIGEST_SIZE];
  char *text = g_new0 (char, BASE16_ENCODE_LENGTH (SHA256_DIGEST_SIZE) + 1);

  sha256_digest (&self->context, sizeof digest, digest);
  base16_encode_update (text, sizeof digest, digest);
  return text;
}

static char *
sum (const void *data, size_t size)
{
  PlwSha256 self;

  sha256_init (&self.context);
  plw_sha256_add (&self, data, size);
  return plw_sha256_end (&self);
}

char *
plw_sha256_of_bytes (GBytes *bytes)
{
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);

  return sum (data, size);
}

char *
plw_sha256_of_text (const char *text)
{
  return sum (text, strlen (text));
}
