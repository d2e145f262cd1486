import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { app, BrowserWindow, dialog, Menu, type Session } from 'electron/main'
import type { EngineEvent } from '../contract/events.ts'
import { dataFolder, dataFolderProblem } from '../engine/computer/data-folder.ts'
import { writeIncident } from '../engine/computer/log-file.ts'
import { appOrigin, registerAppScheme, serveApp } from './app-protocol.ts'
import { startEngine } from './engine-client.ts'
import { engineLaunch } from './engine-launch.ts'
import { type GivenFiles, givenFiles } from './given-files.ts'
import { answerPage } from './ipc.ts'
import { applicationMenu } from './menu.ts'
import { keepOffline, switchesNoReleaseTakes, switchOffNetwork } from './stay-offline.ts'
import {
  askBeforeLosing,
  denyPermissions,
  lockDown,
  preloadPath,
  reloadAfterCrash,
  windowOptions,
} from './window.ts'

const outFolder = fileURLToPath(new URL('..', import.meta.url))
const appRoot = join(outFolder, '..')
/** What is packed for tests alone has a module more, which is how it is known. */
const isRelease = app.isPackaged && !existsSync(join(outFolder, 'main', 'engine-in-own-node.js'))
/** A package shows its insides to nobody. */
const developerTools = !app.isPackaged

const dataDir = dataFolder()
const problem = dataFolderProblem(dataDir)
if (problem === null) begin()
else {
  dialog.showErrorBox(app.name, problem)
  app.exit(1)
}

function begin(): void {
  // Before the single-instance lock, which lives in userData: two data folders are two programs.
  app.setPath('userData', join(dataDir, 'electron'))
  if (isRelease) for (const name of switchesNoReleaseTakes) app.commandLine.removeSwitch(name)
  // As root Chromium refuses its sandbox altogether; the start script says so.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  switchOffNetwork(app.commandLine)
  // Where a graphics driver fails at the start, Chromium now and then waits for it for ever, and no window comes.
  app.disableHardwareAcceleration()
  registerAppScheme()
  if (app.requestSingleInstanceLock()) start()
  else app.quit()
}

const unsavedQuestion = {
  type: 'warning',
  message: 'Something is not saved yet.',
  detail: 'The page says what, and how to save it. If you close the program now, it is lost.',
  buttons: ['Stay', 'Close without saving'],
  defaultId: 0,
  cancelId: 0,
} satisfies Electron.MessageBoxSyncOptions

function start(): void {
  const given = givenFiles()
  given.fromCommandLine(process.argv, process.cwd())
  // On a Mac a double click is an event, which may come before the window does.
  app.on('open-file', (event, path) => {
    event.preventDefault()
    given.add(path)
  })
  app.on('second-instance', (_event, argv, workingDirectory) => {
    const [window] = BrowserWindow.getAllWindows()
    if (window?.isMinimized()) window.restore()
    window?.focus()
    given.fromCommandLine(argv, workingDirectory)
  })
  app.on('session-created', lockDownSession)
  app.on('web-contents-created', (_event, contents) => lockDown(contents))
  app.on('window-all-closed', () => app.quit())
  void app.whenReady().then(() => openWindow(given))
}

/** Every session there ever is, not only the one that the window uses. */
function lockDownSession(created: Session): void {
  denyPermissions(created)
  keepOffline(created, {
    platform: process.platform,
    developerTools,
    onRefused: (where) => writeIncident(dataDir, 'request-refused', new Date().toISOString(), where),
  })
}

async function openWindow(given: GivenFiles): Promise<void> {
  const launch = await engineLaunch()
  serveApp(join(outFolder, 'renderer'))
  Menu.setApplicationMenu(applicationMenu({ developerTools }))
  const window = new BrowserWindow(
    windowOptions({
      preload: preloadPath(outFolder),
      icon: join(appRoot, 'assets', 'icons', 'icon.png'),
      developerTools,
    }),
  )
  const tellPage = (event: EngineEvent): void => {
    if (!window.isDestroyed()) window.webContents.send('odap-event', event)
  }
  const engine = startEngine({
    script: join(outFolder, 'main', 'engine-process.js'),
    launch,
    onEvent: tellPage,
  })
  answerPage(window, engine, given)
  given.onAdded(() => tellPage({ kind: 'file-given' }))
  reloadAfterCrash(window.webContents, Date.now)
  askBeforeLosing(window.webContents, () => dialog.showMessageBoxSync(window, unsavedQuestion) === 1)
  window.once('ready-to-show', () => window.show())
  void window.loadURL(`${appOrigin}/`)

  let stopped = false
  // Not `before-quit`: a window that closes still sends what is typed in it.
  app.on('will-quit', (event) => {
    if (stopped) return
    // The engine closes the plan first; then the program really quits.
    event.preventDefault()
    void engine.stop().then(() => {
      stopped = true
      app.quit()
    })
  })
}
