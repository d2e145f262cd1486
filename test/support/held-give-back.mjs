// The thread that gives workbooks back, which says that it is there and begins when it is told to.
const channel = new BroadcastChannel('give-back')
await new Promise((resolve) => {
  channel.onmessage = resolve
  channel.postMessage('there')
})
channel.close()
await import('../../src/engine/plans/give-back-worker.ts')
