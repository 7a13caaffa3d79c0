import { verbsOn } from '#shared/access.ts'
import type { Reply } from '#shared/endpoint.ts'
import type { Context } from '#platform/context.ts'
import { factsOf, filesById, type KeptFile } from '#modules/files/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { shownName } from '#modules/teaching-research/index.ts'
import { clusterAccess, collectionAccess, keepsCollections, ownsWork, workAccess } from './collection.access.ts'
import type { Collection, collectionApi, CollectionLine } from './collection.contract.ts'
import { entrySchools, workOf, type CollectionSubject, type WorkSubject } from './collection.load.ts'
import { endingOf, plain, stateOf } from './collection.rules.ts'
import { countEntries, listCollections, type CollectionRow } from './collection.sql.ts'
import type { Entry } from './entry.contract.ts'

const keyOf = ({ id, districtId }: UnitSubject) => ({ clusterId: id, districtId })

export async function readCollections(ctx: Context, unit: UnitSubject): Promise<Reply<typeof collectionApi.list>> {
  const rows = await listCollections(ctx.db, keyOf(unit))
  return { collections: await linesOf(ctx, unit, rows), can: verbsOn(clusterAccess, ctx.actor, unit) }
}

async function linesOf(ctx: Context, unit: UnitSubject, rows: readonly CollectionRow[]): Promise<CollectionLine[]> {
  const counts = await ctx.asOwner((db) => countEntries(db, keyOf(unit)))
  const isOffice = keepsCollections(ctx.actor, unit)
  return rows.map((row) => {
    const { entries = 0, schools = 0, chosen = 0 } = counts.find(({ collectionId }) => collectionId === row.id) ?? {}
    const { id, kind, title, from, until, finishedOn } = row
    const shown = isOffice || finishedOn !== null ? chosen : 0
    return { id, kind, title, from, until, state: stateOf(row, ctx.today), entries, schools, chosen: shown }
  })
}

export async function readCollection(ctx: Context, subject: CollectionSubject): Promise<Collection> {
  const { row, unit, entries, me } = subject
  const [line] = await linesOf(ctx, unit, [row])
  const works = entries.map((entry) => workOf(subject, entry)).filter((work) => workAccess.read(ctx.actor, work))
  const files = await filesById(ctx, row.districtId, works.map(({ entry }) => entry.fileId)) // prettier-ignore
  return {
    ...line!,
    ...{ unitId: unit.id, unit: unit.name, sample: unit.sample, words: row.words, finishedOn: row.finishedOn },
    works: works.map((work) => shownWork(ctx, work, files)),
    schoolsFor: (await entrySchools(ctx, subject)).map(({ id, name }) => ({ id, name })),
    self: me?.name ?? null,
    can: verbsOn(collectionAccess, ctx.actor, subject).filter((verb) => verb === 'take' || row.finishedOn === null),
  }
}

function shownWork(ctx: Context, work: WorkSubject, files: ReadonlyMap<string, KeptFile>): Entry {
  const { entry, row, unit } = work
  const { id, title, words, school, place, withdrawnOn } = entry
  const file = files.get(entry.fileId)
  const isFixed = row.finishedOn !== null || withdrawnOn !== null
  return {
    ...{ id, title, words, school, withdrawn: withdrawnOn !== null },
    teachers: entry.teachers.map((one) => shownName(ctx, one, ownsWork(ctx.actor, work))),
    file: file ? { ...factsOf(file), name: shownFileName(ctx, work, file) } : null,
    place: row.finishedOn !== null || keepsCollections(ctx.actor, unit) ? place : null,
    can: isFixed ? [] : verbsOn({ withdraw: workAccess.withdraw }, ctx.actor, work),
  }
}

/** A file's own name may tell whose it is: for whoever has nothing to do with it, it is called by the title. */
export const shownFileName = (ctx: Context, work: WorkSubject, { name }: KeptFile): string =>
  ownsWork(ctx.actor, work) || keepsCollections(ctx.actor, work.unit)
    ? name
    : `${plain(work.entry.title)}${endingOf(name)}`
