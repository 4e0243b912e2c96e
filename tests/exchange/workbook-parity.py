#!/usr/bin/env python3
"""workbook-parity.py: a spreadsheet program reckons committee workbooks anew, from nothing.

SPDX-License-Identifier: GPL-3.0-or-later

Usage: workbook-parity.py FOLDER [KEPT] [BOOK=CHANGED:SHEET!CELL=VALUE ...] [BOOK?SHEET!CELL=VALUE ...]

Every .xlsx file of FOLDER loses the stored results of its formulas, LibreOffice
works them out, and each must be what was stored, to half a penny. In BOOK, a
copy of which is changed as said, the sheet “Need” and what pots receive must come
out as in CHANGED. With a question mark a cell of the copy is overwritten, formula
or not, and the cover must say that the checks do not hold. What LibreOffice saved stays in the folder KEPT, a changed book with
“changed-” before its name. Prints what differs.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from html import unescape

HALF_A_PENNY = 0.005
CELL = re.compile(r'<c r="([A-Z]+[0-9]+)"([^>]*?)(?:/>|>(.*?)</c>)', re.DOTALL)
FORMULA = re.compile(r'<f[^>]*?(?:/>|>(.*?)</f>)', re.DOTALL)
VALUE = re.compile(r'<v[^>]*>(.*?)</v>', re.DOTALL)
TEXT = re.compile(r'<t[^>]*>(.*?)</t>', re.DOTALL)
ITEM = re.compile(r'<si>(.*?)</si>|<si/>', re.DOTALL)
ALWAYS = '''<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
'''


class Book:
    """Sheets by name: cells as (formula or None, value as text)."""

    def __init__(self, path):
        with zipfile.ZipFile(path) as package:
            parts = {name: package.read(name).decode('utf-8') for name in package.namelist()
                     if name.endswith(('.xml', '.rels'))}
        strings = [unescape(''.join(TEXT.findall(item))) for item in
                   ITEM.findall(parts.get('xl/sharedStrings.xml', ''))]
        links = dict(re.findall(r'<Relationship [^>]*?Id="([^"]+)"[^>]*?Target="([^"]+)"',
                                parts['xl/_rels/workbook.xml.rels']))
        for target, name in re.findall(r'Target="([^"]+)"[^>]*?Id="([^"]+)"', parts['xl/_rels/workbook.xml.rels']):
            links.setdefault(name, target)
        self.sheets = {}
        self.paths = {}
        for tag in re.findall(r'<sheet [^>]*>', parts['xl/workbook.xml']):
            name = unescape(re.search(r'name="([^"]*)"', tag).group(1))
            part = 'xl/' + links[re.search(r'r:id="([^"]+)"', tag).group(1)].replace('/xl/', '')
            self.paths[name] = part
            self.sheets[name] = self.read(parts[part], strings)

    @staticmethod
    def read(text, strings):
        cells = {}
        for at, attributes, inside in CELL.findall(text):
            formula = FORMULA.search(inside)
            value = VALUE.search(inside)
            if value is None:
                held = ''.join(TEXT.findall(inside)) if 'inlineStr' in attributes else None
            elif 't="s"' in attributes:
                held = strings[int(value.group(1))]
            else:
                held = unescape(value.group(1))
            if formula is not None or held is not None:
                cells[at] = (formula.group(1) if formula else None, held)
        return cells

    def formulas(self):
        for name, cells in self.sheets.items():
            for at, (formula, value) in cells.items():
                if formula is not None:
                    yield name, at, formula, value


def strip(text):
    """A sheet's XML without the results of its formulas."""
    def empty(match):
        if match.group(3) is None or '<f' not in match.group(3):
            return match.group(0)
        return f'<c r="{match.group(1)}"{match.group(2)}>{VALUE.sub("", match.group(3))}</c>'
    return CELL.sub(empty, text)


def set_cell(text, cell, value):
    """A sheet's XML with a number in one cell, whatever was there."""
    pattern = re.compile(rf'(<c r="{cell}"[^>]*>)(?:<f>[^<]*</f>)?<v>[^<]*</v></c>')
    changed, count = pattern.subn(rf'\g<1><v>{value}</v></c>', text)
    if count != 1:
        sys.exit(f'{cell} holds no number to change')
    return changed


def write_stripped(path, target, change=None):
    book = Book(path) if change else None
    with zipfile.ZipFile(path) as package, zipfile.ZipFile(target, 'w', zipfile.ZIP_DEFLATED) as out:
        for name in package.namelist():
            data = package.read(name)
            if name.startswith('xl/worksheets/sheet'):
                text = data.decode('utf-8')
                if change and book.paths[change[0]] == name:
                    text = set_cell(text, change[1], change[2])
                data = strip(text).encode('utf-8')
            out.writestr(name, data)


def recalculate(folder, names):
    """Has one LibreOffice open and save all files; returns where they are."""
    profile = os.path.join(folder, 'profile')
    done = os.path.join(folder, 'done')
    os.makedirs(os.path.join(profile, 'user'))
    with open(os.path.join(profile, 'user', 'registrymodifications.xcu'), 'w', encoding='utf-8') as settings:
        settings.write(ALWAYS)
    result = subprocess.run(
        ['soffice', f'-env:UserInstallation=file://{profile}', '--headless', '--norestore', '--convert-to', 'xlsx',
         '--outdir', done, *names], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=1500, check=False,
        env={**os.environ, 'HOME': folder})
    missing = [name for name in names if not os.path.exists(os.path.join(done, os.path.basename(name)))]
    if missing:
        sys.exit(f'LibreOffice wrote nothing for {missing[0]}: {result.stdout.decode(errors="replace")}')
    return done


def is_same(stored, reckoned):
    try:
        return abs(float(stored) - float(reckoned)) < HALF_A_PENNY
    except (TypeError, ValueError):
        return stored == reckoned


def follows(book, sheet, at):
    """Whether a cell does not depend on how the money was shared out."""
    label = book.sheets[sheet].get('A' + at.lstrip('ABCDEFGHIJKLMNOPQRSTUVWXYZ'), (None, None))[1]
    return sheet == 'Need' or (sheet == 'Pots' and label == 'Received')


def compare(name, book, reckoned, wanted=lambda *_: True):
    """How many formulas were compared, and what differs."""
    count = 0
    problems = []
    for sheet, at, formula, stored in book.formulas():
        if not wanted(book, sheet, at):
            continue
        count += 1
        value = reckoned.sheets[sheet].get(at, (None, None))[1]
        if not is_same(stored, value):
            problems.append(f'{name}: {sheet}!{at} is {value}, stored {stored}: {formula}')
    return count, problems


def check_cover(book, name, change):
    """A formula that was overwritten must not go unseen."""
    texts = [value for _, value in book.sheets['Cover'].values() if value]
    return [] if 'No: see Checks' in texts else [f'{name}: {change} was overwritten and all checks hold']


def read_changes(arguments):
    changes = {}
    for argument in arguments:
        files, what = argument.replace('?', '=:').split(':', 1)
        where, value = what.rsplit('=', 1)
        sheet, cell = where.split('!')
        book, changed = files.split('=')
        changes[book] = (changed, (sheet, cell, value))
    return changes


def main():
    source = sys.argv[1]
    kept = [argument for argument in sys.argv[2:] if '!' not in argument]
    changes = read_changes([argument for argument in sys.argv[2:] if '!' in argument])
    folder = tempfile.mkdtemp(prefix='placewright-parity-')
    try:
        names = sorted(name for name in os.listdir(source) if name.endswith('.xlsx'))
        paths = []
        for name in names:
            paths.append(os.path.join(folder, name))
            write_stripped(os.path.join(source, name), paths[-1])
        for name, (_, change) in changes.items():
            paths.append(os.path.join(folder, 'changed-' + name))
            write_stripped(os.path.join(source, name), paths[-1], change)
        done = recalculate(folder, paths)
        for target in kept:
            shutil.copytree(done, target, dirs_exist_ok=True)
        total = 0
        problems = []
        for name in names:
            count, wrong = compare(name, Book(os.path.join(source, name)), Book(os.path.join(done, name)))
            total += count
            problems += wrong
            if count == 0:
                problems.append(f'{name}: no formula at all')
        for name, (changed, change) in changes.items():
            if not changed:
                problems += check_cover(Book(os.path.join(done, 'changed-' + name)), name, change)
                continue
            count, wrong = compare(f'{name} changed', Book(os.path.join(source, changed)),
                                   Book(os.path.join(done, 'changed-' + name)), follows)
            total += count
            problems += wrong
        for problem in problems[:40]:
            print(problem, file=sys.stderr)
        if len(problems) > 40:
            print(f'and {len(problems) - 40} more', file=sys.stderr)
        print(f'{total} formulas of {len(paths)} workbooks, {len(problems)} differ')
        sys.exit(1 if problems else 0)
    finally:
        shutil.rmtree(folder)


main()
