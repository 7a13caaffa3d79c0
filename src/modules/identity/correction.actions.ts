import type { Reply } from '#shared/endpoint.ts'
import type { Role } from '#shared/access.ts'
import { dayOf } from '#shared/day.ts'
import { refuse } from '#shared/problem.ts'
import type { Context } from '#platform/context.ts'
import type { Todos } from '#platform/todo.ts'
import { insertCorrection, listOpenCorrections, updateCorrectionAnswer, type Correction } from './correction.sql.ts'
import type { dataApi } from './data.contract.ts'
import { identityProblems } from './problems.ts'

/** Who puts a school's entries right. */
export const correctors: readonly Role[] = ['principal', 'liaison']

const schoolOf = ({ grants }: Context['actor']) => grants.find(({ unitKind }) => unitKind === 'school')

export const canAskCorrection = (ctx: Context): boolean => schoolOf(ctx.actor) !== undefined

/** Asks the own school to put right what is stored. */
export async function askCorrection(ctx: Context, wish: string): Promise<void> {
  const school = schoolOf(ctx.actor)
  if (!school) throw identityProblems.noCorrectionPlace()
  const { id: accountId, name: accountName } = ctx.actor
  const correction = { id: ctx.newId(), accountId, accountName, schoolId: school.unitId, wish, madeAt: ctx.now }
  await ctx.asOwner((db) => insertCorrection(db, correction))
  ctx.note({ subjectId: correction.id, unit: school.unitName })
}

const openFor = (ctx: Context): Promise<Correction[]> => {
  const schools = ctx.actor.grants.filter(({ role }) => correctors.includes(role)).map(({ unitId }) => unitId)
  return schools.length > 0 ? ctx.asOwner((db) => listOpenCorrections(db, schools)) : Promise.resolve([])
}

/** What waits at the schools that the reader answers for. */
export async function readCorrections(ctx: Context): Promise<Reply<typeof dataApi.corrections>> {
  const open = await openFor(ctx)
  return {
    corrections: open.map(({ id, accountName, schoolName, wish, madeAt }) => ({
      id,
      accountName,
      schoolName,
      wish,
      madeAt: madeAt.toISOString(),
    })),
  }
}

/** Answers the person: it is put right, or why it stays. */
export async function answerCorrection(ctx: Context, correction: Correction, answer: string): Promise<void> {
  refuse(correction.answeredAt ? identityProblems.correctionAnswered() : undefined)
  const answered = { answer, answeredAt: ctx.now, answeredBy: ctx.actor.name }
  await ctx.asOwner((db) => updateCorrectionAnswer(db, correction.id, answered))
  ctx.note({ person: correction.accountName })
}

const ANSWER_DAYS = 15

/** What waits for whoever answers for a school. */
export const correctionTodos: Todos = {
  name: 'identity.corrections',
  title: '更正请求',
  list: async (ctx) =>
    (await openFor(ctx)).map(({ id, accountName, wish, madeAt, schoolId, schoolName }) => ({
      key: id,
      title: `${accountName}请求更正资料`,
      detail: wish,
      unitId: schoolId,
      unitName: schoolName,
      due: dayOf(new Date(madeAt.getTime() + ANSWER_DAYS * 86_400_000)),
      to: '/corrections',
    })),
}
