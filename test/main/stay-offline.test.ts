import { expect, test, vi } from 'vitest'
import { keepOffline, switchOffNetwork } from '../../src/main/stay-offline.ts'

type Answer = (answer: { readonly cancel: boolean }) => void

function aSession(options: { readonly platform?: NodeJS.Platform; readonly developerTools?: boolean } = {}) {
  let decide: ((details: { readonly url: string }, answer: Answer) => void) | undefined
  const onRefused = vi.fn()
  const session = {
    setSpellCheckerEnabled: vi.fn(),
    setSpellCheckerLanguages: vi.fn(),
    webRequest: {
      onBeforeRequest: (handler: typeof decide) => {
        decide = handler
      },
    },
  }
  const { platform = 'win32', developerTools = false } = options
  keepOffline(session as never, { platform, developerTools, onRefused })
  const isRefused = (url: string): boolean => {
    const answer = vi.fn<Answer>()
    decide?.({ url }, answer)
    expect(answer).toHaveBeenCalledOnce()
    return answer.mock.calls[0]?.[0].cancel === true
  }
  return { isRefused, onRefused, session }
}

test.each(['app://odap/index.html', 'blob:app://odap/1', 'data:image/png;base64,AA=='])(
  'the page’s own is let through and not counted: %s',
  (url) => {
    const { isRefused, onRefused } = aSession()
    expect(isRefused(url)).toBe(false)
    expect(onRefused).not.toHaveBeenCalled()
  },
)

test.each([
  ['https://example.org/a?b=c#d', 'https://example.org'],
  ['http://127.0.0.1:80/', 'http://127.0.0.1'],
  ['http://localhost/', 'http://localhost'],
  ['ws://example.org:81/x', 'ws://example.org:81'],
  ['wss://example.org/', 'wss://example.org'],
  ['ftp://example.org/', 'ftp://example.org'],
  ['file:///etc/passwd', 'file://'],
  ['chrome-extension://abc/x', 'chrome-extension://abc'],
  ['devtools://devtools/x', 'devtools://devtools'],
])('%s is refused, and told of without what stands behind the host', (url, where) => {
  const { isRefused, onRefused } = aSession()
  expect(isRefused(url)).toBe(true)
  expect(onRefused.mock.calls).toEqual([[where]])
})

test('the developer tools load their own page only where there are any', () => {
  expect(aSession({ developerTools: true }).isRefused('devtools://devtools/x')).toBe(false)
  expect(aSession({ developerTools: true }).isRefused('https://example.org/')).toBe(true)
})

test.each([
  ['win32', false],
  ['linux', false],
  ['darwin', true],
] as const)('on %s no dictionary is ever fetched', (platform, enabled) => {
  const { session } = aSession({ platform })
  expect(session.setSpellCheckerEnabled.mock.calls).toEqual([[enabled]])
  // Without a language there is no dictionary to fetch; a Mac takes no notice of this.
  expect(session.setSpellCheckerLanguages.mock.calls).toEqual([[[]]])
})

test('Chromium’s own calls home are off, no name is looked up, and no proxy is asked', () => {
  const given = new Map<string, string | undefined>()
  switchOffNetwork({ appendSwitch: (name, value) => given.set(name, value) })
  // Strictly: `toEqual` takes what is undefined for what is not there.
  expect(Object.fromEntries(given)).toStrictEqual({
    'disable-background-networking': undefined,
    'disable-breakpad': undefined,
    'disable-component-update': undefined,
    'disable-crash-reporter': undefined,
    'disable-domain-reliability': undefined,
    'disable-features': 'DnsOverHttps,NetworkTimeServiceQuerying,WebRtcHideLocalIpsWithMdns',
    'disable-sync': undefined,
    'dns-prefetch-disable': undefined,
    'force-webrtc-ip-handling-policy': 'disable_non_proxied_udp',
    'host-resolver-rules': 'MAP * ~NOTFOUND',
    'no-first-run': undefined,
    'no-pings': undefined,
    'no-proxy-server': undefined,
  })
})
