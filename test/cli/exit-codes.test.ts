import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { odap, sampleInventory } from '../support/odap.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const sentence = /^[^\n]+[.?]\n$/

/** A folder with files that are not what they should be, and what is in it. */
function badFiles() {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'a-folder.xlsx'))
  writeFileSync(join(folder, 'empty.xlsx'), '')
  writeFileSync(join(folder, 'damaged.xlsx'), 'PK\u0003\u0004 and then nothing')
  writeFileSync(join(folder, 'text.odap'), 'no plan '.repeat(500))
  writeFileSync(join(folder, 'changes.json'), '{}')
  return { folder, names: readdirSync(folder).toSorted() }
}

describe('odap', () => {
  test('says how it ends, and its help and its calls end well', async () => {
    const help = await odap(temporaryFolder(), ['help'])
    expect(help).toMatchObject({ code: 0, err: '' })
    expect(help.out).toMatch(/Ends with 0 .* done, 1 .* refused .*, 2 .* usage/)
    expect(await odap(temporaryFolder(), ['--help'])).toEqual(help)
    const calls = await odap(temporaryFolder(), ['calls'])
    expect(calls).toMatchObject({ code: 0, err: '' })
  })

  test.each([
    [['draft', 'nowhere.xlsx', '--out', 'draft'], 'file-not-readable'],
    [['draft', 'a-folder.xlsx', '--out', 'draft'], 'file-not-readable'],
    [['draft', 'empty.xlsx', '--out', 'draft'], 'file-empty'],
    [['draft', sampleInventory, '--out', 'changes.json'], 'folder-gone'],
    [['draft', sampleInventory, '--out', 'changes.json/below'], 'cannot-write'],
    [['compare', sampleInventory, 'nowhere.xlsx'], 'file-not-readable'],
    [['compare', 'a-folder.xlsx', sampleInventory], 'file-not-readable'],
    [['compare', 'damaged.xlsx', sampleInventory], 'file-damaged'],
    [['patch', 'nowhere.xlsx', 'changes.json', '--out', 'out.xlsx'], 'file-not-readable'],
    [['patch', sampleInventory, 'nowhere.json', '--out', 'out.xlsx'], 'file-not-readable'],
    [['patch', 'empty.xlsx/below.xlsx', 'changes.json', '--out', 'out.xlsx'], 'file-not-readable'],
    [['patch', 'damaged.xlsx', 'changes.json', '--out', 'out.xlsx'], 'file-damaged'],
    [['patch', sampleInventory, 'changes.json', '--out', 'nowhere/out.xlsx'], 'folder-gone'],
    [['patch', sampleInventory, 'changes.json', '--out', 'a-folder.xlsx'], 'cannot-write'],
  ])('%j ends with 1, JSON for programs, a sentence for people, and nothing written', async (words, code) => {
    const { folder, names } = badFiles()
    const data = temporaryFolder()
    const { code: ended, out, err } = await odap(data, [...words, '--json'], { cwd: folder })
    const answer = JSON.parse(out)
    expect({ ended, code: answer.code }).toEqual({ ended: 1, code })
    expect(answer.message).toMatch(/^[A-Z].*[.?]$/)
    expect(err).toMatch(sentence)
    expect(readdirSync(folder).toSorted()).toEqual(names)
    expect(readdirSync(data)).toEqual([])
  })

  test.each(['constructor', 'toString', '__proto__', 'Inspect'])(
    '%s is no command, though programs know the word',
    async (word) => {
      const { code, out, err } = await odap(temporaryFolder(), [word])
      expect({ code, out }).toEqual({ code: 2, out: '' })
      expect(err).toMatch(new RegExp(`^There is no “${word}”\\.\nUsage:`))
    },
  )

  test('that inspects what cannot be read ends with 1, whatever else it could read', async () => {
    const { folder, names } = badFiles()
    const files = ['nowhere.xlsx', 'a-folder.xlsx', 'empty.xlsx', 'damaged.xlsx', sampleInventory]
    const data = temporaryFolder()
    const json = await odap(data, ['inspect', ...files, '--json'], { cwd: folder })
    expect(json).toMatchObject({ code: 1, err: '' })
    const answers = json.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(answers.map(({ code = 'none' }) => code)).toEqual([
      'file-not-readable',
      'file-not-readable',
      'file-empty',
      'file-damaged',
      'none',
    ])
    const plain = await odap(data, ['inspect', 'empty.xlsx'], { cwd: folder })
    expect(plain).toEqual({ code: 1, out: '', err: 'empty.xlsx: The file is empty.\n' })
    expect(readdirSync(folder).toSorted()).toEqual(names)
    expect(readdirSync(data)).toEqual([])
  })

  test.each([
    [['nowhere.odap', 'plan.read', '{}'], 'plan-not-found'],
    [['text.odap', 'plan.read', '{}'], 'not-a-plan-file'],
    [['a-folder.xlsx', 'plan.read', '{}'], 'not-a-plan-file'],
  ])('call %j ends with 1 and the refusal as JSON', async (words, code) => {
    const { folder, names } = badFiles()
    const { out, ...ended } = await odap(temporaryFolder(), ['call', ...words], { cwd: folder })
    expect(ended).toEqual({ code: 1, err: '' })
    expect(JSON.parse(out)).toEqual({ ok: false, error: { code } })
    expect(readdirSync(folder).toSorted()).toEqual(names)
  })

  test('that may not keep its data says so in a sentence and ends with 1', async () => {
    const file = join(temporaryFolder(), 'file')
    writeFileSync(file, '')
    const ended = await odap(file, ['call', 'plan.odap', 'plan.read', '{}'])
    expect(ended).toEqual({ code: 1, out: '', err: expect.stringMatching(/^Plans are kept in .*\n$/) })
  })

  test.each([
    [['fly']],
    [['toString']],
    [[]],
    [['inspect', '--fast', 'empty.xlsx']],
    [['draft', sampleInventory]],
    [['patch', sampleInventory, 'changes.json']],
    [['call', 'text.odap', 'plan.read', 'no JSON']],
  ])('%j is no usage: it ends with 2, shows what is, and writes nothing', async (words) => {
    const { folder, names } = badFiles()
    const data = temporaryFolder()
    const { code, out, err } = await odap(data, words, { cwd: folder })
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(/^[^\n]+\.\nUsage:\n {2}odap inspect/)
    expect(readdirSync(folder).toSorted()).toEqual(names)
    expect(readdirSync(data)).toEqual([])
  })

  test('leaves nothing where programs keep what they need for a moment', async () => {
    const moment = temporaryFolder()
    const env = { TMPDIR: moment, TMP: moment, TEMP: moment }
    const { folder } = badFiles()
    const ended = [
      await odap(temporaryFolder(), ['inspect', sampleInventory], { env }),
      await odap(temporaryFolder(), ['draft', sampleInventory, '--out', join(folder, 'draft')], { env }),
      await odap(temporaryFolder(), ['draft', join(folder, 'damaged.xlsx'), '--out', folder], { env }),
    ]
    expect(ended.map(({ code }) => code)).toEqual([0, 0, 1])
    // The compiler's cache of Node is none of ours.
    expect(readdirSync(moment).filter((name) => name.startsWith('odap'))).toEqual([])
  })

  test('ends behind its npm command as it ends itself', () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'empty.xlsx'), '')
    const start = JSON.stringify(new URL('../../scripts/start.mjs', import.meta.url).href)
    const through = (words: readonly string[]) =>
      spawnSync(
        process.execPath,
        [
          '--input-type=module',
          '--eval',
          `import { runOdap } from ${start}
           process.exitCode = await runOdap({ node: process.execPath }, ${JSON.stringify(words)})`,
        ],
        { encoding: 'utf8', cwd: root, env: { ...process.env, INIT_CWD: folder } },
      )
    expect(through(['help']).status).toBe(0)
    expect(through(['fly'])).toMatchObject({ status: 2, stdout: '' })
    // The paths are meant from where the person stands.
    const refused = through(['inspect', 'empty.xlsx', '--json'])
    expect(refused.status).toBe(1)
    expect(JSON.parse(refused.stdout)).toMatchObject({ code: 'file-empty' })
    expect(readFileSync(join(root, 'scripts', 'run.mjs'), 'utf8')).toContain(
      'process.exitCode = await commands[command]()',
    )
  })
})
