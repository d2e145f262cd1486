"""Compares updated workbooks with their originals, cell by cell, as openpyxl reads them.

Input: a JSON file with a list of {original, updated, sheet, written: {cell: text}}.
Output: JSON {compared, skipped, differences: [[file, sheet, cell, was, is]]}.
"""
import datetime
import json
import sys
import warnings

import openpyxl

warnings.simplefilter("ignore")


def cells(path, known):
    book = openpyxl.load_workbook(path, keep_vba=False)
    return {
        (sheet.title, cell.coordinate): text(cell.value)
        for sheet in book.worksheets
        if known is None or sheet.title in known
        for row in sheet.iter_rows()
        for cell in row
        if text(cell.value) != ""
    }


def text(value):
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime.datetime):
        return value.date().isoformat() if value.time() == datetime.time() else value.isoformat()
    if hasattr(value, "text"):
        return str(value.text)
    if type(value).__module__.startswith("openpyxl"):
        # Formulas of more than one cell: what they say, not which object says it.
        return type(value).__name__ + str(sorted(vars(value).items()))
    return str(value)


with open(sys.argv[1], encoding="utf-8") as file:
    pairs = json.load(file)
compared, skipped, differences = 0, [], []
for pair in pairs:
    try:
        before = cells(pair["original"], None)
    except Exception as problem:
        skipped.append([pair["original"], type(problem).__name__])
        continue
    titles = openpyxl.load_workbook(pair["original"]).sheetnames
    if pair["sheet"] not in titles:
        # Strict workbooks open without their sheets.
        skipped.append([pair["original"], "sheet not read"])
        continue
    try:
        after = cells(pair["updated"], set(titles))
    except Exception as problem:
        differences.append([pair["original"], "", "", "opens", repr(problem)])
        continue
    compared += 1
    written = {(pair["sheet"], cell): value for cell, value in pair["written"].items()}
    for key in sorted(set(before) | set(after) | set(written)):
        was = written.get(key, before.get(key, ""))
        now = after.get(key, "")
        if was != now:
            differences.append([pair["original"], key[0], key[1], was[:80], now[:80]])
print(json.dumps({"compared": compared, "skipped": skipped, "differences": differences}))
