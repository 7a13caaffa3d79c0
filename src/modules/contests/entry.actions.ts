import type { FastifyRequest } from 'fastify'
import type { Input } from '#shared/endpoint.ts'
import { refuse } from '#shared/problem.ts'
import type { Context } from '#platform/context.ts'
import type { Download } from '#platform/download.ts'
import { platformProblems } from '#platform/problems.ts'
import { findFile, keepFile, sendFile } from '#modules/files/index.ts'
import { callsIn, teachersCalled } from '#modules/teaching-research/index.ts'
import { headsSchool, keepsContests } from './contest.access.ts'
import { entrySchools, type ContestSubject, type WorkSubject } from './contest.load.ts'
import { whyNotEnter } from './contest.rules.ts'
import { lockContest } from './contest.sql.ts'
import type { entryApi } from './entry.contract.ts'
import { insertEntry, listEntries, updateEntry } from './entry.sql.ts'
import { contestsProblems } from './problems.ts'

/** A work that a school enters, or a teacher for themselves; its number is the next. */
export async function addEntry(
  ctx: Context,
  subject: ContestSubject,
  fields: Input<typeof entryApi.add>['body'],
): Promise<{ number: number }> {
  const { row, unit } = subject
  const { group: groupName, schoolId, title, words, address, uploadId } = fields
  if (!row.groups.some(({ name }) => name === groupName)) throw contestsProblems.noGroup({ group: groupName })
  const { school, teachers } = await authorsOf(ctx, subject, fields)
  if (address === undefined && uploadId === undefined) throw contestsProblems.nothingToShow()
  await lockContest(ctx.db, row)
  refuse(whyNotEnter(row, ctx.today))
  const before = await ctx.asOwner((db) => listEntries(db, row))
  const number = before.reduce((last, entry) => Math.max(last, entry.number), 0) + 1
  const file = uploadId === undefined ? undefined : await keepFile(ctx, row.districtId, uploadId)
  const entry = { id: ctx.newId(), groupName, number, title, words, address: address ?? null, fileId: file?.id ?? null }
  const place = { schoolDistrictId: school.districtId, schoolId, enteredAt: ctx.now, enteredBy: ctx.actor.name }
  const authors = teachers.map(({ districtId, teacherId, schoolId: at }, n) => ({ id: ctx.newId(), position: n + 1, teacherDistrictId: districtId, teacherId, schoolId: at })) // prettier-ignore
  await insertEntry(ctx.db, row, { ...entry, ...place }, authors)
  ctx.note({ districtId: row.districtId, unitId: unit.id, subjectId: row.id, change: row.title, schoolId, number })
  return { number }
}

/** For the own school; a teacher only where they are among those whose work it is. */
async function authorsOf(
  ctx: Context,
  subject: ContestSubject,
  { schoolId, teachers: calls }: { schoolId: number; teachers: string },
) {
  // prettier-ignore
  const school = (await entrySchools(ctx, subject)).find(({ id }) => id === schoolId)
  if (!school) throw contestsProblems.notYourSchool()
  const found = await teachersCalled(ctx, [school], callsIn(calls))
  const teachers = [...new Map(found.map((teacher) => [teacher.teacherId, teacher])).values()]
  const speaksFor = keepsContests(ctx.actor, subject.unit) || headsSchool(ctx.actor, schoolId)
  const isOwn = teachers.some(({ teacherId }) => teacherId === subject.me?.teacherId)
  if (!speaksFor && !isOwn) throw contestsProblems.notYourSchool()
  return { school, teachers }
}

export async function withdrawEntry(ctx: Context, { row, unit, entry }: WorkSubject): Promise<void> {
  if (row.announcedOn !== null) throw contestsProblems.announced()
  if (entry.withdrawnOn !== null) throw contestsProblems.withdrawnBefore()
  await ctx.asOwner((db) => updateEntry(db, row.districtId, entry.id, { withdrawnOn: ctx.today }))
  ctx.note({
    districtId: row.districtId,
    unitId: unit.id,
    subjectId: row.id,
    change: row.title,
    withdrawn: entry.number,
  })
}

/** To the jury a file comes under its number: its name may tell whose it is. */
export async function sendWork(
  ctx: Context,
  { row, entry, judges }: WorkSubject,
  asked: { request: FastifyRequest; show: boolean },
): Promise<Download> {
  const file = entry.fileId === null ? undefined : await findFile(ctx.db, row.districtId, entry.fileId)
  if (!file) throw platformProblems.notFound()
  const ending = /\.[0-9a-z]+$/i.exec(file.name)?.[0] ?? ''
  return sendFile(ctx, judges ? { ...file, name: `${entry.number}号作品${ending}` } : file, asked)
}
