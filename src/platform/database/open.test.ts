import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, expect, test, vi } from 'vitest'
import { migrations, testDatabase } from '../../../test/database.ts'
import { readConfig } from '../config.ts'
import { newId } from '../ids.ts'
import { migrate } from './migrate.ts'
import { openDatabase, openServer } from './open.ts'

vi.setConfig({ testTimeout: 180_000 })

const dataDir = mkdtempSync(join(tmpdir(), 'yanzhen-open-'))
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

const outsider = {
  accountId: '00000000-0000-7000-8000-000000000000',
  managesAccounts: false,
  sees: { all: false, districtIds: [], schoolIds: [] },
}

test('without DATABASE_URL the embedded engine opens in the data folder, and is migrated once', async () => {
  const config = readConfig({ YANZHEN_DATA: dataDir })
  const first = await openDatabase(config)
  expect(first.engine).toBe('PGlite')
  expect(await migrate(first, migrations)).toEqual(migrations.map(({ name }) => name))
  await first.close()
  const second = await openDatabase(config)
  expect(await migrate(second, migrations)).toEqual([])
  await second.close()
})

const server = process.env['TEST_DATABASE_URL']
if (server) {
  test('with DATABASE_URL an account without rights of its own is refused until it may use the role of the wall', async () => {
    // Makes the role, if this server is new.
    await (await testDatabase()).close()
    const name = `yanzhen_open_${newId().slice(-12)}`
    const admin = new pg.Client(server)
    await admin.connect()
    await admin.query(`create role ${name} login`)
    await admin.query(`create database ${name} owner ${name}`)
    const url = Object.assign(new URL(server), { username: name, pathname: `/${name}` }).toString()
    await expect(openServer(url)).rejects.toThrow(`grant yanzhen_app to "${name}"`)
    await admin.query(`grant yanzhen_app to ${name}`)
    const database = await openServer(url)
    await migrate(database, migrations)
    const user = sql<{ user: string }>`select current_user as user`
    expect((await database.transact(outsider, (db) => user.execute(db))).rows).toEqual([{ user: 'yanzhen_app' }])
    await database.close()
    await admin.query(`drop database ${name}`)
    await admin.query(`drop role ${name}`)
    await admin.end()
  })

  test('with DATABASE_URL every session counts time in UTC, like the embedded engine', async () => {
    const database = await openServer(server)
    const zone = sql<{ zone: string }>`select current_setting('timezone') as zone`
    expect((await database.transact('owner', (db) => zone.execute(db))).rows).toEqual([{ zone: 'UTC' }])
    await database.close()
  })
}
