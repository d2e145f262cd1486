/** What a person finds in each real file. Written by looking at the files, never by copying what the program says. */
export interface ExpectedTable {
  readonly file: string
  readonly sheet: string
  /** The row with the finest headings. */
  readonly headerRow: number
  /** 1 unless bands stand above. */
  readonly headerRows?: number
  readonly rows: readonly [first: number, last: number]
  readonly datasets: number
  readonly columns: number
  /** Letters and fields of the columns that a person would map, `A title`; left out for files that list no data. */
  readonly fields?: string
  /** Where the program does not agree with the person: columns it maps otherwise, or maps at all. */
  readonly misses?: Readonly<Record<string, string>>
}

export const expectedTables: readonly ExpectedTable[] = [
  {
    file: 'inventories/argentina/catalog.xlsx',
    sheet: 'Dataset',
    headerRow: 1,
    rows: [2, 2],
    datasets: 1,
    columns: 18,
    fields:
      'A inventory-number, B title, C description, D agency, F owner, G contact, H source-system, I url, J category, M update-frequency, P coverage',
  },
  {
    file: 'inventories/boston/data-inventory.csv',
    sheet: 'data-inventory',
    headerRow: 1,
    rows: [2, 49],
    datasets: 48,
    columns: 13,
    fields: 'A inventory-number, B category, G title, I url, L description',
    misses: { D: 'source-system' },
  },
  {
    file: 'inventories/ctcensus/Census Data.xlsx',
    sheet: 'Census Data',
    headerRow: 1,
    rows: [2, 469],
    datasets: 468,
    columns: 20,
    fields: 'C title, D description, G published, Q url, R notes',
  },
  {
    file: 'inventories/dc/dataset_inventory_2018_03_11.csv',
    sheet: 'dataset_inventory_2018_03_11',
    headerRow: 1,
    rows: [2, 1641],
    datasets: 1640,
    columns: 19,
    fields:
      'A inventory-number, E agency, F owner, G title, H description, I classification, J legal-basis, L category, N coverage, O update-frequency, P demand, Q url, S published',
  },
  {
    file: 'inventories/dpdp/data-inventory-master.csv',
    sheet: 'data-inventory-master',
    headerRow: 5,
    rows: [7, 16],
    datasets: 10,
    columns: 18,
    fields: 'A title, C category, E description, F legal-basis, G source-system, I shared-with',
  },
  {
    file: 'inventories/gsa/dcat-us3-crosswalk.xlsx',
    sheet: 'OMBM-25-05 to DCAT-3 Crosswalk',
    headerRow: 2,
    rows: [3, 46],
    datasets: 44,
    columns: 5,
    fields: 'A inventory-number, B description, E notes',
  },
  {
    file: 'inventories/nyc1993/public-data-directory-1993-applications-clean.csv',
    sheet: 'public-data-directory-1993-applications-clean',
    headerRow: 1,
    rows: [2, 270],
    datasets: 269,
    columns: 10,
    fields: 'A agency, B unit, C title, E description, H classification, I format',
  },
  {
    file: 'inventories/pod/catalog-sample-extended.csv',
    sheet: 'catalog-sample-extended',
    headerRow: 1,
    rows: [2, 4],
    datasets: 3,
    columns: 30,
    fields:
      'A classification, B update-frequency, E owner, F contact, I description, J url, K format, M inventory-number, U unit, V agency, X legal-basis, Y coverage, AB category, AC title',
  },
  {
    file: 'inventories/pod/Chief Data Roles Survey Raw Data_092815.xlsx',
    sheet: 'Survey Export',
    headerRow: 2,
    headerRows: 2,
    rows: [3, 88],
    datasets: 86,
    columns: 49,
  },
  {
    file: 'inventories/rto/data_inventory.xlsx',
    sheet: 'PubFTP.SPP.org Directories',
    headerRow: 1,
    rows: [2, 43],
    datasets: 41,
    columns: 11,
    fields: 'A title, B description, G update-frequency, I notes, J url',
  },
  {
    file: 'inventories/sandiego/inventory.csv',
    sheet: 'inventory',
    headerRow: 1,
    rows: [2, 146],
    datasets: 145,
    columns: 9,
    fields: 'A inventory-number, C category, D description, F notes, H planned-date, I url',
  },
  {
    file: 'inventories/sandiego/assets_inventory.csv',
    sheet: 'assets_inventory',
    headerRow: 1,
    rows: [2, 146],
    datasets: 145,
    columns: 9,
    fields: 'A inventory-number, C category, D description, F notes, H planned-date, I url',
  },
  {
    file: 'inventories/sf/Dataset_inventory.csv',
    sheet: 'Dataset_inventory',
    headerRow: 1,
    rows: [2, 1130],
    datasets: 1129,
    columns: 23,
    fields:
      'A inventory-number, B agency, C title, D description, E classification, F demand, I published, K url, M category, O update-frequency',
  },
  {
    file: 'inventories/usda/inventory-alldata_20191125_standard.xlsx',
    sheet: 'inventory-alldata_20191125_stan',
    headerRow: 1,
    rows: [2, 8235],
    datasets: 8234,
    columns: 34,
    fields:
      'A inventory-number, D category, E title, F description, H update-frequency, Q owner, R format, S url, V coverage, W classification',
  },
  {
    file: 'tough/cala/inventory-table.xlsx',
    sheet: 'Sheet1',
    headerRow: 1,
    rows: [2, 5],
    datasets: 4,
    columns: 3,
    fields: 'A inventory-number, B title',
  },
  {
    file: 'tough/rxl/deaths.xlsx',
    sheet: 'arts',
    headerRow: 5,
    rows: [6, 15],
    datasets: 10,
    columns: 6,
  },
  {
    file: 'tough/fric/multiline-headers.xlsx',
    sheet: 'Лист1',
    headerRow: 5,
    headerRows: 5,
    rows: [6, 6],
    datasets: 1,
    columns: 4,
  },
  {
    file: 'tough/fric/issue-1024.xlsx',
    sheet: 'IPC',
    headerRow: 12,
    headerRows: 3,
    rows: [13, 58],
    datasets: 46,
    columns: 55,
  },
  {
    file: 'tough/fric/skip-rows-before-headers.csv',
    sheet: 'skip-rows-before-headers',
    headerRow: 2,
    rows: [3, 4],
    datasets: 2,
    columns: 2,
  },
  {
    file: 'tough/tealeg/inlineStrings.xlsx',
    sheet: 'Activity by Day',
    headerRow: 10,
    headerRows: 2,
    rows: [11, 35],
    datasets: 25,
    columns: 10,
  },
]

/** Files that are answered with a problem, by what a person would say of them. */
export const expectedProblems: readonly (readonly [file: string, problem: object])[] = [
  [
    'inventories/gretegraf/data_inventory_template.xlsx',
    { code: 'no-datasets', sheet: 'Data_Inventory_Template', headerRow: 3 },
  ],
  ['inventories/pod/catalog-template-extended.csv', { code: 'no-datasets', headerRow: 1 }],
  ['inventories/datasf/FieldDefinitionTemplate.xlsx', { code: 'no-datasets', sheet: 'Field Documentation' }],
  ['inventories/ena/metadata_template_ERC000011.xlsx', { code: 'no-datasets', headerRow: 1 }],
  ['inventories/ctcensus/Census Data.ods', { code: 'file-kind-not-read', kind: 'ods' }],
  ['inventories/fedprogram/programinventory.xls', { code: 'file-kind-not-read', kind: 'xls' }],
  ['inventories/word/DCAT-US-3-Requirements-Template.docx', { code: 'file-kind-not-read', kind: 'word' }],
  ['inventories/word/SAR-Data-Request-Fee-Schedule.docx', { code: 'file-kind-not-read', kind: 'word' }],
  [
    'inventories/word/chief-data-officer-charter-template-.docx',
    { code: 'file-kind-not-read', kind: 'word' },
  ],
  ['tough/cala/pass_protected.xlsx', { code: 'file-locked-by-password' }],
  ['tough/edr/agile_AES256_SHA512_CBC_pwd_password.xlsx', { code: 'file-locked-by-password' }],
  ['tough/cala/any_sheets.xlsb', { code: 'file-kind-not-read', kind: 'xlsb' }],
  ['tough/roo/type_excel.xlsx', { code: 'file-kind-not-read', kind: 'xls' }],
  ['tough/poi/poc-xmlbomb.xlsx', { code: 'workbook-too-complex', what: 'xml-doctype' }],
  ['tough/poi/54764-2.xlsx', { code: 'workbook-too-complex', what: 'xml-doctype' }],
  [
    'tough/poi/duplicate-filename-case-insensitive.xlsx',
    { code: 'workbook-too-complex', what: 'zip-entry-twice' },
  ],
  ['tough/opx/null_file.xlsx', { code: 'file-empty' }],
  ['tough/cxml/~$LoadPivotTables.xlsx', { code: 'file-is-lock-file' }],
  ['tough/exz/BadWorkbook.xlsx', { code: 'workbook-has-no-sheets' }],
]
