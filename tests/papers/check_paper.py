#!/usr/bin/env python3
# check_paper.py PDF...: what is wrong with printed papers, a line each; nothing where nothing is.
# SPDX-License-Identifier: GPL-3.0-or-later
#
# With --shortfall FIGURES the tables of a report must add up, and its shortfall must be that of the result table
# `summary` as CSV; with --pages N the paper has so many pages,
# with --pictures N so many pictures.

import argparse
import csv
import html
import json
import re
import subprocess
import sys

PAGE_WIDTH, PAGE_HEIGHT = 595.28, 841.89
SIDE, TOP, BOTTOM = 48.0, 32.0, 26.0
SLACK = 1.5  # points that a letter may reach beyond its box

FIGURE = r'(?:\(?-?[\d,]+\)?|–)'

# Captions of tables and the row that the rows above it add up to.
SUMS = [
    (r'Shortfall by service and year, worst first', 'Shortfall'),
    (r'Need by (?:service|group of services)', 'Need'),
    (r'What each pot pays', 'Funded'),
    (r'What pays, by how sure it is', 'Funded'),
    (r'What projects need, dearest first', 'All projects'),
    (r'What programmes cost', 'Cost'),
    (r'What programmes save in cash', 'Saved'),
]


def run(*command):
    done = subprocess.run(command, capture_output=True, check=False)
    return done.returncode, done.stdout.decode('utf-8', 'replace'), done.stderr.decode('utf-8', 'replace')


def find_pages(path):
    return run('pdftotext', '-layout', path, '-')[1].split('\f')[:-1]


def check_file(path, pages_wanted):
    status, _, errors = run('qpdf', '--check', path)
    if status != 0:
        yield f'qpdf: {errors.strip()}'
    info = dict(line.split(':', 1) for line in run('pdfinfo', path)[1].splitlines() if ':' in line)
    info = {key: value.strip() for key, value in info.items()}
    if info.get('Tagged') != 'yes':
        yield 'it is not tagged'
    for key in ('Title', 'Subject', 'Keywords', 'CreationDate'):
        if not info.get(key):
            yield f'no {key}'
    if '(A4)' not in info.get('Page size', ''):
        yield f'not A4: {info.get("Page size")}'
    if pages_wanted is not None and int(info['Pages']) != pages_wanted:
        yield f'{info["Pages"]} pages instead of {pages_wanted}'


def check_numbers(pages):
    for number, page in enumerate(pages, 1):
        lines = [line for line in page.splitlines() if line.strip()]
        if not lines or not lines[-1].endswith(f'Page {number} of {len(pages)}'):
            yield f'page {number} ends with {lines[-1:]}'


def read_contents(pages):
    """Titles and pages, from the page that begins with the heading."""
    entries = []
    lines = pages[1].splitlines() if len(pages) > 1 else []
    at = next((i for i, line in enumerate(lines) if line.strip() == 'Contents'), None)
    for line in lines[at + 1:] if at is not None else []:
        found = re.fullmatch(r'\s*(\S.*?)\s{2,}(\d+)', line)
        if found:
            entries.append((found[1], int(found[2])))
        elif line.strip():
            break
    return entries


def check_contents(pages):
    entries = read_contents(pages)
    if not entries:
        yield 'no contents'
    for title, number in entries:
        page = pages[number - 1] if number <= len(pages) else ''
        if not any(line.strip() == title for line in page.splitlines()):
            yield f'“{title}” is not on page {number}'


def check_margins(path):
    text = run('pdftotext', '-bbox', path, '-')[1]
    page = 0
    for line in text.splitlines():
        page += '<page ' in line
        found = re.search(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*)</word>', line)
        if not found:
            continue
        left, top, right, bottom = (float(found[i]) for i in range(1, 5))
        if (left < SIDE - SLACK or right > PAGE_WIDTH - SIDE + SLACK or top < TOP - SLACK
                or bottom > PAGE_HEIGHT - BOTTOM + SLACK):
            yield f'page {page}: “{html.unescape(found[5])}” is outside the margins'


def check_structure(path, is_report, pictures_wanted):
    objects = json.loads(run('qpdf', '--json=1', path)[1])['objects']
    values = [value for value in objects.values() if isinstance(value, dict)]
    elements = [value for value in values if value.get('/Type') == '/StructElem']
    counts = {}
    for element in elements:
        counts[element['/S']] = counts.get(element['/S'], 0) + 1
    for kind in ['/Document', '/H1', '/P', '/Figure'] + (['/Sect', '/Table', '/TR', '/TH', '/TD', '/TOC'] if is_report else []):
        if counts.get(kind, 0) == 0 and not (kind == '/Figure' and is_report):
            yield f'no {kind} among its tags'
    if pictures_wanted is not None and counts.get('/Figure', 0) != pictures_wanted:
        yield f'{counts.get("/Figure", 0)} pictures instead of {pictures_wanted}'
    for element in elements:
        if element['/S'] == '/TH' and element.get('/A', {}).get('/Scope') not in ('/Row', '/Column'):
            yield 'a heading of a table that does not say what it heads'
        if element['/S'] == '/Figure' and len(element.get('/Alt', '')) < 20:
            yield 'a picture without a description'
    catalog = next(value for value in values if value.get('/Type') == '/Catalog')
    if catalog.get('/Lang') != 'en-GB':
        yield f'its language is {catalog.get("/Lang")}'
    if is_report and '/Outlines' not in catalog:
        yield 'no outline'


def read_figure(text):
    if text == '–':
        return 0
    number = int(re.sub(r'[(),-]', '', text))
    return -number if text[0] in '(-' else number


def find_tables(pages, caption):
    """Rows of a table and of its parts: label and figures."""
    rows = None
    for line in '\n'.join(pages).splitlines():
        if re.match(rf'\s*{caption}, £', line):
            rows = []
        found = re.fullmatch(rf'\s*(\S.*?)((?:\s+{FIGURE})+)\s*', line)
        if rows and not found and line.strip():
            rows[-1][0] += ' ' + line.strip()  # a long label goes on below
        if rows is None or not found or re.search(r'\d{4}/\d\d', line[len(found[1]):]):
            continue
        rows.append([found[1].strip(), [read_figure(text) for text in found[2].split()]])
        yield rows


def check_sums(pages, n_years):
    """A total is what stands above it, down and across."""
    for caption, label in SUMS:
        rows = []
        for rows in find_tables(pages, caption):
            if rows[-1][0] == label:
                break
        if not rows:
            continue
        total = rows[-1][1]
        # A figure before the years belongs to the label.
        body = [figures[-len(total):] for name, figures in rows[:-1]
                if ': total' not in name and len(figures) >= len(total)]
        if rows[-1][0] != label or len(total) != n_years + 1:
            yield f'{caption}: no total'
            continue
        if total != [sum(figures[i] for figures in body) for i in range(len(total))]:
            yield f'{caption}: the rows do not add up to {total}'
        for figures in body + [total]:
            if sum(figures[:-1]) != figures[-1]:
                yield f'{caption}: {figures} does not add up'


def check_shortfall(pages, path):
    with open(path, encoding='utf-8') as file:
        rows = list(csv.DictReader(file))
    years = [row['year'] for row in rows if row['measure'] == 'shortfall']
    pence = {row['year']: round(float(row['value']) * 100) for row in rows if row['measure'] == 'shortfall'}
    unit = 100_000 if any('thousands of pounds' in page for page in pages) else 100
    yield from check_sums(pages, len(years))
    for rows in find_tables(pages, SUMS[0][0]):
        if rows[-1][0] != 'Shortfall':
            continue
        printed = rows[-1][1]
        for year, steps in zip(years, printed):
            if abs(steps * unit - pence[year]) >= unit:
                yield f'{year}: {steps} is printed for {pence[year]} pence'
        if abs(printed[-1] * unit - sum(pence.values())) > unit / 2:
            yield f'all years: {printed[-1]} is printed for {sum(pence.values())} pence'
        return
    if any(pence.values()):
        yield 'the table of the shortfall is not there'


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('papers', nargs='+')
    parser.add_argument('--shortfall')
    parser.add_argument('--pages', type=int)
    parser.add_argument('--pictures', type=int)
    options = parser.parse_args()
    for path in options.papers:
        pages = find_pages(path)
        is_report = options.pages != 1
        checks = [check_file(path, options.pages), check_numbers(pages), check_margins(path),
                  check_structure(path, is_report, options.pictures)]
        if is_report:
            checks.append(check_contents(pages))
        if options.shortfall:
            checks.append(check_shortfall(pages, options.shortfall))
        for check in checks:
            for complaint in check:
                print(f'{path}: {complaint}')
    return 0


sys.exit(main())
