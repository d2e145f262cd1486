import { parentPort, workerData } from 'node:worker_threads'
import { isSound } from './soundness.ts'

/** The worker reads one plan through, answers whether it is sound, and ends. */
parentPort?.postMessage(isSound(String(workerData)))
