import { maskName } from '#shared/names.ts'
import { grouped } from '#shared/group.ts'
import type { Context } from '#platform/context.ts'
import { findUnit, listUnitNames } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { findOwnTeacher } from '#modules/identity/index.ts'
import { momentAt } from './ask.rules.ts'
import { listAsks, type AskRow } from './ask.sql.ts'
import type { GapLine, gapVerbs } from './gap.contract.ts'
import type { GapRow } from './gap.sql.ts'
import { listGivenOf, type GivenRow } from './given.sql.ts'
import { listTeachersNamed } from './register.sql.ts'
import { isNamed, keepsSchool } from './school.access.ts'

type Verb = (typeof gapVerbs)[number]

/** What lines of gaps are told with. */
interface Around {
  names: ReadonlyMap<string, { name: string; schoolId: number }>
  schools: ReadonlyMap<number, string>
  asks: ReadonlyMap<string, AskRow[]>
  given: ReadonlyMap<string, GivenRow>
  keeps: ReadonlyMap<number, boolean>
  own: string | undefined
}

/** Gaps as the reader may know them, in the order in which they come. */
export async function gapLines(ctx: Context, gaps: readonly GapRow[]): Promise<GapLine[]> {
  if (gaps.length === 0) return []
  const around = await readAround(ctx, gaps)
  return gaps.map((gap) => lineOf(ctx, gap, around))
}

async function readAround(ctx: Context, gaps: readonly GapRow[]): Promise<Around> {
  const districtIds = [...new Set(gaps.map(({ districtId }) => districtId))]
  const ids = gaps.map(({ id }) => id)
  const schoolIds = [...new Set(gaps.map(({ schoolId }) => schoolId))]
  const teachers = [
    ...new Set(gaps.flatMap(({ teacherId, takenTeacherId }) => [teacherId, takenTeacherId ?? []].flat())),
  ]
  return ctx.asOwner(async (db) => {
    const named = (await Promise.all(districtIds.map((id) => listTeachersNamed(db, id, teachers)))).flat()
    const units = await listUnitNames(db, [...new Set([...schoolIds, ...gaps.flatMap(({ takenSchoolId }) => takenSchoolId ?? [])])]) // prettier-ignore
    const schools = await Promise.all(schoolIds.map((id) => findUnit(db, id, ctx.today)))
    return {
      names: new Map(named.map((one) => [one.teacherId, one])),
      schools: new Map(units.map(({ id, name }) => [id, name])),
      asks: grouped(await listAsks(db, districtIds, ids), ({ gapId }) => gapId),
      given: new Map((await listGivenOf(db, districtIds, ids)).map((one) => [one.sourceId, one])),
      keeps: new Map(
        schools.flatMap((school) => (school ? [[school.id, keepsSchool(ctx.actor, school)] as const] : [])),
      ),
      own: (await findOwnTeacher({ ...ctx, db }))?.teacherId,
    }
  })
}

function lineOf(ctx: Context, gap: GapRow, around: Around): GapLine {
  const keeps = around.keeps.get(gap.schoolId) ?? false
  const asks = (around.asks.get(gap.id) ?? []).filter(({ askedAt }) => askedAt !== null)
  const given = around.given.get(gap.id)
  const taker = gap.takenTeacherId === null ? undefined : around.names.get(gap.takenTeacherId)
  const absent = around.names.get(gap.teacherId)
  return {
    ...{ id: gap.id, schoolId: gap.schoolId, schoolName: around.schools.get(gap.schoolId) ?? '', day: gap.day },
    ...{ period: gap.period, fromTime: gap.fromTime, untilTime: gap.untilTime, className: gap.className },
    ...{ subject: gap.subject, state: gap.state },
    absentName: told(ctx, gap, { teacherId: gap.teacherId, ...absent }, around),
    // Who says yes lets the school know who comes.
    takenName: taker ? (keeps ? taker.name : told(ctx, gap, { teacherId: gap.takenTeacherId!, ...taker, schoolId: gap.takenSchoolId! }, around)) : null, // prettier-ignore
    takenSchool: gap.takenSchoolId === null ? null : (around.schools.get(gap.takenSchoolId) ?? ''),
    given: given?.state ?? null,
    asked: asks.length,
    open: asks.filter(({ answer }) => answer === null).length,
    can: keeps || gap.teacherId === around.own ? verbsOn(ctx, gap, { keeps, given }) : [],
  }
}

interface Who {
  teacherId: string
  name?: string
  schoolId?: number
}

function told(ctx: Context, { districtId, schoolId }: GapRow, who: Who, { own }: Around): string {
  const name = who.name ?? ''
  const isTold = who.teacherId === own || isNamed(ctx.actor, { schoolId: who.schoolId ?? schoolId, districtId })
  return isTold ? name : maskName(name)
}

interface Standing {
  keeps: boolean
  given: GivenRow | undefined
}

/** What may be done with a gap now: by its school; calling it off by who is away, too. */
function verbsOn(ctx: Context, gap: GapRow, { keeps, given }: Standing): Verb[] {
  const isOver = momentAt(gap.day, gap.untilTime) <= ctx.now
  const ofSchool = keeps ? [...openVerbs(gap, isOver), ...givenVerbs(ctx, gap, given)] : []
  return gap.day >= ctx.today && !isOver && gap.state !== 'withdrawn' ? [...ofSchool, 'withdraw'] : ofSchool
}

function openVerbs({ state }: GapRow, isOver: boolean): Verb[] {
  if (state === 'own') return ['assign']
  if (state === 'asking') return ['assign', 'own']
  if (state !== 'nobody') return []
  return isOver ? ['assign', 'own'] : ['assign', 'own', 'again']
}

function givenVerbs({ today }: Context, { state, day }: GapRow, given: GivenRow | undefined): Verb[] {
  if (state !== 'taken' || day > today) return []
  if (!given) return ['confirm', 'contest']
  return given.state === '已确认' ? ['contest'] : ['confirm']
}

/** A gap behind the reader's wall, with the school where the lesson is. */
export interface GapSubject {
  gap: GapRow
  school: UnitSubject
}
