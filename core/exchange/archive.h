/* archive.h: the parts of a ZIP archive, which is what a workbook is.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The bytes may come from a stranger: nothing in them is believed, and no more is
 * unpacked than an archive's limits allow.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <glib.h>

G_BEGIN_DECLS

/* The most that one part, and all parts together, may be unpacked. */
#define PLW_PART_SIZE_MOST ((size_t) 256 * 1024 * 1024)

typedef struct
{
  const uint8_t *bytes; /* borrowed */
  size_t size;
  size_t n_parts;
  size_t first; /* of the records of parts */
} PlwArchive;

/**
 * PlwArchivePart: one part as it stands in the archive.
 * @name: not terminated
 */
typedef struct
{
  const char *name;
  size_t name_size;
  uint32_t method;
  uint32_t crc;
  uint32_t packed_size;
  uint32_t size;
  const uint8_t *packed;
} PlwArchivePart;

/* Returns: false where the bytes are no archive. */
bool plw_archive_open (PlwArchive *archive, const void *bytes, size_t size);

/**
 * plw_archive_next:
 * @offset: of a part's record, at first the archive's @first
 * Returns: the offset of the next record; 0 where there is no sound part
 */
size_t plw_archive_next (const PlwArchive *archive, size_t offset, PlwArchivePart *ret_part);

/**
 * plw_archive_find:
 * Returns: whether there is a part of this name
 */
bool plw_archive_find (const PlwArchive *archive, const char *name, PlwArchivePart *ret_part);

/**
 * plw_part_unpack:
 * Returns: (transfer full) (nullable): the part with a nought after it; NULL where
 *   it is damaged or larger than may be
 */
char *plw_part_unpack (const PlwArchivePart *part) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
