import type { Cli } from '#platform/cli.ts'
import type { Context } from '#platform/context.ts'
import { tidyUp } from '#platform/database/maintenance.ts'
import { noteRecorded, noteStale } from '#platform/facts.ts'
import { CITY, FIRST_CLUSTER, FIRST_SCHOOL, type SeedCity } from '#platform/seed.ts'
import { modules } from '../modules.ts'

/** `yanzhen seed --city`: a made-up city of the size of Shanghai, for measuring and for looking around. */
export function seedCommand(cli: Cli): void {
  cli.program
    .command('seed')
    .description('生成演示用的整座城市（16 个区、250 个学区、3000 所学校、25 万名教师 × 3 个学年）')
    .requiredOption('--city', '生成整座城市')
    .option('--schools <n>', '学校数', String(CITY.schools))
    .option('--clusters <n>', '学区数', String(CITY.clusters))
    .option('--teachers <n>', '教师数', String(CITY.teachers))
    .action((options: { schools: string; clusters: string; teachers: string }) =>
      cli.withSystem(async (system) => {
        const size = {
          clusters: Number(options.clusters),
          schools: Number(options.schools),
          teachers: Number(options.teachers),
        }
        const tell = cli.progress('生成城市')
        await system.inContext((ctx) => seedCity(ctx, { ...CITY, ...size }, tell))
        await tidyUp(system.database)
        cli.print('已生成。请再运行 yanzhen recount，把指标一次算好。')
      }),
    )
}

/** Writes the whole city in one transaction. */
export async function seedCity(
  ctx: Context,
  size: Omit<SeedCity, 'districts'>,
  tell: (done: number, total: number) => void = () => {},
): Promise<void> {
  const city = { ...size, districts: ctx.policies.cities.flatMap(({ region }) => [...region.districts.keys()]) }
  const seeds = modules.flatMap(({ seed }) => seed ?? [])
  for (const [index, seed] of seeds.entries()) {
    tell(index, seeds.length)
    await seed(ctx.db, city)
  }
  await noteEverything(ctx, city)
  tell(seeds.length, seeds.length)
}

async function noteEverything(ctx: Context, city: SeedCity): Promise<void> {
  const sources = new Set(modules.flatMap(({ measures = [] }) => measures.map(({ source }) => source)))
  for (const schoolYear of city.schoolYears)
    for (const source of sources) {
      const keys = schoolsOf(city).map((school) => ({ ...school, schoolYear, source }))
      await noteRecorded(ctx.db, keys)
      await noteStale(ctx.db, keys)
    }
}

const schoolsOf = ({ schools, clusters, districts }: SeedCity) =>
  Array.from({ length: schools }, (_, s) => ({
    schoolId: FIRST_SCHOOL + s,
    districtId: districts[(s % clusters) % districts.length]!,
  }))

/** A cluster of the made-up city, for measuring. */
export const seedClusterId = (index: number): number => FIRST_CLUSTER + index
