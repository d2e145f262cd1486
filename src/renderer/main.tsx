import './without-eval.ts'
import './page.css'
import { createDOMRenderer, RendererProvider } from '@fluentui/react-components'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { findHost } from './host.ts'
import { nonce } from './nonce.ts'

const renderer = createDOMRenderer(document, nonce === undefined ? {} : { styleElementAttributes: { nonce } })
const root = document.getElementById('root')
if (root === null) throw new Error('The page has no root')

// A file that misses the drop zone would otherwise replace the page.
for (const name of ['dragover', 'drop'] as const) {
  document.addEventListener(name, (event) => event.preventDefault())
}

createRoot(root).render(
  <RendererProvider renderer={renderer} targetDocument={document}>
    <App host={findHost()} />
  </RendererProvider>,
)
