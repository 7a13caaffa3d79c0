import type { Context } from '#platform/context.ts'
import type { Book, LedgerSchool } from '#platform/ledger.ts'
import { plainSchoolName, SchoolNames } from './school-names.rules.ts'

/** The book as the engine knows it: it looks schools up by the names that people write. */
export interface OpenBook extends Book {
  findSchool(name: string): LedgerSchool | 'several' | undefined
  /** The full name of the member school whose name is nearest to a misspelt one. */
  nearestSchool(name: string): string | undefined
  /** Notes that a school's own row was refused, by its names, and where it stands. */
  noteRefusedSchool(names: readonly string[], place: string): void
  /** Where the refused row of a school of that name stands; undefined where there is none. */
  refusedSchool(name: string): string | undefined
  /** The full names of the schools that the other sheets may name. */
  schoolNames(): string[]
  /** Schools that were members before and of which this ledger's 学校 sheet says nothing. */
  silentSchools(): LedgerSchool[]
  /** Schools that are members no more: the other sheets do not find them. */
  removeSchools(ids: readonly number[]): void
}

export interface BookFacts {
  ctx: Context
  importId: string
  districtId: number
  cluster: { id: number; name: string }
  schoolYear: number
  ownSchool?: number | undefined
  decidesMembers: boolean
}

/** Opens the book of a cluster and school year with the members on file so far. */
export function openBook(facts: BookFacts, members: readonly LedgerSchool[]): OpenBook {
  const byId = new Map(members.map((school) => [school.id, school]))
  const heard = new Set<number>()
  const refused = new Map<string, string>()
  let names = new SchoolNames<LedgerSchool>(byId.values())
  let stale = false
  const current = () => {
    if (stale) [names, stale] = [new SchoolNames(byId.values()), false]
    return names
  }
  return {
    ...facts,
    school: (id) => byId.get(id),
    districtIds: () => [...new Set([facts.districtId, ...[...byId.values()].map(({ districtId }) => districtId)])],
    addSchool: ({ id, districtId, name, shortName }) => {
      heard.add(id)
      byId.set(id, { id, districtId, name, shortName })
      stale = true
    },
    findSchool: (name) => current().find(name),
    nearestSchool: (name) => current().nearest(name),
    noteRefusedSchool: (written, place) => {
      for (const name of written) refused.set(plainSchoolName(name), place)
    },
    refusedSchool: (name) => (refused.size === 0 ? undefined : refused.get(plainSchoolName(name))),
    schoolNames: () => [...byId.values()].map(({ name }) => name),
    silentSchools: () => members.filter(({ id }) => !heard.has(id)),
    removeSchools: (ids) => {
      for (const id of ids) byId.delete(id)
      stale = true
    },
  }
}
