"""Prints the cell values of workbooks as openpyxl reads them: one JSON line for each file named on the command line."""

import datetime
import json
import sys
import warnings

import openpyxl

warnings.simplefilter("ignore")


def plain(value):
    """A value as [kind, text]."""
    if isinstance(value, bool):
        return ["boolean", "TRUE" if value else "FALSE"]
    if isinstance(value, (int, float)):
        return ["number", repr(value)]
    if isinstance(value, datetime.datetime):
        return ["date", value.isoformat(sep=" ", timespec="milliseconds")]
    if isinstance(value, datetime.date):
        return ["date", value.isoformat() + " 00:00:00.000"]
    if isinstance(value, datetime.time):
        return ["time", value.isoformat(timespec="milliseconds")]
    if isinstance(value, datetime.timedelta):
        return ["duration", repr(value.total_seconds())]
    return ["text", str(value)]


def cells(sheet):
    """Every cell that holds something, as [row, column, kind, text]."""
    return [
        [cell.row, cell.column, *plain(cell.value)]
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    ]


def answer(path):
    try:
        workbook = openpyxl.load_workbook(path, data_only=True)
    except Exception as problem:  # whatever openpyxl cannot open is not compared
        return {"file": path, "problem": f"{type(problem).__name__}: {problem}"[:200]}
    sheets = [{"name": sheet.title, "cells": cells(sheet)} for sheet in workbook.worksheets]
    return {"file": path, "sheets": sheets}


for name in sys.argv[1:]:
    print(json.dumps(answer(name)))
