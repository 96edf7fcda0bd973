import { toCode, ApiProblem } from '@/api/problem'
import { i18n } from '@/locales'

/** One sentence in the page's language for whatever went wrong: a problem, a refusal or any other error. */
export function problemText(problem: unknown): string {
  const { t } = i18n.global
  if (problem instanceof ApiProblem && problem.code === 'TOO_MANY_ATTEMPTS' && problem.retryAfter) {
    return t('common.problem.TOO_MANY_ATTEMPTS_WAIT', { seconds: problem.retryAfter })
  }
  const code = typeof problem === 'object' && problem !== null && 'code' in problem ? problem.code : problem
  return t(`common.problem.${toCode(code)}`)
}
