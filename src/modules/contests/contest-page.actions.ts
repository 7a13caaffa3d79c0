import { verbsOn } from '#shared/access.ts'
import type { Context } from '#platform/context.ts'
import { factsOf, filesById, type KeptFile } from '#modules/files/index.ts'
import { shownName } from '#modules/teaching-research/index.ts'
import { conflictOf } from './conflict.rules.ts'
import { contestAccess, keepsContests, ownsWork, workAccess } from './contest.access.ts'
import { linesOf } from './contest.actions.ts'
import type { Contest, Juror } from './contest.contract.ts'
import { entrySchools, workOf, type ContestSubject, type WorkSubject } from './contest.load.ts'
import { stateOf } from './contest.rules.ts'
import type { Entry } from './entry.contract.ts'
import type { EntryRow } from './entry.sql.ts'
import { listScores, type ScoreRow } from './jury.sql.ts'
import { standingsOf, type Standing } from './standing.actions.ts'

type Standings = Awaited<ReturnType<typeof standingsOf>>

/** A contest as the reader may see it: the office whole, a school its own, a juror without names, everybody what won. */
export async function readContest(ctx: Context, subject: ContestSubject): Promise<Contest> {
  const { row, unit, entries, me } = subject
  const [line] = await linesOf(ctx, unit, [row])
  const isOffice = keepsContests(ctx.actor, unit)
  // How works stand is worked out for the office alone; a juror's own scores need no more than the scores.
  const standings = isOffice ? await standingsOf(ctx, subject) : undefined
  const scores = standings?.scores ?? (subject.judge ? await ctx.asOwner((db) => listScores(db, row)) : [])
  const works = entries.map((entry) => workOf(ctx, subject, entry)).filter((work) => isNamed(ctx, work))
  const files = await filesById(ctx, row.districtId, works.flatMap(({ entry }) => entry.fileId ?? [])) // prettier-ignore
  return {
    ...line!,
    ...{ unitId: unit.id, unit: unit.name, sample: unit.sample, rules: row.rules },
    ...{ groups: row.groups, items: row.items, announcedOn: row.announcedOn },
    works: works.map((work) => shown(ctx, work, { files, standing: standings?.works.get(work.entry.id) })),
    toScore: stateOf(row, ctx.today) === '评审中' ? toScore(ctx, subject, scores) : [],
    jurors: standings ? jurorsOf(subject, standings) : [],
    entersFor: (await entrySchools(ctx, subject)).map(({ id, name }) => ({ id, name })),
    self: me?.name ?? null,
    can: row.announcedOn === null ? verbsOn(contestAccess, ctx.actor, subject) : [],
  }
}

const isNamed = (ctx: Context, work: WorkSubject) =>
  keepsContests(ctx.actor, work.unit) || ownsWork(ctx.actor, work) || isWinner(work)

const isWinner = ({ row, entry }: WorkSubject) => row.announcedOn !== null && entry.prize !== null

interface Beside {
  files: ReadonlyMap<string, KeptFile>
  standing: Standing | undefined
}

function shown(ctx: Context, work: WorkSubject, { files, standing }: Beside): Entry {
  const { entry, row, unit } = work
  const isOwn = ownsWork(ctx.actor, work)
  const isKnown = isOwn || keepsContests(ctx.actor, unit)
  const { id, number, groupName: group, title, school, withdrawnOn } = entry
  const isFixed = row.announcedOn !== null || withdrawnOn !== null
  return {
    ...{ id, number, group, title, school, withdrawn: withdrawnOn !== null },
    ...(isKnown ? content(entry, files) : { words: '', address: null, file: null }),
    teachers: entry.teachers.map((one) => shownName(ctx, one, isOwn)),
    ...(row.announcedOn === null ? soFar(ctx, work, standing) : result(entry, isKnown)),
    can: isFixed ? [] : verbsOn({ withdraw: workAccess.withdraw }, ctx.actor, work),
  }
}

function content(
  { words, address, fileId }: EntryRow,
  files: Beside['files'],
): Pick<Entry, 'words' | 'address' | 'file'> {
  const file = fileId === null ? undefined : files.get(fileId)
  return { words, address, file: file ? factsOf(file) : null }
}

type Outcome = Pick<Entry, 'score' | 'scored' | 'due' | 'prize'>
const unknown: Outcome = { score: null, scored: null, due: null, prize: null }

/** While it is judged the office alone sees how a work stands. */
const soFar = (ctx: Context, { unit }: WorkSubject, standing: Standing | undefined): Outcome =>
  standing && keepsContests(ctx.actor, unit) ? standing : unknown

/** The prize is told to everybody, the score to the office and to whose it is. */
const result = ({ score, prize }: EntryRow, isKnown: boolean): Outcome => ({
  ...unknown,
  ...{ score: isKnown ? score : null, prize },
})

/** The works of the groups that the reader judges, told by their numbers; with why they are kept out of one. */
function toScore(
  ctx: Context,
  { entries, jurors, judge }: ContestSubject,
  scores: readonly ScoreRow[],
): Contest['toScore'] {
  if (!judge) return []
  const groups = new Set(jurors.filter(({ accountId }) => accountId === ctx.actor.id).map(({ groupName }) => groupName))
  return entries
    .filter(({ groupName, withdrawnOn }) => groups.has(groupName) && withdrawnOn === null)
    .map((entry) => {
      const recused = conflictOf(judge, entry) === undefined ? null : '您与这件作品有关，请回避'
      const own = scores.find(({ entryId, accountId }) => entryId === entry.id && accountId === ctx.actor.id)
      return {
        ...blind(entry, recused !== null),
        recused,
        own: own && recused === null ? { marks: own.marks, total: own.total, words: own.words } : null,
      }
    })
}

const blind = ({ id, number, groupName: group, title, words, address, fileId }: EntryRow, isKeptOut: boolean) => ({
  ...{ id, number, group, title },
  ...(isKeptOut ? { words: '', address: null, hasFile: false } : { words, address, hasFile: fileId !== null }),
})

function jurorsOf({ jurors, entries }: ContestSubject, { scores, judges }: Standings): Juror[] {
  return jurors.map(({ id, name, groupName, accountId }) => {
    const judge = judges.get(accountId)
    const free = entries.filter((entry) => entry.groupName === groupName && entry.withdrawnOn === null && judge && conflictOf(judge, entry) === undefined) // prettier-ignore
    const scored = free.filter((entry) => scores.some((one) => one.entryId === entry.id && one.accountId === accountId))
    return { id, name, group: groupName, scored: scored.length, due: free.length }
  })
}
