import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { err, ok } from '../../../src/domain/result.ts'
import { createWebBridge, takeToken } from '../../../src/renderer/bridge/web-bridge.ts'
import { linesOf, listenToEvents } from '../../../src/renderer/bridge/web-events.ts'

type Fetch = typeof fetch
const request = { callId: 'c1', call: 'plan.read', input: {} }

function bridgeWith(answer: Fetch) {
  return createWebBridge({ fetch: answer, document: {} as Document }, 'secret')
}

describe('a call over HTTP', () => {
  test('carries the token and answers with the result', async () => {
    const seen: { url: unknown; init: RequestInit | undefined }[] = []
    const bridge = bridgeWith(async (url, init) => {
      seen.push({ url, init })
      return Response.json(ok('plan'))
    })
    expect(await bridge.invoke(request)).toEqual(ok('plan'))
    expect(seen[0]?.url).toBe('/call')
    expect(new Headers(seen[0]?.init?.headers).get('Authorization')).toBe('Bearer secret')
    expect(JSON.parse(String(seen[0]?.init?.body))).toEqual(request)
  })

  test('outlives the page as long as a browser lets it', async () => {
    const kept: (boolean | undefined)[] = []
    const bridge = bridgeWith(async (_, init) => {
      kept.push(init?.keepalive)
      return Response.json(ok(null))
    })
    const sized = (length: number) => bridge.invoke({ ...request, input: 'ž'.repeat(length / 2) })
    await Promise.all([sized(40_000), sized(40_000), sized(10_000)])
    await sized(40_000)
    await sized(70_000)
    expect(kept).toEqual([true, false, true, true, false])
  })

  test.each<[string, Fetch]>([
    ['is refused', async () => new Response('', { status: 403 })],
    ['finds nobody', async () => Promise.reject(new TypeError('Failed to fetch'))],
    ['gets something else', async () => new Response('<html>')],
  ])('that %s answers that the engine is gone', async (_, answer) => {
    expect(await bridgeWith(answer).invoke(request)).toEqual(err({ code: 'engine-gone' }))
  })
})

describe('taking in a file', () => {
  test('sends its bytes and its name', async () => {
    const urls: unknown[] = []
    const bridge = bridgeWith(async (url) => {
      urls.push(url)
      return Response.json(ok({ fileId: 'f', name: 'a & b.xlsx', size: 3 }))
    })
    const taken = await bridge.takeFile(new File(['abc'], 'a & b.xlsx'))
    expect(taken.ok).toBe(true)
    expect(urls).toEqual(['/files?name=a%20%26%20b.xlsx'])
  })

  test('a file that cannot be read is not sent', async () => {
    const locked = Object.assign(new File(['abc'], 'open-in-excel.xlsx'), {
      slice: () => ({ arrayBuffer: () => Promise.reject(new Error('NotReadableError')) }),
    })
    const bridge = bridgeWith(async () => Promise.reject(new Error('was sent')))
    expect(await bridge.takeFile(locked)).toEqual(err({ code: 'file-not-readable' }))
  })

  test('a file beyond the limit is not sent', async () => {
    const huge = Object.defineProperty(new File([''], 'huge.xlsx'), 'size', { value: 80_000_000 })
    const bridge = bridgeWith(async () => Promise.reject(new Error('was sent')))
    expect(await bridge.takeFile(huge)).toEqual(err({ code: 'file-too-large', megabytes: 77, limit: 50 }))
  })
})

test('every request goes to this host with the token in its header, and nowhere else', async () => {
  const seen: { url: string; init: RequestInit | undefined }[] = []
  const bridge = bridgeWith(async (url, init) => {
    seen.push({ url: String(url), init })
    return new Response('', { status: 404 })
  })
  await bridge.invoke(request)
  bridge.cancel('c1')
  await bridge.takeFile(new File(['abc'], 'a.xlsx'))
  await bridge.saveFile({ fileId: 'f/1', name: 'a.xlsx', size: 3 }, 'ask')
  bridge.onEvent(() => undefined)()
  const asked = seen.map(({ url, init }) => {
    const { authorization, 'content-type': type, ...others } = Object.fromEntries(new Headers(init?.headers))
    expect({ authorization, others }).toEqual({ authorization: 'Bearer secret', others: {} })
    expect(`${url} ${init?.body}`).not.toContain('secret')
    // A cookie would be sent to any other program under this address.
    expect([init?.credentials, init?.mode, init?.redirect]).toEqual([undefined, undefined, undefined])
    return [init?.method, url, type]
  })
  expect(asked).toEqual([
    ['POST', '/call', 'application/json'],
    ['POST', '/cancel', 'application/json'],
    ['POST', '/files?name=a.xlsx', 'application/octet-stream'],
    [undefined, '/files/f%2F1', undefined],
    [undefined, '/events', undefined],
  ])
})

describe('the token', () => {
  function aTab() {
    const kept = new Map<string, string>()
    const addresses: unknown[] = []
    const state = { step: 'review' }
    const opened = (hash: string, search = '') => ({
      location: { hash, pathname: '/', search, href: `http://127.0.0.1:1/${search}${hash}` } as Location,
      history: {
        state,
        replaceState: (...given: unknown[]) => addresses.push(given),
      } as unknown as History,
      sessionStorage: {
        getItem: (key: string) => kept.get(key) ?? null,
        setItem: (key: string, value: string) => kept.set(key, value),
      } as unknown as Storage,
    })
    return { addresses, opened, state }
  }

  test('leaves the address and stays with the tab', () => {
    const { addresses, opened, state } = aTab()
    expect(takeToken(opened('#secret', '?x=1'))).toBe('secret')
    expect(addresses).toEqual([[state, '', '/?x=1']])
    expect(takeToken(opened(''))).toBe('secret')
    expect(addresses).toHaveLength(1)
  })

  test('of a later start takes the place of an earlier one', () => {
    const { opened } = aTab()
    takeToken(opened('#first'))
    expect(takeToken(opened('#second'))).toBe('second')
    expect(takeToken(opened(''))).toBe('second')
  })

  test('is empty where none was ever given', () => {
    expect(takeToken(aTab().opened(''))).toBe('')
  })
})

test('events are heard again after the stream was cut, until nobody listens', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const heard: unknown[] = []
  const request = vi.fn(async () => {
    if (request.mock.calls.length === 2) throw new TypeError('cut')
    return new Response(`{"kind":"opened","planId":"${request.mock.calls.length}"}\n`)
  })
  const stop = listenToEvents(request, (event) => heard.push(event))
  await vi.advanceTimersByTimeAsync(10_000)
  expect(heard.slice(0, 2)).toEqual([
    { kind: 'opened', planId: '1' },
    { kind: 'opened', planId: '3' },
  ])
  stop()
  await vi.advanceTimersByTimeAsync(10_000)
  const asked = request.mock.calls.length
  await vi.advanceTimersByTimeAsync(60_000)
  expect(request).toHaveBeenCalledTimes(asked)
})

test('events are whole lines however the stream is cut, letters of several bytes too', async () => {
  const bytes = new TextEncoder().encode('{"a":"ž"}\n\n{"b":2}\n{"cut')
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      for (const byte of bytes) controller.enqueue(Uint8Array.of(byte))
      controller.close()
    },
  })
  const lines: string[] = []
  for await (const line of linesOf(body)) lines.push(line)
  expect(lines).toEqual(['{"a":"ž"}', '{"b":2}'])
})
