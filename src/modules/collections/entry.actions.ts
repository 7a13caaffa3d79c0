import type { FastifyRequest } from 'fastify'
import type { Input } from '#shared/endpoint.ts'
import { refuse } from '#shared/problem.ts'
import type { Context } from '#platform/context.ts'
import type { Download } from '#platform/download.ts'
import { keepFile, sendFile } from '#modules/files/index.ts'
import { callsIn, teachersCalled } from '#modules/teaching-research/index.ts'
import { headsSchool, keepsCollections } from './collection.access.ts'
import { entrySchools, type CollectionSubject, type WorkFile, type WorkSubject } from './collection.load.ts'
import { shownFileName } from './collection-page.actions.ts'
import { orderWith, whyNotEnter } from './collection.rules.ts'
import { lockCollection } from './collection.sql.ts'
import type { entryApi } from './entry.contract.ts'
import { insertAuthors, insertEntry, listEntries, placeEntries, withdrawEntry } from './entry.sql.ts'
import { collectionsProblems } from './problems.ts'

type Fields = Input<typeof entryApi.add>['body']

/** A paper that a school hands in, or a teacher for themselves. */
export async function addEntry(ctx: Context, subject: CollectionSubject, fields: Fields): Promise<{ id: string }> {
  const { row, unit } = subject
  const { title, words, schoolId, uploadId } = fields
  const { school, teachers } = await authorsOf(ctx, subject, fields)
  if (uploadId === undefined) throw collectionsProblems.noFile()
  const finishedOn = await lockCollection(ctx.db, row)
  refuse(whyNotEnter({ ...row, finishedOn }, ctx.today))
  const file = await keepFile(ctx, row.districtId, uploadId)
  const entry = { id: ctx.newId(), title, words, fileId: file.id, schoolDistrictId: school.districtId, schoolId }
  await insertEntry(ctx.db, row, { ...entry, enteredAt: ctx.now, enteredBy: ctx.actor.name })
  const authors = teachers.map(({ districtId, teacherId, schoolId: at }, n) => ({ id: ctx.newId(), position: n + 1, teacherDistrictId: districtId, teacherId, schoolId: at })) // prettier-ignore
  await insertAuthors(ctx.db, { districtId: row.districtId, id: entry.id }, authors)
  ctx.note({ districtId: row.districtId, unitId: unit.id, subjectId: row.id, change: row.title, schoolId, work: title })
  return { id: entry.id }
}

/** For the own school; a teacher only where they are among the authors. */
async function authorsOf(ctx: Context, subject: CollectionSubject, { schoolId, teachers: calls }: Fields) {
  const school = (await entrySchools(ctx, subject)).find(({ id }) => id === schoolId)
  if (!school) throw collectionsProblems.notYourSchool()
  const found = await teachersCalled(ctx, [school], callsIn(calls))
  const teachers = [...new Map(found.map((teacher) => [teacher.teacherId, teacher])).values()]
  const speaksFor = keepsCollections(ctx.actor, subject.unit) || headsSchool(ctx.actor, schoolId)
  const isOwn = teachers.some(({ teacherId }) => teacherId === subject.me?.teacherId)
  if (!speaksFor && !isOwn) throw collectionsProblems.notYourSchool()
  return { school, teachers }
}

/** What stands in the volume now, in its order, for whoever changes it; a paper that is withdrawn stands nowhere. */
async function orderNow(ctx: Context, { row, entry }: WorkSubject): Promise<string[]> {
  if ((await lockCollection(ctx.db, row)) !== null) throw collectionsProblems.finished()
  const entries = await ctx.asOwner((db) => listEntries(db, row))
  if (entries.some(({ id, withdrawnOn }) => id === entry.id && withdrawnOn !== null))
    throw collectionsProblems.withdrawnBefore()
  return entries.flatMap(({ id, place }) => (place === null ? [] : id))
}

/** The places are counted here: two who arrange at once, or one who clicks ahead of the page, take nothing from one another. */
export async function placeEntry(ctx: Context, work: WorkSubject, place: number | null): Promise<void> {
  const { row, unit, entry } = work
  const order = orderWith(await orderNow(ctx, work), entry.id, place)
  await ctx.asOwner((db) => placeEntries(db, row, order))
  ctx.note({ districtId: row.districtId, unitId: unit.id, subjectId: row.id, change: row.title, work: entry.title, place }) // prettier-ignore
}

/** Taken back, it stands nowhere, and the others close up. */
export async function withdraw(ctx: Context, work: WorkSubject): Promise<void> {
  const { row, unit, entry } = work
  const order = orderWith(await orderNow(ctx, work), entry.id, null)
  await ctx.asOwner(async (db) => {
    await withdrawEntry(db, row.districtId, entry.id, ctx.today)
    await placeEntries(db, row, order)
  })
  ctx.note({ districtId: row.districtId, unitId: unit.id, subjectId: row.id, change: row.title, withdrawn: entry.title }) // prettier-ignore
}

export const sendWork = (
  ctx: Context,
  work: WorkFile,
  asked: { request: FastifyRequest; show: boolean },
): Promise<Download> => sendFile(ctx, { ...work.file, name: shownFileName(ctx, work, work.file) }, asked)
