import type { EquivalentChange } from './mutated-folder.ts'

/** Of how plans are kept, each found by reading what it changes. */
export const equivalentInStore: readonly EquivalentChange[] = [
  {
    file: 'src/engine/store/prepared.ts',
    line: 'statements.set(db, known)',
    from: 'statements.set(db, known)',
    to: ';',
    reason: 'each statement is then prepared anew, which costs time and changes no answer',
  },
  {
    file: 'src/engine/store/prepared.ts',
    line: 'known.set(sql, statement)',
    from: 'known.set(sql, statement)',
    to: ';',
    reason: 'each statement is then prepared anew, which costs time and changes no answer',
  },
  {
    file: 'src/engine/store/import-inventory.ts',
    line: 'if (field !== null) facts[field] = joinedFact(facts[field], factText(row, letter, field))',
    from: 'field !== null',
    to: 'true',
    reason: 'what stands under null is no fact, and no column takes it; asked for the types',
  },
  {
    file: 'src/engine/store/history.ts',
    line: "return { revision: row?.revision ?? 0, changedAt: row?.changed_at ?? '' }",
    from: 'row?.revision',
    to: 'row.revision',
    reason: 'the journal has its one row from the first migration on; asked for the types',
  },
  {
    file: 'src/engine/store/history.ts',
    line: "return { revision: row?.revision ?? 0, changedAt: row?.changed_at ?? '' }",
    from: 'row?.changed_at',
    to: 'row.changed_at',
    reason: 'as above',
  },
  {
    file: 'src/engine/store/history.ts',
    line: "return { revision: row?.revision ?? 0, changedAt: row?.changed_at ?? '' }",
    from: "''",
    to: '"Stryker was here!"',
    reason: 'as above',
  },
  {
    file: 'src/engine/store/read-history.ts',
    line: 'const standing = standingSince(db, rows.at(-1)?.id ?? 0)',
    from: 'rows.at(-1)?.id ?? 0',
    to: 'rows.at(-1)?.id && 0',
    reason:
      'the way is then followed down to the import, which takes longer and tells the same of the rows read',
  },
  {
    file: 'src/engine/store/plan-lock.ts',
    line: "const { who, computer, since } = JSON.parse(readFileSync(notePath(planPath), 'utf8'))",
    from: "'utf8'",
    to: '""',
    reason: 'JSON.parse makes text of the bytes itself, by the same rule',
  },
  {
    file: 'src/engine/store/changed-since-import.ts',
    line: 'if (dataset === undefined || row === undefined) return []',
    from: 'row === undefined',
    to: 'false',
    reason: 'a dataset that is there was read from its row; asked for the types',
  },
]
