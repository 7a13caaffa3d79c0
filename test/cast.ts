import { hash } from '@node-rs/argon2'
import { createHash } from 'node:crypto'
import type { Role } from '#shared/access.ts'
import type { Database, Db } from '#platform/database/database.ts'
import { insertFacts } from './cast-facts.ts'
import { insertUnits, insertMemberships, PLACES } from './cast-places.ts'

export { PLACES, YEAR, teacherId, teacherName } from './cast-places.ts'
export { factId } from './cast-facts.ts'

export const PASSWORD = 'geese fly in line'

/** Who plays, as which role, where. `outsider` is the office of a cluster in another district. */
export const PEOPLE = {
  city: { name: '陈市一', role: 'city-officer', at: PLACES.city },
  district: { name: '陈区一', role: 'district-officer', at: PLACES.districtA },
  office: { name: '陈办一', role: 'cluster-office', at: PLACES.c1 },
  principal: { name: '陈校长', role: 'principal', at: PLACES.s1 },
  liaison: { name: '陈联络', role: 'liaison', at: PLACES.s1 },
  teacher: { name: '陈老师', role: 'teacher', at: PLACES.s1 },
  expert: { name: '陈专家', role: 'expert', at: PLACES.c1 },
  administrator: { name: '陈管理', role: 'administrator', at: PLACES.city },
  outsider: { name: '陈外人', role: 'cluster-office', at: PLACES.c3 },
} as const satisfies Record<string, { name: string; role: Role; at: number }>
export type Person = keyof typeof PEOPLE
export const people = Object.keys(PEOPLE) as Person[]

const number = (person: Person) => String(people.indexOf(person) + 1).padStart(12, '0')
export const accountId = (person: Person): string => `00000000-0000-7000-a000-${number(person)}`
/** The token of the session that each person of the cast has. */
export const tokenOf = (person: Person): string => `the-session-of-${person}`

/**
 * The standing cast: a small world in which every test plays, and the people who play.
 *
 *     const database = await testDatabase()
 *     await cast(database)                                    // once per test file, in beforeAll
 *     const app = await testApp(database)                     // test/http.ts
 *     const reply = await asPerson(app, 'office').get(`/api/units/${PLACES.c1}/schools?year=${YEAR}`)
 *
 * The city has two districts. A (闵行) holds cluster C1 (schools S1 牵头校, S2, S3; S6 left it in 2023), cluster C2 (S4)
 * and group G (S2, S4); B (徐汇) holds cluster C3 (S5). Every school has three teachers in 2022 and 2023, with facts of
 * every kind in C1 and C3 in 2023 (test/cast-facts.ts). Each of PEOPLE has an account, the password PASSWORD and a session.
 * All of it is written as the owner, in one transaction.
 */
export async function cast(database: Database): Promise<void> {
  const passwordHash = await hash(PASSWORD, { memoryCost: 1024, timeCost: 1 })
  await database.transact('owner', async (db) => {
    await insertUnits(db)
    await insertMemberships(db)
    await insertFacts(db)
    for (const person of people) await insertPerson(db, person, passwordHash)
    await openSessions(db)
  })
}

/** Gives everyone of the cast their session, again where it was ended. */
export async function openSessions(db: Db): Promise<void> {
  const now = new Date()
  const rows = people.map((person) => ({
    tokenHash: createHash('sha256').update(tokenOf(person)).digest(),
    accountId: accountId(person),
    createdAt: now,
    seenAt: now,
  }))
  await db
    .insertInto('identity.session')
    .values(rows)
    .onConflict((same) => same.doNothing())
    .execute()
}

async function insertPerson(db: Db, person: Person, passwordHash: string): Promise<void> {
  const { name, role, at } = PEOPLE[person]
  const id = accountId(person)
  const createdAt = new Date()
  await db.insertInto('identity.account').values({ id, login: person, name, passwordHash, createdAt }).execute()
  const grant = { id: id.replace('-a000-', '-b000-'), accountId: id, role, unitId: at, fromDay: '2020-09-01' }
  await db.insertInto('identity.grant').values(grant).execute()
}
