import { defineStore } from 'pinia'
import { computed, ref } from 'vue'

import * as api from '@/api/session'
import { csrfToken } from '@/api/http'
import { ApiProblem } from '@/api/problem'
import type { Session } from '@/api/types'

/** Who uses this browser. `undefined` until asked, `null` when nobody is signed in. */
export const useSessionStore = defineStore('session', () => {
  const session = ref<Session | null>()
  /** By their own will, not for a session that ran out. */
  const left = ref(false)
  let asking: Promise<Session | null> | undefined

  const signedIn = computed(() => Boolean(session.value))
  const role = computed(() => session.value?.role)
  const username = computed(() => session.value?.username ?? '')
  const regions = computed(() => session.value?.regions ?? [])

  async function ask(): Promise<Session | null> {
    try {
      session.value = await api.fetchSession()
    } catch (problem) {
      if (!(problem instanceof ApiProblem) || problem.status !== 401) throw problem
      session.value = null
    }
    return session.value
  }

  /** Asks the server again; throws an ApiProblem when it cannot be reached. */
  function load(): Promise<Session | null> {
    asking ??= ask().finally(() => (asking = undefined))
    return asking
  }

  async function signIn(name: string, password: string, code?: string): Promise<Session> {
    return (session.value = await api.signIn(name, password, code))
  }

  async function pairDesk(pairingCode: string): Promise<Session> {
    return (session.value = await api.pairDesk(pairingCode))
  }

  /** Here, or wherever this person is signed in. */
  async function signOut(everywhere = false): Promise<void> {
    try {
      await (everywhere ? api.endSignIns() : api.signOut())
    } catch (problem) {
      // Already signed out elsewhere is what was wanted; an unreachable server is not.
      if (!(problem instanceof ApiProblem) || problem.status !== 401) throw problem
    }
    left.value = true
    session.value = null
  }

  /** The server no longer knows us. */
  function lost(): void {
    if (session.value) session.value = null
  }

  /** For the CONNECT frame: asks anew, so that a rotated token and a changed region are noticed. */
  async function freshToken(): Promise<string | undefined> {
    try {
      await load()
      return csrfToken() ?? ''
    } catch {
      return undefined
    }
  }

  return {
    session,
    left,
    signedIn,
    role,
    username,
    regions,
    load,
    signIn,
    pairDesk,
    signOut,
    lost,
    freshToken,
  }
})
