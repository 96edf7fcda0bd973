import { defineStore } from 'pinia'
import { computed, reactive } from 'vue'

import { fetchAccounts } from '@/api/admin/accounts'
import { fetchDesks } from '@/api/admin/desks'
import { fetchRegions } from '@/api/admin/regions'

import { everyPage } from './everyPage'

/** Regions, desks and accounts: what the admin's lists show, and by what the others name and filter. */
export const useDirectoryStore = defineStore('adminDirectory', () => {
  const regions = reactive(everyPage(fetchRegions))
  const desks = reactive(everyPage(fetchDesks))
  const accounts = reactive(everyPage(fetchAccounts))

  const regionNames = computed(() => new Map(regions.items.map((each) => [each.code, each.name])))
  const regionName = (code: string) => regionNames.value.get(code) ?? code

  async function loadAll(): Promise<void> {
    await Promise.all([regions.load(), desks.load(), accounts.load()])
  }

  return { regions, desks, accounts, regionName, loadAll }
})
