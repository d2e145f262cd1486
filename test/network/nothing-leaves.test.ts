import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { inFigures, runAlone, whyNotAlone } from '../support/alone.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const reason = whyNotAlone()
if (reason !== null) process.stdout.write(`Packets are not counted here: ${reason}.\n`)

const node = (...parameters: readonly string[]) => [process.execPath, ...parameters]
const odap = (...parameters: readonly string[]) => node(join(root, 'out', 'cli', 'odap.js'), ...parameters)

describe.skipIf(reason !== null)('on a computer whose only way out counts what leaves', () => {
  test('a program that looks a name up is counted', async () => {
    const looking = "require('node:dns').lookup('example.org', () => undefined)"
    const { packets, attempts } = await runAlone(node('--eval', looking))
    expect(packets).toBeGreaterThan(0)
    if (attempts !== null) expect(attempts).toContain('192.0.2.53 port 53')
  })

  test('a program that sends to an address is counted', async () => {
    const sending =
      "const s = require('node:dgram').createSocket('udp4'); s.send('x', 9, '198.51.100.1', () => s.close())"
    const { packets, attempts } = await runAlone(node('--eval', sending))
    expect(packets).toBeGreaterThan(0)
    if (attempts !== null) expect(attempts).toEqual(['198.51.100.1 port 9'])
  })

  test('the loopback host does the whole job and sends nothing', async () => {
    const journey = join(root, 'test', 'network', 'web-host-journey.ts')
    const reached = await runAlone(node(journey), { ODAP_DATA_DIR: temporaryFolder() })
    process.stdout.write(inFigures('The loopback host', reached))
    expect(reached.said).toContain('page 200, Word plan whole, ended with 0')
    expect(reached).toMatchObject({ code: 0, packets: 0 })
    expect(reached.attempts ?? []).toEqual([])
  })

  test('odap inspects, drafts, compares, changes and calls, and sends nothing', async () => {
    const folder = temporaryFolder()
    const sample = join(root, 'assets', 'sample-inventory.xlsx')
    const draft = join(folder, 'draft')
    const runs = [
      odap('inspect', sample, '--json'),
      odap('draft', sample, '--out', draft),
      odap('compare', sample, sample),
      odap('call', join(draft, 'plan.odap'), 'plan.read', '{}'),
      odap('calls'),
    ]
    for (const command of runs) {
      const reached = await runAlone(command, { ODAP_DATA_DIR: folder })
      process.stdout.write(inFigures(`odap ${command[2]}`, reached))
      expect(reached, command.join(' ')).toMatchObject({ code: 0, packets: 0 })
      expect(reached.attempts ?? []).toEqual([])
    }
  })
})
