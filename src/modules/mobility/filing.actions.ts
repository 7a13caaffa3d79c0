import type { Input, Reply } from '#shared/endpoint.ts'
import { schoolYearName } from '#shared/school-year.ts'
import type { Context } from '#platform/context.ts'
import { Download, DOCX, PDF, XLSX } from '#platform/download.ts'
import { workbookBuffer } from '#platform/sheet/write.ts'
import { listMembers, listSchoolsOf } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { loadBatch, toChange, type LoadedBatch } from './batch.actions.ts'
import { listBatches, updateBatch } from './batch.sql.ts'
import type { filingApi } from './filing.contract.ts'
import { filingColumns, filingDocument, type FilingFacts } from './filing.rules.ts'
import { tellDistrict } from './mobility.notices.ts'
import { mobilityProblems } from './problems.ts'
import { listOfBatch, listRunning, type FoundRotation } from './rotation-list.sql.ts'
import { markFiled } from './rotation-write.sql.ts'
import { deleteStanding, listSchoolStandings, saveStanding } from './standing.sql.ts'

const filable = ({ status }: FoundRotation) => status === '已批准' || status === '已生效' || status === '已结束'

/** What is filed: a batch, or what began in the cluster in a school year. */
async function toFile(
  ctx: Context,
  unit: UnitSubject,
  { year, batch }: { year: number; batch: LoadedBatch | undefined },
): Promise<FoundRotation[]> {
  const found = batch
    ? await listOfBatch(ctx.db, batch.districtId, batch.id)
    : await listRunning(ctx.db, await listMembers(ctx.db, unit.id, [year]), year)
  const lines = found.filter((one) => filable(one) && (batch || (one.schoolYear === year && one.clusterId === unit.id)))
  if (lines.length === 0) throw mobilityProblems.nothingToFile()
  return lines
}

/** A batch of this very unit. */
export const batchOf = async (ctx: Context, unit: UnitSubject, batchId: string | undefined) => {
  const batch = batchId ? await loadBatch(ctx, batchId) : undefined
  return batch?.clusterId === unit.id ? batch : undefined
}

type Asked = Input<typeof filingApi.file>

/** The district's form, as a workbook with every column or as a document. */
export async function filingFile(ctx: Context, unit: UnitSubject, { params, query }: Pick<Asked, 'params' | 'query'>) {
  const batch = await batchOf(ctx, unit, query.batchId)
  const lines = await toFile(ctx, unit, { year: query.year, batch })
  const { format } = params
  const name = `${unit.name}${schoolYearName(query.year)}交流轮岗备案表${batch ? `-${batch.title}` : ''}.${format}`
  ctx.note({ districtId: unit.districtId, unitId: unit.id, schoolYear: query.year, file: name, rows: lines.length })
  if (format === 'xlsx') return new Download(name, XLSX, await workbookOf(unit, query.year, lines))
  const { makeFiles } = await import('#platform/document/make.ts')
  const files = await makeFiles(ctx.config, filingDocument(lines, factsOf(ctx, unit, query.year, batch)), () => {})
  return new Download(name, format === 'pdf' ? PDF : DOCX, Buffer.from(files[format]))
}

const workbookOf = (unit: UnitSubject, year: number, lines: readonly FoundRotation[]): Promise<Buffer> =>
  workbookBuffer([
    {
      name: '交流轮岗备案表',
      title: `${unit.name}${schoolYearName(year)}教师交流轮岗备案表`,
      columns: filingColumns.map(({ title, kind }) => ({ title, ...(kind && { kind }) })),
      rows: lines.map((line, at) => filingColumns.map(({ of }) => of(line, at))),
    },
  ])

function factsOf(ctx: Context, unit: UnitSubject, year: number, batch: LoadedBatch | undefined): FilingFacts {
  const last = (kind: string) => batch?.steps.findLast((step) => step.kind === kind)?.number ?? null
  return {
    unitName: unit.name,
    year,
    batch: batch ? { title: batch.title, council: last('理事会决定'), district: last('区批准') } : null,
    day: batch?.filedOn ?? ctx.today,
  }
}

/** Notes that it was filed, on which day; the district is told. */
export async function recordFiling(
  ctx: Context,
  unit: UnitSubject,
  { year, batchId, day }: Input<typeof filingApi.record>['body'],
): Promise<number> {
  const batch = await batchOf(ctx, unit, batchId)
  const lines = await toFile(ctx, unit, { year, batch })
  const districtIds = [...new Set(lines.map(({ districtId }) => districtId))]
  await markFiled(
    ctx.db,
    districtIds,
    lines.map(({ id }) => id),
    day,
  )
  await markBatches(ctx, unit, { year, batch, day })
  ctx.note({ districtId: unit.districtId, unitId: unit.id, schoolYear: year, day, rows: lines.length })
  return lines.length
}

async function markBatches(
  ctx: Context,
  unit: UnitSubject,
  { year, batch, day }: { year: number; batch: LoadedBatch | undefined; day: string },
): Promise<void> {
  const where = { districtIds: [unit.districtId], clusterIds: [unit.id], schoolYear: year }
  const all = (await listBatches(ctx.db, where)).filter(({ state }) => state === '区已批准' || state === '已生效')
  for (const row of batch ? [batch] : all) {
    const held = await toChange(ctx, { ...row, unit }, 'file')
    const step = { kind: '报区备案', day, by: ctx.actor.name, words: null, number: null } as const
    await updateBatch(ctx.db, held, { filedOn: day }, { ...step, at: ctx.now.toISOString() })
    const told = { kind: 'mobility.filed', key: `${row.id}:${ctx.now.toISOString()}`, text: `报送日期 ${day}。` }
    await tellDistrict(ctx, held, { ...told, title: `${unit.name}的“${row.title}”已报区备案` })
  }
}

/** What was said of the member schools in a year. */
export async function readStandings(
  ctx: Context,
  unit: UnitSubject,
  year: number,
): Promise<Omit<Reply<typeof filingApi.standings>, 'can'>> {
  const schools = await listSchoolsOf(ctx.db, unit.id, year)
  const keys = schools.map(({ id, districtId }) => ({ schoolId: id, districtId }))
  const said = await listSchoolStandings(ctx.db, keys, [year])
  return {
    schools: schools.map(({ id: schoolId, name: schoolName }) => {
      const one = said.find((row) => row.schoolId === schoolId)
      return {
        schoolId,
        schoolName,
        standing: one?.standing ?? null,
        reason: one?.reason ?? null,
        by: one?.saidBy ?? null,
        at: one?.saidAt.toISOString() ?? null,
      }
    }),
  }
}

export async function sayStanding(
  ctx: Context,
  school: UnitSubject,
  { year, standing, reason }: Input<typeof filingApi.say>['body'],
): Promise<void> {
  const key = { districtId: school.districtId, schoolId: school.id, schoolYear: year }
  ctx.note({ districtId: school.districtId, unitId: school.id, schoolYear: year, standing, reason })
  if (standing === null) return deleteStanding(ctx.db, key)
  await saveStanding(ctx.db, { ...key, standing, reason, saidAt: ctx.now, saidBy: ctx.actor.name })
}
