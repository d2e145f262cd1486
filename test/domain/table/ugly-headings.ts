import { about, one, plain, plainColumns, plainHeader, rows, type UglyInventory } from './ugly-inventory.ts'

const banded = ['Name', 'Description', 'Theme', 'Contact', 'Email']

export const inventoriesWithUglyHeadings: readonly UglyInventory[] = [
  {
    what: 'bands over all but the first columns',
    grids: one([
      [null, null, 'Dataset', null, null, 'Upkeep'],
      ['No.', 'Agency', 'Name', 'Description', 'Theme', 'Steward', 'Update Frequency'],
      ...rows(6, (name, index) => [index + 1, 'DOT', name, about(name), 'Roads', 'Ann', 'Monthly']),
    ]),
    header: [2, 2],
    datasets: 6,
    columns: 'A inventory-number, B agency, C title, D description, E category, F owner, G update-frequency',
  },
  {
    what: 'bands over headings one of which is among its values',
    grids: one([
      ['Dataset', null, null, 'Access'],
      ['Name', 'Description', 'Theme', 'Public', 'Statute'],
      ...rows(6, (name) => [name, about(name), 'Roads', 'Public', 'CGS 1-210']),
    ]),
    header: [2, 2],
    datasets: 6,
    columns: 'A title, B description, C category, D published, E legal-basis',
  },
  {
    what: 'few headings in words beside many that are short',
    grids: one([
      ['Dataset Name', 'Owner', 'Q1', 'Q2', 'Q3', 'Q4'],
      ...rows(6, (name, index) => [name, 'Ann', index, index + 1, index + 2, index + 3]),
      ['All', null, 15, 21, 27, 33],
    ]),
    header: [1, 1],
    datasets: 6,
    why: { total: 1 },
    columns: 'A title, B owner, C -, D -, E -, F -',
  },
  {
    what: 'questions of a survey over their answers',
    grids: one([
      [
        'What data does your division keep?',
        null,
        'Which office of the department may see it in 2026?',
        null,
      ],
      ['Name', 'Description', 'Division', 'Contact email'],
      ...rows(6, (name) => [name, about(name), 'Planning', 'a@ct.gov']),
    ]),
    header: [2, 2],
    datasets: 6,
    columns: 'A title, B description, C unit, D contact',
  },
  {
    what: 'bands that are years',
    grids: one([
      ['Dataset', null, 'FY 2024', null, 'FY 2025'],
      ['Name', 'Owner', 'Records', 'Downloads', 'Records', 'Downloads'],
      ...rows(6, (name, index) => [name, 'Ann', index, index + 1, index + 2, index + 3]),
    ]),
    header: [2, 2],
    datasets: 6,
    columns: 'A title, B owner, C -, D -, E -, F -',
  },
  {
    what: 'bands written over every column',
    grids: one([
      ['Dataset', 'Dataset', 'Dataset', 'Publisher', 'Publisher'],
      banded,
      ...rows(6, (name) => [name, about(name), 'Roads', 'Ann', 'a@ct.gov']),
    ]),
    header: [2, 2],
    datasets: 6,
    columns: 'A title, B description, C category, D -, E contact',
  },
  {
    what: 'columns without a heading between others',
    grids: one([
      ['Dataset Name', null, 'Owner', null, 'Format'],
      ...rows(8, (name) => [name, about(name), 'Ann', '860-555-0000', 'CSV']),
    ]),
    header: [1, 1],
    datasets: 8,
    columns: 'A title, B -, C owner, D -, E format',
  },
  {
    what: 'names of a database above the headings',
    grids: one([['ds_title', 'ds_desc', 'ds_owner', 'ds_format'], plainHeader, ...rows(8, plain)]),
    header: [2, 1],
    datasets: 8,
    columns: plainColumns,
  },
  {
    what: 'names of a database for headings',
    grids: one([['dataset_title', 'description', 'data_owner', 'fileFormat'], ...rows(8, plain)]),
    header: [1, 1],
    datasets: 8,
    columns: plainColumns,
  },
  {
    what: 'headings cut in two, one row above the other',
    grids: one([
      ['Dataset', 'Data', 'Update', 'Public'],
      ['Name', 'Owner', 'Frequency', '(Y/N)'],
      ...rows(6, (name) => [name, 'Ann', 'Annual', 'Y']),
    ]),
    header: [2, 2],
    datasets: 6,
    columns: 'A title, B owner, C update-frequency, D published',
  },
  {
    what: 'headings with raised figures that lead to notes',
    grids: one([
      ['Dataset¹', 'Description²', 'Owner³'],
      ...rows(6, (name) => [name, about(name), 'Ann']),
      [],
      ['¹ As registered'],
      ['² At most 500 characters'],
    ]),
    header: [1, 1],
    datasets: 6,
    why: { note: 2 },
    blank: 1,
    columns: 'A title, B description, C owner',
  },
  {
    what: 'headings with numbers in front',
    grids: one([
      ['1. Dataset name', '2) Description', 'Q3: Who owns it', '4.1) Is it public?', '(5) Link', 'f. Format'],
      ...rows(6, (name) => [name, about(name), 'Ann', 'Yes', 'https://data.ct.gov/a', 'CSV']),
    ]),
    header: [1, 1],
    datasets: 6,
    columns: 'A title, B description, C owner, D published, E url, F format',
  },
  ...[
    ['Inventory of the Department', null, 'As of 1/2/2026'],
    ['Office of Policy', null, 'Data Inventory'],
    ['Department of Transportation', null, 'Version 2'],
    ['Connecticut Department of Transportation', null, 'Updated: June 2026'],
    ['DOT', null, 'Data Inventory'],
  ].map(
    (title): UglyInventory => ({
      what: `a title in two cells: ${title.join(' ')}`,
      grids: one([title, plainHeader, ...rows(6, plain)]),
      header: [2, 1],
      datasets: 6,
      columns: plainColumns,
    }),
  ),
]
