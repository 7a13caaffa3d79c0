import type { Reply } from '#shared/endpoint.ts'
import type { Indicator } from '#shared/policy.ts'
import { grouped } from '#shared/group.ts'
import type { Context } from '#platform/context.ts'
import { listMembers, listUnitNames, readSchoolLines, stagesOfKind } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { readGroups } from './counted.actions.ts'
import type { Figure } from './figure.contract.ts'
import { figuresOf, readStatistics, type Statistics } from './figure.actions.ts'
import { amountsOf, countsOf, type Amounts, type Counts } from './figure.rules.ts'
import type { formationApi, SchoolFlow } from './formation.contract.ts'
import { heldFigures, standingOf, type Held } from './formation.rules.ts'
import { listLinks } from './formation.sql.ts'

/** Figures shown beside each school, whether or not a target asks for them. */
const BESIDE = { teachers: 'teachers', backbone: 'backbone' } as const

/** The schools of a cluster in formation: how far each is from the targets, and what they give one another. */
export async function readFormation(
  ctx: Context,
  unit: UnitSubject,
  year: number,
): Promise<Reply<typeof formationApi.read>> {
  const statistics = await readStatistics(ctx, unit, [year])
  const held = heldOf(statistics)
  const lines = await readSchoolLines(ctx.db, unit.id, year)
  const counts = await countsBySchool(ctx, statistics, year, held)
  const schools = lines.map(({ id, name, shortName, role, kind, pupils }) => {
    const amounts = (code: string) => amountsIn(statistics, counts.get(id), code)
    return {
      ...{ id, name, shortName, role, kind, pupils },
      stages: [...stagesOfKind(kind)],
      teachers: amounts(BESIDE.teachers)?.value ?? null,
      backbone: amounts(BESIDE.backbone)?.value ?? null,
      ...standingOf(held, amounts, lines.length),
    }
  })
  const flows = await flowsBetween(ctx, unit, year)
  return { held: held.map(withoutBounds), schools, flows, others: await othersIn(ctx, flows, lines) }
}

const withoutBounds = ({ bounds: _, ...rest }: Held) => rest

function heldOf(statistics: Statistics): Held[] {
  const { indicators } = statistics.catalogue
  const withIndicator = (figure: Figure) => {
    const { kind, wholeOnly = false } = indicators.get(figure.code)!
    return { ...figure, kind, wholeOnly }
  }
  return heldFigures(figuresOf(statistics).map(withIndicator))
}

const amountsIn = ({ catalogue }: Statistics, counts: Counts | undefined, code: string): Amounts | undefined => {
  const indicator = catalogue.indicators.get(code)
  return indicator && counts && amountsOf(indicator, counts, catalogue)
}

async function countsBySchool(
  ctx: Context,
  { unit, catalogue }: Statistics,
  year: number,
  held: readonly Held[],
): Promise<Map<number, Counts>> {
  const codes = [...held.map(({ code }) => code), ...Object.values(BESIDE)]
  const measures = codes.flatMap((code) => measuresOf(catalogue.indicators.get(code), catalogue.indicators))
  const groups = await readGroups(ctx, unit, year, [...new Set(measures)])
  const bySchool = grouped(groups, ({ groupId }) => groupId)
  return new Map(
    [...bySchool].map(([id, rows]) => [
      id,
      countsOf(rows.flatMap(({ measure, part, value }) => (measure === null ? [] : [{ measure, part, value }]))),
    ]),
  )
}

/** The measures of a figure, and of the one without which it has no value. */
function measuresOf(indicator: Indicator | undefined, all: ReadonlyMap<string, Indicator>): string[] {
  const given = all.get(indicator?.given ?? '')
  return [indicator?.numerator, indicator?.denominator, given?.numerator].filter((name) => name !== undefined)
}

/** Sums between schools are no person's: they are the same for everybody who may see the cluster. */
async function flowsBetween(ctx: Context, unit: UnitSubject, year: number): Promise<SchoolFlow[]> {
  const members = await listMembers(ctx.db, unit.id, [year])
  const districtIds = [...new Set(members.map(({ districtId }) => districtId))]
  const scope = { districtIds, schoolIds: members.map(({ schoolId }) => schoolId), schoolYears: [year] }
  return ctx.asOwner(async (db) => {
    const found: SchoolFlow[] = []
    for (const flow of ctx.flows) {
      const { name, title, unit } = flow
      found.push({ name, title, unit, links: await listLinks(db, flow, scope) })
    }
    return found
  })
}

async function othersIn(ctx: Context, flows: readonly SchoolFlow[], lines: readonly { id: number }[]) {
  const members = new Set(lines.map(({ id }) => id))
  const ids = new Set(flows.flatMap(({ links }) => links.flatMap(({ from, to }) => [from, to])))
  const outside = [...ids].filter((id) => !members.has(id))
  return (await listUnitNames(ctx.db, outside)).map(({ id, name }) => ({ id, name }))
}
