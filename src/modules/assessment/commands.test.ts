import { Command } from 'commander'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Cli } from '#platform/cli.ts'
import { projectRoot, readConfig } from '#platform/config.ts'
import type { Database } from '#platform/database/database.ts'
import { readPolicies } from '#platform/policies/read.ts'
import { cast, PLACES, YEAR } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { systemOf } from '../../main/contexts.ts'
import { recountCommand } from './counter.commands.ts'
import { indicatorsCommand } from './figure.commands.ts'
import type { Figure } from './figure.contract.ts'

let database: Database
beforeAll(async () => {
  database = await testDatabase()
  await cast(database)
})
afterAll(() => database.close())

/** Runs a command line over the cast: what it prints, what it complains of, and its exit code. */
async function run(...args: string[]): Promise<{ printed: string; complained: string; code: number }> {
  const printed: string[] = []
  const complained: string[] = []
  let code = 0
  const cli: Cli = {
    program: new Command().exitOverride(),
    withSystem: async (work) => {
      const system = systemOf({ database, config: readConfig({}), policies: readPolicies(projectRoot()) })
      code = (await work(system)) ?? 0
    },
    print: (line) => void printed.push(line),
    complain: (line) => void complained.push(line),
    progress: () => () => {},
  }
  indicatorsCommand(cli)
  recountCommand(cli)
  await cli.program.parseAsync(args, { from: 'user' })
  return { printed: printed.join('\n'), complained: complained.join('\n'), code }
}

describe('indicators', () => {
  test('prints every figure of a cluster as JSON', async () => {
    const { printed, code } = await run('indicators', '--cluster', '春申学区', '--year', `${YEAR}`, '--json')
    const figures = JSON.parse(printed) as Figure[]
    expect(code).toBe(0)
    expect(figures.find((one) => one.code === 'rotation_rate')).toMatchObject({
      year: YEAR,
      value: 16.67,
      unit: '%',
      numerator: 1,
      denominator: 6,
      rules: [{ pack: 'shanghai-close-knit', clause: '四（二）', target: '≥ 5', status: 'met' }, { status: 'missed' }],
    })
    expect(new Set(figures.map(({ code: one }) => one)).size).toBe(figures.length)
  })

  test('takes the number of the cluster, and the latest year on record', async () => {
    const { printed } = await run('indicators', '--cluster', `${PLACES.c1}`)
    expect(printed).toContain(`${YEAR}学年`)
    expect(printed).toContain('交流轮岗比例  16.67 %  ✓ 达标 ≥ 5')
    expect(printed).toContain('✕ 未达标（还差 1 人） ≥ 20')
  })

  test('names the nearest cluster where there is none of that name', async () => {
    await expect(run('indicators', '--cluster', '春身学区')).rejects.toThrow('最接近的是“春申学区”')
  })

  test('refuses what is no school year', async () => {
    await expect(run('indicators', '--cluster', '春申学区', '--year', '23')).rejects.toThrow('不是学年')
  })
})

describe('recount', () => {
  test('--check finds nothing where the counters are right, names what is wrong, and leaves it', async () => {
    expect(await run('recount', '--check')).toMatchObject({ code: 0, complained: '' })
    await database.transact('owner', (db) =>
      db.updateTable('assessment.counter').set({ value: 77 }).where('unitId', '=', PLACES.s5).where('measure', '=', 'people.eligible').execute(),
    ) // prettier-ignore
    const { code, complained } = await run('recount', '--check')
    expect(code).toBe(1)
    expect(complained).toContain(`单位 ${PLACES.s5} ${YEAR}学年 people.eligible：现为 77，应为 2`)
    expect((await run('recount', '--check')).code).toBe(1)
  })

  test('mends it', async () => {
    expect((await run('recount')).code).toBe(0)
    expect((await run('recount', '--check')).code).toBe(0)
  })
})
