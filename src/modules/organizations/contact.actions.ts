import { within } from '#shared/access.ts'
import type { Input, Reply } from '#shared/endpoint.ts'
import { refuse } from '#shared/problem.ts'
import type { Context } from '#platform/context.ts'
import { Download, XLSX } from '#platform/download.ts'
import { writeWorkbook } from '#platform/sheet/write.ts'
import { contactAccess, knowsOffice } from './contact.access.ts'
import type { contactApi, ContactLine } from './contact.contract.ts'
import { isSameContact, shownContact } from './contact.rules.ts'
import { listContactRows, saveContact, type ContactRow } from './contact.sql.ts'
import { listMembersOn } from './membership.sql.ts'
import { organizationsProblems } from './problems.ts'
import { isCluster } from './unit.access.ts'
import type { UnitSubject } from './unit.contract.ts'
import { findUnit } from './unit.sql.ts'

/** Contacts of a unit and, of a cluster, of its members on a day: with names where the reader sees names. */
export async function listContacts(ctx: Context, unit: UnitSubject, past = false): Promise<ContactLine[]> {
  const members = isCluster(unit) ? await listMembersOn(ctx.db, unit.id, ctx.today) : []
  const rows = await listContactRows(ctx.db, [unit.id, ...members], past ? null : ctx.today)
  const keeps = contactAccess.keep(ctx.actor, unit)
  return rows.map((row) => {
    const { districtId, ...contact } = row
    const school = { schoolId: row.unitId, districtId }
    const named = row.ofCluster ? knowsOffice(ctx.actor, unit) : within(ctx.actor.names, school)
    // Who keeps the cluster keeps its schools; a school's own people keep theirs, also on the cluster's list.
    const own = keeps || ctx.actor.holds(['principal', 'liaison'], { unitId: row.unitId, districtId: -1 })
    return { ...shownContact(contact, named), can: own ? ['keep' as const] : [] }
  })
}

export async function findContacts(
  ctx: Context,
  unit: UnitSubject,
  { past, q }: Input<typeof contactApi.list>['query'],
): Promise<ContactLine[]> {
  const all = await listContacts(ctx, unit, past === 'yes')
  // Looked for in what the reader sees: a hit must not give a hidden name away.
  return q
    ? all.filter(({ name, duty, unitName, phone }) =>
        [name, duty, unitName, phone ?? ''].some((text) => text.includes(q)),
      )
    : all
}

export async function exportContacts(ctx: Context, unit: UnitSubject): Promise<Download> {
  const contacts = await listContacts(ctx, unit)
  const title = `${unit.name}联系人`
  const columns = ['单位', '职务', '姓名', '电话', '起日', '止日'].map((one) => ({ title: one }))
  const rows = contacts.map(({ unitName, duty, name, phone, fromDay, untilDay }) => [
    unitName,
    duty,
    name,
    phone,
    fromDay,
    untilDay,
  ])
  ctx.note({ districtId: unit.districtId, unitId: unit.id, rows: rows.length })
  return new Download(`${title}.xlsx`, XLSX, writeWorkbook([{ name: '联系人', title, columns, rows }]))
}

type Fields = Input<typeof contactApi.add>['body']

export async function keepContact(
  ctx: Context,
  unit: UnitSubject,
  fields: Fields,
  before?: ContactRow,
): Promise<Reply<typeof contactApi.add>> {
  const id = before?.id ?? ctx.newId()
  await refuseSame(ctx, unit, { id, ...fields })
  const { name, duty, phone, fromDay, untilDay } = fields
  const row = { id, districtId: unit.districtId, unitId: unit.id, ofCluster: isCluster(unit), name, duty, fromDay }
  await saveContact(ctx.db, { ...row, phone: phone || null, untilDay: untilDay ?? null })
  ctx.note({
    districtId: unit.districtId,
    unitId: unit.id,
    subjectId: id,
    change: `${unit.name}${duty}`,
    before,
    after: fields,
  })
  return { id }
}

async function refuseSame(ctx: Context, unit: UnitSubject, entry: Fields & { id: string }): Promise<void> {
  const others = (await listContactRows(ctx.db, [unit.id], null)).filter(({ id }) => id !== entry.id)
  const same = others.find((other) => isSameContact(entry, other))
  refuse(same && organizationsProblems.sameContact({ name: same.name, duty: same.duty, unit: unit.name }))
}

/** A contact with its unit, behind the wall of the reader. */
export async function withUnit(ctx: Context, contact: ContactRow | undefined) {
  const unit = contact && (await findUnit(ctx.db, contact.unitId, ctx.today))
  return contact && unit && { contact, unit }
}
