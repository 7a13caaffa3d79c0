import { expect, test } from 'vitest'
import { cast } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { asPerson, testApp } from '../../../test/http.ts'

test('two systems in one process know nothing of who asked the other', async () => {
  const databases = [await testDatabase(), await testDatabase()] as const
  for (const database of databases) await cast(database)
  await databases[1].transact('owner', (db) => db.deleteFrom('identity.session').execute())
  const apps = await Promise.all(databases.map((database) => testApp(database)))
  const asked = []
  for (const app of apps) asked.push((await asPerson(app, 'office').get('/api/today')).statusCode)
  expect(asked).toEqual([200, 401])
  for (const app of apps) await app.close()
  for (const database of databases) await database.close()
})
