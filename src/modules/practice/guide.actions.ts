import { randomBytes } from 'node:crypto'
import { verbsOn } from '#shared/access.ts'
import type { Input, Reply } from '#shared/endpoint.ts'
import type { Context } from '#platform/context.ts'
import { Download, DOCX, PDF } from '#platform/download.ts'
import { listDistrictIds } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { practiceAccess } from './guide.access.ts'
import type { guideApi, GuideContent } from './guide.contract.ts'
import { guideDocument } from './guide-document.rules.ts'
import { differences, titleOf } from './guide.rules.ts'
import {
  findEdition,
  findGuide,
  findPublicGuide,
  insertEdition,
  listEditions,
  listSchoolBases,
  listSiteBases,
  saveGuide,
  type EditionRow,
  type GuideRow,
} from './guide.sql.ts'
import type { ClusterKey } from './place.sql.ts'
import { practiceProblems } from './problems.ts'

const keyOf = ({ id, districtId }: UnitSubject): ClusterKey => ({ clusterId: id, districtId })

/** The guide as it stands: the office's words, and every base as it is on file today. */
async function contentNow(ctx: Context, unit: UnitSubject): Promise<GuideContent> {
  const key = keyOf(unit)
  const kept = await findGuide(ctx.db, key)
  return {
    title: kept?.title ?? titleOf(unit.name),
    preface: kept?.preface ?? '',
    contact: kept?.contact ?? '',
    office: `${unit.name}办公室`,
    bases: [...(await listSiteBases(ctx.db, key, ctx.today)), ...(await listSchoolBases(ctx.db, key, ctx.today))],
  }
}

/** What became of the bases since the latest edition; undefined where there is none. */
export async function changesSinceEdition(
  ctx: Context,
  unit: UnitSubject,
): Promise<{ number: number; changes: string[] } | undefined> {
  const latest = await findEdition(ctx.db, keyOf(unit), 'latest')
  return latest && { number: latest.number, changes: differences(latest.content, await contentNow(ctx, unit)) }
}

/** An edition of the guide with what it says; 0: as it stands now. */
export interface LoadedGuide {
  unit: UnitSubject
  edition: EditionRow | null
  content: GuideContent
}

export async function loadGuide(ctx: Context, unit: UnitSubject, number = 0): Promise<LoadedGuide | undefined> {
  if (number === 0) return { unit, edition: null, content: await contentNow(ctx, unit) }
  const edition = await findEdition(ctx.db, keyOf(unit), number)
  return edition && { unit, edition, content: edition.content }
}

export async function readGuide(
  ctx: Context,
  { unit, edition, content }: LoadedGuide,
): Promise<Reply<typeof guideApi.read>> {
  const key = keyOf(unit)
  const kept = await findGuide(ctx.db, key)
  const latest = await findEdition(ctx.db, key, 'latest')
  const now = edition ? await contentNow(ctx, unit) : content
  return {
    content,
    edition,
    editions: await listEditions(ctx.db, key),
    changes: latest ? differences(latest.content, now) : [],
    isPublic: kept?.isPublic ?? false,
    code: kept?.isPublic ? kept.code : null,
    tiles: ctx.config.tilesUrl ?? null,
    can: verbsOn(practiceAccess, ctx.actor, unit),
  }
}

export async function keepGuide(
  ctx: Context,
  unit: UnitSubject,
  fields: Input<typeof guideApi.keep>['body'],
): Promise<void> {
  const key = keyOf(unit)
  const kept = await findGuide(ctx.db, key)
  if (fields.isPublic && !(await findEdition(ctx.db, key, 'latest'))) throw practiceProblems.noEdition()
  const code = kept?.code ?? randomBytes(9).toString('base64url')
  await saveGuide(ctx.db, { ...key, ...fields, code }, ctx.now, ctx.actor.name)
  ctx.note({ districtId: unit.districtId, unitId: unit.id, before: kept && told(kept), after: fields })
}

const told = ({ title, preface, contact, isPublic }: GuideRow) => ({ title, preface, contact, isPublic })

/** Keeps the guide as it stands under the next number. */
export async function issueGuide(ctx: Context, unit: UnitSubject, words: string): Promise<number> {
  const key = keyOf(unit)
  const content = await contentNow(ctx, unit)
  if (content.bases.length === 0) throw practiceProblems.noBase()
  const latest = await findEdition(ctx.db, key, 'latest')
  if (latest && differences(latest.content, content).length === 0)
    throw practiceProblems.nothingNew({ number: latest.number })
  const number = (latest?.number ?? 0) + 1
  const issued = { issuedOn: ctx.today, issuedAt: ctx.now, issuedBy: ctx.actor.name }
  await insertEdition(ctx.db, { ...key, id: ctx.newId(), number, content, words, ...issued })
  ctx.note({ districtId: unit.districtId, unitId: unit.id, change: `${content.title}第 ${number} 版` })
  return number
}

/** The guide as a file; the same edition gives the same words every time. */
export async function guideFile(
  ctx: Context,
  { edition, content }: Omit<LoadedGuide, 'unit'>,
  format: 'pdf' | 'docx',
): Promise<Download> {
  const { makeFiles } = await import('#platform/document/make.ts')
  const document = guideDocument(content, { number: edition?.number ?? 0, day: edition?.issuedOn ?? ctx.today })
  const files = await makeFiles(ctx.config, document, () => {})
  const name = `${content.title}${edition ? `-第${edition.number}版` : '-草稿'}.${format}`
  return new Download(name, format === 'pdf' ? PDF : DOCX, Buffer.from(files[format]))
}

/** The latest edition of a public guide, for whoever has its code. */
export const findOpenGuide = (ctx: Context, code: string): Promise<EditionRow | undefined> =>
  ctx.asOwner(async (db) => {
    const guide = await findPublicGuide(db, await listDistrictIds(db), code)
    return guide && findEdition(db, guide, 'latest')
  })
