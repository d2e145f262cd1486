// Threads that tests start run what was built, not the sources. Node strips types by WebAssembly, and V8 crashes now and
// then where several threads do that one after the other (SIGSEGV or SIGTRAP below Runtime_TierUpWasmToJSWrapper).
import { registerHooks } from 'node:module'
import { isMainThread } from 'node:worker_threads'

const sources = new URL('../../src/', import.meta.url).href
const built = new URL('../../out/', import.meta.url).href

if (!isMainThread) {
  registerHooks({
    resolve(specifier, context, next) {
      if (!specifier.startsWith(sources)) return next(specifier, context)
      return next(specifier.replace(sources, built).replace(/\.ts$/, '.js'), context)
    },
  })
}
