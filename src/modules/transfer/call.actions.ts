import { dayInWords } from '#shared/day.ts'
import type { Input, Reply } from '#shared/endpoint.ts'
import { refuse } from '#shared/problem.ts'
import { schoolYearName, schoolYearOf } from '#shared/school-year.ts'
import type { Context } from '#platform/context.ts'
import { platformProblems } from '#platform/problems.ts'
import { listSchoolsOf, listYears } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { notify } from '#modules/workbench/index.ts'
import type { Answer, Call, callApi } from './call.contract.ts'
import { answerState, inOrder, isOpen, isUsual, lackingOf, whyNotDue } from './call.rules.ts'
import { insertCall, listAnswers, listCalls, saveReminders, updateVerdict, type CallRow } from './call.sql.ts'
import type { ImportAtHand } from './import.reply.ts'
import { transferProblems } from './problems.ts'

export const callInReply = ({ districtId: _, openedAt, closedAt, ...call }: CallRow): Call => ({
  ...call,
  openedAt: openedAt.toISOString(),
  closedAt: closedAt?.toISOString() ?? null,
})

/** The calls of a cluster, and for which years and sheets the next may be opened. */
export async function readCalls(ctx: Context, unit: UnitSubject): Promise<Reply<typeof callApi.list>> {
  const calls = await listCalls(ctx.db, [unit.id])
  const thisYear = schoolYearOf(ctx.today)
  const known = await listYears(ctx.db, unit.id)
  const years = [...new Set([thisYear, thisYear - 1, ...known])].sort((a, b) => b - a)
  return {
    calls: calls.map(callInReply),
    sheets: ctx.sheets.map((sheet) => ({ name: sheet.name, usual: isUsual(sheet) })),
    years: years.filter((year) => !calls.some(({ schoolYear }) => schoolYear === year)),
  }
}

export async function openCall(
  ctx: Context,
  unit: UnitSubject,
  fields: Input<typeof callApi.open>['body'],
): Promise<string> {
  refuse(whyNotSheets(ctx, fields.sheets))
  refusePastDue(ctx, fields.dueOn)
  const id = ctx.newId()
  const { districtId, id: clusterId } = unit
  const call = { ...fields, note: fields.note || null, id, districtId, clusterId, openedAt: ctx.now }
  if (!(await insertCall(ctx.db, call))) throw transferProblems.callOpened({ schoolYear: fields.schoolYear })
  const { schoolYear, dueOn, sheets } = fields
  ctx.note({ districtId, unitId: clusterId, subjectId: id, schoolYear, dueOn, sheets })
  await tellSchools(ctx, call, await expectedOf(ctx, call), {
    kind: 'transfer.call',
    key: id,
    title: `${unit.name}请各校报送${schoolYearName(schoolYear)}台账`,
    text: `请在${dayInWords(dueOn)}前报送：${sheets.join('、')}。${fields.note ?? ''}`,
  })
  return id
}

export function whyNotSheets({ sheets }: Context, names: readonly string[]) {
  const unknown = names.filter((name) => !sheets.some((sheet) => sheet.name === name))
  return unknown.length > 0 ? transferProblems.unknownSheets({ sheets: unknown }) : undefined
}

export function refusePastDue({ today }: Context, dueOn: string): void {
  const message = whyNotDue(dueOn, today)
  if (message) throw platformProblems.badInput({ issues: [{ path: 'dueOn', message }] })
}

const expectedOf = (ctx: Context, call: Pick<CallRow, 'clusterId' | 'schoolYear'>) =>
  listSchoolsOf(ctx.db, call.clusterId, call.schoolYear)

/** Every member school of the year with what it has answered, those who need somebody's hand first. */
export async function answersTo(ctx: Context, call: CallRow): Promise<Answer[]> {
  const given = new Map((await listAnswers(ctx.db, call)).map((answer) => [answer.schoolId, answer]))
  const schools = await expectedOf(ctx, call)
  return inOrder(
    schools.map(({ id: schoolId, name: schoolName }) => {
      const { at = null, verdict = null, sheets = [], remindedAt, ...answer } = given.get(schoolId) ?? {}
      return {
        importId: null,
        by: null,
        rows: 0,
        openRows: 0,
        reason: null,
        ...answer,
        schoolId,
        schoolName,
        state: answerState({ at, verdict, sheets }, call, ctx.today),
        lacking: lackingOf({ sheets }, call),
        at: at?.toISOString() ?? null,
        remindedAt: remindedAt?.toISOString() ?? null,
      }
    }),
  )
}

/** Tells those who answer for each school that has still to hand in; nobody is told twice on one day. */
export async function remind(ctx: Context, call: CallRow): Promise<Reply<typeof callApi.remind>> {
  refuse(call.closedAt ? transferProblems.callClosed() : undefined)
  const open = (await answersTo(ctx, call)).filter(({ state }) => isOpen(state))
  refuse(open.length === 0 ? transferProblems.everybodyHandedIn() : undefined)
  const schools = open.map(({ schoolId, schoolName, lacking }) => ({
    id: schoolId,
    name: schoolName,
    text: `${call.clusterName}还没有收到贵校的${(lacking.length > 0 ? lacking : call.sheets).join('、')}。`,
  }))
  const due = dayInWords(call.dueOn)
  const late = ctx.today > call.dueOn ? `，已于${due}到期` : `，${due}截止`
  const reply = await tellSchools(ctx, call, schools, {
    kind: 'transfer.remind',
    key: `${call.id}:${ctx.today}`,
    title: `请报送${schoolYearName(call.schoolYear)}台账${late}`,
    text: '',
  })
  await saveReminders(
    ctx.db,
    call,
    reply.told.map(({ schoolId }) => schoolId),
    ctx.now,
  )
  ctx.note({ subjectId: call.id, schoolYear: call.schoolYear, schools: reply.told.map(({ name }) => name) })
  return reply
}

type What = { kind: string; key: string; title: string; text: string }

/** A notice for each school, with the way to its own page; who was told of the same before, and who has nobody. */
async function tellSchools(
  ctx: Context,
  { districtId }: Pick<CallRow, 'districtId'>,
  schools: readonly { id: number; name: string; text?: string }[],
  { key, ...what }: What,
): Promise<Reply<typeof callApi.remind>> {
  const reply: Reply<typeof callApi.remind> = { told: [], already: [], nobody: [] }
  for (const { id: schoolId, name, text = what.text } of schools) {
    const { told, unreached } = await notify(ctx, {
      ...what,
      text,
      key: `${key}:${schoolId}`,
      districtId,
      unitIds: [schoolId],
      roles: ['liaison', 'principal'],
      to: `/schools/${schoolId}/hand-in`,
    })
    const list = unreached.length > 0 ? reply.nobody : told > 0 ? reply.told : reply.already
    list.push({ schoolId, name })
  }
  return reply
}

/** Takes what a school handed in as good, or sends it back with a reason; the school is told. */
export async function judge(
  ctx: Context,
  one: ImportAtHand,
  { accepted, reason }: Input<typeof callApi.judge>['body'],
): Promise<void> {
  refuse(one.status === 'taken' && one.school ? undefined : transferProblems.notToJudge())
  const verdict = accepted ? 'accepted' : 'returned'
  const verdictReason = accepted ? null : reason!.trim()
  await updateVerdict(ctx.db, one, { verdict, verdictReason, judgedBy: ctx.actor.name, judgedAt: ctx.now })
  ctx.note({ subjectId: one.id, file: one.fileName, schoolYear: one.schoolYear, verdict, reason: verdictReason })
  const { id, name } = one.school!
  const year = one.schoolYear === null ? '' : schoolYearName(one.schoolYear)
  await tellSchools(ctx, one, [{ id, name }], {
    kind: 'transfer.verdict',
    key: `${one.id}:${verdict}:${ctx.now.toISOString()}`,
    title: accepted ? `${year}台账已通过审核` : `${year}台账被退回，请修改后重新报送`,
    text: accepted ? `《${one.fileName}》已通过。` : `退回《${one.fileName}》的理由：${verdictReason!}`,
  })
}
