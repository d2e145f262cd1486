// Loaded into Electron before the program, by `npm run dev -- electron` alone: the window's page comes from Vite. The
// program itself is the built one as it is; nothing in it knows of this, and no release takes `--require`.
const { app, protocol } = require('electron')

const page = new URL(process.env.ODAP_DEV_PAGE)

const handle = protocol.handle.bind(protocol)
protocol.handle = (scheme, handler) =>
  handle(scheme, async (request) => {
    const { host, pathname, search } = new URL(request.url)
    if (scheme !== 'app' || host !== 'odap') return handler(request)
    return fetch(new URL(pathname + search, page))
  })

// The page changes in place by a socket of Vite's. The program refuses it twice: its switches leave no name or address
// to be looked up, and every request is refused that is not for the page.
const appendSwitch = app.commandLine.appendSwitch.bind(app.commandLine)
app.commandLine.appendSwitch = (name, value = '') =>
  appendSwitch(name, name === 'host-resolver-rules' ? `${value}, EXCLUDE ${page.hostname}` : value)

// Heard before the program's own listener is.
app.on('session-created', ({ webRequest }) => {
  const onBeforeRequest = webRequest.onBeforeRequest.bind(webRequest)
  webRequest.onBeforeRequest = (listener) =>
    onBeforeRequest((details, answer) => {
      const { protocol: scheme, host } = new URL(details.url)
      if (scheme === 'ws:' && host === page.host) answer({ cancel: false })
      else listener(details, answer)
    })
})
