import { computed, reactive, ref, watch } from 'vue'
import { useI18n } from 'vue-i18n'

import { ApiProblem } from '@/api/problem'
import { problemText } from '@/utils/problemText'

export interface FormOptions<T> {
  /** The invalid fields of a draft. */
  invalid: (draft: T) => Partial<Record<keyof T & string, boolean>>
  submit: (draft: T) => Promise<unknown>
  /** What a 409 says, and at which field; without one it is shown for the whole form. */
  conflict: { field?: keyof T & string; text: string }
  /** Prefix of the form's texts, `admin.<textKey>`; those of invalid fields are under `wrong.<field>`. */
  textKey: string
}

/** Draft, validation and submission of a form. The draft survives every error. */
export function useForm<T extends object>(start: T, options: FormOptions<T>) {
  const { t } = useI18n()
  const draft = reactive(clone(start)) as T
  const errors = ref<Record<string, string>>({})
  const failure = ref('')
  const busy = ref(false)
  const changed = computed(() => JSON.stringify(draft) !== JSON.stringify(start))

  // Editing a field clears its error until the next validation.
  watch(
    () => clone(draft),
    (now, before) => {
      for (const field of Object.keys(changesOf(before, now))) delete errors.value[field]
    },
  )

  /** Our translated message for a field, or else the server's. */
  function messageFor(field: string, detail: string): string {
    const key = `admin.${options.textKey}.wrong.${field}`
    const text = t(key)
    return text === key ? detail : text
  }

  function validate(): boolean {
    const invalid = Object.entries(options.invalid(draft)).filter(([, isInvalid]) => isInvalid)
    errors.value = Object.fromEntries(invalid.map(([field]) => [field, messageFor(field, field)]))
    return invalid.length === 0
  }

  function showProblem(problem: unknown): void {
    if (!(problem instanceof ApiProblem)) failure.value = problemText(problem)
    else if (problem.code === 'CONFLICT') {
      const { field, text } = options.conflict
      if (field) errors.value = { [field]: text }
      else failure.value = text
    } else if (problem.errors.length > 0) {
      // `hours[0].from` is shown at the field `hours`.
      const named = problem.errors.map(
        ({ field, detail }) => [field.split(/[.[]/)[0] ?? field, detail] as const,
      )
      errors.value = Object.fromEntries(named.map(([field, detail]) => [field, messageFor(field, detail)]))
      if (!named.some(([field]) => field in start))
        failure.value = named.map(([, detail]) => detail).join(' ')
    } else failure.value = problemText(problem)
  }

  async function save(): Promise<boolean> {
    if (busy.value) return false
    failure.value = ''
    if (!validate()) return false
    busy.value = true
    try {
      await options.submit(clone(draft))
      return true
    } catch (problem) {
      showProblem(problem)
      return false
    } finally {
      busy.value = false
    }
  }

  /** The props of FormDialog. */
  const form = reactive({ textKey: options.textKey, changed, busy, failure, save })
  return { draft, errors, form }
}

const clone = <T extends object>(value: T): T => JSON.parse(JSON.stringify(value)) as T

/** Only the changed fields, so that PATCH does not overwrite concurrent changes to the others. */
export function changesOf<T extends object>(before: T, after: T): Partial<T> {
  const names = Object.keys(after) as (keyof T)[]
  return Object.fromEntries(
    names
      .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
      .map((name) => [name, after[name]]),
  ) as Partial<T>
}
