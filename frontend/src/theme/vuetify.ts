import { createVuetify, type ThemeDefinition } from 'vuetify'
import { aliases, mdi } from 'vuetify/iconsets/mdi-svg'

import { palettes, type ThemeName } from './palettes'

/** Shadows and the scrim are no colours to Vuetify, so they travel as theme variables. */
const depth: Record<ThemeName, Record<string, string>> = {
  light: {
    'lift-1': '0 1px 2px rgb(23 27 36 / 0.06), 0 0 0 1px rgb(23 27 36 / 0.05)',
    'lift-2': '0 8px 24px rgb(23 27 36 / 0.14), 0 0 0 1px rgb(23 27 36 / 0.07)',
    'lift-3': '0 16px 48px rgb(23 27 36 / 0.24), 0 0 0 1px rgb(23 27 36 / 0.08)',
    scrim: 'rgb(15 20 30 / 0.48)',
  },
  dark: {
    'lift-1': '0 0 0 1px rgb(255 255 255 / 0.06)',
    'lift-2': '0 8px 24px rgb(0 0 0 / 0.5), 0 0 0 1px rgb(255 255 255 / 0.1)',
    'lift-3': '0 16px 48px rgb(0 0 0 / 0.6), 0 0 0 1px rgb(255 255 255 / 0.12)',
    scrim: 'rgb(0 0 0 / 0.6)',
  },
  contrast: {
    'lift-1': '0 0 0 2px #fff',
    'lift-2': '0 0 0 2px #fff',
    'lift-3': '0 0 0 3px #fff',
    scrim: 'rgb(0 0 0 / 0.85)',
  },
}

function define(name: ThemeName): ThemeDefinition {
  const palette = palettes[name]
  const pick = (key: string): string => palette[key] ?? '#000000'
  return {
    dark: name !== 'light',
    colors: {
      ...palette,
      background: pick('paper'),
      'on-background': pick('ink'),
      'on-surface': pick('ink'),
      'on-paper': pick('ink'),
      'surface-variant': pick('ink'),
      'on-surface-variant': pick('surface'),
      primary: pick('bell'),
      'on-primary': pick('on-bell'),
      secondary: pick('quiet'),
      'on-secondary': pick('on-quiet'),
      success: pick('active'),
      'on-success': pick('on-active'),
      warning: pick('missed'),
      'on-warning': pick('on-missed'),
      error: pick('missed-text'),
      'on-error': pick('on-missed'),
      info: pick('bell'),
      'on-info': pick('on-bell'),
    },
    variables: {
      ...depth[name],
      'border-color': pick('line'),
      'border-opacity': 1,
      'high-emphasis-opacity': 1,
      'medium-emphasis-opacity': 1,
      'disabled-opacity': 0.6,
      'hover-opacity': 0.06,
      'focus-opacity': 0,
    },
  }
}

/** A page served with a nonce policy carries it here, so that the theme's style element is let in. */
function cspNonce(): string | undefined {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce || undefined
}

const field = { variant: 'outlined', density: 'compact', color: 'bell', hideDetails: 'auto' } as const

export function createTheme() {
  const nonce = cspNonce()
  return createVuetify({
    icons: { defaultSet: 'mdi', aliases, sets: { mdi } },
    theme: {
      defaultTheme: 'light',
      ...(nonce ? { cspNonce: nonce } : {}),
      themes: { light: define('light'), dark: define('dark'), contrast: define('contrast') },
    },
    defaults: {
      global: { ripple: false },
      VBtn: { variant: 'flat', rounded: 'md', elevation: 0 },
      VCard: { variant: 'flat', rounded: 'lg' },
      VChip: { variant: 'flat', rounded: 'sm', size: 'small' },
      VTextField: field,
      VTextarea: field,
      VSelect: field,
      VAutocomplete: field,
      VCombobox: field,
      VSwitch: { color: 'bell', inset: true, density: 'compact', hideDetails: 'auto' },
      VCheckbox: { color: 'bell', density: 'compact', hideDetails: 'auto' },
      VList: { density: 'compact' },
      VMenu: { offset: 4 },
      VTooltip: { openDelay: 400 },
    },
  })
}
