import { verbsOn } from '#shared/access.ts'
import type { Input, Reply } from '#shared/endpoint.ts'
import type { Context } from '#platform/context.ts'
import { platformProblems } from '#platform/problems.ts'
import { listCampusPlaces, listDistrictIds, loadCluster } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { stageNames } from './post.contract.ts'
import { postAccess } from './post.access.ts'
import { districtsOf, noteAt, readMembers, type NamedMember } from './post.load.ts'
import { postsProblems } from './problems.ts'
import type { Agreement, Meeting, StatingSchool, vacancyApi, VacancyLine } from './vacancy.contract.ts'
import { tellAgreed } from './vacancy.notices.ts'
import {
  balanceOf,
  distanceOf,
  inSubjectOrder,
  meetingsOf,
  sumsOf,
  unmetOf,
  whyNotAgree,
  type Meeting as Met,
  type Unmet,
} from './vacancy.rules.ts'
import {
  deleteLines,
  findAgreement,
  insertAgreement,
  insertLines,
  listAgreements,
  listLines,
  lockPosts,
  markWithdrawn,
  type AgreementRow,
  type FoundLine,
} from './vacancy.sql.ts'

/** The posts of a cluster in a school year, worked out. */
export interface PostBook {
  schools: readonly NamedMember[]
  found: readonly FoundLine[]
  lines: readonly VacancyLine[]
  agreements: readonly AgreementRow[]
  meetings: readonly Met[]
  unmet: readonly Unmet[]
}

export async function readPosts(ctx: Context, unit: UnitSubject, year: number): Promise<PostBook> {
  const schools = await readMembers(ctx, unit, year)
  const found = await listLines(ctx.db, schools, year)
  const agreements = await listAgreements(ctx.db, districtsOf(unit, schools), unit.id, year)
  const inForce = agreements.filter(({ withdrawnAt }) => withdrawnAt === null)
  const nameOf = namesIn(schools)
  const lines = found
    .map(({ statedAt: _, statedBy: __, ...line }) => ({
      ...line,
      schoolName: nameOf(line.schoolId),
      ...balanceOf(line, inForce),
    }))
    .sort((a, b) => a.schoolId - b.schoolId || bySubject(a, b))
  const meetings = meetingsOf(lines, distanceOf(await placesOf(ctx, unit)))
  return { schools, found, lines, agreements, meetings, unmet: unmetOf(lines, meetings) }
}

const bySubject = inSubjectOrder(stageNames)

const namesIn = (schools: readonly NamedMember[]) => {
  const names = new Map(schools.map(({ schoolId, name }) => [schoolId, name]))
  return (schoolId: number) => names.get(schoolId) ?? '—'
}

const placesOf = async (ctx: Context, unit: UnitSubject) =>
  (await listCampusPlaces(ctx.db, unit.id, ctx.today)).flatMap(({ schoolId, longitude, latitude }) =>
    longitude === null || latitude === null ? [] : [{ schoolId, longitude, latitude }],
  )

export async function readVacancies(
  ctx: Context,
  unit: UnitSubject,
  year: number,
): Promise<Reply<typeof vacancyApi.list>> {
  const book = await readPosts(ctx, unit, year)
  const nameOf = namesIn(book.schools)
  return {
    schools: book.schools.map((school) => statingOf(book, school)),
    lines: [...book.lines],
    sums: sumsOf(book.lines, stageNames),
    meetings: book.meetings.map((one) => namedMeeting(one, nameOf)),
    agreements: book.agreements.map((one) => agreementOf(one, nameOf)),
    can: verbsOn(postAccess, ctx.actor, unit),
  }
}

function statingOf({ found, lines }: PostBook, { schoolId, name, own }: NamedMember): StatingSchool {
  const stated = found.find((line) => line.schoolId === schoolId && line.statedAt !== null)
  const sum = (of: (line: VacancyLine) => number) =>
    lines.filter((line) => line.schoolId === schoolId).reduce((total, line) => total + of(line), 0)
  return {
    ...{ schoolId, name, own },
    statedAt: stated?.statedAt?.toISOString() ?? null,
    statedBy: stated?.statedBy ?? null,
    lack: sum(({ lack }) => lack),
    spare: sum(({ spare }) => spare),
  }
}

const namedMeeting = (one: Met, nameOf: (id: number) => string): Meeting => ({
  ...one,
  fromSchool: nameOf(one.fromSchoolId),
  toSchool: nameOf(one.toSchoolId),
})

const agreementOf = (row: AgreementRow, nameOf: (id: number) => string): Agreement => {
  const { id, stage, subject, n, decidedBy, decidedOn, words, withdrawnAt, withdrawnWhy } = row
  return {
    ...{ id, stage, subject, n, decidedBy, decidedOn, words },
    fromSchool: nameOf(row.fromSchoolId),
    toSchool: nameOf(row.toSchoolId),
    withdrawnWhy: withdrawnAt === null ? null : (withdrawnWhy ?? '—'),
  }
}

/** Takes down what a school says of its posts; what it said before gives way. */
export async function stateVacancies(
  ctx: Context,
  school: UnitSubject,
  { year, lines }: Input<typeof vacancyApi.state>['body'],
): Promise<Reply<typeof vacancyApi.state>> {
  const keys = lines.map(({ stage, subject }) => `${stage}${subject}`)
  const twice = keys.find((key, at) => keys.indexOf(key) !== at)
  if (twice !== undefined) throw postsProblems.lineTwice({ line: twice })
  const of = { districtId: school.districtId, schoolId: school.id }
  await deleteLines(ctx.db, of, year)
  const said = { ...of, schoolYear: year, statedAt: ctx.now, statedBy: ctx.actor.name }
  await insertLines(
    ctx.db,
    lines.map((line) => ({ ...line, ...said, id: ctx.newId() })),
  )
  const balances = (await listLines(ctx.db, [of], year)).map((line) => balanceOf(line, []))
  const sum = (of: (one: (typeof balances)[number]) => number) => balances.reduce((total, one) => total + of(one), 0)
  const result = { lines: lines.length, lack: sum(({ lack }) => lack), spare: sum(({ spare }) => spare) }
  ctx.note({ ...noteAt(school), schoolYear: year, ...result })
  return result
}

/** Notes that teachers of a subject go from a school that can spare them to one that lacks them; both are told. */
export async function agree(
  ctx: Context,
  unit: UnitSubject,
  { year, words = '', ...agreed }: Input<typeof vacancyApi.agree>['body'],
): Promise<Reply<typeof vacancyApi.agree>> {
  await lockPosts(ctx.db, unit.id)
  const { lines, schools } = await readPosts(ctx, unit, year)
  const against = whyNotAgree(agreed, lines)
  if (against) throw platformProblems.badInput({ issues: [against] })
  const id = ctx.newId()
  const to = schools.find(({ schoolId }) => schoolId === agreed.toSchoolId)!
  const row = { ...agreed, words: words || null, id, districtId: to.districtId, clusterId: unit.id, schoolYear: year }
  await insertAgreement(ctx.db, { ...row, recordedAt: ctx.now, recordedBy: ctx.actor.name })
  ctx.note({ ...noteAt(unit), schoolYear: year, ...agreed })
  await tellAgreed(ctx, unit, row, namesIn(schools))
  return { id }
}

export interface AgreementSubject {
  agreement: AgreementRow
  unit: UnitSubject
}

export async function loadAgreement(ctx: Context, id: string): Promise<AgreementSubject | undefined> {
  const agreement = await findAgreement(ctx.db, await listDistrictIds(ctx.db), id)
  const unit = agreement && (await loadCluster(ctx, agreement.clusterId))
  return agreement && unit && { agreement, unit }
}

export async function withdrawAgreement(
  ctx: Context,
  { agreement, unit }: AgreementSubject,
  why: string,
): Promise<Record<string, never>> {
  const withdrawn = { withdrawnAt: ctx.now, withdrawnBy: ctx.actor.name, withdrawnWhy: why }
  if (!(await markWithdrawn(ctx.db, agreement, withdrawn))) throw postsProblems.withdrawnBefore()
  ctx.note({ ...noteAt(unit), agreement: agreement.id, why })
  return {}
}
