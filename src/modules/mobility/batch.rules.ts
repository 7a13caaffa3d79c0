import type { Problem } from '#shared/problem.ts'
import { mobilityProblems } from './problems.ts'

/** The steps of the procedure, in order. */
export const batchSteps = ['拟定', '听取意见', '理事会已决定', '区已批准', '已生效'] as const
export const batchStates = [...batchSteps, '已撤销'] as const
export type BatchState = (typeof batchStates)[number]

export const rotationStatuses = ['拟定', '已批准', '已生效', '已结束', '已撤销'] as const
export type RotationStatus = (typeof rotationStatuses)[number]

export const stepKinds = [
  '拟定',
  '听取意见',
  '理事会决定',
  '区批准',
  '区退回',
  '退回修改',
  '撤销',
  '生效',
  '报区备案',
] as const
/** What was done to a batch: when, by whom, with which words. */
export interface Step {
  kind: (typeof stepKinds)[number]
  /** The day that the paper bears, or on which it was done. */
  day: string
  by: string
  words: string | null
  number: string | null
  /** When it was entered here. */
  at: string
}

const acts = {
  edit: { words: '增减教师', from: ['拟定'] },
  drop: { words: '删除', from: ['拟定'] },
  hear: { words: '送各校听取意见', from: ['拟定'] },
  opine: { words: '答复', from: ['听取意见'] },
  council: { words: '登记理事会决定', from: ['听取意见'] },
  withdraw: { words: '撤销', from: ['拟定', '听取意见'] },
  redraft: { words: '退回修改', from: ['听取意见', '理事会已决定'] },
  approve: { words: '批准', from: ['理事会已决定'] },
  sendBack: { words: '退回', from: ['理事会已决定'] },
  activate: { words: '提前生效', from: ['区已批准'] },
  file: { words: '报区备案', from: ['区已批准', '已生效'] },
} as const satisfies Record<string, { words: string; from: readonly BatchState[] }>
export type BatchAct = keyof typeof acts

/** What stands in the way of a step, as far as the order of the steps goes. */
export function whyNot(act: BatchAct, { state }: { state: BatchState }): Problem | undefined {
  const { words, from } = acts[act]
  return (from as readonly BatchState[]).includes(state) ? undefined : mobilityProblems.notNow({ state, act: words })
}

/** Schools are asked about something, until a day that is still to come. */
export function whyNotHear(
  batch: { state: BatchState; rotations: number },
  until: string,
  today: string,
): Problem | undefined {
  if (batch.rotations === 0) return whyNot('hear', batch) ?? mobilityProblems.emptyBatch()
  return whyNot('hear', batch) ?? (until < today ? mobilityProblems.pastDay({ day: until }) : undefined)
}

/** Nobody decides before every school concerned has answered, or has had its time. */
export function whyNotCouncil(
  batch: { state: BatchState; heardUntil: string | null; silent: readonly string[] },
  today: string,
): Problem | undefined {
  const { silent, heardUntil } = batch
  const early = whyNot('council', batch)
  if (early || silent.length === 0 || heardUntil === null || heardUntil < today) return early
  return mobilityProblems.stillUnheard({ schools: silent, until: heardUntil })
}

/** What the batch is once some of its rotations took effect: all that go on must have. */
export function stateWith(state: BatchState, statuses: readonly RotationStatus[]): BatchState {
  if (state !== '区已批准') return state
  const on = statuses.filter((status) => status !== '已撤销')
  return on.length > 0 && on.every((status) => status !== '已批准') ? '已生效' : state
}
