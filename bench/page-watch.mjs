// Watches from inside the page what it keeps a person waiting for.

/** In milliseconds: a page that had no pause longer than `felt` for `calm` has done its work. */
const calm = 300
const felt = 50

/**
 * For how long at a time the page could do nothing else, in milliseconds.
 * @param {import('playwright-core').Page} page
 */
export async function watchPauses(page) {
  const handle = await page.evaluateHandle(
    ([calmFor, feltFrom]) => {
      let longest = 0
      let last = performance.now()
      let lastFelt = last
      setInterval(() => {
        const now = performance.now()
        longest = Math.max(longest, now - last)
        if (now - last > feltFrom) lastFelt = now
        last = now
      }, 4)
      return {
        restart: () => {
          longest = 0
          lastFelt = performance.now()
        },
        longest: async () => {
          while (performance.now() - lastFelt < calmFor) await new Promise((done) => setTimeout(done, 20))
          return longest
        },
      }
    },
    [calm, felt],
  )
  return {
    restart: () => handle.evaluate((watch) => watch.restart()),
    /** Since it was restarted, and until the page is calm. */
    longest: () => handle.evaluate((watch) => watch.longest()),
  }
}

/**
 * From a key to the frame that shows "Saved", in milliseconds; to be asked before the key is pressed.
 * @param {import('playwright-core').Page} page
 * @returns {Promise<() => Promise<number>>}
 */
export async function watchSaving(page) {
  const handle = await page.evaluateHandle(() => {
    const header = document.querySelector('header')
    let began = 0
    let isSaving = false
    document.addEventListener('keydown', ({ timeStamp }) => (began = timeStamp), {
      capture: true,
      once: true,
    })
    const shown = new Promise((done) => {
      const observer = new MutationObserver(() => {
        isSaving ||= header.textContent.includes('Saving')
        if (!isSaving || !/Saved \d/.test(header.textContent)) return
        observer.disconnect()
        // The frame is painted once the message sent in its callback arrives.
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => done(performance.now() - began)
          port2.postMessage(null)
        })
      })
      observer.observe(header, { subtree: true, characterData: true, childList: true })
    })
    return { shown }
  })
  return () => handle.evaluate(({ shown }) => shown)
}
