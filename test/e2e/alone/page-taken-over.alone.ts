import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { startElectron, windowOf } from '../support/program-in-electron.ts'

test('a page that was taken over reaches nothing, by no way there is', async () => {
  const app = await startElectron(mkdtempSync(join(tmpdir(), 'odap-e2e-')))
  const page = await windowOf(app)
  const outcomes = await page.evaluate(async () => {
    const settled = async (work: () => Promise<unknown>) => {
      try {
        await work()
        return 'reached'
      } catch {
        return 'refused'
      }
    }
    const loaded = (element: HTMLElement) =>
      new Promise((resolve, reject) => {
        element.addEventListener('load', resolve)
        element.addEventListener('error', () => reject(new Error('not loaded')))
        document.head.append(element)
      })
    const away = 'https://198.51.100.7/x'
    for (const rel of ['dns-prefetch', 'preconnect', 'prefetch', 'preload'])
      document.head.append(Object.assign(document.createElement('link'), { rel, href: away, as: 'image' }))
    const connection = new RTCPeerConnection({ iceServers: [{ urls: 'stun:198.51.100.7:3478' }] })
    connection.createDataChannel('x')
    await connection.setLocalDescription(await connection.createOffer())
    await new Promise((resolve) => {
      connection.addEventListener('icegatheringstatechange', () => {
        if (connection.iceGatheringState === 'complete') resolve(null)
      })
      if (connection.iceGatheringState === 'complete') resolve(null)
    })
    const address = connection.localDescription?.sdp.match(/a=candidate.*/g) ?? []
    return {
      fetch: await settled(() => fetch(away)),
      image: await settled(() => loaded(Object.assign(new Image(), { src: away }))),
      script: await settled(() => loaded(Object.assign(document.createElement('script'), { src: away }))),
      socket: await settled(
        () =>
          new Promise((resolve, reject) => {
            const socket = new WebSocket('wss://198.51.100.7/x')
            socket.addEventListener('open', resolve)
            socket.addEventListener('error', reject)
          }),
      ),
      window: window.open(away) === null ? 'refused' : 'reached',
      candidates: address.length,
    }
  })
  expect(outcomes).toEqual({
    fetch: 'refused',
    image: 'refused',
    script: 'refused',
    socket: 'refused',
    window: 'refused',
    candidates: 0,
  })
  await app.close()
})
