/** The loopback host: the same page in a browser, where Electron cannot run. Stops with the terminal. */
import { fileURLToPath } from 'node:url'
import { dataFolder, dataFolderProblem } from '../engine/computer/data-folder.ts'
import { createEngine } from '../engine/index.ts'
import { startWebHost } from './server.ts'

const dataDir = dataFolder()
const problem = dataFolderProblem(dataDir)
if (problem !== null) {
  process.stderr.write(`${problem}\n`)
  process.exit(1)
}
const engine = createEngine({ dataDir })
const host = await startWebHost(engine, fileURLToPath(new URL('../renderer', import.meta.url)))

let stopping = false
async function stop(): Promise<void> {
  if (stopping) return
  stopping = true
  await host.close()
  await engine.close()
  process.exit(0)
}
process.on('SIGINT', () => void stop())
process.on('SIGTERM', () => void stop())
// The script that started us is gone, however it went: nobody is left to stop this host.
process.on('disconnect', () => void stop())
// Said last: whoever reads it may end us at once.
process.stdout.write(`Open ${host.url}\n`)
