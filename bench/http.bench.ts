import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import autocannon from 'autocannon'
import { seedClusterId } from '../src/main/commands/seed.ts'
import { claim, machine, type BenchResult } from './claims.ts'
import { freePort, signIn, withProduct } from './product.ts'

const ROUNDS = 3
const SECONDS = 6

/**
 * Requests per second of a list page (fifty teachers of a cluster) of the product, with session, policy, row-level
 * security, masking and contract, against bare Fastify and pg with the same SQL: in turn, so that the machine's mood
 * hits both alike; the median of the rounds counts.
 */
export async function bench(): Promise<BenchResult> {
  return withProduct(async (product) => {
    await product.run(['seed', '--city', '--schools', '360', '--clusters', '30', '--teachers', '30000'])
    const office = JSON.parse(
      await product.run([
        'user',
        'add',
        'bench',
        '--name',
        '测试',
        '--role',
        '学区办',
        '--at',
        String(seedClusterId(0)),
        '--json',
      ]),
    ) as { password: string }
    const { address } = await product.serve()
    const cookie = await signIn(address, 'bench', office.password)
    const list = `/api/units/${seedClusterId(0)}/teachers?year=2023`
    const bare = await bareServer(product.databaseUrl)
    try {
      await sameRows(`${address}${list}`, cookie, bare.address)
      const ours: number[] = []
      const theirs: number[] = []
      for (let round = 0; round < ROUNDS; round++) {
        ours.push(await requestsPerSecond(`${address}${list}`, cookie))
        theirs.push(await requestsPerSecond(bare.address, ''))
      }
      const ratios = ours.map((rate, round) => rate / theirs[round]!).sort((a, b) => a - b)
      return {
        name: 'http',
        engine: 'PostgreSQL',
        machine: machine(),
        claims: [
          claim(
            'list page, requests per second over bare Fastify and pg with the same SQL',
            ratios[1]!,
            'ratio',
            '≥',
            0.6,
          ),
          claim('list page of the product', median(ours), 'requests/s'),
          claim('list page of bare Fastify and pg', median(theirs), 'requests/s'),
        ],
      }
    } finally {
      bare.stop()
    }
  })
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!

async function requestsPerSecond(url: string, cookie: string): Promise<number> {
  const result = await autocannon({ url, connections: 8, duration: SECONDS, headers: cookie ? { cookie } : {} })
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} errors`)
  return result.requests.average
}

/** A ratio counts only if both give the same fifty teachers. */
async function sameRows(ours: string, cookie: string, theirs: string): Promise<void> {
  const ids = async (url: string) => {
    const reply = (await (await fetch(url, { headers: { cookie } })).json()) as { teachers: { teacherId: string }[] }
    return reply.teachers.map(({ teacherId }) => teacherId).join()
  }
  const [a, b] = [await ids(ours), await ids(theirs)]
  if (a !== b || a === '') throw new Error('the two list pages differ')
}

async function bareServer(databaseUrl: string): Promise<{ address: string; stop(): void }> {
  const port = await freePort()
  const child = spawn(process.execPath, [fileURLToPath(new URL('./bare-server.mjs', import.meta.url))], {
    env: { ...process.env, DATABASE_URL: databaseUrl, PORT: String(port), CLUSTER: String(seedClusterId(0)) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  return { address: `http://127.0.0.1:${port}/`, stop: () => void child.kill() }
}
