import { z } from 'zod'

/** What a host lets through from the page; whatever does not fit is refused before the engine sees it. */
export const callRequest = z.strictObject({
  callId: z.string().max(64),
  call: z.string().max(64),
  input: z.unknown(),
  planId: z.string().max(64).exactOptional(),
  mostDatasets: z.int().min(1).exactOptional(),
})
export const cancelRequest = callRequest.pick({ callId: true })
