import { screen, waitFor, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { Card, CardPart } from '../../../src/renderer/ui/card.tsx'
import { GuidancePanel } from '../../../src/renderer/ui/guidance-panel.tsx'
import { Panel } from '../../../src/renderer/ui/panel.tsx'
import { SidePanel } from '../../../src/renderer/ui/side-panel.tsx'
import { StepFrame } from '../../../src/renderer/ui/step-frame.tsx'
import { TableAndCard } from '../../../src/renderer/ui/table-and-card.tsx'
import { onScreen } from '../support/on-screen.tsx'

test('a panel is a region of its heading’s name, with what stands beside it', async () => {
  await onScreen(
    <Panel heading="The workbook" aside="3 changes">
      Its rows
    </Panel>,
  )
  const panel = within(screen.getByRole('region', { name: 'The workbook' }))
  expect(panel.getByRole('heading', { level: 2, name: 'The workbook' })).toBeTruthy()
  expect(panel.getByText('3 changes')).toBeTruthy()
  expect(panel.getByText('Its rows')).toBeTruthy()
})

test('a card and its parts are regions of their names', async () => {
  await onScreen(
    <Card label="The chosen dataset">
      <CardPart heading="Why not?" aside="1 of 2" hint="In a few words">
        Its law
      </CardPart>
    </Card>,
  )
  const card = within(screen.getByRole('region', { name: 'The chosen dataset' }))
  const part = within(card.getByRole('region', { name: 'Why not?' }))
  expect(part.getByRole('heading', { level: 3, name: 'Why not?' })).toBeTruthy()
  for (const words of ['1 of 2', 'In a few words', 'Its law']) expect(part.getByText(words)).toBeTruthy()
})

test('the table stands before the card it is chosen for', async () => {
  await onScreen(<TableAndCard table={<p>Table</p>}>Card</TableAndCard>)
  expect(document.body.textContent).toBe('TableCard')
})

test('the guidance has its own place, its headings and its source, and is in reach of the keyboard', async () => {
  const { person } = await onScreen(
    <GuidancePanel
      parts={[{ heading: 'What counts', paragraphs: ['Whatever is kept.', 'Also on paper.'] }]}
      source="State guidance, 2026"
    />,
  )
  const guidance = screen.getByRole('complementary', { name: 'Guidance' })
  expect(within(guidance).getByRole('heading', { name: 'What counts' })).toBeTruthy()
  for (const words of ['Whatever is kept.', 'Also on paper.', 'State guidance, 2026'])
    expect(within(guidance).getByText(words)).toBeTruthy()
  await person.tab()
  expect(document.activeElement).toBe(guidance)
})

test('a side panel is a dialog of its title, there while it is open, and closed by its button or Escape', async () => {
  const onClose = vi.fn()
  const panel = (isOpen: boolean) => (
    <SidePanel title="History" isOpen={isOpen} onClose={onClose} head={<p>61 actions</p>}>
      <p>The first one</p>
    </SidePanel>
  )
  const { person, show } = await onScreen(panel(false))
  expect(screen.queryByRole('dialog')).toBeNull()
  show(panel(true))
  const dialog = within(await screen.findByRole('dialog', { name: 'History' }))
  for (const words of ['61 actions', 'The first one']) expect(dialog.getByText(words)).toBeTruthy()
  await person.click(dialog.getByRole('button', { name: 'Close' }))
  expect(onClose).toHaveBeenCalledTimes(1)
  await person.keyboard('{Escape}')
  expect(onClose).toHaveBeenCalledTimes(2)
  show(panel(false))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

test('a side panel keeps the keyboard, also when what had it in the panel is gone', async () => {
  const panel = (hasButton: boolean) => (
    <>
      <input aria-label="Behind it" />
      <SidePanel title="History" isOpen={true} onClose={() => undefined}>
        {hasButton && <button type="button">Undo</button>}
      </SidePanel>
    </>
  )
  const { show } = await onScreen(panel(true))
  const dialog = await screen.findByRole('dialog', { name: 'History' })
  const takeFocus = () => screen.getByLabelText('Behind it').focus()
  const button = within(dialog).getByRole('button', { name: 'Undo' })
  button.focus()
  takeFocus()
  expect(document.activeElement).toBe(button)
  show(panel(false))
  takeFocus()
  expect(dialog.contains(document.activeElement)).toBe(true)
})

test('a step has its question as its heading, says how far it is, and what to do next', async () => {
  await onScreen(
    <StepFrame
      title="What is already public?"
      subtitle="12 of 61"
      tools={<button type="button">Tool</button>}
      guidance={<aside>Guidance</aside>}
      note="A note"
      actions={<button type="button">Go on</button>}
    >
      The work
    </StepFrame>,
  )
  const step = within(screen.getByRole('region', { name: 'What is already public?' }))
  expect(step.getByRole('heading', { level: 1, name: 'What is already public?' })).toBeTruthy()
  expect(step.getByRole('status').textContent).toBe('12 of 61')
  expect(step.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['Tool', 'Go on'])
  for (const words of ['A note', 'The work', 'Guidance']) expect(step.getByText(words)).toBeTruthy()
})

test('the keys of a step work wherever the focus is in it, and after a click beside its controls', async () => {
  const onKeyDown = vi.fn()
  const { person } = await onScreen(
    <StepFrame
      title="Step"
      onKeyDown={({ key }) => onKeyDown(key)}
      actions={<button type="button">Go on</button>}
    >
      <p>The work</p>
    </StepFrame>,
  )
  await person.click(screen.getByText('The work'))
  await person.keyboard('1')
  screen.getByRole('button').focus()
  await person.keyboard('2')
  expect(onKeyDown.mock.calls).toEqual([['1'], ['2']])
})
