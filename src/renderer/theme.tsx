import type { Theme } from '@fluentui/react-components'
import { webDarkTheme, webLightTheme } from '@fluentui/react-components'
import { useEffect, useState, useSyncExternalStore } from 'react'

type Shade = 'light' | 'dark'

const chosenKey = 'odap-theme'
const systemDark = window.matchMedia('(prefers-color-scheme: dark)')

export interface ThemeChoice {
  readonly theme: Theme
  readonly isDark: boolean
  readonly toggle: () => void
}

/** The theme follows the system until the person chooses; the choice is remembered on this computer. */
export function useThemeChoice(): ThemeChoice {
  const system = useSyncExternalStore(listenToSystem, systemShade)
  const [chosen, setChosen] = useState(rememberedShade)
  const shade = chosen ?? system
  const theme = shade === 'dark' ? webDarkTheme : webLightTheme

  // The provider paints only its own box; what is around it (scrollbars, overscroll) belongs to the document.
  useEffect(() => {
    document.documentElement.style.colorScheme = shade
    document.body.style.backgroundColor = theme.colorNeutralBackground2
  }, [shade, theme])

  const toggle = () => {
    const next = shade === 'dark' ? 'light' : 'dark'
    remember(next)
    setChosen(next)
  }
  return { theme, isDark: shade === 'dark', toggle }
}

function listenToSystem(listener: () => void): () => void {
  systemDark.addEventListener('change', listener)
  return () => systemDark.removeEventListener('change', listener)
}

function systemShade(): Shade {
  return systemDark.matches ? 'dark' : 'light'
}

function rememberedShade(): Shade | null {
  try {
    const value = localStorage.getItem(chosenKey)
    return value === 'light' || value === 'dark' ? value : null
  } catch {
    // Storage is switched off: the system's choice it is.
    return null
  }
}

function remember(shade: Shade): void {
  try {
    localStorage.setItem(chosenKey, shade)
  } catch {
    // Storage is switched off: the choice holds until the page is closed.
  }
}
