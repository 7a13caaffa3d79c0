import type { Input, Reply } from '#shared/endpoint.ts'
import type { Context } from '#platform/context.ts'
import { findUnit, listDistrictIds } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { notify } from '#modules/workbench/index.ts'
import { recognises, type Holder } from './course.access.ts'
import { holderOf, loadHolder, planOf } from './course.load.ts'
import { findCourse, type CourseRow } from './course.sql.ts'
import type { declarationApi, Declared } from './declaration.contract.ts'
import { findDeclaration, listDeclarations, updateDecided, type DeclarationRow } from './declaration.sql.ts'
import { giveCredits } from './finish.actions.ts'
import { trainingProblems } from './problems.ts'

/** What was declared to a district. */
export async function readDeclarations(
  ctx: Context,
  district: UnitSubject,
): Promise<Reply<typeof declarationApi.list>> {
  const plan = planOf(ctx, district.districtId)
  const rows = await listDeclarations(ctx.db, district.districtId)
  const decides = recognises(ctx.actor, holderOf(district))
  const clauses = (row: DeclarationRow) =>
    (plan?.clauses ?? [])
      .filter(({ cluster }) => cluster === undefined || cluster === row.unitName)
      .map(({ name, clause, words, meaning }) => ({ name, clause, words, meaning }))
  return {
    plan: plan ?? null,
    declarations: rows.map((row): Declared => {
      const { districtId: _, unitId: __, declaredAt, decidedAt, ...shown } = row
      return {
        ...shown,
        declaredAt: declaredAt.toISOString(),
        decidedAt: decidedAt?.toISOString() ?? null,
        credits: plan ? Math.floor((row.hours * 100) / plan.hoursPerCredit) / 100 : 0,
        clauses: clauses(row),
        can: decides && row.state === '已申报' ? ['decide'] : [],
      }
    }),
  }
}

export interface DeclarationSubject {
  row: DeclarationRow
  course: CourseRow
  /** The district whose business it is. */
  holder: Holder
}

export async function loadDeclaration(ctx: Context, id: string): Promise<DeclarationSubject | undefined> {
  const row = await findDeclaration(ctx.db, await listDistrictIds(ctx.db), id)
  if (!row) return undefined
  const course = await ctx.asOwner((db) => findCourse(db, [row.districtId], row.courseId, null))
  const district = await loadHolder(ctx, row.districtId)
  return course && district && { row, course, holder: holderOf(district) }
}

/** The district recognises a course under a tier: whoever came to enough of it has its credits. */
export async function recognise(
  ctx: Context,
  { row, course }: DeclarationSubject,
  { countsAs, reason, number }: Input<typeof declarationApi.recognise>['body'],
): Promise<Reply<typeof declarationApi.recognise>> {
  const plan = planOf(ctx, row.districtId)
  if (!plan?.recognisedAs.includes(countsAs)) throw trainingProblems.wrongTier({ tier: countsAs })
  await decide(ctx, row, { state: '已认定', countsAs, reason, number })
  const people = await giveCredits(ctx, course, countsAs, number)
  await tell(ctx, row, `《${row.title}》已认定为${countsAs}学分`, `${people} 位教师的学分已经记入。${reason}`)
  return { people }
}

export async function giveBack(
  ctx: Context,
  { row }: DeclarationSubject,
  { reason }: Input<typeof declarationApi.giveBack>['body'],
): Promise<Record<string, never>> {
  await decide(ctx, row, { state: '已退回', countsAs: null, reason, number: null })
  await tell(ctx, row, `《${row.title}》的学分申报被退回`, `${reason}，改好后可以再申报。`)
  return {}
}

async function decide(
  ctx: Context,
  row: DeclarationRow,
  decision: { state: '已认定' | '已退回'; countsAs: string | null; reason: string; number: string | null },
): Promise<void> {
  const done = await updateDecided(ctx.db, row, { ...decision, decidedAt: ctx.now, decidedBy: ctx.actor.name })
  if (!done) throw trainingProblems.notWaiting()
  const { districtId, courseId, title: course, unitId } = row
  ctx.note({ districtId, unitId, subjectId: courseId, course, ...decision })
}

async function tell(ctx: Context, row: DeclarationRow, title: string, text: string): Promise<void> {
  const unit = await findUnit(ctx.db, row.unitId, ctx.today)
  if (!unit) return
  await notify(ctx, {
    kind: 'training.decided',
    key: row.id,
    districtId: row.districtId,
    title,
    text,
    to: `/training/${row.courseId}`,
    unitIds: [unit.id],
    roles: ['cluster-office'],
  })
}
