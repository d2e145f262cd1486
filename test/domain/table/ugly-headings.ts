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
