import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import { expect } from './program.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface AxeResult {
  readonly violations: readonly {
    readonly id: string
    readonly nodes: readonly { readonly html: string; readonly target: readonly unknown[] }[]
  }[]
}

/**
 * No violation of WCAG 2.0 to 2.2, A and AA, on the page as it stands. Only Tabster's focus dummies are left out: they
 * hand the focus on as soon as they get it.
 */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  await page.evaluate(axeSource)
  // What is still fading in has not the colors yet that a person reads it in.
  await page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY)
    await Promise.allSettled(ending.map(({ finished }) => finished))
  })
  const violations = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run: (context: unknown, options: unknown) => Promise<AxeResult> }
    }
    const result = await axe.run(
      { exclude: ['[data-tabster-dummy]'] },
      { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
    )
    return result.violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes.map(({ html }) => html.slice(0, 200)),
    }))
  })
  expect(violations, `accessibility of ${where}`).toEqual([])
}
