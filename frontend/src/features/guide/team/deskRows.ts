import type { DeskStatus, Named } from '@/api/types'

export type DeskState = 'ONLINE' | 'OFFLINE' | 'UNPAIRED' | 'DISABLED'

export interface DeskRow extends DeskStatus {
  state: DeskState
  region: string
}

function stateOf(desk: DeskStatus): DeskState {
  if (!desk.enabled) return 'DISABLED'
  if (!desk.paired) return 'UNPAIRED'
  return desk.online ? 'ONLINE' : 'OFFLINE'
}

/** The desks of some regions, by name: each keeps its place whatever becomes of it. */
export function deskRows(
  regions: readonly Named[],
  desks: ReadonlyMap<string, readonly DeskStatus[]>,
): DeskRow[] {
  return regions
    .flatMap(({ code, name }) =>
      (desks.get(code) ?? []).map((desk): DeskRow => ({ ...desk, region: name, state: stateOf(desk) })),
    )
    .sort(
      (a, b) =>
        a.region.localeCompare(b.region) || a.name.localeCompare(b.name, undefined, { numeric: true }),
    )
}
