/* roots-private.h: what the files of roots share.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "roots.h"

typedef struct
{
  const PlwResult *result;
  RootFunc func;
  void *data;
} Roots;

void give_root (const Roots *roots, PlwFigureKind kind, size_t a, size_t b, size_t year, double expected);

/* roots-asked.c: of the tables causes, false-economy, sustain, transfers, fragmentation and freedoms. */
void give_asked_roots (const Roots *roots);
