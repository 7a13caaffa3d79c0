import type { Input } from '#shared/endpoint.ts'
import { Problem, refuse } from '#shared/problem.ts'
import type { Context } from '#platform/context.ts'
import { policiesOf } from '#platform/policies/book.ts'
import { findOwnTeacher, listAccountsOfTeachers } from '#modules/identity/index.ts'
import { findLatestSchool } from '#modules/people/index.ts'
import { notify } from '#modules/workbench/index.ts'
import type { Appraisal, appraisalApi } from './appraisal.contract.ts'
import { gradeOf, scoreOf, scoresOf, whyNotAppraise } from './appraisal.rules.ts'
import { insertAppraisal, listAppraisals } from './appraisal.sql.ts'
import { studiosProblems } from './problems.ts'
import { keepsStudios, readsWords } from './studio.access.ts'
import type { StudioSubject } from './studio.load.ts'
import { standsIn } from './studio.rules.ts'

export const rubricOf = (ctx: Context, { districtId }: { districtId: number }) =>
  policiesOf(ctx.policies, districtId).studioRubric

/** What was said of the studio's years, for whoever may read it; others read what they said themselves. */
export async function appraisalsFor(ctx: Context, subject: StudioSubject): Promise<Appraisal[] | null> {
  const rows = await listAppraisals(ctx.db, subject.row)
  const mayRead = readsWords(ctx.actor, subject)
  const read = mayRead ? rows : rows.filter(({ accountId }) => accountId === ctx.actor.id)
  if (!mayRead && read.length === 0) return null
  const isTold = keepsStudios(ctx.actor, subject.unit)
  return read.map(({ id, schoolYear, grade, score, scores, words, appraisedBy, appraisedAt }) => ({
    ...{ id, year: schoolYear, grade, score, scores, words },
    ...{ by: isTold ? appraisedBy : null, at: appraisedAt.toISOString() },
  }))
}

/** What somebody who is free to judge says of a studio's year. */
export async function appraise(
  ctx: Context,
  subject: StudioSubject,
  { year, levels, words }: Input<typeof appraisalApi.add>['body'],
): Promise<{ grade: string }> {
  const { row, unit, school, own } = subject
  const before = await listAppraisals(ctx.db, row)
  const hasAppraised = before.some(({ accountId, schoolYear }) => accountId === ctx.actor.id && schoolYear === year)
  const isOwnSchool = (await schoolsOf(ctx)).includes(school.schoolId)
  refuse(whyNotAppraise({ isInIt: own !== null, school: isOwnSchool ? row.school : undefined, hasAppraised }, year))
  if (!standsIn(row, year)) throw studiosProblems.notInYear({ year })
  const rubric = rubricOf(ctx, unit)
  if (!rubric) throw studiosProblems.noRubric()
  const scores = scoresOf(rubric, levels)
  if (scores instanceof Problem) throw scores
  const score = scoreOf(scores)
  const grade = gradeOf(rubric, score)
  const by = { accountId: ctx.actor.id, appraisedBy: ctx.actor.name, appraisedAt: ctx.now }
  const appraisal = { id: ctx.newId(), schoolYear: year, schoolId: row.schoolId, scores, score, grade, words, ...by }
  if (!(await insertAppraisal(ctx.db, row, appraisal))) throw studiosProblems.appraisedAlready({ year })
  ctx.note({
    districtId: row.districtId,
    unitId: unit.id,
    subjectId: row.id,
    change: row.name,
    schoolYear: year,
    grade,
  })
  await tellHost(ctx, subject, { year, grade })
  return { grade }
}

/** Where the one who asks works, by an account or by the register. */
async function schoolsOf(ctx: Context): Promise<number[]> {
  const teacher = await findOwnTeacher(ctx)
  const registered = teacher && (await ctx.asOwner((db) => findLatestSchool(db, teacher)))
  return [...ctx.actor.grants.map(({ unitId }) => unitId), ...(registered === undefined ? [] : [registered])]
}

async function tellHost(ctx: Context, { row }: StudioSubject, { year, grade }: { year: number; grade: string }) {
  const { hostDistrictId, hostId } = row
  if (hostDistrictId === null || hostId === null) return
  const found = await ctx.asOwner((db) => listAccountsOfTeachers(db, hostDistrictId, [hostId]))
  await notify(ctx, {
    ...{ kind: 'studios.appraised', key: `${row.id}-${year}-${ctx.actor.id}`, districtId: row.districtId },
    title: `${row.name}的${year}学年考核有了结果`,
    text: `${row.name}${year}学年考核为“${grade}”，评语在工作室的页面上。`,
    to: `/studios/${row.id}?year=${year}`,
    accountIds: found.map(({ accountId }) => accountId),
  })
}
