import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { WorkbookWords } from '../../../src/renderer/ui/workbook-words.tsx'
import { aDataset } from '../support/fake-plan.ts'
import { onScreen } from '../support/on-screen.tsx'

test('what the workbook says in words of its own stands where it is decided, and nowhere else', async () => {
  const words = { 'identification.access': 'Public after redaction of names' }
  const dataset = { ...aDataset('d0', 0), source: { sheet: 'Inventory', row: 5, words } }
  const { show } = await onScreen(<WorkbookWords dataset={dataset} part="identification" />)
  expect(screen.getByRole('note').textContent).toBe(
    'The workbook says of access: “Public after redaction of names”These words stay in the workbook until you decide it.',
  )
  show(<WorkbookWords dataset={dataset} part="review" />)
  expect(screen.queryByRole('note')).toBeNull()
})
