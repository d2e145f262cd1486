import type { PlantedFault } from './planted-fault.ts'

/** What other hands did to a workbook between two rounds, and what may be done to it then. */
export const cameBackFaults: readonly PlantedFault[] = [
  {
    promise: 'What nobody decided stays as it stands',
    fault: 'a mark is believed whatever stands there',
    file: 'src/domain/write-back/plan-headings.ts',
    find: 'if (isHeading(textAt(row, columnNumber(mark.letter)), heading)) return mark',
    plant: 'if (grid !== undefined && row !== undefined) return mark',
    noticedBy: {
      file: 'test/engine/calls/came-back.test.ts',
      test: 'are found by their headings where a column was inserted',
    },
  },
  {
    promise: 'What nobody decided stays as it stands',
    fault: 'every cell of an earlier plan’s column is written',
    file: 'src/domain/write-back/workbook-columns.ts',
    find: 'const written = at === null ? rows : changed',
    plant: 'const written = rows',
    noticedBy: {
      file: 'test/engine/calls/came-back.test.ts',
      test: 'keep the words that are no answer until somebody decides',
    },
  },
  {
    promise: 'What nobody decided stays as it stands',
    fault: 'columns of which nothing is new are written all the same',
    file: 'src/domain/write-back/workbook-columns.ts',
    find: 'columns: isDecided ? columns : [],',
    plant: 'columns,',
    noticedBy: {
      file: 'test/domain/write-back/workbook-columns.test.ts',
      test: 'are none while nothing is decided, and what an earlier plan left stays',
    },
  },
  {
    promise: 'What nobody decided stays as it stands',
    fault: 'what was decided before the workbook was opened counts as new',
    file: 'src/domain/write-back/workbook-columns.ts',
    find: 'const before = marks.length + own.length === 0 ? null : beforeOf(dataset)',
    plant: 'const before = marks.length + own.length === 0 ? beforeOf(dataset) : null',
    noticedBy: {
      file: 'test/engine/calls/came-back.test.ts',
      test: 'days-as-excel-saves.csv goes out as it came, to the byte (take)',
    },
  },
  {
    promise: 'A day comes back however it is written by now',
    fault: 'only one way is read',
    file: 'src/domain/fields/values.ts',
    find: 'return writtenDay(text, order)',
    plant: 'return isCalendarDate(text) ? text : null',
    noticedBy: {
      file: 'test/engine/calls/came-back.test.ts',
      test: 'are read whatever way a day is written there by now',
    },
  },
  {
    promise: 'Words that are no answer are shown where it is decided',
    fault: 'they are forgotten',
    file: 'src/domain/write-back/decisions-from-columns.ts',
    find: 'if (value === null) words[`${part}.${name}`] = text\n',
    plant: '',
    noticedBy: {
      file: 'test/engine/calls/came-back.test.ts',
      test: 'keep the words that are no answer until somebody decides',
    },
  },
  {
    promise: 'Columns that are called like ours are the agency’s unless a person says otherwise',
    fault: 'they are taken unasked',
    file: 'src/engine/workbook/reading/read-workbook.ts',
    find: "choice?.planHeadings === 'take' ? doubtful : []",
    plant: "choice?.planHeadings === 'leave' ? [] : doubtful",
    noticedBy: {
      file: 'test/engine/calls/came-back.test.ts',
      test: 'are the agency’s own where no mark says otherwise',
    },
  },
  {
    promise: '“Plan changes” is added to',
    fault: 'what it said is said again',
    file: 'src/engine/workbook/patching/package/own-sheet-places.ts',
    find: "return line !== '' && !said.has(line)",
    plant: "return line !== ''",
    noticedBy: {
      file: 'test/engine/workbook/patching/package/own-sheet-places.test.ts',
      test: 'get no row again that they have',
    },
  },
  {
    promise: '“Plan changes” is added to',
    fault: 'the new rows take the place of the first ones',
    file: 'src/engine/workbook/patching/package/own-sheets.ts',
    find: 'const last = layout.rows.at(-1)?.number ?? 0',
    plant: 'const last = layout.rows[0]?.number ?? 0',
    noticedBy: { file: 'test/engine/calls/give-back.test.ts', test: 'is added to by a re-export' },
  },
  {
    promise: 'The plan’s columns stand together, right of everything',
    fault: 'they fill the gaps before a side table',
    file: 'src/engine/workbook/patching/sheet/patch-columns.ts',
    find: 'return last + wanted <= limits.columns ? last + 1 : frame.lastColumn + 1',
    plant: 'return frame.lastColumn + 1',
    noticedBy: { file: 'test/engine/calls/came-back.test.ts', test: 'stands right of a side table' },
  },
  {
    promise: 'No column of the plan lies under a chart',
    fault: 'charts do not count',
    file: 'src/engine/workbook/patching/sheet/patch-columns.ts',
    find: '[...blocked, ...guards.drawings]',
    plant: '[...blocked]',
    noticedBy: {
      file: 'test/engine/workbook/patching/sheet/plan-columns.test.ts',
      test: 'keeps clear of charts and pictures beside the table',
    },
  },
  {
    promise: 'A new dataset comes whole',
    fault: 'what a formula stands in is left out',
    file: 'src/engine/workbook/patching/sheet/patch-rows.ts',
    find: ' ?? formulaReason(context, table, added)',
    plant: '',
    noticedBy: {
      file: 'test/engine/calls/came-back.test.ts',
      test: 'goes whole to a sheet of its own where the titles are worked out',
    },
  },
  {
    promise: 'A new dataset comes whole',
    fault: 'a text file with blank records below takes none',
    file: 'src/engine/workbook/patching/csv/csv-rows.ts',
    find: 'known.slice(after).every((record) => isBlankRecord(bytes, record))',
    plant: 'known.length === after',
    noticedBy: {
      file: 'test/engine/calls/came-back.test.ts',
      test: 'goes into the blank records below a text file’s table',
    },
  },
  {
    promise: 'A cell that leads somewhere is not written over',
    fault: 'only addresses count',
    file: 'src/engine/workbook/patching/cells/corrected-cells.ts',
    find: '    cells.has(cellKey(row, column)) ||\n',
    plant: '',
    noticedBy: {
      file: 'test/engine/calls/came-back.test.ts',
      test: 'is not written over a cell that leads somewhere',
    },
  },
  {
    promise: 'Only what was decided since the inventory was opened is written',
    fault: 'the weights it is compared with are those before the last change',
    file: 'src/engine/store/changed-since-import.ts',
    find: 'before IS NOT NULL ORDER BY change.id DESC`',
    plant: 'before IS NOT NULL ORDER BY change.id`',
    noticedBy: {
      file: 'test/engine/store/changes-in-plans.test.ts',
      test: 'knows the weights the criteria had then',
    },
  },
  {
    promise: 'A computed tier stays computed',
    fault: 'it comes back as somebody’s word',
    file: 'src/domain/write-back/decisions-from-columns.ts',
    find: "(tier === suggested && reason === '')",
    plant: 'false',
    noticedBy: {
      file: 'test/domain/write-back/decisions-from-columns.test.ts',
      test: 'stays computed where it is what the ratings come to',
    },
  },
  {
    promise: 'A value from “Plan additions” goes to its own dataset',
    fault: 'whatever stands in that row by now gets it',
    file: 'src/domain/write-back/additional-values.ts',
    find: 'if (there === title || (there !== undefined && renamed.has(`${key}\\n${title}`))) return key',
    plant: 'if (there !== undefined) return key',
    noticedBy: {
      file: 'test/domain/write-back/additions-sheet.test.ts',
      test: 'is the only one with that title where rows have moved',
    },
  },
  {
    promise: 'A workbook with nothing decided comes back with the same bytes',
    fault: 'not where all that was said stands on “Plan additions”',
    file: 'src/domain/write-back/workbook-columns.ts',
    find: 'marks.length + own.length === 0',
    plant: 'marks.length === 0',
    noticedBy: {
      file: 'test/engine/calls/additions-come-back.test.ts',
      test: 'stays as it is, to the byte, while nothing is decided',
    },
  },
  {
    promise: 'Rows of ours that change are checked',
    fault: 'rows are added to a sheet that is written on as well',
    file: 'src/engine/workbook/patching/package/own-sheet-places.ts',
    find: '    !isBusy(part) &&\n',
    plant: '',
    noticedBy: {
      file: 'test/engine/calls/additions-come-back.test.ts',
      test: 'stands on one more sheet where rows of ours change and others are added at once',
    },
  },
  {
    promise: 'No program between two plans makes one lose words',
    fault: 'a column that is there is written whole',
    file: 'src/domain/write-back/workbook-columns.ts',
    find: 'const written = at === null ? rows : changed',
    plant: 'const written = rows',
    noticedBy: {
      file: 'test/engine/round-trips/round-trips.test.ts',
      test: 'loses nothing that is not told',
    },
  },
]
