import type { CommandLine, Session } from 'electron/main'

/**
 * What Chromium would do on the network of its own accord, each off by its switch. The last two hold whatever the
 * others miss: no name is ever looked up, and no proxy is asked, not even where to find one.
 */
export const offlineSwitches: readonly (readonly [name: string, value?: string])[] = [
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['disable-breakpad'],
  ['disable-crash-reporter'],
  ['disable-sync'],
  ['disable-features', 'DnsOverHttps,NetworkTimeServiceQuerying,WebRtcHideLocalIpsWithMdns'],
  ['dns-prefetch-disable'],
  ['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
  ['no-first-run'],
  ['no-pings'],
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['no-proxy-server'],
]

/** Before the app is ready, which is when Chromium reads them. */
export function switchOffNetwork(commandLine: Pick<CommandLine, 'appendSwitch'>): void {
  for (const [name, value] of offlineSwitches) commandLine.appendSwitch(name, value)
}

/** What a release takes from nobody, whoever starts it: ways in for debuggers, and ways past the sandbox. */
export const switchesNoReleaseTakes: readonly string[] = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'no-sandbox',
  'disable-web-security',
]

/** A Mac checks spelling itself. Elsewhere Chromium would fetch a dictionary, so there is none. */
export function checksSpelling(platform: NodeJS.Platform): boolean {
  return platform === 'darwin'
}

/** Schemes that never leave this computer: the page's own, and what it makes itself. */
const schemesOfThePage: readonly string[] = ['app:', 'blob:', 'data:']

/** How one session is kept to this computer. */
export interface OfflineOptions {
  readonly platform: NodeJS.Platform
  /** Whether the developer tools may load their own page. */
  readonly developerTools: boolean
  /** Told of each refused request by scheme and host alone: what stands behind them may come from a plan. */
  readonly onRefused: (where: string) => void
}

/** Refuses every request of a session but those for the page itself. */
export function keepOffline(
  session: Pick<Session, 'setSpellCheckerEnabled' | 'setSpellCheckerLanguages' | 'webRequest'>,
  { platform, developerTools, onRefused }: OfflineOptions,
): void {
  const allowed = new Set([...schemesOfThePage, ...(developerTools ? ['devtools:'] : [])])
  session.setSpellCheckerEnabled(checksSpelling(platform))
  // Chromium fetches the dictionaries of its languages even where spelling is not checked. A Mac has no use for them.
  session.setSpellCheckerLanguages([])
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    const { protocol, host } = new URL(url)
    const cancel = !allowed.has(protocol)
    if (cancel) onRefused(`${protocol}//${host}`)
    answer({ cancel })
  })
}
