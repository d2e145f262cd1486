import { expect, test } from 'vitest'
import { planDocument } from '../../../../src/domain/plan-document.ts'
import { documentSections } from '../../../../src/renderer/steps/deliver/document-sections.ts'
import { aFullPlan } from '../../../support/a-full-plan.ts'
import { aPlan } from '../../support/fake-plan.ts'

const today = '2026-11-22'

test.each([
  { name: 'an empty plan', plan: aPlan(0) },
  { name: 'a new plan', plan: aPlan(4) },
  { name: 'a plan with something in every section', plan: aFullPlan() },
])('the sections of $name are the Word plan’s own, in its order', ({ plan }) => {
  const headings = planDocument(plan, today).parts.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'heading' && block.level === 1 ? [block.text] : [])),
  )
  expect(documentSections(plan, today).map(({ heading }) => heading)).toEqual(headings)
})

test('sections about datasets say how many, others do not', () => {
  const sections = new Map(
    documentSections(aPlan(4), today).map(({ heading, datasets }) => [heading, datasets]),
  )
  expect(sections.get('What will be published, in order')).toBe(0)
  expect(sections.get('What is not planned and why')).toBe(4)
  expect(sections.get('Purpose and legal basis')).toBeNull()
})
