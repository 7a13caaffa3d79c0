import { roleNames } from '#shared/access.ts'
import type { Context, Noted } from '#platform/context.ts'
import { insertAudit } from '#platform/record.ts'
import { visitor, type AuditEntry } from '#platform/route.ts'

/** Puts one request on record: what its subject says of the place, then what the use case noted. */
export function recordRequest(ctx: Context, entry: AuditEntry, facts: Noted, requestId: string): Promise<void> {
  const { actor } = ctx
  const looked = entry.verb.startsWith('GET ') && { as: actor.grants.map(asOf).join('、') }
  return insertRow(ctx, { ...entry, requestId }, { ...accountOf(ctx), ...placeOf(entry.subject), ...looked, ...facts })
}

/** As whom somebody looked: roles change, and what was then is what counts. */
const asOf = ({ role, unitName }: Context['actor']['grants'][number]) => `${unitName} ${roleNames[role]}`

const accountOf = ({ actor }: Context): Noted => (actor.id === visitor.id ? {} : { accountId: actor.id })

/** Puts a command on record, if it noted what it did. */
export async function recordCommand(ctx: Context, { title, ...facts }: Noted): Promise<void> {
  if (title) await insertRow(ctx, { verb: 'command', title, result: 'done', requestId: null }, facts)
}

function insertRow(ctx: Context, entry: Omit<AuditEntry, 'subject'> & { requestId: string | null }, noted: Noted) {
  const { districtId = 0, unitId = null, subjectId = null, accountId = null, actorName, ...facts } = noted
  const { verb, title, result, requestId } = entry
  const who = { accountId, actorName: actorName ?? ctx.actor.name }
  const where = { districtId, unitId, subjectId }
  return insertAudit(ctx.db, { id: ctx.newId(), at: ctx.now, ...who, ...where, verb, title, result, facts, requestId })
}

/** Subjects are rows and places of many modules; these are the names under which they say where they belong. */
function placeOf(subject: unknown): Noted {
  const { id, unitId, clusterId, schoolId, districtId } = Object(subject) as Record<string, unknown>
  const unit = [unitId, clusterId, schoolId, id].find((value) => typeof value === 'number')
  return {
    ...(typeof districtId === 'number' && { districtId }),
    ...(unit !== undefined && { unitId: unit as number }),
    ...(typeof id === 'string' && { subjectId: id }),
  }
}
