# usual.py: a table as CSV becomes tab-separated text, which the window reads as it reads pasted cells.
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usual.py TABLE.csv OUTPUT
import csv
import sys


def main(source, output):
    with open(source, encoding='utf-8', newline='') as file:
        rows = list(csv.reader(file, strict=True))
    for number, row in enumerate(rows, start=1):
        if len(row) != len(rows[0]):
            sys.exit(f'{source} row {number} has {len(row)} cells, the header has {len(rows[0])}')
        if not all(cell.isprintable() for cell in row):
            sys.exit(f'{source} row {number} has a character that cannot be printed')
    with open(output, 'w', encoding='utf-8', newline='') as file:
        csv.writer(file, dialect='excel-tab', lineterminator='\n').writerows(rows)


main(sys.argv[1], sys.argv[2])
