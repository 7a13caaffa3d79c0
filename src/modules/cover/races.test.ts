import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { cast, PLACES } from '../../../test/cast.ts'
import { handCookie, HANDS, insertCoverWorld, MONDAY, MORNING, type Hand } from '../../../test/cover-world.ts'
import { testDatabase } from '../../../test/database.ts'
import { asking, asPerson, testApp } from '../../../test/http.ts'
import type { App } from '../../main/app.ts'

const { c1, s1 } = PLACES
const ROUNDS = 12
let now = MORNING
let database: Database
let app: App
beforeAll(async () => {
  database = await testDatabase()
  await cast(database)
  await insertCoverWorld(database)
  app = await testApp(database, { now: () => now })
  const rule = { speedKmh: 15, bufferMinutes: 10, askMode: '同时', askCount: 3, waitMinutes: 15 }
  await asPerson(app, 'office').patch(`/api/units/${c1}/cover/rule`, rule)
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const hand = (who: Hand) => asking(app, handCookie(who))

/** Asks all three for the third lesson of the day; returns the gap and each one's question. */
async function ask() {
  now = MORNING
  const body = {
    teacherId: HANDS.absent,
    fromDay: MONDAY,
    untilDay: MONDAY,
    reason: '事假',
    lessons: [`${MONDAY}|3|${s1}`],
  }
  const reply = await hand('absent').post(`/api/schools/${s1}/absences`, body)
  expect(reply.json()).toMatchObject({ lessons: 1, asked: 3 })
  const [gap] = (await hand('absent').get('/api/cover/mine')).json().gaps
  const asks = new Map<Hand, string>()
  for (const who of ['own', 'near', 'free'] as const)
    asks.set(who, (await hand(who).get('/api/cover/mine')).json().asks[0].id)
  return {
    gap,
    yes: async (who: Hand) => (await hand(who).post(`/api/asks/${asks.get(who)}/answer`, { yes: true })).json(),
  }
}
const callOff = (absenceId: string) => hand('absent').post(`/api/absences/${absenceId}/withdraw`)
const stateOf = async (gapId: string) => (await asPerson(app, 'liaison').get(`/api/gaps/${gapId}`)).json()
const TAKEN = '这节课刚刚已由另一位老师接下，不用去了，谢谢。'

test('of several who say yes at the same instant exactly one has the lesson, and the others are told', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const { gap, yes } = await ask()
    const order: Hand[] = round % 2 === 0 ? ['own', 'near', 'free'] : ['free', 'own', 'near']
    const replies = await Promise.all(order.map(yes))
    expect(replies.map(({ state }) => state).sort()).toEqual(['gone', 'gone', 'yes'])
    for (const { state, words } of replies) if (state === 'gone') expect(words).toBe(TAKEN)
    const { state, asks } = await stateOf(gap.id)
    expect(state).toBe('taken')
    expect(asks.filter((one: { state: string }) => one.state === 'yes')).toHaveLength(1)
    await callOff(gap.absenceId)
  }
})

test('one who says yes twice at the same instant has it once', async () => {
  const { gap, yes } = await ask()
  const replies = await Promise.all([yes('near'), yes('near'), yes('near')])
  expect(replies.map(({ state }) => state)).toEqual(['yes', 'yes', 'yes'])
  await callOff(gap.absenceId)
})

test('a yes while it is called off: either it was called off first, or whoever had it is free again and told', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const { gap, yes } = await ask()
    const pair = [() => yes('near'), async () => (await callOff(gap.absenceId)).json()] as const
    const both = round % 2 === 0 ? await Promise.all([pair[0](), pair[1]()]) : (await Promise.all([pair[1](), pair[0]()])).reverse() // prettier-ignore
    expect(both[1]).toEqual({ lessons: 1 })
    expect(['yes', 'withdrawn']).toContain(both[0].state)
    expect((await hand('near').get('/api/cover/mine')).json().taken).toEqual([])
    if (both[0].state === 'yes') {
      const { notices } = (await hand('near').get('/api/notices')).json()
      expect(notices[0].title).toContain('不用去代课了')
    } else expect(both[0].words).toBe('学校已撤回这次求助，不用去了，谢谢。')
  }
})

test('a yes while the time runs out: either it counts, or the school is told that nobody comes; never both', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const { gap, yes } = await ask()
    now = new Date(MORNING.getTime() + 16 * 60_000)
    const [said] = await Promise.all([yes('free'), app.jobs.settled()])
    const { state, takenName } = await stateOf(gap.id)
    if (said.state === 'yes') expect([state, typeof takenName]).toEqual(['taken', 'string'])
    else {
      expect([said.state, state]).toEqual(['settled', 'nobody'])
      expect(said.words).toBe('回复的时间已过，学校另行安排了，不用去了，谢谢。')
    }
    await callOff(gap.absenceId)
  }
})
