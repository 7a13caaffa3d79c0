/**
 * The process that the durability test kills: it tells on standard output what it finds, then writes on the embedded
 * engine for ever and tells what was acknowledged. A single row is one transaction; so is a batch, a marker and rows.
 */
import { writeSync } from 'node:fs'
import { sql } from 'kysely'
import { projectRoot } from '../config.ts'
import type { Database, Db } from './database.ts'
import { openEmbedded } from './embedded.ts'
import { engineTemplate } from './template.ts'

const [folder = ''] = process.argv.slice(2)

/** Written at once, not through a buffer that a kill would lose. */
const tell = (line: string) => writeSync(1, `${line}\n`)

async function makeTables(db: Db): Promise<void> {
  await sql.raw('create table if not exists single (n int primary key)').execute(db)
  await sql.raw('create table if not exists batch (n int primary key, size int not null)').execute(db)
  await sql.raw('create table if not exists batch_row (n int, i int, text text, primary key (n, i))').execute(db)
}

/** What stands in the database, and which batches are not whole. */
async function look(db: Db): Promise<{ single: number[]; batch: number[]; broken: number[] }> {
  const numbers = async (text: string) => (await sql.raw<{ n: number }>(text).execute(db)).rows.map(({ n }) => n)
  return {
    single: await numbers('select n from single'),
    batch: await numbers('select n from batch'),
    broken: await numbers(
      `select coalesce(batch.n, found.n) as n
       from batch full join (select n, count(*) as rows, max(i) as last from batch_row group by n) found using (n)
       where batch.size is distinct from found.rows or batch.size is distinct from found.last + 1`,
    ),
  }
}

async function writeSingle(database: Database, n: number): Promise<void> {
  await database.transact('owner', (db) => sql`insert into single values (${n})`.execute(db))
  tell(`single ${n}`)
}

/** Rows go in by several statements, as an import's do. */
async function writeBatch(database: Database, n: number, size: number): Promise<void> {
  await database.transact('owner', async (db) => {
    await sql`insert into batch values (${n}, ${size})`.execute(db)
    for (let from = 0; from < size; from += 500) {
      const until = Math.min(size, from + 500) - 1
      await sql`insert into batch_row select ${n}, i, repeat('学', 50) from generate_series(${from}::int, ${until}) i`.execute(
        db,
      )
    }
  })
  tell(`batch ${n}`)
}

const database = await openEmbedded(folder, engineTemplate(projectRoot()))
await database.transact('owner', makeTables)
const found = await database.transact('owner', look)
tell(`found ${JSON.stringify(found)}`)
for (let n = Math.max(0, ...found.single, ...found.batch) + 1; ; n += 1) {
  await Promise.all([writeSingle(database, n), writeBatch(database, n, 1 + ((n * 997) % 3_000))])
}
