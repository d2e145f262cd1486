import { existsSync } from 'node:fs'
import { join } from 'node:path'

function candidates() {
  const { env } = process
  if (env.ODAP_BROWSER) return [env.ODAP_BROWSER]
  if (process.platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean)
    return roots.flatMap((folder) => [
      join(folder, 'Google/Chrome/Application/chrome.exe'),
      join(folder, 'Microsoft/Edge/Application/msedge.exe'),
    ])
  }
  if (process.platform === 'darwin') {
    return [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ]
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']
  return (env.PATH ?? '').split(':').flatMap((folder) => names.map((name) => join(folder, name)))
}

/** An installed Chrome, Edge or Chromium; null where there is none. */
export function findBrowser() {
  return candidates().find((path) => existsSync(path)) ?? null
}

export function howToInstallBrowser() {
  if (process.platform === 'win32') return 'winget install Google.Chrome'
  if (process.platform === 'darwin') return 'brew install --cask google-chrome'
  return 'sudo apt-get install chromium'
}
