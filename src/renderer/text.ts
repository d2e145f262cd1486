/** Every word a person reads on the page, by screen. What the closed lists are called is in domain/labels.ts. */

import { brainstorm } from './text/brainstorm.ts'
import { deliver } from './text/deliver.ts'
import { details } from './text/details.ts'
import { app, crash, help, rail, recovery } from './text/frame.ts'
import { history } from './text/history.ts'
import { identify } from './text/identify.ts'
import { open } from './text/open.ts'
import { prioritize } from './text/prioritize.ts'
import { publish } from './text/publish.ts'
import { review } from './text/review.ts'
import { correct, dataset, field, guidance, progress, table } from './text/shared.ts'
import { start } from './text/start.ts'

export { count } from './text/counted.ts'

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
