export const problemCodes = [
  'BAD_CREDENTIALS',
  'SECOND_FACTOR_NEEDED',
  'BAD_PAIRING_CODE',
  'TOO_MANY_ATTEMPTS',
  'FORBIDDEN',
  'NOT_FOUND',
  'INVALID_REQUEST',
  'INVALID_MESSAGE',
  'RATE_LIMITED',
  'CALL_TAKEN',
  'CALL_OVER',
  'WRONG_STATE',
  'GUIDE_BUSY',
  'IN_USE',
  'CONFLICT',
  'UNAVAILABLE',
] as const

export type ProblemCode = (typeof problemCodes)[number] | 'UNKNOWN'

export interface FieldError {
  field: string
  detail: string
}

interface ProblemParts {
  code: ProblemCode
  status: number
  detail?: string
  errors?: FieldError[]
  retryAfter?: number
}

/** Why the server refused, or could not be asked (status 0). */
export class ApiProblem extends Error {
  readonly code: ProblemCode
  readonly status: number
  readonly detail: string
  readonly errors: FieldError[]
  /** Seconds until another try is welcome. */
  readonly retryAfter: number | undefined

  constructor(parts: ProblemParts) {
    super(parts.detail ?? parts.code)
    this.name = 'ApiProblem'
    this.code = parts.code
    this.status = parts.status
    this.detail = parts.detail ?? ''
    this.errors = parts.errors ?? []
    this.retryAfter = parts.retryAfter
  }

  static unreachable(): ApiProblem {
    return new ApiProblem({ code: 'UNAVAILABLE', status: 0 })
  }
}

/** What asking again does not change: it is not there, not ours, or nobody is signed in. */
export function isLasting(failure: unknown): boolean {
  return failure instanceof ApiProblem && [401, 403, 404].includes(failure.status)
}

export function toCode(code: unknown): ProblemCode {
  return problemCodes.find((each) => each === code) ?? 'UNKNOWN'
}

/** A proxy in between answers without our code; its status still says something. */
function codeOf(status: number): ProblemCode {
  if (status === 401 || status === 403) return 'FORBIDDEN'
  if (status === 404) return 'NOT_FOUND'
  if (status === 409) return 'CONFLICT'
  if (status === 429) return 'RATE_LIMITED'
  return status >= 500 ? 'UNAVAILABLE' : 'UNKNOWN'
}

interface ProblemBody {
  code?: unknown
  detail?: unknown
  errors?: unknown
}

function fieldErrors(errors: unknown): FieldError[] {
  if (!Array.isArray(errors)) return []
  return errors.filter(
    (each: unknown): each is FieldError => typeof each === 'object' && each !== null && 'field' in each,
  )
}

async function bodyOf(response: Response): Promise<ProblemBody> {
  if (!response.headers.get('content-type')?.includes('json')) return {}
  try {
    return ((await response.json()) as ProblemBody | null) ?? {}
  } catch {
    return {}
  }
}

export async function problemOf(response: Response): Promise<ApiProblem> {
  const body = await bodyOf(response)
  const known = toCode(body.code)
  const retryAfter = Number.parseInt(response.headers.get('retry-after') ?? '', 10)
  return new ApiProblem({
    code: known === 'UNKNOWN' ? codeOf(response.status) : known,
    status: response.status,
    ...(typeof body.detail === 'string' ? { detail: body.detail } : {}),
    errors: fieldErrors(body.errors),
    ...(Number.isNaN(retryAfter) ? {} : { retryAfter }),
  })
}
