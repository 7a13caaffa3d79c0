import type { Input } from '#shared/endpoint.ts'
import type { Context } from '#platform/context.ts'
import { badField } from '#platform/problems.ts'
import { keepFile } from '#modules/files/index.ts'
import type { milestoneApi } from './milestone.contract.ts'
import { deleteMilestone, insertMilestones, updateMilestone } from './milestone.sql.ts'
import { projectAgain, type MilestoneSubject, type ProjectSubject } from './project.load.ts'
import { projectsProblems } from './problems.ts'

type Step = Input<typeof milestoneApi.add>['body']

const noteOf = ({ row, unit }: ProjectSubject) => ({ districtId: row.districtId, unitId: unit.id, subjectId: row.id, change: row.title }) // prettier-ignore

function refuseTooEarly({ from }: { from: string }, { dueOn }: Step): void {
  if (dueOn < from) throw badField('dueOn', '早于课题开始的日期，请核对')
}

export async function addMilestone(ctx: Context, subject: ProjectSubject, step: Step): Promise<void> {
  const { row } = await projectAgain(ctx, subject)
  refuseTooEarly(row, step)
  await insertMilestones(ctx.db, row, [{ ...step, id: ctx.newId(), setAt: ctx.now }])
  ctx.note({ ...noteOf(subject), step: step.title, dueOn: step.dueOn })
}

export async function changeMilestone(ctx: Context, subject: MilestoneSubject, step: Step): Promise<void> {
  const { row } = await projectAgain(ctx, subject)
  const { step: before } = subject
  refuseTooEarly(row, step)
  if (!(await updateMilestone(ctx.db, row, before.id, { ...step, setAt: ctx.now }))) throw projectsProblems.reached()
  ctx.note({ ...noteOf(subject), before: { step: before.title, dueOn: before.dueOn }, after: step })
}

/** A step is reached, and something shows it. */
export async function reach(
  ctx: Context,
  subject: MilestoneSubject,
  { on, words, address, uploadId }: Input<typeof milestoneApi.reach>['body'],
): Promise<void> {
  const { row } = await projectAgain(ctx, subject)
  const { step } = subject
  if (step.doneOn !== null) throw projectsProblems.reached()
  if (!words && address === undefined && uploadId === undefined) throw projectsProblems.noProof()
  if (on < row.from || on > ctx.today) throw badField('on', '应在课题开始和今天之间，请核对')
  const file = uploadId === undefined ? undefined : await keepFile(ctx, row.districtId, uploadId)
  const proof = { words, address: address ?? null, fileId: file?.id ?? null }
  const done = { doneOn: on, doneBy: ctx.actor.name, ...proof }
  if (!(await updateMilestone(ctx.db, row, step.id, done))) throw projectsProblems.reached()
  ctx.note({ ...noteOf(subject), step: step.title, on })
}

/** What was reached stays on file. */
export async function dropMilestone(ctx: Context, subject: MilestoneSubject): Promise<void> {
  const { row } = await projectAgain(ctx, subject)
  const { step } = subject
  if (!(await deleteMilestone(ctx.db, row, step.id))) throw projectsProblems.reached()
  ctx.note({ ...noteOf(subject), step: step.title, drop: true })
}
