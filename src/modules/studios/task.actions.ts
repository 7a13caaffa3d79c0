import type { FastifyRequest } from 'fastify'
import type { Input } from '#shared/endpoint.ts'
import type { Context } from '#platform/context.ts'
import type { Download } from '#platform/download.ts'
import { badField } from '#platform/problems.ts'
import { factsOf, filesById, findFile, keepFile, releaseFile, sendFile, type KeptFile } from '#modules/files/index.ts'
import { listDistrictIds } from '#modules/organizations/index.ts'
import { studiosProblems } from './problems.ts'
import type { StudioSubject } from './studio.load.ts'
import type { StudioKey } from './studio.sql.ts'
import type { Task, taskApi } from './task.contract.ts'
import { isLate, proofAt } from './task.rules.ts'
import { deleteTask, findTask, findTitle, insertTask, listTasks, markDone, type Proof, type TaskRow } from './task.sql.ts' // prettier-ignore

/** What a studio means to do in a school year, and what shows that it did. */
export async function readTasks(ctx: Context, studio: StudioKey, year: number): Promise<Task[]> {
  const rows = await listTasks(ctx.db, studio, year)
  const files = await filesById(ctx, studio.districtId, rows.flatMap(({ fileId }) => fileId ?? [])) // prettier-ignore
  return rows.map((row) => taskOf(row, ctx.today, files))
}

const taskOf = (row: TaskRow, today: string, files: ReadonlyMap<string, KeptFile>): Task => {
  const { id, what, dueOn, doneOn, proofKind, proofTitle, proofAddress, fileId } = row
  const file = fileId === null ? undefined : files.get(fileId)
  const proof = proofKind && { kind: proofKind, title: proofTitle ?? '', address: proofAddress, file: file ? factsOf(file) : null } // prettier-ignore
  return { id, what, dueOn, doneOn, isLate: isLate(row, today), proof }
}

const noteOf = ({ row, unit }: StudioSubject) => ({ districtId: row.districtId, unitId: unit.id, subjectId: row.id, change: row.name }) // prettier-ignore

export async function addTask(
  ctx: Context,
  subject: StudioSubject,
  { year, what, dueOn }: Input<typeof taskApi.add>['body'],
): Promise<void> {
  await insertTask(ctx.db, subject.row, { id: ctx.newId(), schoolYear: year, what, dueOn })
  ctx.note({ ...noteOf(subject), schoolYear: year, what, dueOn })
}

/** A task of a studio. */
export type TaskSubject = StudioSubject & { task: TaskRow }

export async function findStudioTask(
  ctx: Context,
  subject: StudioSubject | undefined,
  taskId: string,
): Promise<TaskSubject | undefined> {
  const task = subject && (await findTask(ctx.db, subject.row, taskId))
  return task && { ...subject, task }
}

export async function finishTask(
  ctx: Context,
  subject: TaskSubject,
  { on, ...given }: Input<typeof taskApi.done>['body'],
): Promise<void> {
  const { task, row } = subject
  if (task.doneOn !== null) throw studiosProblems.taskDone()
  if (on > ctx.today) throw badField('on', '日期还没到，请核对')
  const proof = await proofOf(ctx, row.districtId, given)
  if (!(await markDone(ctx.db, row, task.id, { ...proof, doneOn: on, doneBy: ctx.actor.name })))
    throw studiosProblems.taskDone()
  ctx.note({ ...noteOf(subject), what: task.what, on, proof: proof.proofKind })
}

type Given = Omit<Input<typeof taskApi.done>['body'], 'on'>

/** What lies on the platform is called as it is called there; nobody types it again. */
async function proofOf(ctx: Context, districtId: number, { address, words, uploadId }: Given): Promise<Proof> {
  if (uploadId !== undefined) {
    const file = await keepFile(ctx, districtId, uploadId)
    return { proofKind: '文件', proofTitle: words ?? file.name, proofAddress: null, fileId: file.id }
  }
  if (address === undefined) {
    if (!words) throw studiosProblems.noProof()
    return { proofKind: '说明', proofTitle: words, proofAddress: null, fileId: null }
  }
  const { kind, id } = proofAt(address)
  if (id === undefined) return { proofKind: '网页', proofTitle: words ?? address, proofAddress: address, fileId: null }
  const title = await findTitle(ctx.db, await listDistrictIds(ctx.db), { kind, id })
  if (title === undefined) throw studiosProblems.noSuchPage()
  return { proofKind: kind, proofTitle: words ?? title, proofAddress: new URL(address).pathname, fileId: null }
}

export async function dropTask(ctx: Context, subject: TaskSubject): Promise<void> {
  const { task, row } = subject
  await deleteTask(ctx.db, row, task.id)
  if (task.fileId !== null) await releaseFile(ctx, row.districtId, task.fileId)
  ctx.note({ ...noteOf(subject), what: task.what, drop: true })
}

export interface TaskFile extends TaskSubject {
  file: KeptFile
}

export async function findTaskFile(ctx: Context, subject: TaskSubject | undefined): Promise<TaskFile | undefined> {
  const id = subject?.task.fileId
  const file = subject && id ? await findFile(ctx.db, subject.row.districtId, id) : undefined
  return file && subject && { ...subject, file }
}

export const sendTaskFile = (
  ctx: Context,
  { file }: TaskFile,
  asked: { request: FastifyRequest; show: boolean },
): Promise<Download> => sendFile(ctx, file, asked)
