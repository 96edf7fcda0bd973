import type { DeskStatus, Named } from '@/api/types'
import { deskStateOf, type DeskState } from '@/domain/deskState'

export interface DeskRow extends DeskStatus {
  state: DeskState
  region: string
}

/** The desks of some regions, by name: each keeps its place whatever becomes of it. */
export function deskRows(
  regions: readonly Named[],
  desks: ReadonlyMap<string, readonly DeskStatus[]>,
): DeskRow[] {
  return regions
    .flatMap(({ code, name }) =>
      (desks.get(code) ?? []).map((desk): DeskRow => ({ ...desk, region: name, state: deskStateOf(desk) })),
    )
    .sort(
      (a, b) =>
        a.region.localeCompare(b.region) || a.name.localeCompare(b.name, undefined, { numeric: true }),
    )
}
