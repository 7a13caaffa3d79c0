import type { Context } from '#platform/context.ts'
import { endChanged, given, handedOn, handedTo, takenBack, type RoleHeld } from './grant-words.rules.ts'

/** A role of an account, at a place that stands in a district. */
interface Held extends RoleHeld {
  id: string
  accountId: string
  districtId: number
}

const OWN_ROLES = '/account'
const TODAY = '/'

/** Tells whose role it is what was done with it. Who acts by an own click (joins, takes up an invitation) is told nothing. */
async function tell(
  ctx: Context,
  { accountId, districtId }: Pick<Held, 'accountId' | 'districtId'>,
  about: { kind: string; key: string; title: string; text: string; to: string },
): Promise<void> {
  await ctx.tell?.(ctx, { ...about, districtId, accountIds: [accountId] })
}

export const tellGiven = (ctx: Context, grant: Held): Promise<void> =>
  tell(ctx, grant, { kind: 'identity.given', key: grant.id, ...given(grant, ctx.actor.name), to: OWN_ROLES })

/** Each change is news: an end may be set back to a day that was told before. */
export const tellEndChanged = (ctx: Context, grant: Held, untilDay: string | null): Promise<void> => {
  const words = endChanged(grant, untilDay, ctx.actor.name)
  return tell(ctx, grant, { kind: 'identity.endChanged', key: ctx.newId(), ...words, to: OWN_ROLES })
}

export const tellTakenBack = (ctx: Context, grant: Held): Promise<void> =>
  tell(ctx, grant, { kind: 'identity.takenBack', key: grant.id, ...takenBack(grant, ctx.actor.name), to: OWN_ROLES })

interface Handing {
  /** The roles as they were. */
  handed: readonly Held[]
  fromDay: string
  from: { id: string; name: string }
  /** Without an id: invited, and told by the invitation. */
  to: { id?: string | undefined; name: string }
}

/** Tells both sides of a handing over; of many roles at once, in one notice. */
export async function tellHandedOver(ctx: Context, { handed, fromDay, from, to }: Handing): Promise<void> {
  const [first] = handed
  if (!first) return
  const { districtId } = first
  const key = ctx.newId()
  const handing = { fromDay, from: from.name, to: to.name, by: ctx.actor.name, invited: to.id === undefined }
  const on = { kind: 'identity.handedOn', key, ...handedOn(handed, handing), to: OWN_ROLES }
  await tell(ctx, { accountId: from.id, districtId }, on)
  if (to.id === undefined) return
  const taken = { kind: 'identity.handedTo', key, ...handedTo(handed, handing), to: TODAY }
  await tell(ctx, { accountId: to.id, districtId }, taken)
}
