import { dayOf } from '#shared/day.ts'
import type { Reply } from '#shared/endpoint.ts'
import { maskName } from '#shared/names.ts'
import { refuse } from '#shared/problem.ts'
import { schoolYearOf } from '#shared/school-year.ts'
import { verbsOn, within } from '#shared/access.ts'
import type { Context } from '#platform/context.ts'
import { policiesOf } from '#platform/policies/book.ts'
import { findUnit, listSchoolsOf, listYears } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { notify } from '#modules/workbench/index.ts'
import { aidOf } from './aid.actions.ts'
import { isGood, isUrgent } from './aid.rules.ts'
import { listAids } from './aid.sql.ts'
import type { Aid } from './aid.contract.ts'
import { noteCounted, sources } from './counted.actions.ts'
import { filesOf, showFiles } from './evidence.actions.ts'
import { ofParentSchool } from './evidence.rules.ts'
import type { MonthCount, monthApi, ParentSchool, ParentSchoolBody, SchoolLine } from './month.contract.ts'
import { monthAtHand, monthInWords, monthOf, monthsBegun, whyNotTell, yearOfMonth } from './month.rules.ts'
import {
  deleteCounts,
  findParentSchoolBefore,
  insertCounts,
  listCounts,
  listParentSchools,
  listSheets,
  listTotals,
  saveItems,
  saveParentSchool,
  saveSheet,
  type ParentSchoolRow,
} from './month.sql.ts'
import { pupilServicesProblems } from './problems.ts'
import { keepsSchool, readsSchool, remindsSchools } from './service.access.ts'

export interface Asked {
  year?: number | undefined
  month?: string | undefined
}

/** Which year and month a page is about: those of its address, else what is at hand. */
async function spanOf(ctx: Context, unitId: number, { year: asked, month: wanted }: Asked) {
  const year = asked ?? (wanted === undefined ? schoolYearOf(ctx.today) : yearOfMonth(wanted))
  const months = monthsBegun(year, ctx.today)
  const month = wanted !== undefined && months.includes(wanted) ? wanted : (monthAtHand(months, ctx.today) ?? null)
  const years = [...new Set([...(await listYears(ctx.db, unitId)), schoolYearOf(ctx.today)])]
  return { year, years: years.sort((a, b) => b - a), months, month }
}

const itemsOf = (ctx: Context, { districtId }: { districtId: number }) =>
  policiesOf(ctx.policies, districtId).pupilServices

/** Every member school of the year: parents' school, first aid, and whether it has told of the month. */
export async function readOverview(
  ctx: Context,
  cluster: UnitSubject,
  asked: Asked,
): Promise<Reply<typeof monthApi.overview>> {
  const span = await spanOf(ctx, cluster.id, asked)
  const members = await listSchoolsOf(ctx.db, cluster.id, span.year)
  const of = {
    districtIds: [...new Set(members.map(({ districtId }) => districtId))],
    schoolIds: members.map(({ id }) => id),
    schoolYear: span.year,
  }
  const facts = {
    parents: new Map((await listParentSchools(ctx.db, of)).map((one) => [one.schoolId, one.establishedOn])),
    aids: (await listAids(ctx.db, of.districtIds, of.schoolIds)).map((row) => ({ ...aidOf(row, ctx.today), schoolId: row.schoolId })), // prettier-ignore
    sheets: (await listSheets(ctx.db, of)).filter(({ month }) => month === span.month),
  }
  const totals = new Map((await listTotals(ctx.db, of)).map((one) => [one.item, one]))
  const items = itemsOf(ctx, cluster)
  return {
    ...span,
    schools: members.map((member) => lineOf(ctx, cluster, member, facts)),
    services: (items?.services ?? []).map(({ code, title }) => {
      const { times = 0, people = 0 } = totals.get(code) ?? {}
      return { code, title, times, people }
    }),
    items: items ?? null,
    can: verbsOn({ remind: remindsSchools }, ctx.actor, cluster),
  }
}

interface Facts {
  parents: ReadonlyMap<number, string | null>
  aids: readonly (Aid & { schoolId: number })[]
  sheets: readonly { schoolId: number; handedInAt: Date }[]
}

function lineOf(
  { actor }: Context,
  cluster: UnitSubject,
  { id: schoolId, districtId, name }: { id: number; districtId: number; name: string },
  { parents, aids, sheets }: Facts,
): SchoolLine {
  const own = aids.filter((aid) => aid.schoolId === schoolId)
  const good = own.filter(({ state }) => isGood(state))
  const establishedOn = parents.get(schoolId) ?? null
  const told = sheets.find((sheet) => sheet.schoolId === schoolId)
  return {
    schoolId,
    name,
    parentSchool: establishedOn !== null ? '已建立' : parents.has(schoolId) ? '未建立' : '未登记',
    establishedOn,
    aeds: good.filter(({ kind }) => kind === 'AED').length,
    trained: good.reduce((sum, { people }) => sum + (people ?? 0), 0),
    urgent: own.filter(({ state }) => isUrgent(state)).length,
    handedInOn: told ? dayOf(told.handedInAt) : null,
    canOpen: readsSchool(actor, { ...cluster, id: schoolId, kind: 'school', districtId, clusterIds: [cluster.id] }),
  }
}

/** What one school has on file, and the sheet of one month. */
export async function readSchoolServices(
  ctx: Context,
  school: UnitSubject,
  asked: Asked,
): Promise<Reply<typeof monthApi.school>> {
  const { id: schoolId, districtId } = school
  const span = await spanOf(ctx, schoolId, asked)
  const of = { districtIds: [districtId], schoolIds: [schoolId], schoolYear: span.year }
  const sheets = await listSheets(ctx.db, of)
  const [parentSchool] = await listParentSchools(ctx.db, of)
  const before = await findParentSchoolBefore(ctx.db, { districtId, schoolId, schoolYear: span.year })
  const sheet = sheets.find(({ month }) => month === span.month)
  const aids = await listAids(ctx.db, [districtId], [schoolId])
  const aidFiles = await filesOf(ctx, 'AED与救护培训', aids.map(({ id }) => id), () => school) // prettier-ignore
  const parentKey = (year: number | undefined) => ofParentSchool(schoolId, year ?? span.year).thing
  const parentThings = [parentKey(span.year), parentKey(before?.schoolYear)]
  const parentFiles = await filesOf(ctx, '家长学校', parentThings, () => school)
  const [clusterId] = school.clusterIds
  const home = clusterId === undefined ? undefined : await findUnit(ctx.db, clusterId, ctx.today)
  return {
    ...span,
    clusterId: home?.id ?? null,
    clusterName: home?.name ?? '',
    handedIn: sheets.map(({ month }) => month),
    handedInOn: sheet ? dayOf(sheet.handedInAt) : null,
    counts: span.month === null ? [] : await listCounts(ctx.db, { districtId, schoolId }, span.month),
    items: itemsOf(ctx, school) ?? null,
    parentSchool: shown(ctx, school, parentSchool, parentFiles(parentKey(span.year))),
    parentSchoolBefore: shown(ctx, school, before, parentFiles(parentKey(before?.schoolYear))),
    aids: aids.map((row) => aidOf(row, ctx.today, aidFiles(row.id))),
    can: verbsOn({ keep: keepsSchool }, ctx.actor, school),
  }
}

/** Who leads the parents' school is a person's name: in full for those who see the school's names. */
function shown(
  { actor }: Context,
  { id: schoolId, districtId }: UnitSubject,
  row: ParentSchoolRow | undefined,
  files: ParentSchool['files'],
): ParentSchool | null {
  if (!row) return null
  const { establishedOn, head, lessons, evidence } = row
  const mayRead = head === '' || within(actor.names, { schoolId, districtId })
  return { establishedOn, head: mayRead ? head : maskName(head), lessons, evidence, files }
}

/** A school tells of a month; told again, the later numbers stand. */
export async function tellMonth(
  ctx: Context,
  { id: schoolId, districtId }: UnitSubject,
  { month, counts }: { month: string; counts: readonly MonthCount[] },
): Promise<Record<string, never>> {
  const { services = [], referrals = [] } = itemsOf(ctx, { districtId }) ?? {}
  const items = [...services, ...referrals]
  refuse(whyNotTell({ month, counts }, items, ctx.today))
  const of = { districtId, schoolId, schoolYear: yearOfMonth(month) }
  const rows = items.map((item, n) => ({ ...item, position: n + 1, isReferral: n >= services.length }))
  await ctx.asOwner((db) => saveItems(db, rows))
  await saveSheet(ctx.db, of, month, ctx.now)
  await deleteCounts(ctx.db, of, month)
  const said = counts.filter(({ times }) => times > 0)
  await insertCounts(ctx.db, of, month, said)
  await noteCounted(ctx, sources.months, [of])
  ctx.note({ districtId, unitId: schoolId, month, times: said.reduce((sum, { times }) => sum + times, 0) })
  return {}
}

export async function keepParentSchool(
  ctx: Context,
  school: UnitSubject,
  schoolYear: number,
  { establishedOn = null, evidenceIds, uploadIds, ...fields }: ParentSchoolBody,
): Promise<Record<string, never>> {
  const { id: schoolId, districtId } = school
  const of = { districtId, schoolId, schoolYear }
  await saveParentSchool(ctx.db, of, { ...fields, establishedOn }, ctx.now)
  await showFiles(ctx, school, ofParentSchool(schoolId, schoolYear), { evidenceIds, uploadIds })
  await noteCounted(ctx, sources.parentSchools, [of])
  ctx.note({ districtId, unitId: schoolId, schoolYear, establishedOn, lessons: fields.lessons })
  return {}
}

/** Tells those who answer for each school that has not told of the month; nobody is told twice on one day. */
export async function remindOfMonth(
  ctx: Context,
  cluster: UnitSubject,
  month: string,
): Promise<Reply<typeof monthApi.remind>> {
  if (month > monthOf(ctx.today)) throw pupilServicesProblems.monthAhead({ month: monthInWords(month) })
  const { schools } = await readOverview(ctx, cluster, { month })
  const open = schools.filter(({ handedInOn }) => handedInOn === null)
  refuse(open.length === 0 ? pupilServicesProblems.everybodyHandedIn({ month: monthInWords(month) }) : undefined)
  const reply: Reply<typeof monthApi.remind> = { told: [], already: [], nobody: [] }
  for (const { schoolId, name } of open) {
    const { told, unreached } = await notify(ctx, {
      districtId: cluster.districtId,
      kind: 'pupil-services.month',
      key: `${month}:${ctx.today}:${schoolId}`,
      title: `请填报${monthInWords(month)}的家庭与学生服务月报`,
      text: `${cluster.name}还没有收到贵校的月报，只填次数和人次，一分钟就能填完。`,
      unitIds: [schoolId],
      roles: ['liaison', 'principal'],
      to: `/schools/${schoolId}/services?month=${month}`,
    })
    reply[unreached.length > 0 ? 'nobody' : told > 0 ? 'told' : 'already'].push({ schoolId, name })
  }
  ctx.note({ districtId: cluster.districtId, unitId: cluster.id, month, schools: reply.told.map(({ name }) => name) })
  return reply
}
