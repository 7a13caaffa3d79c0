import type { z } from 'zod'
import type { Reply } from '#shared/endpoint.ts'
import { roleNames, type Role } from '#shared/access.ts'
import { refuse } from '#shared/problem.ts'
import type { Context } from '#platform/context.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { kindNames, placesOf } from './actor.rules.ts'
import type { LinkOnce } from './account.contract.ts'
import { whyNotDays } from './grant.rules.ts'
import { listUnitsBelow } from './grant.sql.ts'
import { INVITATION_DAYS, type BulkLine, type Invite, type invitationApi } from './invitation.contract.ts'
import { readSchools, writtenTwice } from './invitation.rules.ts'
import {
  insertInvitations,
  insertInvitedGrants,
  markInvitationRevoked,
  updateInvitationLink,
  type Invitation,
  type InvitedGrant,
} from './invitation.sql.ts'
import { mailInvitation } from './letter.actions.ts'
import { identityProblems } from './problems.ts'
import { hashOf, newToken } from './token.ts'

type Link = z.input<typeof LinkOnce>

/** Whom an invitation is for. */
export interface Invitee {
  name: string
  mail?: string | undefined
  phone?: string | undefined
  teacher?: { districtId: number; personId: string } | undefined
}

interface Made extends Link {
  id: string
}

/** Puts invitations on file; each link is told once, here, and kept as its hash. */
export async function makeInvitations(
  ctx: Context,
  wanted: readonly { invitee: Invitee; grants: readonly InvitedGrant[] }[],
): Promise<Made[]> {
  const expiresAt = new Date(ctx.now.getTime() + INVITATION_DAYS * 86_400_000)
  const made = wanted.map((one) => ({ ...one, id: ctx.newId(), token: newToken() }))
  const by = { madeBy: ctx.actor.id, madeByName: ctx.actor.name, madeAt: ctx.now, expiresAt }
  await ctx.asOwner(async (db) => {
    await insertInvitations(
      db,
      made.map(({ id, token, invitee }) => ({ id, tokenHash: hashOf(token), ...by, ...rowOf(invitee) })),
    )
    const grants = made.flatMap(({ id, grants }) => grants.map((grant) => ({ ...grant, invitationId: id })))
    await insertInvitedGrants(
      db,
      grants.map((grant) => ({ ...grant, id: ctx.newId() })),
    )
  })
  return made.map(({ id, token }) => ({ id, ...linkOf(token, expiresAt) }))
}

const rowOf = ({ name, mail, phone, teacher }: Invitee) => ({
  name,
  mail: mail ?? null,
  phone: phone ?? null,
  teacherDistrictId: teacher?.districtId ?? null,
  teacherId: teacher?.personId ?? null,
})

const linkOf = (token: string, expiresAt: Date): Link => ({
  path: `/join/${token}`,
  expiresAt: expiresAt.toISOString(),
})

/** Invites one person to a role at a unit; the link is mailed too, where an address was given. */
export async function invite(
  ctx: Context,
  unit: UnitSubject,
  entry: z.output<typeof Invite>,
): Promise<Reply<typeof invitationApi.invite>> {
  const { role, untilDay = null } = entry
  refuse(whyNotHere(role, unit.kind) ?? whyNotDays({ fromDay: ctx.today, untilDay }, ctx.today))
  const invitee = { ...entry, teacher: await teacherOf(ctx, unit, entry) }
  const grant = { role, unitId: unit.id, fromDay: ctx.today, untilDay }
  const [made] = await makeInvitations(ctx, [{ invitee, grants: [grant] }])
  ctx.note({ subjectId: made!.id, person: entry.name, role: roleNames[role], unit: unit.name })
  const { districtId } = unit
  const mailed = await mailInvitation(ctx, { ...made!, districtId, mail: entry.mail, name: entry.name })
  return { ...made!, mailed }
}

/** Why a role has no sense at a unit of that kind. */
export const whyNotHere = (role: Role, kind: string) =>
  placesOf[role].includes(kind)
    ? undefined
    : identityProblems.wrongPlace({ role: roleNames[role], kinds: placesOf[role].map((k) => kindNames[k]).join('、') })

async function teacherOf(ctx: Context, unit: UnitSubject, { role, personId }: z.output<typeof Invite>) {
  if (role !== 'teacher' || personId === undefined) return undefined
  const person = await ctx.personFile?.find(ctx, unit, personId)
  if (!person) throw identityProblems.inviteeNotOnFile()
  return person
}

/** Invites the liaisons of many schools at once: all of them or, where a school is not known or a person written twice, none. */
export async function inviteLiaisons(
  ctx: Context,
  cluster: UnitSubject,
  { lines, untilDay }: { lines: readonly BulkLine[]; untilDay: string | null },
): Promise<Reply<typeof invitationApi.inviteLiaisons>> {
  refuse(whyNotDays({ fromDay: ctx.today, untilDay }, ctx.today))
  const { found, unknown } = readSchools(lines, await listUnitsBelow(ctx.db, cluster.id, ['school'], ctx.today))
  if (unknown.length > 0) throw identityProblems.noSuchSchools({ schools: unknown.join('、') })
  const twice = writtenTwice(found)
  if (twice) throw identityProblems.invitedTwice({ school: twice.school.name, name: twice.line.name })
  const made = await makeInvitations(
    ctx,
    found.map(({ line, school }) => ({
      invitee: line,
      grants: [{ role: 'liaison', unitId: school.id, fromDay: ctx.today, untilDay }],
    })),
  )
  ctx.note({ role: roleNames.liaison, people: made.length })
  const links = made.map((link, index) => ({ link, ...found[index]! }))
  for (const { link, line, school } of links)
    await mailInvitation(ctx, { ...link, districtId: school.districtId, mail: line.mail, name: line.name })
  return {
    links: links.map(({ link: { path, expiresAt }, line, school }) => ({
      path,
      expiresAt,
      name: line.name,
      schoolName: school.name,
    })),
  }
}

/** A new link for who lost the first; the first is worth nothing from then on. */
export async function resendInvitation(
  ctx: Context,
  invitation: Invitation,
): Promise<Reply<typeof invitationApi.resend>> {
  refuse(invitation.usedAt || invitation.revokedAt ? identityProblems.linkGone() : undefined)
  const token = newToken()
  const expiresAt = new Date(ctx.now.getTime() + INVITATION_DAYS * 86_400_000)
  const by = { madeBy: ctx.actor.id, madeByName: ctx.actor.name }
  await ctx.asOwner((db) => updateInvitationLink(db, invitation.id, { tokenHash: hashOf(token), expiresAt, ...by }))
  const link = linkOf(token, expiresAt)
  ctx.note({ person: invitation.name })
  return { ...link, mailed: await mailInvitation(ctx, { ...invitation, ...link }) }
}

/** Takes an invitation back: its link opens nothing any more. */
export async function revokeInvitation(ctx: Context, { id, name }: Invitation): Promise<void> {
  await ctx.asOwner((db) => markInvitationRevoked(db, id, ctx.now))
  ctx.note({ person: name })
}
