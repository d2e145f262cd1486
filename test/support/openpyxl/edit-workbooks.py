"""Edits workbooks as people who use openpyxl do. Reads one JSON object a line, answers with one line."""

import json
import sys

import openpyxl


def swap_rows(sheet, one, other):
    for column in range(1, sheet.max_column + 1):
        first, second = sheet.cell(one, column), sheet.cell(other, column)
        first.value, second.value = second.value, first.value


def edit(sheet, change):
    kind = change["kind"]
    if kind == "insert-column":
        sheet.insert_cols(change["at"])
    elif kind == "delete-column":
        sheet.delete_cols(change["at"])
    elif kind == "insert-row":
        sheet.insert_rows(change["at"])
    elif kind == "delete-row":
        sheet.delete_rows(change["at"])
    elif kind == "swap-rows":
        swap_rows(sheet, change["one"], change["other"])
    else:
        sheet.cell(change["row"], change["column"]).value = change["text"]


for line in sys.stdin:
    asked = json.loads(line)
    workbook = openpyxl.load_workbook(asked["path"])
    for change in asked["edits"]:
        edit(workbook[asked["sheet"]], change)
    workbook.save(asked["path"])
    print("done", flush=True)
