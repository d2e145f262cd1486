import { Menu, type MenuItemConstructorOptions } from 'electron/main'

/**
 * Only what the system expects of a window. Undo is left out on purpose: Ctrl+Z belongs to the page, which
 * knows whether a text field or the plan is meant.
 */
export function applicationMenu({ developerTools }: { readonly developerTools: boolean }): Menu {
  const developer: MenuItemConstructorOptions[] = developerTools ? [{ role: 'toggleDevTools' }] : []
  return Menu.buildFromTemplate([
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
    { label: '&File', submenu: [{ role: 'quit' }] },
    {
      label: '&Edit',
      submenu: [{ role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }],
    },
    {
      label: '&View',
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'togglefullscreen' },
        ...developer,
      ],
    },
  ])
}
