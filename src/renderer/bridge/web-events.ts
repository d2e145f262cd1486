import type { EngineEvent } from '../../contract/events.ts'

const firstPause = 500
const longestPause = 8_000

/** Listens to newline-delimited events and comes back after a cut, waiting longer each time. Answers with what stops it. */
export function listenToEvents(
  request: (signal: AbortSignal) => Promise<Response>,
  listener: (event: EngineEvent) => void,
): () => void {
  const stopped = new AbortController()
  const keepListening = async () => {
    let pause = firstPause
    while (!stopped.signal.aborted) {
      const heard = await readOnce(request, stopped.signal, listener)
      pause = heard ? firstPause : Math.min(pause * 2, longestPause)
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
  void keepListening()
  return () => stopped.abort()
}

/** Reads one stream to its end; whether it was a stream at all. */
async function readOnce(
  request: (signal: AbortSignal) => Promise<Response>,
  signal: AbortSignal,
  listener: (event: EngineEvent) => void,
): Promise<boolean> {
  let heard = false
  try {
    const response = await request(signal)
    if (!response.ok || response.body === null) return false
    heard = true
    for await (const line of linesOf(response.body)) listener(JSON.parse(line) as EngineEvent)
  } catch {
    // Cut off: the caller comes back.
  }
  return heard
}

/** The stream's lines without the empty ones, whatever way the bytes are cut. */
export async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    const lines = (rest + decoder.decode(value, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    yield* lines.filter((line) => line.trim() !== '')
  }
}
