import type { Db } from '#platform/database/database.ts'
import { PLACES } from '../cast.ts'
import { ask, foreign, notALedger, offices, own, tryOut, unknownTo, type Ask } from './ask.ts'

const { c1, c3, s1, s2, districtA } = PLACES
const id = (n: number) => `00000000-0000-7000-9700-00000000000${n}`
/** A device of S1, and an activity that it hosts. */
export const SERVICES = { aed: id(1), training: id(2), event: id(3), lesson: id(4), workshop: id(5) } as const
const nobody = '00000000-0000-7000-8000-00000000dead'

const changedAt = new Date('2023-11-01T00:00:00Z')
const ofS1 = { districtId: districtA, schoolId: s1 }

/** S1 has told of October 2023, has a parents' school and first aid, and hosts three activities; S2 takes part in one. */
export async function insertServiceFacts(db: Db): Promise<void> {
  const item = { code: 'law', title: '法律法规宣教', position: 4, isReferral: false }
  await db.insertInto('pupilServices.item').values(item).execute()
  const month = { ...ofS1, month: '2023-10-01', schoolYear: 2023 }
  await db
    .insertInto('pupilServices.monthSheet')
    .values({ ...month, handedInAt: changedAt })
    .execute()
  await db
    .insertInto('pupilServices.monthCount')
    .values({ ...month, item: 'law', times: 2, people: 60 })
    .execute()
  await db
    .insertInto('pupilServices.parentSchool')
    .values({ ...ofS1, schoolYear: 2023, establishedOn: '2022-09-01', head: '某人', changedAt })
    .execute()
  const aid = { ...ofS1, fromDay: '2023-09-01', fromYear: 2023, untilDay: '2027-08-31', changedAt }
  await db
    .insertInto('pupilServices.aid')
    .values([
      { ...aid, id: SERVICES.aed, kind: 'AED', place: '一楼大厅' },
      { ...aid, id: SERVICES.training, kind: '救护培训', people: 12 },
    ])
    .execute()
  await insertActivities(db)
}

async function insertActivities(db: Db): Promise<void> {
  const day = { schoolYear: 2023, fromDay: '2023-10-20', untilDay: '2023-10-20', form: '线下' as const, changedAt }
  const base = { ...ofS1, ...day, clusterId: c1, runBy: '学校' as const }
  await db
    .insertInto('pupilServices.activity')
    .values([
      { ...base, id: SERVICES.event, kind: '综合实践', title: '走进博物馆', runBy: '学校' },
      { ...base, id: SERVICES.lesson, kind: '家长学校', title: '家长课堂' },
      { ...base, id: SERVICES.workshop, kind: '心理健康工作坊', title: '情绪管理' },
    ])
    .execute()
  const part = { districtId: districtA, pupils: 40, families: 30 }
  await db
    .insertInto('pupilServices.part')
    .values([
      { ...part, activityId: SERVICES.event, schoolId: s1 },
      { ...part, activityId: SERVICES.event, schoolId: s2 },
      { ...part, activityId: SERVICES.lesson, schoolId: s1 },
    ])
    .execute()
}

const readers = [...offices, 'principal', 'liaison'] as const
const keepers = ['office', 'principal', 'liaison'] as const
const blind = { blind: ['administrator', 'outsider'] } as const
const aed = { kind: 'AED', place: '一楼大厅', fromDay: '2023-09-01', untilDay: '2027-08-31' }
const activity = { title: '走进博物馆', kind: '综合实践', schoolId: s1, fromDay: '2023-10-20', parts: [] }

export const pupilServices: Record<string, readonly Ask[]> = {
  'GET /api/units/:unitId/pupil-services': [
    ask(`/api/units/${c1}/pupil-services?year=2023`, own),
    ask(`/api/units/${c3}/pupil-services?year=2023`, foreign),
    ask(`/api/units/${s1}/pupil-services`, [], unknownTo),
  ],
  'POST /api/units/:unitId/pupil-services/reminders': [
    ask(`/api/units/${c1}/pupil-services/reminders`, ['office'], { body: { month: '2023-10' } }),
    ask(`/api/units/${c3}/pupil-services/reminders`, ['outsider'], { body: { month: '2023-10' } }),
  ],
  'GET /api/units/:unitId/school-services': [
    ask(`/api/units/${s1}/school-services?month=2023-10`, readers),
    ask(`/api/units/${s2}/school-services?month=2023-10`, offices),
    ask(`/api/units/${c1}/school-services`, [], unknownTo),
  ],
  'POST /api/units/:unitId/school-services/months': [
    ask(`/api/units/${s1}/school-services/months`, keepers, { body: { month: '2023-10', counts: [] } }),
    ask(`/api/units/${s2}/school-services/months`, ['office'], { body: { month: '2023-10', counts: [] } }),
  ],
  'POST /api/units/:unitId/school-services/parent-school': [
    ask(`/api/units/${s1}/school-services/parent-school?year=2023`, keepers, { body: {} }),
    ask(`/api/units/${s2}/school-services/parent-school?year=2023`, ['office'], { body: {} }),
  ],
  'POST /api/units/:unitId/first-aid': [
    ask(`/api/units/${s1}/first-aid`, keepers, { body: aed }),
    ask(`/api/units/${s2}/first-aid`, ['office'], { body: aed }),
  ],
  'PATCH /api/first-aid/:aidId': [
    ask(`/api/first-aid/${SERVICES.aed}`, keepers, { ...blind, body: aed }),
    ask(`/api/first-aid/${nobody}`, [], { ...unknownTo, body: aed }),
  ],
  // Who may delete is asked in service.routes.test.ts: here the first of them would take it from the others.
  'DELETE /api/first-aid/:aidId': [ask(`/api/first-aid/${nobody}`, [], unknownTo)],
  'GET /api/units/:unitId/pupil-activities': [
    ask(`/api/units/${c1}/pupil-activities?year=2023`, own),
    ask(`/api/units/${c3}/pupil-activities?year=2023`, foreign),
  ],
  'GET /api/units/:unitId/pupil-activities.xlsx': [
    ask(`/api/units/${c1}/pupil-activities.xlsx?year=2023`, own),
    ask(`/api/units/${c3}/pupil-activities.xlsx?year=2023`, foreign),
  ],
  'POST /api/units/:unitId/pupil-activities/file': [
    tryOut(`/api/units/${c1}/pupil-activities/file`, ['office'], { file: notALedger }),
    tryOut(`/api/units/${c3}/pupil-activities/file`, ['outsider'], { file: notALedger }),
  ],
  'POST /api/units/:unitId/pupil-activities': [
    ask(`/api/units/${c1}/pupil-activities`, keepers, { body: activity }),
    ask(`/api/units/${c1}/pupil-activities`, ['office'], { body: { ...activity, runBy: '学区' } }),
    ask(`/api/units/${c1}/pupil-activities`, ['office'], { body: { ...activity, schoolId: s2 } }),
    ask(`/api/units/${c3}/pupil-activities`, ['outsider'], { status: 422, body: activity }),
  ],
  'PATCH /api/pupil-activities/:activityId': [
    ask(`/api/pupil-activities/${SERVICES.event}`, ['office'], { body: { ...activity, schoolId: s2, runBy: '学区' } }),
    ask(`/api/pupil-activities/${SERVICES.lesson}`, keepers, { body: activity }),
  ],
  // Whose file it is, and who reads it, is asked in evidence.routes.test.ts.
  'GET /api/units/:unitId/service-evidence': [
    ask(`/api/units/${s1}/service-evidence`, keepers),
    ask(`/api/units/${s2}/service-evidence`, ['office']),
    ask(`/api/units/${c1}/service-evidence`, [], unknownTo),
  ],
  'GET /api/service-evidence/:evidenceId/file': [ask(`/api/service-evidence/${nobody}/file`, [], unknownTo)],
  'GET /api/service-evidence/:evidenceId/file/text': [ask(`/api/service-evidence/${nobody}/file/text`, [], unknownTo)],
  'DELETE /api/pupil-activities/:activityId': [ask(`/api/pupil-activities/${nobody}`, [], unknownTo)],
}
