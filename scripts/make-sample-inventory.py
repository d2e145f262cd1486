#!/usr/bin/env python3
"""Makes assets/sample-inventory.xlsx: the inventory of a made-up agency, untidy as real ones are.

    python3 scripts/make-sample-inventory.py          (needs python3-xlsxwriter; nothing else)

The datasets stand in sample-inventory-datasets.csv beside this file. The same input gives the
same bytes: dates are fixed, and formulas carry the values counted here, because a workbook that
was never opened in Excel has none of its own.
"""

import csv
from collections import Counter
from datetime import date, datetime
from pathlib import Path

import xlsxwriter
from xlsxwriter.utility import xl_range_abs

HERE = Path(__file__).resolve().parent
DATASETS = HERE / 'sample-inventory-datasets.csv'
TARGET = HERE.parent / 'assets' / 'sample-inventory.xlsx'

# Heading, field in the CSV, width in characters.
COLUMNS = [
    ('ID', 'id', 9),
    ('Dataset Name', 'title', 31),
    ('What is in it?', 'about', 46),
    ('Division', 'division', 19),
    ('Source System', 'system', 18),
    ('Contains PII', 'pii', 9),
    ('Legal Restriction', 'legal', 20),
    ('File Format', 'format', 12),
    ('Updated', 'updated', 12),
    ('Years Available', 'years', 16),
    ('Published?', 'published', 11),
    ('Link', 'link', 32),
    ('Last Posted', 'posted', 11),
    ('Data Owner', 'owner', 20),
    ('Contact Email', 'email', 29),
    ('Requests per year', 'requests', 10),
    ('Records (approx.)', 'records', 11),
    ('Retention', 'retention', 16),
    ('Comments', 'comments', 36),
]
FIELDS = [field for _, field, _ in COLUMNS]
HEADER_ROW = 5  # counted from 0, as XlsxWriter does: Excel's row 6
BLANK_AFTER = {'OMA-021', 'OMA-040'}
# Excel's built-in #,##0: XlsxWriter 3.0 writes a format of one's own once for every use of it.
THOUSANDS = 3
FREQUENCIES = ['Daily', 'Weekly', 'Bi-weekly', 'Monthly', 'Quarterly', 'Bi-annually', 'Annually', 'As needed', 'Not updated']
YELLOW_FLAGS = {('OMA-012', 'comments'), ('OMA-022', 'comments'), ('OMA-043', 'legal'), ('OMA-059', 'updated')}
CELL_NOTES = [
    ('OMA-004', 'legal', 'Priya: applies only while the complaint is open. Closed ones may be public, Legal to confirm.'),
    ('OMA-016', 'comments', 'Memo of 3/14 in the Outreach folder: suppress counts under 6.'),
    ('OMA-041', 'owner', 'Who takes this over??'),
]


def read_datasets():
    with DATASETS.open(encoding='utf-8', newline='') as file:
        return list(csv.DictReader(file))


def make_formats(book):
    base = {'font_name': 'Calibri', 'font_size': 10, 'valign': 'top', 'border': 1, 'border_color': '#BFBFBF'}
    return {
        'banner': book.add_format({'bold': True, 'font_color': '#9C5700', 'bg_color': '#FFEB9C', 'align': 'left'}),
        'title': book.add_format({'bold': True, 'font_size': 16, 'font_color': '#1F3864'}),
        'subtitle': book.add_format({'italic': True, 'font_color': '#595959'}),
        'header': book.add_format({'bold': True, 'font_size': 10, 'font_color': '#FFFFFF', 'bg_color': '#1F3864',
                                   'text_wrap': True, 'valign': 'vcenter', 'align': 'center', 'border': 1}),
        'text': book.add_format({**base, 'text_wrap': True}),
        'center': book.add_format({**base, 'align': 'center'}),
        'number': book.add_format({**base, 'num_format': THOUSANDS}),
        'date': book.add_format({**base, 'num_format': 'm/d/yyyy', 'align': 'left'}),
        'link': book.add_format({**base, 'font_color': '#0563C1', 'underline': 1}),
        'flag': book.add_format({**base, 'text_wrap': True, 'bg_color': '#FFFF00'}),
        'day': book.add_format({'italic': True, 'font_color': '#595959', 'num_format': 'mmmm d, yyyy', 'align': 'left'}),
        'indented': book.add_format({**base, 'text_wrap': True, 'indent': 1}),
        'total': book.add_format({'bold': True, 'font_size': 10, 'top': 2, 'num_format': THOUSANDS}),
        'note': book.add_format({'italic': True, 'font_size': 9, 'font_color': '#7F7F7F'}),
        'plain': book.add_format({'font_size': 11, 'text_wrap': True, 'valign': 'top'}),
        'bold': book.add_format({'bold': True}),
        'percent': book.add_format({'num_format': '0.0%'}),
        'pii': book.add_format({'bg_color': '#FFC7CE', 'font_color': '#9C0006'}),
        'published': book.add_format({'bg_color': '#E2EFDA'}),
    }


def write_titles(sheet, formats):
    sheet.merge_range(0, 0, 0, len(COLUMNS) - 1, 'SAMPLE: a made-up agency for trying the program. Nobody and nothing in this workbook is real.', formats['banner'])
    sheet.write(1, 0, 'Office of Made-Up Affairs - High Value Data Inventory', formats['title'])
    sheet.write(2, 0, 'Compiled by the Agency Data Officer from the division lists. Divisions: please correct your own rows only.', formats['subtitle'])
    sheet.write(3, 0, 'Last review with divisions:', formats['subtitle'])
    sheet.write_datetime(3, 2, datetime(2025, 8, 4), formats['day'])
    sheet.set_row(1, 24)


def write_cell(sheet, row, column, field, value, style, formats):
    if value == '':
        sheet.write_blank(row, column, None, style)
    elif field in ('requests', 'records'):
        sheet.write_number(row, column, int(value), style)
    elif field == 'posted':
        sheet.write_datetime(row, column, datetime.combine(date.fromisoformat(value), datetime.min.time()), style)
    elif field == 'link':
        sheet.write_url(row, column, value, formats['link'])
    else:
        sheet.write_string(row, column, value, style)


def write_datasets(sheet, datasets, formats):
    """Writes the rows and answers where each dataset went; blank rows stand between some."""
    by_field = {'pii': 'center', 'published': 'center', 'posted': 'date', 'requests': 'number', 'records': 'number', 'link': 'link', 'retention': 'indented'}
    places, row = {}, HEADER_ROW
    for dataset in datasets:
        row += 1
        places[dataset['id']] = row
        for column, field in enumerate(FIELDS):
            flagged = (dataset['id'], field) in YELLOW_FLAGS
            style = formats['flag' if flagged else by_field.get(field, 'text')]
            write_cell(sheet, row, column, field, dataset[field], style, formats)
        longest = max(len(dataset['about']) / 46, len(dataset['comments']) / 36, len(dataset['title']) / 31)
        sheet.set_row(row, 14 * (1 + int(longest * 1.05)))
        if dataset['id'] in BLANK_AFTER:
            row += 1
    return places, row


def add_rules(sheet, first, last, formats):
    def over(field, **rule):
        column = FIELDS.index(field)
        sheet.data_validation(first, column, last, column, rule)

    over('pii', validate='list', source=['Y', 'N'], error_title='Contains PII', error_message='Choose Y or N.')
    over('updated', validate='list', source='=Lists!$A$2:$A$10', error_type='warning')
    over('published', validate='list', source='=Lists!$B$2:$B$5', error_type='information')
    over('division', validate='list', source='=Divisions', error_type='warning')
    pii, published = FIELDS.index('pii'), FIELDS.index('published')
    sheet.conditional_format(first, pii, last, pii, {'type': 'cell', 'criteria': '==', 'value': '"Y"', 'format': formats['pii']})
    sheet.conditional_format(first, published, last, published, {'type': 'text', 'criteria': 'begins with', 'value': 'Yes', 'format': formats['published']})


def write_below(sheet, last, datasets, formats):
    total_row, column = last + 2, FIELDS.index('requests')
    total = sum(int(dataset['requests'] or 0) for dataset in datasets)
    sheet.write_string(total_row, 1, 'Total requests, all divisions', formats['total'])
    for blank in range(2, column):
        sheet.write_blank(total_row, blank, None, formats['total'])
    letter = xlsxwriter.utility.xl_col_to_name(column)
    sheet.write_formula(total_row, column, f'=SUM({letter}{HEADER_ROW + 2}:{letter}{last + 1})', formats['total'], total)
    sheet.write_string(total_row + 1, 1, 'Note: "Internal only" means the dashboard is shared with managers. Requests are counted July to June.', formats['note'])


def write_inventory(sheet, datasets, formats):
    for column, (heading, _, width) in enumerate(COLUMNS):
        sheet.set_column(column, column, width)
        sheet.write_string(HEADER_ROW, column, heading, formats['header'])
    sheet.set_row(HEADER_ROW, 32)
    write_titles(sheet, formats)
    places, last = write_datasets(sheet, datasets, formats)
    add_rules(sheet, HEADER_ROW + 1, last, formats)
    write_below(sheet, last, datasets, formats)
    sheet.write_comment(HEADER_ROW, FIELDS.index('pii'), 'PII = anything that can identify a person, also together with other data.', {'author': 'ADO'})
    for dataset_id, field, words in CELL_NOTES:
        sheet.write_comment(places[dataset_id], FIELDS.index(field), words, {'author': 'ADO'})
    sheet.autofilter(HEADER_ROW, 0, last, len(COLUMNS) - 1)
    sheet.freeze_panes(HEADER_ROW + 1, 2)
    sheet.set_landscape()
    sheet.set_paper(5)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(HEADER_ROW)
    sheet.set_footer('&LOffice of Made-Up Affairs (sample)&RPage &P of &N')
    return last


def write_instructions(sheet, formats):
    sheet.set_column(0, 0, 5)
    sheet.set_column(1, 1, 96)
    sheet.write_string(0, 0, 'How to fill in the inventory (SAMPLE, made-up agency)', formats['title'])
    steps = [
        'One row per dataset. If you keep one file per year, list it once and give the years.',
        'List primary sources: what the office collects or keeps for its own duties, not every extract made from it.',
        'Contains PII: Y if a person can be identified from it. If unsure write Y and say why under Comments.',
        'Legal Restriction: cite the law (for example CGS 1-210(b), FERPA, HIPAA). Leave empty if you know of none.',
        'Updated: use the drop-down. Requests per year: your best estimate, July to June.',
        'Published?: Yes only if the public can get to it today. Put the address under Link.',
        'Return your rows to the Agency Data Officer by October 31.',
    ]
    for index, words in enumerate(steps):
        sheet.write_number(index + 2, 0, index + 1, formats['plain'])
        sheet.write_string(index + 2, 1, words, formats['plain'])
    sheet.write_string(len(steps) + 3, 1, 'Questions: ado@oma.example.org', formats['note'])


def write_lists(sheet, divisions):
    published = ['Yes', 'No', 'Partial', 'Internal only']
    for column, (heading, items) in enumerate([('Frequency', FREQUENCIES), ('Published', published), ('Division', divisions)]):
        sheet.write_string(0, column, heading)
        for index, item in enumerate(items):
            sheet.write_string(index + 1, column, item)
    sheet.hide()


def write_summary(book, sheet, datasets, last, formats):
    def inventory_range(field):
        column = FIELDS.index(field)
        return 'Inventory!' + xl_range_abs(HEADER_ROW + 1, column, last, column)

    counts = Counter(dataset['division'] for dataset in datasets)
    published = Counter(dataset['division'] for dataset in datasets if dataset['published'] == 'Yes')
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, 3, 12)
    sheet.write_string(0, 0, 'Summary by division (SAMPLE)', formats['title'])
    for column, heading in enumerate(['Division', 'Datasets', 'Published', 'Share']):
        sheet.write_string(2, column, heading, formats['header'])
    divisions = sorted(counts)
    for index, division in enumerate(divisions):
        row = index + 3
        sheet.write_string(row, 0, division)
        sheet.write_formula(row, 1, f'=COUNTIF({inventory_range("division")},A{row + 1})', None, counts[division])
        sheet.write_formula(row, 2, f'=COUNTIFS({inventory_range("division")},A{row + 1},{inventory_range("published")},"Yes")', None, published[division])
        sheet.write_formula(row, 3, f'=IF(B{row + 1}=0,0,C{row + 1}/B{row + 1})', formats['percent'], published[division] / counts[division])
    first, end = 4, len(divisions) + 3
    sheet.write_string(end, 0, 'All', formats['bold'])
    sheet.write_formula(end, 1, f'=SUM(B{first}:B{end})', formats['bold'], len(datasets))
    sheet.write_formula(end, 2, f'=SUM(C{first}:C{end})', formats['bold'], sum(published.values()))
    chart = book.add_chart({'type': 'bar'})
    for column, heading, colour in [(1, 'Datasets', '#8EA9DB'), (2, 'Published', '#1F3864')]:
        values = [(counts if column == 1 else published)[division] for division in divisions]
        chart.add_series({'name': heading, 'categories': ['Summary', 3, 0, end - 1, 0], 'values': ['Summary', 3, column, end - 1, column],
                          'categories_data': divisions, 'values_data': values, 'fill': {'color': colour}})
    chart.set_title({'name': 'Datasets and published datasets by division'})
    chart.set_y_axis({'reverse': True})
    chart.set_legend({'position': 'bottom'})
    chart.set_size({'width': 620, 'height': 400})
    sheet.set_landscape()
    sheet.fit_to_pages(1, 1)
    sheet.insert_chart('F3', chart, {'description': 'Bar chart of datasets and published datasets by division'})
    return divisions


def main():
    datasets = read_datasets()
    TARGET.parent.mkdir(exist_ok=True)
    book = xlsxwriter.Workbook(str(TARGET))
    book.set_properties({'title': 'Data inventory (sample)', 'author': 'Office of Made-Up Affairs (sample)', 'company': 'A made-up agency',
                         'comments': 'Made up for trying the Open Data Access Planner.', 'created': datetime(2025, 8, 4, 9, 30)})
    formats = make_formats(book)
    inventory = book.add_worksheet('Inventory')
    instructions = book.add_worksheet('Instructions')
    summary = book.add_worksheet('Summary')
    lists = book.add_worksheet('Lists')
    last = write_inventory(inventory, datasets, formats)
    write_instructions(instructions, formats)
    divisions = write_summary(book, summary, datasets, last, formats)
    write_lists(lists, divisions)
    book.define_name('Divisions', f'=Lists!$C$2:$C${len(divisions) + 1}')
    book.close()
    print(f'{TARGET.name}: {len(datasets)} datasets in rows {HEADER_ROW + 2} to {last + 1}')


if __name__ == '__main__':
    main()
