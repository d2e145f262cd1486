import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What a program tried to reach beyond this computer, while it ran on one whose only way out counts. */
export interface Reached {
  readonly code: number
  readonly said: string
  /** Packets that left through the way out, name look-ups among them. */
  readonly packets: number
  /** Every address beyond loopback that the kernel was asked for, `address port N`; null where there is no strace. */
  readonly attempts: readonly string[] | null
}

const asRoot = process.getuid?.() === 0
const unshare = [...(asRoot ? [] : ['--user', '--map-root-user']), '--net', '--mount']

/** Why no program can be run alone on this machine; null when one can. */
export function whyNotAlone(): string | null {
  if (process.platform !== 'linux') return 'network namespaces are a matter of Linux'
  if (spawnSync('ip', ['-V']).status !== 0) return 'the program ip is not installed (Debian: iproute2)'
  return spawnSync('unshare', [...unshare, 'true']).status === 0
    ? null
    : 'this machine lets nobody make a network namespace'
}

/**
 * A network of its own with loopback and one way out. That way leads to ourselves, so nothing really leaves, but
 * whatever would is counted. Names are looked up through it too. IPv6 has no way out: its attempts show in the trace.
 */
const setUp = `
set -e
ip link set lo up
ip link add out0 type veth peer name out1
for name in out0 out1; do
  echo 1 > "/proc/sys/net/ipv6/conf/$name/disable_ipv6"
  ip link set "$name" up
done
ip address add 192.0.2.2/24 dev out0
ip route add default via 192.0.2.1
ip neighbour add 192.0.2.1 lladdr 02:00:00:00:00:01 dev out0
mount --bind "$ODAP_ALONE/resolv.conf" /etc/resolv.conf
set +e
"$@"
code=$?
grep out0: /proc/self/net/dev > "$ODAP_ALONE/counted"
exit $code
`

const traced = ['-f', '--seccomp-bpf', '-qq', '-e', 'trace=connect,sendto,sendmsg,sendmmsg']

/** Runs a program to its end on a computer without a network, and counts what it tried to send. */
export async function runAlone(
  command: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Reached> {
  const folder = mkdtempSync(join(tmpdir(), 'odap-alone-'))
  try {
    writeFileSync(join(folder, 'resolv.conf'), 'nameserver 192.0.2.53\noptions timeout:1 attempts:1\n')
    const log = join(folder, 'trace')
    const hasStrace = spawnSync('strace', ['-V']).status === 0
    const strace = hasStrace ? ['strace', ...traced, '-o', log] : []
    const { code, said } = await run(
      ['unshare', ...unshare, 'sh', '-c', setUp, 'alone', ...strace, ...command],
      { ...environment, ODAP_ALONE: folder },
    )
    const counted = join(folder, 'counted')
    if (!existsSync(counted)) throw new Error(`Nothing was counted: ${said}`)
    return {
      code,
      said,
      packets: packetsSent(readFileSync(counted, 'utf8')),
      attempts: hasStrace ? attemptsIn(readFileSync(log, 'utf8')) : null,
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The kernel's line of an interface: eight numbers received, eight sent, packets the second of each. */
function packetsSent(line: string): number {
  const sent = Number(line.split(':')[1]?.trim().split(/\s+/)[9])
  if (!Number.isInteger(sent)) throw new Error(`Not a line of /proc/net/dev: ${line}`)
  return sent
}

const address =
  /sin6?_port=htons\((?<port>\d+)\)[^}]*?(?:inet_addr\("(?<v4>[^"]+)"\)|inet_pton\(AF_INET6, "(?<v6>[^"]+)")/g

/** Looking a name up is leaving too, also where the machine's own resolver is asked. */
const namePort = '53'

function attemptsIn(trace: string): readonly string[] {
  const found = new Set<string>()
  for (const { groups } of trace.matchAll(address)) {
    const where = groups?.['v4'] ?? groups?.['v6'] ?? ''
    const port = groups?.['port'] ?? ''
    if (!isLoopback(where) || port === namePort) found.add(`${where} port ${port}`)
  }
  return [...found]
}

function isLoopback(where: string): boolean {
  return where.startsWith('127.') || where === '::1' || where.startsWith('::ffff:127.')
}

/** In one line, for people: what a run alone came to. */
export function inFigures(who: string, { packets, attempts }: Reached): string {
  const tried = attempts === null ? 'attempts not traced (no strace)' : `${attempts.length} attempts`
  return `${who}: ${packets} packets left this computer, ${tried}\n`
}

function run(
  [program = '', ...parameters]: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<{ readonly code: number; readonly said: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, { env: { ...process.env, ...environment } })
    let said = ''
    const listen = (chunk: Buffer) => {
      said += chunk.toString()
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? 1, said }))
  })
}
