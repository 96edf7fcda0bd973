import { defineStore } from 'pinia'
import { computed, reactive } from 'vue'

import { fetchAccounts } from '@/api/admin/accounts'
import { fetchDesks } from '@/api/admin/desks'
import { fetchRegions } from '@/api/admin/regions'
import type { Account } from '@/api/types'

import type { Choice } from './choice'
import { useFullList } from './useFullList'

/** All regions, desks and accounts, for their own pages and for names and filter options elsewhere. */
export const useDirectoryStore = defineStore('adminDirectory', () => {
  const regions = reactive(useFullList(fetchRegions))
  const desks = reactive(useFullList(fetchDesks))
  const accounts = reactive(useFullList(fetchAccounts))

  const regionNames = computed(() => new Map(regions.items.map((each) => [each.code, each.name])))
  const regionName = (code: string) => regionNames.value.get(code) ?? code

  const regionChoices = computed<Choice[]>(() =>
    regions.items.map((each) => ({ value: each.code, text: each.name })),
  )
  const desksIn = (region: string) => desks.items.filter((each) => !region || each.region === region)
  const guideChoices = computed<Choice[]>(() =>
    accounts.items.filter((each) => each.role === 'GUIDE').map(accountChoice),
  )
  const accountChoices = computed<Choice[]>(() => accounts.items.map(accountChoice))

  async function loadAll(): Promise<void> {
    await Promise.all([regions.load(), desks.load(), accounts.load()])
  }

  return {
    regions,
    desks,
    accounts,
    regionName,
    regionChoices,
    desksIn,
    guideChoices,
    accountChoices,
    loadAll,
  }
})

const accountChoice = ({ username, displayName }: Account): Choice => ({
  value: username,
  text: `${displayName} (${username})`,
})
