import type { TeacherKey } from '#platform/teacher-facts.ts'
import {
  findUnit,
  isCluster,
  listDistrictIds,
  loadCluster,
  loadSchool,
  unitAccess,
} from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import type { Context } from '#platform/context.ts'
import { nothing, route, type Host } from '#platform/route.ts'
import { signedIn, type Policy } from '#shared/access.ts'
import { findOwnTeacher } from '#modules/identity/index.ts'
import { readStake, reportAbsence, withdrawAbsence } from './absence.actions.ts'
import { absenceApi } from './absence.contract.ts'
import { findAbsence } from './absence.sql.ts'
import { answerAsk } from './answer.actions.ts'
import { askApi } from './ask.contract.ts'
import { keepRule, readBoard } from './board.actions.ts'
import { assignGap, askAgain, keepOwn, readGap } from './gap.actions.ts'
import type { GapSubject } from './gap-lines.ts'
import { gapApi } from './gap.contract.ts'
import { findGap } from './gap.sql.ts'
import { loadAsk, readAsk, readMine } from './mine.actions.ts'
import { ruleApi } from './rule.contract.ts'
import { keepsSchool, leadsCluster, seesSchool } from './school.access.ts'
import { keepTravel, readTravel } from './travel.actions.ts'
import { travelApi } from './travel.contract.ts'

export function coverRoutes(host: Host): void {
  boardRoutes(host)
  absenceRoutes(host)
  gapRoutes(host)
  askRoutes(host)
}

function boardRoutes(host: Host): void {
  route(host, gapApi.board, {
    load: (ctx, { params }) => findPlace(ctx, params.unitId),
    may: unitAccess.readTeachers,
    run: (ctx, { subject, query }) => readBoard(ctx, subject, query.day),
  })
  route(host, ruleApi.save, {
    load: (ctx, { params }) => findPlace(ctx, params.unitId),
    may: leadsCluster,
    run: async (ctx, { subject, body }) => {
      await keepRule(ctx, subject, body)
      return {}
    },
  })
  route(host, travelApi.list, {
    load: (ctx, { params }) => loadCluster(ctx, params.unitId),
    may: unitAccess.readSchools,
    run: (ctx, { subject }) => readTravel(ctx, subject),
  })
  route(host, travelApi.keep, {
    load: (ctx, { params }) => loadCluster(ctx, params.unitId),
    may: leadsCluster,
    run: async (ctx, { subject, body }) => {
      await keepTravel(ctx, subject, body)
      return {}
    },
  })
}

/** Of a teacher's lessons the school speaks, or the teacher. */
interface AwaySubject {
  school: UnitSubject
  teacherId: string
  own: TeacherKey | undefined
}
const mayReport: Policy<AwaySubject> = (actor, { school, teacherId, own }) =>
  keepsSchool(actor, school) || (own?.teacherId === teacherId && own.districtId === school.districtId)

function absenceRoutes(host: Host): void {
  route(host, absenceApi.stake, {
    load: (ctx, { params, query }) => loadAway(ctx, params.schoolId, query.teacherId),
    may: mayReport,
    run: (ctx, { subject, query }) => readStake(ctx, subject.school, query),
  })
  route(host, absenceApi.report, {
    load: (ctx, { params, body }) => loadAway(ctx, params.schoolId, body.teacherId),
    may: mayReport,
    run: (ctx, { subject, body }) => reportAbsence(ctx, subject.school, body),
  })
  route(host, absenceApi.withdraw, {
    load: async (ctx, { params }) => {
      const absence = await findAbsence(ctx.db, await listDistrictIds(ctx.db), params.absenceId)
      const away = absence && (await loadAway(ctx, absence.schoolId, absence.teacherId))
      return absence && away && { ...away, absence }
    },
    may: mayReport,
    run: (ctx, { subject }) => withdrawAbsence(ctx, subject.absence),
  })
}

function gapRoutes(host: Host): void {
  route(host, gapApi.read, {
    load: loadGap,
    may: (actor, { school }) => seesSchool(actor, school),
    run: (ctx, { subject }) => readGap(ctx, subject),
  })
  route(host, gapApi.assign, {
    load: loadGap,
    may: keepsGap,
    run: (ctx, { subject, body }) => assignGap(ctx, subject, body.teacherId),
  })
  route(host, gapApi.own, {
    load: loadGap,
    may: keepsGap,
    run: async (ctx, { subject, body }) => {
      await keepOwn(ctx, subject, body.note)
      return {}
    },
  })
  route(host, gapApi.again, {
    load: loadGap,
    may: keepsGap,
    run: (ctx, { subject }) => askAgain(ctx, subject),
  })
}

function askRoutes(host: Host): void {
  route(host, askApi.mine, { load: nothing, may: signedIn, run: readMine })
  route(host, askApi.read, {
    load: (ctx, { params }) => loadAsk(ctx, params.askId),
    may: signedIn,
    run: (ctx, { subject }) => readAsk(ctx, subject),
  })
  route(host, askApi.answer, {
    load: (ctx, { params }) => loadAsk(ctx, params.askId),
    may: signedIn,
    run: (ctx, { subject, body }) => answerAsk(ctx, subject.ask, body.yes),
  })
}

export const keepsGap: Policy<GapSubject> = (actor, { school }) => keepsSchool(actor, school)

export async function findPlace(ctx: Context, id: number): Promise<UnitSubject | undefined> {
  const unit = await findUnit(ctx.db, id, ctx.today)
  return unit && (isCluster(unit) || unit.kind === 'school') ? unit : undefined
}

async function loadAway(ctx: Context, schoolId: number, teacherId: string): Promise<AwaySubject | undefined> {
  const school = await loadSchool(ctx, schoolId)
  return school && { school, teacherId, own: await findOwnTeacher(ctx) }
}

export async function loadGap(
  ctx: Context,
  { params }: { params: { gapId: string } },
): Promise<GapSubject | undefined> {
  const gap = await findGap(ctx.db, await listDistrictIds(ctx.db), params.gapId)
  const school = gap && (await loadSchool(ctx, gap.schoolId))
  return gap && school && { gap, school }
}
