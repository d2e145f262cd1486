import electron = require('electron')

import type { EngineEvent } from '../contract/events.ts' with { 'resolution-mode': 'import' }
import type { HostBridge } from '../contract/host.ts' with { 'resolution-mode': 'import' }

const { contextBridge, ipcRenderer, webUtils } = electron

/** Named functions only: the page never sees Electron itself. */
contextBridge.exposeInMainWorld('host', {
  kind: 'electron',
  invoke: (request) => ipcRenderer.invoke('odap', { kind: 'call', request }),
  cancel: (callId) => void ipcRenderer.invoke('odap', { kind: 'cancel', callId }),
  onEvent: (listener) => {
    const relay = (_event: unknown, event: EngineEvent): void => listener(event)
    ipcRenderer.on('odap-event', relay)
    return () => void ipcRenderer.off('odap-event', relay)
  },
  chooseFile: (fileKind) => ipcRenderer.invoke('odap', { kind: 'choose-file', fileKind }),
  takeFile: (file) => ipcRenderer.invoke('odap', { kind: 'take-file', path: webUtils.getPathForFile(file) }),
  takeGivenFile: () => ipcRenderer.invoke('odap', { kind: 'take-given-file' }),
  saveFile: ({ fileId }, way) => ipcRenderer.invoke('odap', { kind: 'save-file', fileId, way }),
} satisfies HostBridge)
