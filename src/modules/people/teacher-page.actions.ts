import { within } from '#shared/access.ts'
import type { Reply } from '#shared/endpoint.ts'
import { maskName } from '#shared/names.ts'
import type { Context } from '#platform/context.ts'
import { policiesOf } from '#platform/policies/book.ts'
import { listDistrictIds, listUnitNames } from '#modules/organizations/index.ts'
import { inputsOf, ruleOf } from './eligibility.rules.ts'
import { listFrozenVerdicts, listFrozenYears } from './eligible-list.sql.ts'
import { findMergeOf } from './merge.sql.ts'
import { keeps, leads, type TeacherPlace } from './teacher.access.ts'
import { named } from './teacher.actions.ts'
import type { teacherApi } from './teacher.contract.ts'
import { listYearsOfTeacher, type FoundYear } from './teacher.sql.ts'
import { placesOf } from './year.load.ts'
import { frozenWords } from './year.rules.ts'

type TeacherReply = Reply<typeof teacherApi.read>

/** A teacher's years as far as the reader sees them; of an entry that was merged, those of the person it became. */
export async function findYears(ctx: Context, teacherId: string): Promise<FoundYear[] | undefined> {
  const districtIds = await listDistrictIds(ctx.db)
  const own = await listYearsOfTeacher(ctx.db, districtIds, teacherId)
  if (own.length > 0) return own
  const merge = await findMergeOf(ctx.db, districtIds, teacherId)
  const years = merge ? await listYearsOfTeacher(ctx.db, [merge.districtId], merge.keptTeacherId) : []
  return years.length > 0 ? years : undefined
}

/** A teacher over the years. Whoever sees the name in one of them knows it. */
export async function readTeacher(ctx: Context, found: readonly FoundYear[], askedFor: string): Promise<TeacherReply> {
  const known = found.find((year) => within(ctx.actor.names, year))
  const { teacherId, name } = known ?? found[0]!
  const places = await placesOf(
    ctx,
    found.map(({ schoolId }) => schoolId),
  )
  const latest = found[0]!
  const { eligibility } = policiesOf(ctx.policies, latest.districtId)
  return {
    teacherId,
    name: known ? name : maskName(name),
    masked: !known,
    years: await yearsOf(ctx, found, places),
    facts: await factsOf(ctx, latest),
    pages: await pagesOf(ctx, latest),
    rule: ruleOf(eligibility, latest.schoolYear)?.words ?? null,
    home: await homeOf(ctx, places.get(latest.schoolId)!),
    mergedFrom: askedFor === teacherId ? null : askedFor,
    can: within(ctx.actor.names, latest)
      ? leads(ctx.actor, places.get(latest.schoolId)!)
        ? ['readExemptions', 'exempt']
        : ['readExemptions']
      : [],
  }
}

async function homeOf({ db, actor }: Context, { clusterIds }: TeacherPlace): Promise<TeacherReply['home']> {
  const id = clusterIds.find((one) => actor.belongs(one)) ?? clusterIds[0]
  const [home] = id === undefined ? [] : await listUnitNames(db, [id])
  return home ? { id: home.id, name: home.name } : null
}

async function yearsOf(
  ctx: Context,
  found: readonly FoundYear[],
  places: ReadonlyMap<number, TeacherPlace>,
): Promise<TeacherReply['years']> {
  const [{ districtId, teacherId }] = found as [FoundYear]
  const lists = await listFrozenYears(ctx.db, found)
  const verdicts = await listFrozenVerdicts(ctx.db, [districtId], [teacherId])
  const lines = await named(ctx, found)
  return lines.map((line) => {
    const { declaredEligible, volunteered, imported, schoolId, schoolYear } = line
    const inputs = inputsOf(line, schoolYear)
    const open = lists.some((list) => list.schoolId === schoolId && list.schoolYear === schoolYear)
    const verdict = verdicts.find((one) => one.schoolYear === schoolYear)
    return {
      ...line,
      declared: declaredEligible === null ? null : declaredEligible ? ('是' as const) : ('否' as const),
      volunteered,
      imported,
      ...inputs,
      frozen:
        open || verdict
          ? { eligible: verdict?.eligible ?? false, words: frozenWords(schoolYear, verdict, line) ?? null }
          : null,
      can: keeps(ctx.actor, places.get(schoolId)!) && !line.masked ? (['edit', 'move'] as const).slice() : [],
    }
  })
}

async function pagesOf(ctx: Context, teacher: FoundYear): Promise<TeacherReply['pages']> {
  const pages = await Promise.all(ctx.teacherFacts.map(async ({ page }) => page?.(ctx, teacher)))
  return pages.filter((page) => page !== undefined)
}

/** What all modules have on file, behind the reader's wall. */
async function factsOf(ctx: Context, teacher: FoundYear): Promise<TeacherReply['facts']> {
  const facts: TeacherReply['facts'] = []
  for (const { title, list } of ctx.teacherFacts)
    facts.push(...(await list(ctx, teacher)).map((fact) => ({ kind: title, ...fact })))
  return facts.sort((a, b) => b.schoolYear - a.schoolYear || (b.day ?? '').localeCompare(a.day ?? ''))
}
