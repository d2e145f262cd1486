import {
  about,
  type Cells,
  merge,
  numbered,
  numberedColumns,
  numberedHeader,
  one,
  plain,
  plainColumns,
  plainHeader,
  rows,
  sheet,
  type UglyInventory,
} from './ugly-inventory.ts'

export const inventoriesWithUglyLayouts: readonly UglyInventory[] = [
  {
    what: 'how to fill it in, right below the headings',
    grids: one([
      ['Dataset Name', 'Description', 'Owner', 'Update Frequency', 'Public (Y/N)'],
      [
        'Enter the official name',
        'Provide a short description',
        'Name of steward',
        'Select from list',
        'Y or N',
      ],
      ...rows(5, (name) => [name, about(name), 'Ann', 'Monthly', 'Y']),
    ]),
    header: [1, 1],
    datasets: 5,
    why: { explanation: 1 },
    columns: 'A title, B description, C owner, D update-frequency, E published',
  },
  {
    what: 'an example below the headings',
    grids: one([
      numberedHeader,
      ['Example', 'Payroll', 'All payments to employees', 'J. Doe'],
      ...rows(5, numbered),
    ]),
    header: [1, 1],
    datasets: 5,
    why: { explanation: 1 },
    columns: numberedColumns,
  },
  {
    what: 'what each heading means, above the headings',
    grids: one([
      [
        'Official name of the dataset as used by staff',
        'A short summary of what it holds and why',
        'Who keeps it, by name',
      ],
      ['Dataset Name', 'Description', 'Owner'],
      ...rows(6, (name) => [name, about(name), 'Ann']),
    ]),
    header: [2, 1],
    datasets: 6,
    columns: 'A title, B description, C owner',
  },
  {
    what: 'numbers of the columns above the headings',
    grids: one([[1, 2, 3, 4], plainHeader, ...rows(6, plain)]),
    header: [2, 1],
    datasets: 6,
    columns: plainColumns,
  },
  {
    what: 'units of measurement below the headings',
    grids: one([
      ['ID', 'Dataset Name', 'Size'],
      [null, null, 'MB'],
      ...rows(6, (name, i) => [i + 1, name, 10 * i]),
    ]),
    header: [1, 1],
    datasets: 6,
    why: { unnamed: 1 },
    columns: 'A inventory-number, B title, C -',
  },
  {
    what: 'empty columns between the others',
    grids: one([
      ['Dataset Name', null, 'Description', null, 'Owner'],
      ...rows(6, (name) => [name, null, about(name), null, 'Ann']),
    ]),
    header: [1, 1],
    datasets: 6,
    columns: 'A title, C description, E owner',
  },
  {
    what: 'an empty row behind every row',
    grids: one([plainHeader, ...rows(6, plain).flatMap((row): Cells[] => [[], row])]),
    header: [1, 1],
    datasets: 6,
    blank: 6,
    columns: plainColumns,
  },
  {
    what: 'numbers in front that have no heading',
    grids: one([[null, 'Dataset Name', 'Description', 'Owner'], ...rows(6, numbered)]),
    header: [1, 1],
    datasets: 6,
    columns: 'A -, B title, C description, D owner',
  },
  {
    what: 'divisions merged down over their datasets',
    grids: one(
      [
        ['Division', 'Dataset Name', 'Description'],
        ...rows(6, (name, index) => [index % 3 === 0 ? 'Roads' : null, name, about(name)]),
      ],
      [merge(2, 1, 4, 1), merge(5, 1, 7, 1)],
    ),
    header: [1, 1],
    datasets: 6,
    columns: 'A unit, B title, C description',
  },
  {
    what: 'questions for headings',
    grids: one([
      [
        'What is the name of the data?',
        'Please describe the data',
        'Who is responsible?',
        'How often is it updated?',
        'Is it available to the public?',
        'Where is it published (URL)?',
      ],
      ...rows(6, (name) => [name, about(name), 'Ann Lee', 'Monthly', 'Yes', 'https://data.ct.gov/a']),
    ]),
    header: [1, 1],
    datasets: 6,
    columns: 'A title, B description, C owner, D update-frequency, E published, F url',
  },
  {
    what: 'headings over several lines with stars',
    grids: one([
      [
        'Dataset\nName*',
        'Description\n(max 500 characters)',
        'Data Steward*',
        'Update\nFrequency',
        'Public /\nProtected',
      ],
      ...rows(6, (name) => [name, about(name), 'Ann', 'Monthly', 'Public']),
    ]),
    header: [1, 1],
    datasets: 6,
    columns: 'A title, B description, C owner, D update-frequency, E classification',
  },
  {
    what: 'years for headings',
    grids: one([
      ['Dataset', 2021, 2022, 2023],
      ...rows(8, (name, index) => [name, index, index + 1, index + 2]),
    ]),
    header: [1, 1],
    datasets: 8,
    columns: 'A title, B -, C -, D -',
  },
  {
    what: 'rows that say little more than the name',
    grids: one([
      ['Dataset Name', 'Description', 'Owner', 'Frequency', 'URL', 'Notes'],
      ...rows(8, (name, index) =>
        index > 4 ? [name] : [name, about(name), 'Ann', 'Monthly', 'https://data.ct.gov/a', 'none'],
      ),
    ]),
    header: [1, 1],
    datasets: 8,
    columns: 'A title, B description, C owner, D update-frequency, E url, F notes',
  },
  {
    what: 'systems instead of datasets',
    grids: one([
      ['Application Name', 'Vendor', 'Description', 'Business Owner', 'Contains PII'],
      ...rows(6, (name) => [`${name} system`, 'Acme', about(name), 'Ann', 'Yes']),
    ]),
    header: [1, 1],
    datasets: 6,
    columns: 'A title, B -, C description, D owner, E classification',
  },
  {
    what: 'one name for the reports of every year',
    grids: one([
      ['Report', 'Year', 'Division', 'Link'],
      ...Array.from(
        { length: 12 },
        (_, index): Cells => ['Annual report', 2010 + index, 'Finance', 'https://data.ct.gov/a'],
      ),
    ]),
    header: [1, 1],
    datasets: 12,
    columns: 'A title, B coverage, C unit, D url',
  },
  {
    what: 'sheets to read and to choose from beside the inventory',
    grids: [
      sheet([['Instructions'], ['1. Fill in every row'], ['2. Do not change headings']], [], 'Read me'),
      sheet(
        [
          ['Frequency', 'Format', 'Classification'],
          ['Daily', 'CSV', 'Public'],
        ],
        [],
        'Lists',
      ),
      sheet(
        [
          ['System', 'Data set', 'What is in it', 'Who owns it'],
          ...rows(6, (name) => ['ERP', name, about(name), 'Ann']),
        ],
        [],
        'FY25',
      ),
    ],
    sheet: 'FY25',
    header: [1, 1],
    datasets: 6,
    columns: 'A source-system, B title, C description, D owner',
  },
  {
    what: 'a summary by division beside the inventory',
    grids: [
      sheet(
        [
          ['Division', 'Datasets', 'Public', 'Protected'],
          ['Finance', 12, 5, 7],
          ['Roads', 10, 9, 1],
          ['Total', 22, 14, 8],
        ],
        [],
        'Summary',
      ),
      sheet(
        [
          ['Division', 'Data name', 'Details', 'Access'],
          ...rows(8, (name) => ['Finance', name, about(name), 'Public']),
        ],
        [],
        'Detail',
      ),
    ],
    sheet: 'Detail',
    header: [1, 1],
    datasets: 8,
    columns: 'A unit, B title, C description, D classification',
  },
]
