import { expect, test } from './support/program.ts'

test('the page can do what the host gives it, and nothing else', async ({ program }) => {
  test.skip(program.kind === 'browser', 'a browser has its own walls')
  const { page } = program
  const seen = await page.evaluate(() => ({
    host: Object.keys((window as unknown as { host: object }).host).sort(),
    require: typeof (window as unknown as { require?: unknown }).require,
    process: typeof (window as unknown as { process?: unknown }).process,
    opened: window.open('https://example.org') === null,
  }))
  expect(seen).toEqual({
    host: ['cancel', 'chooseFile', 'invoke', 'kind', 'onEvent', 'saveFile', 'takeFile', 'takeGivenFile'],
    require: 'undefined',
    process: 'undefined',
    opened: true,
  })
})

test('the page comes from app:// under the strict policy', async ({ program }) => {
  test.skip(program.kind === 'browser', 'tested against the loopback host itself')
  const { page } = program
  expect(await page.evaluate(() => location.origin)).toBe('app://odap')
  const policy = await page.evaluate(async () => {
    const answer = await fetch('/')
    return answer.headers.get('content-security-policy')
  })
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toContain('unsafe')
})
