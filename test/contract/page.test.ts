import { expect, test } from 'vitest'
import { contentTypeOf } from '../../src/contract/page.ts'

// With `nosniff` a browser takes nothing that is not said to be what it is.
test.each([
  ['index.html', 'text/html; charset=utf-8'],
  ['assets/index-1a2b.js', 'text/javascript; charset=utf-8'],
  ['assets/index.css', 'text/css; charset=utf-8'],
  ['app-icon.svg', 'image/svg+xml'],
  ['icon.png', 'image/png'],
  ['favicon.ico', 'image/x-icon'],
  ['font.woff2', 'font/woff2'],
  ['manifest.json', 'application/json; charset=utf-8'],
  ['page.html.exe', 'application/octet-stream'],
  ['nothing', 'application/octet-stream'],
])('%s is served as %s', (name, type) => {
  expect(contentTypeOf(name)).toBe(type)
})
