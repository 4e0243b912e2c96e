#!/usr/bin/env python3
"""workbook-accessible.py: whether a workbook keeps the rules for what is published.

SPDX-License-Identifier: GPL-3.0-or-later

Usage: workbook-accessible.py BOOK.xlsx

The rules are the Government Analysis Function's checklist for accessible
spreadsheets, as far as a program can see them. Prints what breaks them.
"""
import re
import sys
import zipfile
from xml.etree import ElementTree

MAIN = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
LINK = '{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id'
CORE = '{http://purl.org/dc/elements/1.1/}'
NOTE = re.compile(r'\[(?:note [0-9]+|x)\]')

problems = []


def complain(text):
    problems.append(text)


def split(cell):
    letters, row = re.match(r'([A-Z]+)([0-9]+)$', cell).groups()
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord('A') + 1
    return int(row), column


class Package:
    """The parts of a workbook, its texts and its styles."""

    def __init__(self, path):
        with zipfile.ZipFile(path) as package:
            self.names = package.namelist()
            self.parts = {name: ElementTree.fromstring(package.read(name)) for name in self.names
                          if name.endswith(('.xml', '.rels'))}
        self.strings = [''.join(part.text or '' for part in item.iter(MAIN + 't'))
                        for item in self.parts['xl/sharedStrings.xml'].iter(MAIN + 'si')]
        styles = self.parts['xl/styles.xml']
        fills = [fill.find(MAIN + 'patternFill').get('patternType') for fill in styles.find(MAIN + 'fills')]
        self.is_filled = []
        self.is_wrapped = []
        for style in styles.find(MAIN + 'cellXfs'):
            alignment = style.find(MAIN + 'alignment')
            self.is_filled.append(fills[int(style.get('fillId'))] not in ('none', 'gray125'))
            self.is_wrapped.append(alignment is not None and alignment.get('wrapText') == '1')

    def sheets(self):
        links = {link.get('Id'): link.get('Target') for link in self.parts['xl/_rels/workbook.xml.rels']}
        for item in self.parts['xl/workbook.xml'].iter(MAIN + 'sheet'):
            if item.get('state', 'visible') != 'visible':
                complain(f'{item.get("name")}: hidden')
            yield item.get('name'), 'xl/' + links[item.get(LINK)]

    def tables(self, sheet_part):
        part = sheet_part.replace('worksheets/', 'worksheets/_rels/') + '.rels'
        if part not in self.parts:
            return []
        targets = [link.get('Target') for link in self.parts[part] if link.get('Type').endswith('/table')]
        return [self.parts['xl/' + target.replace('../', '')] for target in targets]


def read_cells(package, name, root):
    """Texts and numbers by (row, column); complains of what no cell may be."""
    cells = {}
    for cell in root.iter(MAIN + 'c'):
        at = split(cell.get('r'))
        style = int(cell.get('s', '0'))
        value = cell.find(MAIN + 'v')
        if cell.find(MAIN + 'f') is not None:
            complain(f'{name} {cell.get("r")}: a formula')
        if package.is_filled[style]:
            complain(f'{name} {cell.get("r")}: filled with a colour')
        if value is None:
            continue
        is_text = cell.get('t') == 's'
        text = package.strings[int(value.text)] if is_text else value.text
        if is_text and len(text) > 60 and at[0] > 4 and not package.is_wrapped[style]:
            complain(f'{name} {cell.get("r")}: a long text that is not wrapped')
        cells[at] = text
    return cells


def check_plain(name, root):
    for tag, what in (('mergeCells', 'merged cells'), ('autoFilter', 'a filter'), ('headerFooter', 'a header or footer'),
                      ('conditionalFormatting', 'colours that mean something')):
        if root.find(MAIN + tag) is not None:
            complain(f'{name}: {what}')
    if root.find('.//' + MAIN + 'pane') is not None:
        complain(f'{name}: frozen panes')
    for tag in ('row', 'col'):
        for item in root.iter(MAIN + tag):
            if item.get('hidden') == '1':
                complain(f'{name}: a hidden {tag}')


def check_table(name, table, cells, known):
    title = table.get('name')
    if title in known or not re.match(r'[A-Za-z_][A-Za-z0-9_]*$', title):
        complain(f'{name}: the table is called {title!r}')
    known.add(title)
    if table.find(MAIN + 'autoFilter') is not None:
        complain(f'{name}: the table has a filter')
    first, last = (split(corner) for corner in table.get('ref').split(':'))
    heads = [column.get('name') for column in table.iter(MAIN + 'tableColumn')]
    if len(set(heads)) != len(heads) or not all(heads):
        complain(f'{name}: headings {heads}')
    if first[1] != 1 or last[0] <= first[0]:
        complain(f'{name}: the table stands at {table.get("ref")}')
    for row in range(first[0], last[0] + 1):
        for column in range(1, last[1] + 1):
            if not cells.get((row, column), '').strip():
                complain(f'{name}: row {row}, column {column} is empty')
    for (row, column) in cells:
        if row > last[0] or (row >= first[0] and column > last[1]):
            complain(f'{name}: something outside the table in row {row}, column {column}')
        if row < first[0] and column > 1:
            complain(f'{name}: something beside the title in row {row}')


def check_notes(sheets):
    used = {mark for name, cells in sheets.items() if name != 'Notes' for text in cells.values()
            for mark in NOTE.findall(text)}
    known = {mark for text in sheets.get('Notes', {}).values() for mark in NOTE.findall(text)}
    for mark in sorted(used - known):
        complain(f'{mark} is not explained')


def main():
    package = Package(sys.argv[1])
    core = package.parts['docProps/core.xml']
    for tag in ('title', 'creator'):
        if not core.findtext(CORE + tag):
            complain(f'the document has no {tag}')
    for name in package.names:
        if 'externalLink' in name or 'vbaProject' in name or name.startswith('xl/media'):
            complain(f'{name}: links, macros or pictures')
    sheets = {}
    known = set()
    for index, (name, part) in enumerate(package.sheets()):
        root = package.parts[part]
        sheets[name] = read_cells(package, name, root)
        check_plain(name, root)
        tables = package.tables(part)
        if not sheets[name].get((1, 1)):
            complain(f'{name}: no title in A1')
        if index > 0 and len(tables) != 1:
            complain(f'{name}: {len(tables)} tables')
        for table in tables:
            check_table(name, table, sheets[name], known)
    check_notes(sheets)
    for problem in problems[:20]:
        print(problem, file=sys.stderr)
    sys.exit(1 if problems else 0)


main()
