import { offices, type Actor, type Reach, type Role } from '#shared/access.ts'
import { dayOf } from '#shared/day.ts'
import type { System } from '#platform/cli.ts'
import type { Config } from '#platform/config.ts'
import type { Context, Noted } from '#platform/context.ts'
import type { Database, Db } from '#platform/database/database.ts'
import { outsideTheWall, type Wall } from '#platform/database/wall.ts'
import { newId } from '#platform/ids.ts'
import type { NewJob } from '#platform/jobs/job.ts'
import { insertJob } from '#platform/jobs/job.sql.ts'
import type { PolicyBook } from '#platform/policies/book.ts'
import { recordCommand } from './record.ts'
import { ledgerSheets } from './ledger-sheets.ts'
import { modules } from './modules.ts'

/** What the whole application is built from. */
export interface Parts {
  database: Database
  config: Config
  policies: PolicyBook
  /** The clock; tests set it. */
  now?: () => Date
  /** Told when a job was asked for and the transaction that did so is committed. */
  onJob?: () => void
}

/** What all modules together hand to every use case. */
const slots = {
  measures: modules.flatMap((module) => module.measures ?? []),
  sheets: ledgerSheets,
  todos: modules.flatMap((module) => module.todos ?? []),
  calendars: modules.flatMap((module) => module.calendars ?? []),
  flows: modules.flatMap((module) => module.flows ?? []),
  sections: modules.flatMap((module) => module.sections ?? []),
  abouts: modules.flatMap((module) => module.abouts ?? []),
  teacherFacts: modules.flatMap((module) => module.teacherFacts ?? []),
  teacherTimes: modules.flatMap((module) => module.teacherTimes ?? []),
  personFile: modules.find((module) => module.personFile)?.personFile,
  frozenYears: modules.find((module) => module.frozenYears)?.frozenYears,
  schoolGrades: modules.find((module) => module.schoolGrades)?.schoolGrades,
  venueBookings: modules.find((module) => module.venueBookings)?.venueBookings,
  tell: modules.find((module) => module.tell)?.tell,
}

const everything: Reach = { all: true, districtIds: [], schoolIds: [] }

/** Who acts when nobody is signed in: a command, a start, the recounting. */
const systemActor: Actor = {
  id: '00000000-0000-0000-0000-000000000001',
  name: '系统',
  grants: [],
  holds: () => true,
  belongs: () => true,
  sees: everything,
  names: everything,
}

/** Who is over a unit: the offices over theirs, a principal or liaison over the own school. */
const isOver = (role: Role) => [...offices, 'principal', 'liaison'].includes(role)

/** The wall behind which an actor's transactions run. */
export const wallOf = (actor: Actor): Wall => ({
  accountId: actor.id,
  managesAccounts: actor.grants.some(({ role }) => role === 'administrator'),
  sees: actor.sees,
  unitIds: actor.grants.filter(({ role }) => isOver(role)).map(({ unitId }) => unitId),
})

/** Who works, behind which wall, and what they note for the audit. */
interface Working {
  actor: Actor
  wall: Wall
  facts: Noted
}

/** Runs work in one transaction of an actor; `facts` collects what the work notes for the audit. */
export async function inContext<T>(
  { database, config, policies, now: clock, onJob }: Parts,
  { actor, wall, facts }: Working,
  work: (ctx: Context) => Promise<T>,
): Promise<T> {
  const now = clock?.() ?? new Date()
  const note = (more: Noted): void => void Object.assign(facts, more)
  const common = { ...slots, actor, now, today: dayOf(now), config, policies, newId, note }
  let asked = false
  const result = await database.transact(wall, (db) => {
    const enqueue = async (job: NewJob) => {
      asked = true
      return enqueueJob(db, job, { actor, now })
    }
    return work({ ...common, db, enqueue, asOwner: ownerOf(db, wall) })
  })
  if (asked) onJob?.()
  return result
}

/** Work outside the wall may ask for more of its kind: only the outermost comes back behind it. */
function ownerOf(db: Db, wall: Wall): Context['asOwner'] {
  let isOutside = false
  return async (work) => {
    if (isOutside) return work(db)
    isOutside = true
    try {
      return await outsideTheWall(db, wall, work)
    } finally {
      isOutside = false
    }
  }
}

/** Asked for by a person, a job says by whom; the system's own are nobody's. */
async function enqueueJob(db: Db, job: NewJob, { actor, now }: { actor: Actor; now: Date }) {
  const { kind, districtId, unitId = null, payload, key = '', dueAt = now } = job
  const id = newId()
  const accountId = actor === systemActor ? null : actor.id
  const row = { id, kind, districtId, unitId, accountId, payload, key, dueAt, createdAt: now }
  return (await insertJob(db, row)) ? id : undefined
}

/** The system itself, as commands, starts and background work use it. Work that notes a `title` is on record. */
export function systemOf(parts: Parts): System {
  return {
    config: parts.config,
    database: parts.database,
    inContext: (work) => {
      const facts: Noted = {}
      return inContext(parts, { actor: systemActor, wall: 'owner', facts }, async (ctx) => {
        const result = await work(ctx)
        await recordCommand(ctx, facts)
        return result
      })
    },
  }
}
