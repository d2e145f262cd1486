import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { expect, test, vi } from 'vitest'

const script = readFileSync(new URL('../scripts/dev-electron.cjs', import.meta.url), 'utf8')
const page = 'http://127.0.0.1:5000'

type Answer = (answer: { readonly cancel: boolean }) => void
type Listener = (details: { readonly url: string }, answer: Answer) => void

/** Electron as the script leaves it for the program, whose page comes from the development server. */
function electronWithDev() {
  const switches: string[] = []
  let sessionCreated: (session: object) => void = () => undefined
  const app = {
    commandLine: { appendSwitch: (name: string, value: string) => switches.push(`${name}=${value}`) },
    on: (_event: string, listener: typeof sessionCreated) => {
      sessionCreated = listener
    },
  }
  const protocol = { handle: () => undefined }
  const environment = { require: () => ({ app, protocol }), process: { env: { ODAP_DEV_PAGE: page } }, URL }
  runInNewContext(script, environment)
  let ask: Listener = () => undefined
  const webRequest = {
    onBeforeRequest: (listener: Listener) => {
      ask = listener
    },
  }
  sessionCreated({ webRequest })
  return { app, switches, webRequest, ask: (url: string, answer: Answer) => ask({ url }, answer) }
}

test('the window that is worked on reaches the development server’s socket, and nothing else by itself', () => {
  const { webRequest, ask } = electronWithDev()
  const refuse = vi.fn<Listener>((_details, answer) => answer({ cancel: true }))
  webRequest.onBeforeRequest(refuse)
  const isLet = (url: string) => {
    const answer = vi.fn<Answer>()
    ask(url, answer)
    return answer.mock.lastCall?.[0].cancel === false
  }
  expect(isLet('ws://127.0.0.1:5000/?token=x')).toBe(true)
  expect(refuse).not.toHaveBeenCalled()
  for (const other of ['ws://127.0.0.1:5001/', 'ws://evil.example/', 'wss://127.0.0.1:5000/', `${page}/`])
    expect(isLet(other), other).toBe(false)
  expect(refuse).toHaveBeenCalledTimes(4)
})

test('the window that is worked on looks up no name, and gives Chromium every other switch as it is', () => {
  const { app, switches } = electronWithDev()
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  app.commandLine.appendSwitch('no-pings', '')
  expect(switches).toEqual(['host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1', 'no-pings='])
})
