import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type pg from 'pg'

const MARK = '/* prepared */'

/**
 * Stands in a statement that is asked often and always in the same words: each connection has it parsed and planned once,
 * and sends only what differs. Its plan must be right whatever the parameters are.
 */
export const prepared = sql.raw(MARK)

/** For statements whose words depend on how much is asked: the usual one is kept. */
export const preparedIf = (usual: boolean) => (usual ? prepared : sql``)

/** A pool whose connections keep the statements that are marked. */
export function preparing(pool: pg.Pool): Pick<pg.Pool, 'connect' | 'end' | 'options'> {
  const clients = new WeakMap<pg.PoolClient, pg.PoolClient>()
  let connections = 0
  return {
    options: pool.options,
    end: () => pool.end(),
    connect: async () => {
      const client = await pool.connect()
      const known = clients.get(client) ?? keeping(client, (connections += 1))
      clients.set(client, known)
      return known
    },
  } as pg.Pool
}

/** The names carry the number of the connection: those of the embedded database share one session. */
function keeping(client: pg.PoolClient, connection: number): pg.PoolClient {
  const names = new Map<string, string>()
  const nameOf = (text: string): string => {
    const name = names.get(text) ?? `${connection}.${createHash('sha1').update(text).digest('base64url')}`
    names.set(text, name)
    return name
  }
  const query = async (text: string, values: unknown[]) => {
    const asked = text.includes(MARK) ? { name: nameOf(text), text, values } : { text, values }
    const result = await client.query(asked)
    // PostgreSQL says so and nothing more where an error was passed over within the transaction.
    if (text === 'commit' && result.command === 'ROLLBACK') throw new Error('nothing was committed: a statement failed')
    return result
  }
  return Object.assign(Object.create(client) as pg.PoolClient, { query, release: () => client.release() })
}
