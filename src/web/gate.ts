import { timingSafeEqual } from 'node:crypto'

/** What the gate looks at of a request. */
export interface Asked {
  readonly method: string
  readonly host: string | undefined
  readonly origin: string | undefined
  readonly contentType: string | undefined
  readonly authorization: string | undefined
}

/** Who we are: `127.0.0.1:PORT` and the token of this run. */
export interface Self {
  readonly host: string
  readonly token: string
}

/**
 * A page whose name was pointed at 127.0.0.1 (DNS rebinding) still sends its own name as Host, so every request
 * is checked for that, the page's own files included.
 */
export function isForUs(asked: Asked, self: Self): boolean {
  return asked.host === self.host
}

/**
 * Where on this host a request leads. Null where it names another host in its first line, as a request to a proxy
 * does, or nothing that could be an address.
 */
export function addressOf(url: string, { host }: Self): URL | null {
  const ours = `http://${host}`
  const address = URL.parse(url, ours)
  return address?.origin === ours ? address : null
}

/**
 * Whatever reaches the engine needs the token too, in a header: cookies are shared by every port of 127.0.0.1, so
 * one would hand the token to any other program the user visits there.
 */
export function mayAsk(asked: Asked, self: Self): boolean {
  return (
    isForUs(asked, self) &&
    hasOurOrigin(asked, self) &&
    sameText(asked.authorization ?? '', `Bearer ${self.token}`)
  )
}

/** Browsers leave Origin out of same-origin reads; for everything that changes something it must be ours. */
function hasOurOrigin({ method, origin }: Asked, { host }: Self): boolean {
  return origin === `http://${host}` || (method === 'GET' && origin === undefined)
}

/** Compares without telling by its speed how much was right. */
function sameText(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}
