# SPDX-License-Identifier: GPL-3.0-or-later
"""The workbook of test_xlsx_writer, read with openpyxl: kinds of cells, formats, totals, charts, sheets."""
import datetime
import sys

import openpyxl


def require(condition, *what):
    if not condition:
        sys.exit("FAIL " + " ".join(repr(w) for w in what))


def check_row(cells, number):
    name, count, talk, when, rate, mean = cells
    require(name.value == f"row {number}" and name.data_type in "s", name.value)
    require(count.value == number and count.data_type == "n", count.value)
    days = talk.value if isinstance(talk.value, float) else 0
    seconds = talk.value.total_seconds() if isinstance(talk.value, datetime.timedelta) else days * 86400
    require(number == 0 or abs(seconds - 90061.5 * number) < 1, number, talk.value)
    require(talk.number_format == "[h]:mm:ss", talk.number_format)
    require(when.is_date and abs(when.value - datetime.datetime(2018, 5, 31, 11, 36, 24)).total_seconds() < 0.001, when.value)
    require(rate.value == (None if number == 0 else 0.125), rate.value)
    require(number == 0 or rate.number_format == "0.0%", rate.number_format)
    require(mean.value == 1.25 and mean.number_format == "0.00", mean.value)


def check_sheets(book):
    require(book.sheetnames == ["类型", "类型 (2)", "类型 (3)", "Odd", "About"], book.sheetnames)
    number = 0
    for sheet in book.worksheets[:3]:
        require(sheet["A1"].value == "名称" and sheet["A1"].font.bold, sheet["A1"].value)
        require(sheet.freeze_panes == "A2", sheet.freeze_panes)
        setup = sheet.page_setup
        require(str(setup.paperSize) == "9" and setup.fitToHeight == 0 and sheet.sheet_properties.pageSetUpPr.fitToPage, setup)
        require("$1:$1" in str(sheet.print_title_rows), sheet.print_title_rows)
        rows = min(10, 25 - number)
        require(sheet.auto_filter.ref == f"A1:F{rows + 1}", sheet.title, sheet.auto_filter.ref)
        for row in range(2, rows + 2):
            check_row(sheet[row], number)
            number += 1
    totals = book.worksheets[2][7]
    check_row(totals, 300)
    require(all(cell.font.bold for cell in totals) and not book.worksheets[2][6][0].font.bold, "totals are bold")
    require(book.worksheets[0].column_dimensions["D"].width > 19, book.worksheets[0].column_dimensions["D"].width)


def check_odd(sheet):
    require(sheet["A2"].value == "1234567890123456" and sheet["A2"].data_type == "s", sheet["A2"].value)
    require(sheet["A3"].value == "-0:00:05", sheet["A3"].value)
    require(isinstance(sheet["A4"].value, str) and sheet["A4"].value.startswith("1897-"), sheet["A4"].value)
    require(len(sheet["A5"].value) <= 32767 and "more characters" in sheet["A5"].value, len(sheet["A5"].value))


def main(name):
    book = openpyxl.load_workbook(name)
    check_sheets(book)
    check_odd(book["Odd"])
    about = {row[0]: row[1] for row in book["About"].iter_rows(values_only=True)}
    require(about["Period"] == "all" and "1" in about.values(), about)
    require(book.properties.title == "Typed" and "Period: all" in book.properties.description, book.properties)
    charts = book.worksheets[0]._charts
    require(len(charts) == 1 and len(charts[0].series) == 2, len(charts))
    require(charts[0].series[0].val.numRef.f == "'类型'!$B$2:$B$11", charts[0].series[0].val.numRef.f)
    print("OK")


main(sys.argv[1])
