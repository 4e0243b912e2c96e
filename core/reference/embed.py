# embed.py: tables as CSV become arrays of texts in C.
# SPDX-License-Identifier: GPL-3.0-or-later
#
# embed.py OUTPUT TABLE.csv...
import csv
import pathlib
import sys


def quote(text):
    """A C string: letters as they are, whatever else could end it escaped."""
    escaped = text.replace('\\', '\\\\').replace('"', '\\"').replace('?', '\\?')
    if not escaped.isprintable():
        sys.exit(f'embed.py: {text!r} has a character that cannot be printed')
    return f'"{escaped}"'


def embed(path):
    with open(path, encoding='utf-8', newline='') as file:
        rows = list(csv.reader(file, strict=True))
    header = rows[0]
    for number, row in enumerate(rows, start=1):
        if len(row) != len(header):
            sys.exit(f'{path} row {number} has {len(row)} cells, the header has {len(header)}')

    name = pathlib.Path(path).stem
    lines = [f'static const char *const cells_{name}[] = {{']
    lines += ['  ' + ', '.join(quote(cell) for cell in row) + ',' for row in rows]
    lines += ['};', '']
    return lines, f'  {{ "{name}", {len(header)}, {len(rows) - 1}, cells_{name} }},'


def main(output, paths):
    lines = ['/* Made by embed.py from the tables beside it. */', '#include "reference/reference-data.h"', '']
    table = ['const PlwReferenceTable plw_reference_tables[] = {']
    for path in paths:
        arrays, entry = embed(path)
        lines += arrays
        table.append(entry)
    table += ['  { .name = NULL },', '};']
    pathlib.Path(output).write_text('\n'.join(lines + table) + '\n', encoding='utf-8')


main(sys.argv[1], sys.argv[2:])
