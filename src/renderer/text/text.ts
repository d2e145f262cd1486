/** The words of the page, by screen. What answers, fields and actions are called is in the domain: documents say it too. */

import { brainstorm } from './brainstorm.ts'
import { deliver } from './deliver.ts'
import { details } from './details.ts'
import { app, crash, help, rail, recovery } from './frame.ts'
import { history } from './history.ts'
import { identify } from './identify.ts'
import { open } from './open.ts'
import { prioritize } from './prioritize.ts'
import { publish } from './publish.ts'
import { review } from './review.ts'
import { correct, dataset, field, guidance, progress, table } from './shared.ts'
import { start } from './start.ts'

export { count } from './counted.ts'

export const text = {
  app,
  recovery,
  crash,
  rail,
  help,
  table,
  progress,
  field,
  dataset,
  history,
  correct,
  guidance,
  start,
  open,
  details,
  review,
  brainstorm,
  identify,
  prioritize,
  publish,
  deliver,
} as const
