import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const onLinux = process.platform === 'linux'

export function isOnPath(name) {
  const ending = process.platform === 'win32' ? '.exe' : ''
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name + ending)))
}

const isPythonReady = () =>
  ['/usr/bin/python3', 'python3'].some(
    (python) => spawnSync(python, ['-c', 'import openpyxl, docx'], { stdio: 'ignore' }).status === 0,
  )
const isOfficeHere = () => isOnPath('soffice') || isOnPath('libreoffice')

/** What some tests use that npm does not bring, with Debian's packages that do. Without it they are skipped. */
const tools = [
  { name: 'LibreOffice', packages: 'libreoffice-calc libreoffice-writer', isHere: isOfficeHere },
  { name: 'Python’s openpyxl and docx', packages: 'python3-openpyxl python3-docx', isHere: isPythonReady },
  { name: 'pdftotext', packages: 'poppler-utils', isHere: () => isOnPath('pdftotext') },
  ...(onLinux
    ? [
        { name: 'strace', packages: 'strace', isHere: () => isOnPath('strace') },
        { name: 'ip', packages: 'iproute2', isHere: () => isOnPath('ip') },
        { name: 'a display or Xvfb', packages: 'xvfb xauth', isHere: canShowWindows },
      ]
    : []),
]

/** Whether Electron's windows can be opened in tests. */
export function canShowWindows() {
  return !onLinux || Boolean(process.env.DISPLAY) || (isOnPath('Xvfb') && isOnPath('xvfb-run'))
}

/** One line on what is not installed and how it is; null where nothing is missing. */
export function missingTools() {
  const missing = tools.filter(({ isHere }) => !isHere())
  if (missing.length === 0) return null
  const names = missing.map(({ name }) => name).join(', ')
  const how = onLinux
    ? ` On Debian: sudo apt-get install ${missing.map(({ packages }) => packages).join(' ')}`
    : ''
  return `Not on this computer, so the tests that need it are skipped: ${names}.${how}`
}
