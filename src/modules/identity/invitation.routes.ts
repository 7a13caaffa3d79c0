import { signedIn, type Policy } from '#shared/access.ts'
import type { Context } from '#platform/context.ts'
import { anyone, route, type Host } from '#platform/route.ts'
import { findUnit, placeOf, unitAccess } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { answersFor, rolesToGive } from './grant.access.ts'
import { invite, inviteLiaisons, resendInvitation, revokeInvitation } from './invitation.actions.ts'
import { invitationApi } from './invitation.contract.ts'
import { findInvitation } from './invitation.sql.ts'
import { invitationOf, join, lookOf, passwordLinkOf, setPassword, takeUp } from './join.actions.ts'
import { readInvitations } from './scope.actions.ts'

const unitOf = (ctx: Context, { params }: { params: { unitId: number } }) => findUnit(ctx.db, params.unitId, ctx.today)
const invited = (ctx: Context, { params }: { params: { invitationId: string } }) =>
  ctx.asOwner((db) => findInvitation(db, params.invitationId, ctx.today))

export function invitationRoutes(host: Host): void {
  route(host, invitationApi.list, {
    load: unitOf,
    may: unitAccess.keepAccounts,
    run: (ctx, { subject }) => readInvitations(ctx, subject),
  })
  route(host, invitationApi.persons, {
    load: unitOf,
    may: givesToTeachers,
    run: async (ctx, { subject, query }) => ({
      persons: [...((await ctx.personFile?.list(ctx, subject, query.q ?? '')) ?? [])],
    }),
  })
  invitingRoutes(host)
  joinRoutes(host)
}

function invitingRoutes(host: Host): void {
  route(host, invitationApi.invite, {
    load: async (ctx, { params, body }) => {
      const unit = await findUnit(ctx.db, params.unitId, ctx.today)
      return unit && { ...unit, role: body.role, unit }
    },
    may: (actor, { unit, role }) => rolesToGive(actor, placeOf(unit)).includes(role),
    run: (ctx, { subject, body }) => invite(ctx, subject.unit, body),
  })
  route(host, invitationApi.inviteLiaisons, {
    load: unitOf,
    may: (actor, unit) => rolesToGive(actor, placeOf(unit)).includes('liaison'),
    run: (ctx, { subject, body }) => inviteLiaisons(ctx, subject, body),
  })
  route(host, invitationApi.resend, {
    load: invited,
    may: answersFor,
    run: (ctx, { subject }) => resendInvitation(ctx, subject),
  })
  route(host, invitationApi.revoke, {
    load: invited,
    may: answersFor,
    run: async (ctx, { subject }) => {
      await revokeInvitation(ctx, subject)
      return {}
    },
  })
}

const givesToTeachers: Policy<UnitSubject> = (actor, unit) =>
  unit.kind === 'school' && rolesToGive(actor, placeOf(unit)).includes('teacher')

/** What the person does who was given a link; slow to ask, for tokens must not be tried out. */
function joinRoutes(host: Host): void {
  const perMinute = 20
  route(host, invitationApi.look, {
    load: (ctx, { params }) => invitationOf(ctx, params.token),
    may: anyone,
    run: async (ctx, { subject }) => lookOf(ctx, subject),
    perMinute,
  })
  route(host, invitationApi.join, {
    load: (ctx, { params }) => invitationOf(ctx, params.token),
    may: anyone,
    run: (ctx, { subject, body, ...exchange }) => join(ctx, subject, body, exchange),
    perMinute,
  })
  route(host, invitationApi.accept, {
    load: (ctx, { params }) => invitationOf(ctx, params.token),
    // Nobody gives themself a role by the way of a link.
    may: (actor, { madeBy }) => signedIn(actor, undefined) && actor.id !== madeBy,
    run: async (ctx, { subject }) => {
      await takeUp(ctx, subject, ctx.actor.id)
      return {}
    },
    perMinute,
  })
  route(host, invitationApi.lookAtPassword, {
    load: (ctx, { params }) => passwordLinkOf(ctx, params.token),
    may: anyone,
    run: async (_ctx, { subject: { login, name } }) => ({ login, name }),
    perMinute,
  })
  route(host, invitationApi.setPassword, {
    load: (ctx, { params }) => passwordLinkOf(ctx, params.token),
    may: anyone,
    run: async (ctx, { subject, body }) => {
      await setPassword(ctx, subject, body.password)
      return {}
    },
    perMinute,
  })
}
