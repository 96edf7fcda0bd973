import { i18n } from '@/locales'

/** All that the audit trail tells of: each has its words, in the order in which one looks for it. */
export const knownActions = () => Object.keys(i18n.global.tm('admin.audit.action'))

/** What somebody should look at. */
export const suspicious: ReadonlySet<string> = new Set([
  'SIGN_IN_FAILED',
  'PASSWORD_REFUSED',
  'SECOND_FACTOR_REFUSED',
  'PAIRING_FAILED',
  'DEVICE_COPY_NOTICED',
])
