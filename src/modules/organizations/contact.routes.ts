import { verbsOn } from '#shared/access.ts'
import type { Context } from '#platform/context.ts'
import { route, type Host } from '#platform/route.ts'
import { contactAccess } from './contact.access.ts'
import { exportContacts, findContacts, keepContact, withUnit } from './contact.actions.ts'
import { contactApi } from './contact.contract.ts'
import { deleteContact, findContact } from './contact.sql.ts'
import { isCluster } from './unit.access.ts'
import type { UnitSubject } from './unit.contract.ts'
import { findUnit } from './unit.sql.ts'

const verbs = { keep: contactAccess.keep, export: contactAccess.export }

export function contactRoutes(host: Host): void {
  route(host, contactApi.list, {
    load: (ctx, { params }) => unitOf(ctx, params.unitId),
    may: contactAccess.read,
    run: async (ctx, { subject, query }) => ({
      contacts: await findContacts(ctx, subject, query),
      can: verbsOn(verbs, ctx.actor, subject),
    }),
  })

  route(host, contactApi.export, {
    load: (ctx, { params }) => unitOf(ctx, params.unitId),
    may: contactAccess.export,
    run: (ctx, { subject }) => exportContacts(ctx, subject),
    audited: true,
  })

  route(host, contactApi.add, {
    load: (ctx, { params }) => unitOf(ctx, params.unitId),
    may: contactAccess.keep,
    run: (ctx, { subject, body }) => keepContact(ctx, subject, body),
  })

  route(host, contactApi.edit, {
    load: async (ctx, { params }) => withUnit(ctx, await findContact(ctx.db, params.contactId)),
    may: (actor, { unit }) => contactAccess.keep(actor, unit),
    run: async (ctx, { subject: { contact, unit }, body }) => {
      await keepContact(ctx, unit, body, contact)
      return {}
    },
  })

  route(host, contactApi.remove, {
    load: async (ctx, { params }) => withUnit(ctx, await findContact(ctx.db, params.contactId)),
    may: (actor, { unit }) => contactAccess.keep(actor, unit),
    run: async (ctx, { subject: { contact, unit } }) => {
      await deleteContact(ctx.db, contact.districtId, contact.id)
      ctx.note({ districtId: unit.districtId, unitId: unit.id, change: `${unit.name}${contact.duty}`, before: contact })
      return {}
    },
  })
}

async function unitOf(ctx: Context, id: number): Promise<UnitSubject | undefined> {
  const unit = await findUnit(ctx.db, id, ctx.today)
  return unit && (isCluster(unit) || unit.kind === 'school') ? unit : undefined
}
