import { createHash } from 'node:crypto'
import type { Role } from '#shared/access.ts'
import type { Database } from '#platform/database/database.ts'
import type { App } from '../src/main/app.ts'
import { PLACES } from './cast-places.ts'
import { asPerson } from './http.ts'

interface Colleague {
  /** Tells them apart; 1 to 9. */
  n: number
  role: Role
  at: number
  /** Whose entry in the register it is. */
  teacher: string | null
}

/** One more account, beside the cast's, with a session: its cookie. */
export async function insertColleague(database: Database, { n, role, at, teacher }: Colleague): Promise<string> {
  const token = `the-session-of-colleague-${n}`
  const id = `00000000-0000-7000-a000-00000000c00${n}`
  const now = new Date()
  const own = teacher === null ? {} : { teacherDistrictId: PLACES.districtA, teacherId: teacher }
  await database.transact('owner', async (db) => {
    const account = { id, login: `colleague-${n}`, name: `同事${n}`, passwordHash: 'none', createdAt: now, ...own }
    await db.insertInto('identity.account').values(account).execute()
    const grant = { id: id.replace('-a000-', '-b000-'), accountId: id, role, unitId: at, fromDay: '2020-09-01' }
    await db.insertInto('identity.grant').values(grant).execute()
    const tokenHash = createHash('sha256').update(token).digest()
    await db.insertInto('identity.session').values({ tokenHash, accountId: id, createdAt: now, seenAt: now }).execute()
  })
  return `yanzhen=${token}`
}

const levels = { goals: '优', content: '优', implementation: '优', materials: '优', appraisal: '优' }

/** The whole way into the repository, of a course of S1 that its teacher writes. */
export async function publishCourse(app: App, id: string): Promise<void> {
  const author = asPerson(app, 'teacher')
  const { revision } = (await author.get(`/api/courses/${id}`)).json()
  await author.post(`/api/courses/${id}/submit`, { revision })
  const said = { verdict: '通过', words: '很好' }
  await asPerson(app, 'principal').post(`/api/courses/${id}/reviews`, { ...said, step: '学校审核' })
  await asPerson(app, 'expert').post(`/api/courses/${id}/reviews`, { ...said, step: '专家评审', levels })
  await asPerson(app, 'office').post(`/api/courses/${id}/reviews`, { ...said, step: '学区审定', kinds: [] })
}
