import { act, screen } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import type { DeliveryQuestions, PlanView } from '../../../../src/contract/views.ts'
import { err, ok } from '../../../../src/domain/result.ts'
import { DeliverStep } from '../../../../src/renderer/steps/deliver/deliver-step.tsx'
import { aChange, aPlan, aView } from '../../support/fake-plan.ts'
import { onScreen, toRead } from '../../support/on-screen.tsx'

const nothingAsked: DeliveryQuestions = { changesSheet: 'none', protectedSheets: [], structureLocked: false }
const protectedSheet: DeliveryQuestions = { ...nothingAsked, protectedSheets: ['Inventory'] }
const plan = aPlan(2)

async function theStep(questions = nothingAsked, view: PlanView = aView(plan)) {
  const shown = await onScreen(null, view)
  shown.bridge.answerNext(ok(questions))
  shown.show(<DeliverStep />)
  await act(async () => undefined)
  const saved: string[] = []
  const answers: unknown[] = []
  Object.assign(shown.bridge, {
    saveFile: async ({ name }: { readonly name: string }) => {
      saved.push(name)
      return answers.shift() ?? ok({ handedTo: 'browser' })
    },
  })
  const made = () =>
    shown
      .asked()
      .map(([call]) => call)
      .filter((call) => call !== 'deliver.read-questions')
  return { ...shown, saved, made, nextSave: (answer: unknown) => answers.push(answer) }
}

const report = {
  changedCells: 1,
  addedColumns: [],
  addedRows: [],
  addedSheets: [],
  refused: [],
  warnings: [],
  comparison: { same: ['a', 'b'], changed: [{ part: 'sheet1', cells: [] }], added: [], removed: [] },
}
const workbook = ok({ file: { fileId: 'w', name: 'updated.xlsx', size: 1 }, report })
const document_ = ok({ file: { fileId: 'd', name: 'plan.docx', size: 1 } })
const planFile = ok({ fileId: 'p', name: 'plan.odap', size: 1 })

const button = (name: string) => screen.getByRole('button', { name })
const isClosed = (name: string) => button(name).getAttribute('aria-disabled') === 'true'
const note = 'The plan file carries the whole plan to another computer; it is not for submission.'

describe('while something has to be asked of the workbook', () => {
  test('it is neither saved nor looked at, and the other files are', async () => {
    const { person, made, saved, bridge } = await theStep(protectedSheet)
    expect(screen.getByText('Answer the question about the workbook first.')).toBeTruthy()
    for (const name of ['Save the workbook…', 'Save both files…', 'See what will change']) {
      expect(isClosed(name), name).toBe(true)
      await person.click(button(name))
    }
    expect(made()).toEqual([])
    bridge.answerNext(document_)
    await person.click(button('Save the Word plan…'))
    bridge.answerNext(planFile)
    await person.click(button('Save the plan file…'))
    expect(made()).toEqual(['deliver.make-document', 'deliver.make-plan-file'])
    expect(saved).toEqual(['plan.docx', 'plan.odap'])
  })

  test('the answer is remembered with the plan, and the workbook is saved after it', async () => {
    const { person, made, saved, bridge, asked } = await theStep(protectedSheet)
    const delivery = { ...plan.delivery, protectedCells: 'keep-off' as const }
    bridge.answerNext(ok(aChange(2, { delivery })))
    bridge.answerNext(ok(protectedSheet))
    await person.click(screen.getByRole('radio', { name: /^No: put them on a sheet/ }))
    expect(asked()[1]).toEqual(['deliver.set-choices', { changes: { protectedCells: 'keep-off' } }])
    expect(screen.getByText(note)).toBeTruthy()
    bridge.answerNext(workbook)
    await person.click(button('Save the workbook…'))
    expect(made()).toEqual(['deliver.set-choices', 'deliver.make-workbook'])
    expect(saved).toEqual(['updated.xlsx'])
  })
})

describe('both files', () => {
  test('are made and saved one after the other, and each is told of', async () => {
    const { person, made, saved, bridge } = await theStep()
    bridge.answerNext(workbook)
    bridge.answerNext(document_)
    await person.click(button('Save both files…'))
    expect(made()).toEqual(['deliver.make-workbook', 'deliver.make-document'])
    expect(saved).toEqual(['updated.xlsx', 'plan.docx'])
    expect(screen.getByText('Handed to your browser’s downloads: updated.xlsx')).toBeTruthy()
    expect(screen.getByText('Handed to your browser’s downloads: plan.docx')).toBeTruthy()
    expect(screen.getByText('The lines above say what became of each file.')).toBeTruthy()
  })

  test('are given up together where the first is', async () => {
    const { person, made, saved, bridge, nextSave } = await theStep()
    bridge.answerNext(workbook)
    nextSave(ok(null))
    await person.click(button('Save both files…'))
    expect(made()).toEqual(['deliver.make-workbook'])
    expect(saved).toEqual(['updated.xlsx'])
    expect(screen.getByText('Nothing was saved.')).toBeTruthy()
  })

  test('do not hang on each other where the first fails', async () => {
    const { person, made, saved, bridge } = await theStep()
    bridge.answerNext(err({ code: 'file-gone' }))
    bridge.answerNext(document_)
    await person.click(button('Save both files…'))
    expect(made()).toEqual(['deliver.make-workbook', 'deliver.make-document'])
    expect(saved).toEqual(['plan.docx'])
    expect(screen.getByRole('alert').textContent).toContain('The workbook was not saved.')
  })
})

test('while one file is made no other is asked for, and what happens is said below', async () => {
  const { person, made, bridge } = await theStep()
  const give = bridge.holdNext()
  await person.click(button('Save the Word plan…'))
  expect(screen.getAllByText('Making and checking the Word plan…')).toHaveLength(2)
  const others = ['Save the workbook…', 'Save both files…', 'Save the plan file…', 'See what will change']
  for (const name of [...others, 'Save the Word plan…']) {
    expect(isClosed(name), name).toBe(true)
    await person.click(button(name))
  }
  expect(made()).toEqual(['deliver.make-document'])
  await act(async () => give(document_))
  expect(isClosed('Save the workbook…')).toBe(false)
})

test('what is looked at is saved nowhere, and looking again is offered once the plan has changed', async () => {
  const { person, made, saved, bridge } = await theStep()
  bridge.answerNext(workbook)
  await person.click(button('See what will change'))
  expect(made()).toEqual(['deliver.make-workbook'])
  expect(saved).toEqual([])
  expect(screen.getByRole('region', { name: 'What changes in the workbook' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'See what will change' })).toBeNull()
  const stale = 'The plan has changed since this was made. Save or look again to have the latest.'
  expect(screen.queryByText(stale)).toBeNull()
  bridge.answerNext(ok(aView(plan, 7)))
  bridge.answerNext(ok(nothingAsked))
  await act(async () => bridge.emit({ kind: 'changed', planId: 'plan-1', revision: 7 }))
  expect(screen.getByText(stale)).toBeTruthy()
  expect(button('See what will change')).toBeTruthy()
})

test('a plan that is open to read is given back, and not marked as submitted', async () => {
  const { person, made, bridge } = await theStep(nothingAsked, toRead(aView(plan)))
  expect(screen.queryByRole('button', { name: /^Mark as submitted/ })).toBeNull()
  bridge.answerNext(workbook)
  await person.click(button('Save the workbook…'))
  expect(made()).toEqual(['deliver.make-workbook'])
})

test.each([
  [false, 'The plan has not changed since.'],
  [true, 'The plan has changed since. What was submitted is kept under History, Backups.'],
])(
  'what was submitted is told with its day, and whether it has changed since: %s',
  async (isChangedSince, words) => {
    const submission = { on: '2026-11-20', how: 'By e-mail', isChangedSince }
    await theStep(nothingAsked, { ...aView(plan), submission })
    expect(screen.getByText('Submitted November 20, 2026')).toBeTruthy()
    expect(screen.getByText(`By e-mail. ${words}`)).toBeTruthy()
    expect(button('Mark as submitted again…')).toBeTruthy()
  },
)
