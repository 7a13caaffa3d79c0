import { offices, type Actor, type Reach, type Role } from '#shared/access.ts'
import { dayOf } from '#shared/day.ts'
import type { System } from '#platform/cli.ts'
import type { Config } from '#platform/config.ts'
import type { Context, Noted } from '#platform/context.ts'
import type { Database } from '#platform/database/database.ts'
import { outsideTheWall, type Wall } from '#platform/database/wall.ts'
import { newId } from '#platform/ids.ts'
import type { PolicyBook } from '#platform/policies/book.ts'
import { recordCommand } from './record.ts'
import { modules } from './modules.ts'

/** What the whole application is built from. */
export interface Parts {
  database: Database
  config: Config
  policies: PolicyBook
  /** The clock; tests set it. */
  now?: () => Date
}

const measures = modules.flatMap((module) => module.measures ?? [])
const sheets = modules.flatMap((module) => module.sheets ?? [])

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

const isOffice = (role: Role) => (offices as readonly Role[]).includes(role)

/** The wall behind which an actor's transactions run. */
export const wallOf = (actor: Actor): Wall => ({
  accountId: actor.id,
  managesAccounts: actor.grants.some(({ role }) => role === 'administrator'),
  sees: actor.sees,
  unitIds: actor.grants.filter(({ role }) => isOffice(role)).map(({ unitId }) => unitId),
})

/** Who works, behind which wall, and what they note for the audit. */
interface Working {
  actor: Actor
  wall: Wall
  facts: Noted
}

/** Runs work in one transaction of an actor; `facts` collects what the work notes for the audit. */
export function inContext<T>(
  { database, config, policies, now: clock }: Parts,
  { actor, wall, facts }: Working,
  work: (ctx: Context) => Promise<T>,
): Promise<T> {
  const now = clock?.() ?? new Date()
  const note = (more: Noted): void => void Object.assign(facts, more)
  const common = { actor, now, today: dayOf(now), config, policies, measures, sheets, newId, note }
  return database.transact(wall, (db) =>
    work({ ...common, db, asOwner: (ownWork) => outsideTheWall(db, wall, ownWork) }),
  )
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
