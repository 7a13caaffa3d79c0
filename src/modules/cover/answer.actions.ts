import type { Reply } from '#shared/endpoint.ts'
import type { Context } from '#platform/context.ts'
import { notify } from '#modules/workbench/index.ts'
import type { askApi } from './ask.contract.ts'
import { listAsks, markAnswered, type AskRow } from './ask.sql.ts'
import { accountsOf, gapInWords, goOn, nameOf, tellSchool } from './asking.actions.ts'
import { whyTeacherNotFree } from './free.actions.ts'
import { lockGap, lockTeacher, markTaken, type GapRow } from './gap.sql.ts'
import { listTeachersNamed } from './register.sql.ts'

type Answered = Reply<typeof askApi.answer>

/**
 * Yes or no. The first yes has the lesson: whoever moves the gap's row from 'asking' to 'taken' was first, and the
 * database lets that happen once. Whoever comes later is told so, and nothing is asked of them any more.
 */
export function answerAsk(ctx: Context, ask: AskRow, yes: boolean): Promise<Answered> {
  return ctx.asOwner(async (db) => {
    const inside = { ...ctx, db }
    await lockTeacher(db, ask.teacherId)
    const gap = (await lockGap(db, ask.districtId, ask.gapId))!
    ctx.note({ districtId: ask.districtId, unitId: gap.schoolId, subjectId: ask.teacherId, yes })
    return yes ? sayYes(inside, ask, gap) : sayNo(inside, ask, gap)
  })
}

async function sayNo(ctx: Context, ask: AskRow, gap: GapRow): Promise<Answered> {
  if (gap.takenTeacherId === ask.teacherId && gap.state === 'taken')
    return { state: 'yes', words: '你已答应去上这节课；去不了请尽快告诉对方学校，由学校改派。' }
  await markAnswered(ctx.db, ask.districtId, [ask.id], { answer: 'no', at: ctx.now })
  if (gap.state === 'asking') await goOn(ctx, gap.districtId, gap.id)
  return { state: 'no', words: '好的，不用去，学校会再问别的老师。' }
}

async function sayYes(ctx: Context, ask: AskRow, gap: GapRow): Promise<Answered> {
  if (gap.state === 'taken' && gap.takenTeacherId === ask.teacherId) return { state: 'yes', words: '这节课由你代。' }
  const over = whyOver(gap)
  if (over) return closed(ctx, ask, over)
  const against = await whyTeacherNotFree(ctx, gap, ask.teacherId)
  if (against) return { state: 'open', words: `现在去不了：${against}。` }
  const taking = { teacherId: ask.teacherId, schoolId: ask.teacherSchoolId, at: ctx.now, assignedBy: null }
  if (!(await markTaken(ctx.db, gap, taking))) return closed(ctx, ask, TAKEN)
  await markAnswered(ctx.db, ask.districtId, [ask.id], { answer: 'yes', at: ctx.now })
  await tellOthers(ctx, gap, ask)
  const [teacher] = await listTeachersNamed(ctx.db, gap.districtId, [ask.teacherId])
  const school = await nameOf(ctx.db, ask.teacherSchoolId)
  await tellSchool(ctx, gap, {
    kind: 'cover.taken',
    title: `有人代课了：${gapInWords(gap)}`,
    text: `${teacher?.name ?? ''}（${school}）答应来上这节课。`,
  })
  return { state: 'yes', words: '说好了，这节课由你代，谢谢。' }
}

const TAKEN = { state: 'gone' as const, words: '这节课刚刚已由另一位老师接下，不用去了，谢谢。' }

function whyOver({ state }: GapRow): Pick<Answered, 'state' | 'words'> | undefined {
  if (state === 'taken') return TAKEN
  if (state === 'withdrawn') return { state: 'withdrawn', words: '学校已撤回这次求助，不用去了，谢谢。' }
  if (state === 'own' || state === 'nobody')
    return { state: 'settled', words: '回复的时间已过，学校另行安排了，不用去了，谢谢。' }
  return undefined
}

async function closed(ctx: Context, ask: AskRow, over: Answered): Promise<Answered> {
  if (ask.answer === null) await markAnswered(ctx.db, ask.districtId, [ask.id], { answer: 'gone', at: ctx.now })
  return over
}

/** Whoever has the question before them need not think about it any more. */
export async function tellOthers(ctx: Context, gap: GapRow, first: Pick<AskRow, 'id'> | undefined): Promise<void> {
  const asks = await listAsks(ctx.db, [gap.districtId], [gap.id])
  const open = asks.filter(({ id, askedAt, answer }) => id !== first?.id && askedAt !== null && answer === null)
  const ids = open.map(({ id }) => id)
  await markAnswered(ctx.db, gap.districtId, ids, { answer: 'gone', at: ctx.now })
  for (const { id, teacherId } of open)
    await notify(ctx, {
      kind: 'cover.gone',
      key: id,
      districtId: gap.districtId,
      title: `不用去代课了：${gapInWords(gap)}`,
      text: first ? '这节课已由另一位老师接下，谢谢。' : '学校已另行安排，谢谢。',
      to: `/cover/asks/${id}`,
      accountIds: await accountsOf(ctx.db, gap.districtId, [teacherId]),
    })
}
