# SPDX-License-Identifier: GPL-3.0-or-later
"""What other programs see in files of reports. Called by test_report_payloads with the folder of its files.

expected.json names, for each call, the text that stands in all its text fields. The files are read with Python's csv and
openpyxl; everything that could run (formulas, links, DDE) is looked for in the workbook's own parts.
"""
import csv
import json
import os
import re
import sys
import unicodedata
import zipfile

import openpyxl

FORMULA = "=+-@＝＋－＠−﹢﹣﹦﹫"
# Fields of the push that hold the text; the rest of the text columns is computed.
FIELDS = ["business_id", "app_id", "robot_id", "caller", "callee", "call_relation_id", "task_id", "task_data_id",
          "task_result", "task_result_desc"]
csv.field_size_limit(1 << 24)


def plain(cell):
    """The rule of CSV for Excel, undone."""
    if cell.startswith("'"):
        cell = cell[1:]
    return cell[:-1] if cell.endswith("\t") else cell


def unescaped(cell):
    """_xHHHH_ of a workbook, undone as spreadsheets do."""
    return re.sub("_x([0-9A-Fa-f]{4})_", lambda m: chr(int(m[1], 16)), cell)


def runs(cell):
    """True for a cell of a CSV that a spreadsheet would take for a formula."""
    for c in cell:
        if not c.isspace() and unicodedata.category(c) not in ("Cc", "Cf"):
            return c in FORMULA and not re.fullmatch(r"[+-][0-9]+\t?", cell)
    return False


def require(condition, *what):
    if not condition:
        sys.exit("FAIL " + " ".join(repr(w) for w in what))


def compare(rows, expected, undo, kind):
    header, data = rows[0], rows[1:]
    require(len(data) == len(expected), kind, "rows", len(data), len(expected))
    by_row = {int(row[header.index("task_row_index")]): row for row in data}
    for number, text in expected.items():
        row = by_row[int(number)]
        cells = {title: row[i] for i, title in enumerate(header) if i < len(row)}
        for field in FIELDS:
            require(undo(cells[field] or "") == text, kind, field, cells[field], text)
        require(undo(cells["call_uuid"]) == f"{text} #{number}", kind, cells["call_uuid"], text)
        customer = [i for i, title in enumerate(header) if undo(title or "") == "customer." + text]
        require(len(customer) == 1 and undo(row[customer[0]]) == text, kind, "customer", customer, text)


def read_csv(name, encoding):
    with open(name, encoding=encoding, newline="") as file:
        return [[cell for cell in row] for row in csv.reader(file)]


def check_excel_csv(folder, expected):
    rows = read_csv(os.path.join(folder, "calls.csv"), "utf-8-sig")
    compare(rows, expected, plain, "csv")
    for row in rows:
        for cell in row:
            require(not runs(cell), "a formula in the CSV", cell)


def check_raw_csv(folder, expected):
    name = os.path.join(folder, "calls-raw.csv")
    rows = read_csv(name, "utf-8")
    compare(rows, expected, lambda cell: cell, "csv-raw")
    with open(name + "-metadata.json", encoding="utf-8") as file:
        description = json.load(file)
    require(description["@context"] == "http://www.w3.org/ns/csvw", "context")
    titles = [column["titles"] for column in description["tableSchema"]["columns"]]
    require(titles == rows[0], "columns of the description", titles, rows[0])


def check_parts(name):
    """Nothing in the package can run or reach out."""
    with zipfile.ZipFile(name) as package:
        require(package.testzip() is None, name, "is damaged")
        for part in package.namelist():
            require("externalLink" not in part and "vba" not in part, name, part)
            content = package.read(part).decode("utf-8")
            for word in ("<f>", "<f ", "<hyperlink", "ddeLink", "oleLink", 'TargetMode="External"'):
                require(word not in content, name, part, word)


def check_workbook(name):
    check_parts(name)
    book = openpyxl.load_workbook(name)
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                require(cell.data_type != "f" and cell.hyperlink is None, name, sheet.title, cell.value)
    return book


def check_xlsx(folder, expected):
    book = check_workbook(os.path.join(folder, "calls.xlsx"))
    rows = [list(row) for row in book.worksheets[0].iter_rows(values_only=True)]
    texts = [[unescaped(c) if isinstance(c, str) else c for c in row] for row in rows]
    compare(texts, expected, lambda cell: cell, "xlsx")


def main(folder):
    with open(os.path.join(folder, "expected.json"), encoding="utf-8") as file:
        expected = json.load(file)
    require(len(expected) >= 120, "payloads", len(expected))
    check_excel_csv(folder, expected)
    check_raw_csv(folder, expected)
    check_xlsx(folder, expected)
    titles = check_workbook(os.path.join(folder, "titles.xlsx"))
    require(len(titles.sheetnames) == len({name.casefold() for name in titles.sheetnames}), titles.sheetnames)
    # The checks themselves can fail.
    require(runs("=1+1") and runs(" \t+cmd|' /C calc'!A0") and not runs("'=1+1"), "runs() finds nothing")
    print(f"OK {len(expected)} payloads")


main(sys.argv[1])
