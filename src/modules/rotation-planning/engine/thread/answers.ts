import { planFaults } from '../check/faults.ts'
import { planFigures } from '../check/figures.ts'
import { findConflict } from '../conflict.ts'
import { whyHere, whyNotStay, whyNotThere, type Explanation } from '../explain.ts'
import type { Instance } from '../instance.ts'
import { readPlan, type RotationPlan } from '../plan.ts'
import { Session } from '../session.ts'
import { solver, type Highs } from '../solver.ts'
import { tradeOff } from '../trade-off.ts'
import type { Planned, Progress, Question, Questions } from './questions.ts'

/** The session of the instance that was asked about last: the next question is mostly about the same one. */
let kept: { of: string; session: Session } | undefined

export async function answer(question: Question, tell: (progress: Progress) => void): Promise<unknown> {
  const highs = await solver()
  switch (question.kind) {
    case 'plan':
      return planOf(sessionOf(highs, question.instance), question.seconds, tell)
    case 'tradeOff':
      return tradeOff(highs, question.instance, (done, all) => tell({ done, all }))
    case 'why':
      return whyOf(sessionOf(highs, question.instance), question)
    case 'conflict':
      return findConflict(highs, question.instance)
  }
}

function sessionOf(highs: Highs, instance: Instance): Session {
  const of = JSON.stringify(instance)
  if (kept?.of === of) return kept.session
  kept?.session.dispose()
  kept = { of, session: new Session(highs, instance) }
  return kept.session
}

function planOf(
  session: Session,
  seconds: number | undefined,
  tell: (progress: Progress) => void,
): Planned | undefined {
  const found = session.solve({ ...(seconds !== undefined && { seconds }), onProgress: tell })
  if (found.status === 'impossible') return undefined
  const best = found.status === 'proved' ? found : found.plan
  if (!best) throw new Error('no plan was found in the time given')
  const plan = readPlan(session.search.model, best.columns)
  return {
    plan,
    figures: checked(session.instance, plan, best.cost),
    isProved: found.status === 'proved',
    least: found.status === 'proved' ? found.cost : found.least,
  }
}

/** A plan that breaks a rule, or costs something else than the model says, is a defect and is shown to nobody. */
function checked(instance: Instance, plan: RotationPlan, cost: number): Planned['figures'] {
  const faults = planFaults(instance, plan)
  if (faults.length > 0) throw new Error(`the planner broke rules: ${JSON.stringify(faults.slice(0, 5))}`)
  const figures = planFigures(instance, plan)
  if (figures.cost !== cost) throw new Error(`the planner says ${cost}, the checker ${figures.cost}`)
  return figures
}

function whyOf(session: Session, { teacher, school }: Questions['why']['asked']): Explanation {
  const best = session.best()
  if (!best) return { kind: 'impossible' }
  if (school === undefined) return whyHere(session, best, teacher)
  return school === null ? whyNotStay(session, best, teacher) : whyNotThere(session, best, teacher, school)
}
