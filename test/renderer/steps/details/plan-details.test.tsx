import { act, fireEvent, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { PlanView } from '../../../../src/contract/views.ts'
import { err, ok } from '../../../../src/domain/result.ts'
import { DetailsStep } from '../../../../src/renderer/steps/details/details-step.tsx'
import { aPlan, someDatasets } from '../../../support/builders.ts'
import { aChange, aView } from '../../support/fake-plan.ts'
import { onScreen, toRead } from '../../support/on-screen.tsx'

const agency = { facts: { agency: 'Department of Example Services' } }
const plan = aPlan({ datasets: someDatasets([agency, agency]) })

async function theStep(view: PlanView = aView(plan)) {
  const shown = await onScreen(null, view)
  shown.bridge.answerNext(ok({ yourName: 'J. Rivera', recentPlans: [], version: '0.1.0' }))
  shown.show(<DetailsStep />)
  await act(async () => undefined)
  return { ...shown, asked: () => shown.asked().filter(([call]) => call !== 'start.read') }
}

const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label)
const texts = {
  Agency: 'agencyName',
  Period: 'period',
  'Title of the plan': 'planTitle',
  'Officer’s name': 'officerName',
  'Officer’s job title': 'officerTitle',
  'Officer’s e-mail': 'officerEmail',
  'Head’s name': 'headName',
  'Head’s job title': 'headTitle',
}

test('each field is saved in its own place, without the spaces around it', async () => {
  const { person, bridge, asked } = await theStep()
  for (const label of Object.keys(texts)) {
    bridge.answerNext(ok(aChange(2)))
    await person.type(field(label), ` ${label} `)
    await person.tab()
  }
  bridge.answerNext(ok(aChange(2)))
  fireEvent.change(field('Reviewed together on'), { target: { value: '2026-11-20' } })
  fireEvent.blur(field('Reviewed together on'))
  expect(asked()).toEqual([
    ...Object.entries(texts).map(([label, name]) => ['plan.set-details', { changes: { [name]: label } }]),
    ['plan.set-details', { changes: { reviewedOn: '2026-11-20' } }],
  ])
})

test('what the program knows is offered where nothing stands yet, each in its own place', async () => {
  const { person, bridge, asked, remove } = await theStep()
  for (const value of ['Department of Example Services', 'Open Data Access Plan', 'J. Rivera']) {
    bridge.answerNext(ok(aChange(2)))
    await person.click(screen.getByRole('button', { name: `Use “${value}”` }))
  }
  expect(asked()).toEqual([
    ['plan.set-details', { changes: { agencyName: 'Department of Example Services' } }],
    ['plan.set-details', { changes: { planTitle: 'Open Data Access Plan' } }],
    ['plan.set-details', { changes: { officerName: 'J. Rivera' } }],
  ])
  remove()
  await theStep(aView({ ...plan, details: { ...plan.details, period: '2027', officerName: 'A. Other' } }))
  expect(screen.getByRole('button', { name: 'Use “Open Data Access Plan 2027”' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Use “J. Rivera”' })).toBeNull()
})

test('what is still empty is counted', async () => {
  const { remove } = await theStep()
  expect(screen.getByText(/^9 fields still empty/)).toBeTruthy()
  remove()
  await theStep(aView({ ...plan, details: { ...plan.details, period: '2027', headName: '  ' } }))
  expect(screen.getByText(/^8 fields still empty/)).toBeTruthy()
})

test('in a plan that is open to read only one’s own name can be changed, which is not the plan’s', async () => {
  const { person, bridge, asked } = await theStep(toRead(aView(plan)))
  const open = screen.getAllByRole<HTMLInputElement>('textbox').filter(({ readOnly }) => !readOnly)
  expect(open).toEqual([field('Your name')])
  expect(field('Reviewed together on').readOnly).toBe(true)
  expect(screen.queryByRole('button', { name: /^Use/ })).toBeNull()
  bridge.answerNext(ok({ yourName: 'M. Osei', recentPlans: [], version: '0.1.0' }))
  await person.clear(field('Your name'))
  await person.type(field('Your name'), ' M. Osei {Enter}')
  expect(asked()).toEqual([['start.set-name', { name: 'M. Osei' }]])
  expect(field('Your name').value).toBe('M. Osei')
})

test('a name that could not be saved stays in its field, and why is said', async () => {
  const { person, bridge } = await theStep()
  bridge.answerNext(err({ code: 'disk-full' }))
  await person.type(field('Your name'), ' Jr.{Enter}')
  expect(field('Your name').value).toBe('J. Rivera Jr.')
  expect(screen.getByText('Not saved yet. Press Enter to try again.')).toBeTruthy()
})
