interface Module {
  importers: readonly string[]
  dynamicImporters: readonly string[]
  isEntry: boolean
}

interface Graph {
  getModuleInfo(id: string): Module | null
}

const page = /\/src\/features\/(\w+)\//

/** Whose pages need this module at once, by the folders of those pages; `app` where nothing starts without it. */
function needs(id: string, graph: Graph, seen = new Set<string>()): Set<string> {
  if (seen.has(id)) return new Set()
  seen.add(id)
  const module = graph.getModuleInfo(id)
  if (!module) return new Set()
  if (module.isEntry) return new Set(['app'])
  const asPage = module.dynamicImporters.length > 0 ? [page.exec(id)?.[1] ?? id] : []
  return new Set([...asPage, ...module.importers.flatMap((each) => [...needs(each, graph, seen)])])
}

/**
 * Few files, each with what one kind of page needs: a desk takes `app`, `shared` and its own page, never what only
 * guides and admins have. What is not named here lies in the file of the page that asks for it.
 */
export function chunkOf(id: string, graph: Graph): string | null {
  if (graph.getModuleInfo(id)?.dynamicImporters.length) return null
  const who = needs(id, graph)
  if (who.has('app')) return 'app'
  if (who.size > 1) return who.has('desk') ? 'shared' : 'staff'
  return null
}

/** Texts and letters are named by what they are for too; `ko` alone says little. */
export function fileOf({ facadeModuleId }: { facadeModuleId?: string | null }): string {
  const kind = /(letters|\w+)\/[\w-]+(?:\.json)?$/.exec(facadeModuleId ?? '')?.[1]
  return `assets/${kind ? `${kind}-` : ''}[name]-[hash].js`
}
