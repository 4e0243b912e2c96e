#!/usr/bin/env python3
"""workbook-check.py: reads a committee workbook back without the library that wrote it.

SPDX-License-Identifier: GPL-3.0-or-later

Usage: workbook-check.py BOOK.xlsx [EXPECTED.tsv]

A line of EXPECTED holds sheet, band, label, heading and pence: in the sheet,
after the row that starts with the band (or from the top), the first row that
is labelled so must hold that amount under the heading. Every formula has a stored
value; that of a sum is the sum of its cells (workbook-parity.py looks at the
others). Prints what is wrong.
"""
import re
import sys
import zipfile
from decimal import Decimal
from xml.etree import ElementTree

MAIN = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
DRAWING = '{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}'
LINK = '{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id'
NUMBER = re.compile(r'-?[0-9]+(\.[0-9]+)?([eE][-+]?[0-9]+)?$')
SUM = re.compile(r'(SUM\(|SUBTOTAL\(9,)([A-Z]+)([0-9]+)(?::([A-Z]+)([0-9]+))?\)$')

problems = []


def complain(text):
    problems.append(text)


def to_pence(text):
    return int((Decimal(text) * 100).to_integral_value(rounding='ROUND_HALF_EVEN'))


def column_number(letters):
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord('A') + 1
    return number


class Sheet:
    """One sheet: texts, numbers and formulas by (row, column), both from 1."""

    def __init__(self, name, root, strings):
        self.name = name
        self.root = root
        self.texts = {}
        self.numbers = {}
        self.formulas = {}
        for cell in root.iter(MAIN + 'c'):
            self.add(cell, strings)

    def add(self, cell, strings):
        letters, row = re.match(r'([A-Z]+)([0-9]+)$', cell.get('r')).groups()
        at = (int(row), column_number(letters))
        value = cell.find(MAIN + 'v')
        formula = cell.find(MAIN + 'f')
        if formula is not None:
            self.formulas[at] = formula.text
        if value is None:
            return
        if cell.get('t') == 's':
            self.texts[at] = strings[int(value.text)]
        elif cell.get('t') == 'str' and formula is not None:
            self.texts[at] = value.text
        elif cell.get('t') in (None, 'n'):
            if not NUMBER.match(value.text):
                complain(f'{self.name} {at}: {value.text!r} is not a number')
                return
            self.numbers[at] = value.text
        else:
            complain(f'{self.name} {at}: a cell of kind {cell.get("t")}')

    def pence(self, at):
        return to_pence(self.numbers.get(at, '0'))

    def check_formula(self, at, formula):
        match = SUM.match(formula)
        if at not in self.numbers and at not in self.texts:
            complain(f'{self.name} {at}: {formula} has no stored value')
        if match is None:
            return
        function, left, top, right, bottom = match.groups()
        total = 0
        for row in range(int(top), int(bottom or top) + 1):
            for column in range(column_number(left), column_number(right or left) + 1):
                is_subtotal = self.formulas.get((row, column), '').startswith('SUBTOTAL')
                if not (function.startswith('SUBTOTAL') and is_subtotal):
                    total += self.pence((row, column))
        if total != self.pence(at):
            complain(f'{self.name} {at}: {formula} is {total}, the stored value {self.pence(at)}')

    def check(self):
        for at, formula in self.formulas.items():
            self.check_formula(at, formula)
        setup = self.root.find(MAIN + 'pageSetup')
        footer = self.root.find(MAIN + 'headerFooter/' + MAIN + 'oddFooter')
        fit = self.root.find(MAIN + 'sheetPr/' + MAIN + 'pageSetUpPr')
        if setup is None or setup.get('orientation') != 'landscape' or setup.get('paperSize') != '9':
            complain(f'{self.name}: not A4 landscape')
        if fit is None or fit.get('fitToPage') != '1' or int(setup.get('fitToWidth', '1')) > 2:
            complain(f'{self.name}: more than two pages wide')
        if footer is None or '&P' not in footer.text or '&N' not in footer.text:
            complain(f'{self.name}: no page numbers')
        if self.root.find(MAIN + 'mergeCells') is not None:
            complain(f'{self.name}: merged cells')
        if self.name != 'Cover' and self.root.find('.//' + MAIN + 'pane') is None:
            complain(f'{self.name}: headings do not stay in view')
        if self.name != 'Cover' and 'Scenario: ' not in self.texts.get((2, 1), ''):
            complain(f'{self.name}: does not say its scenario and policy')

    def find(self, band, label, heading):
        heads = [at for at, text in sorted(self.texts.items()) if text == heading]
        if not heads:
            return None
        start = 0
        if band:
            starts = [row for (row, column), text in sorted(self.texts.items())
                      if column == 1 and (text == band or text.startswith(band + ':'))]
            if not starts:
                return None
            start = starts[0]
        rows = [row for (row, column), text in sorted(self.texts.items())
                if column == 1 and row > start and text == label]
        return (rows[0], heads[0][1]) if rows else None


class Book:
    """A workbook as a package of parts."""

    def __init__(self, path):
        self.package = zipfile.ZipFile(path)
        if self.package.testzip() is not None:
            complain('a part is damaged')
        self.parts = {name: ElementTree.fromstring(self.package.read(name))
                      for name in self.package.namelist() if name.endswith(('.xml', '.rels'))}
        strings = self.parts.get('xl/sharedStrings.xml')
        self.strings = [''.join(part.text or '' for part in item.iter(MAIN + 't'))
                        for item in strings.iter(MAIN + 'si')]
        links = {link.get('Id'): link.get('Target') for link in self.parts['xl/_rels/workbook.xml.rels']}
        self.sheets = {}
        for item in self.parts['xl/workbook.xml'].iter(MAIN + 'sheet'):
            name = item.get('name')
            if item.get('state', 'visible') != 'visible':
                complain(f'{name}: hidden')
            if len(name) > 31 or re.search(r'[\[\]:*?/\\\']', name):
                complain(f'{name!r}: not a name of a sheet')
            self.sheets[name] = Sheet(name, self.parts['xl/' + links[item.get(LINK)]], self.strings)

    def check(self):
        names = {item.get('name') + item.get('localSheetId', '') for item in
                 self.parts['xl/workbook.xml'].iter(MAIN + 'definedName')}
        for index, (name, sheet) in enumerate(self.sheets.items()):
            sheet.check()
            if name != 'Cover' and f'_xlnm.Print_Titles{index}' not in names:
                complain(f'{name}: no headings on the next page')
        charts = [part for name, part in self.parts.items() if name.startswith('xl/drawings/drawing')]
        marks = [mark for part in charts for mark in part.iter(DRAWING + 'cNvPr')]
        if not marks:
            complain('no chart')
        for mark in marks:
            if len(mark.get('descr', '')) < 40:
                complain('a chart that is not described in words')

    def compare(self, path):
        count = 0
        with open(path, encoding='utf-8') as expected:
            for line in expected:
                sheet, band, label, heading, pence = line.rstrip('\n').split('\t')
                at = self.sheets[sheet].find(band, label, heading) if sheet in self.sheets else None
                if at is None or at not in self.sheets[sheet].numbers:
                    complain(f'{sheet}: no figure of {label!r} ({band!r}) under {heading!r}')
                elif self.sheets[sheet].pence(at) != int(pence):
                    complain(f'{sheet} {at}, {label!r}: {self.sheets[sheet].pence(at)} pence, expected {pence}')
                count += 1
        if count == 0:
            complain('nothing was expected')


def main():
    book = Book(sys.argv[1])
    book.check()
    if len(sys.argv) > 2:
        book.compare(sys.argv[2])
    for problem in problems[:20]:
        print(problem, file=sys.stderr)
    sys.exit(1 if problems else 0)


main()
