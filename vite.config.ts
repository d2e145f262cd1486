import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The page: one bundle for both hosts, at http://127.0.0.1:PORT/ and at app://odap/ alike. */
export default defineConfig({
  root: 'src/renderer',
  base: './',
  plugins: [react()],
  // Both hosts put a fresh nonce in the place of this word in each answer, and the same into the policy.
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    outDir: '../../out/renderer',
    emptyOutDir: true,
    // The Chromium of the oldest Electron that runs the page.
    target: 'chrome130',
    // Everything comes from 'self'; the policy has no room for data: scripts and fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2500,
  },
})
