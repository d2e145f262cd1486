import './without-eval.ts'
import './page.css'
import { createDOMRenderer, RendererProvider } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { findHost } from './bridge/host.ts'
import { CrashNotice } from './crash.tsx'
import { nonce } from './nonce.ts'

const renderer = createDOMRenderer(document, nonce === undefined ? {} : { styleElementAttributes: { nonce } })
const root = document.getElementById('root')
if (root === null) throw new Error('The page has no root')

// A file that misses the drop zone would otherwise replace the page.
for (const name of ['dragover', 'drop'] as const) {
  document.addEventListener(name, (event) => event.preventDefault())
}

function within(page: ReactNode): ReactNode {
  return (
    <RendererProvider renderer={renderer} targetDocument={document}>
      {page}
    </RendererProvider>
  )
}

// React takes the page down when a component fails; something must say so in its place.
const page = createRoot(root, {
  onUncaughtError: (cause) => {
    reportError(cause)
    page.render(within(<CrashNotice />))
  },
})
page.render(within(<App host={findHost()} />))
