import { i18n } from '@/locales'

/** All actions of the audit trail that have a text, in display order. */
export const knownActions = () => Object.keys(i18n.global.tm('admin.audit.action'))

/** Actions that deserve attention. */
export const suspicious: ReadonlySet<string> = new Set([
  'SIGN_IN_FAILED',
  'PASSWORD_REFUSED',
  'SECOND_FACTOR_REFUSED',
  'PAIRING_FAILED',
  'DEVICE_COPY_NOTICED',
])
