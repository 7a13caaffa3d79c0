import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import autocannon from 'autocannon'
import { seedClusterId } from '../src/main/commands/seed.ts'
import { claim, machine, type BenchResult, type Claim } from './claims.ts'
import { freePort, signIn, withProduct } from './product.ts'

const ROUNDS = 3
const SECONDS = 6

/**
 * Requests per second of a list page (fifty teachers of a cluster) of the product, with session, policy, masking and
 * contract, against bare Fastify and pg with the same SQL, the transaction of the second wall included; and, for
 * reading, against the bare SELECTs. In turn, so that the machine's mood hits all alike; the median of the rounds counts.
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
      const rounds = await measured(`${address}${list}`, cookie, bare.address)
      return { name: 'http', engine: 'PostgreSQL', machine: machine(), claims: claimsOf(rounds) }
    } finally {
      bare.stop()
    }
  })
}

interface Round {
  ours: number
  walled: number
  bare: number
}

async function measured(ours: string, cookie: string, bare: string): Promise<Round[]> {
  const rounds: Round[] = []
  for (let round = 0; round < ROUNDS; round++)
    rounds.push({
      ours: await requestsPerSecond(ours, cookie),
      walled: await requestsPerSecond(`${bare}walled`, ''),
      bare: await requestsPerSecond(bare, ''),
    })
  return rounds
}

function claimsOf(rounds: readonly Round[]): Claim[] {
  const over = (what: 'walled' | 'bare') => median(rounds.map((round) => round.ours / round[what]))
  return [
    claim(
      'list page, requests per second over bare Fastify and pg with the same SQL',
      over('walled'),
      'ratio',
      '≥',
      0.6,
    ),
    claim('the same over the bare SELECTs, without the transaction of the second wall', over('bare'), 'ratio'),
    claim('list page of the product', median(rounds.map(({ ours }) => ours)), 'requests/s'),
    claim('list page of bare Fastify and pg', median(rounds.map(({ walled }) => walled)), 'requests/s'),
  ]
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
