import { PLACES } from '../cast.ts'
import { ask, foreign, notALedger, offices, own, tryOut, unknownTo, type Ask } from './ask.ts'

const { s1, s5 } = PLACES
const nobody = '00000000-0000-7000-8000-00000000dead'

/** Who answers for the lessons of S1. */
const keepers = [...offices, 'principal', 'liaison'] as const
const span = `year=2023&term=${encodeURIComponent('上学期')}&fromDay=2023-09-01&untilDay=2024-01-20`
const wrongBells = { bells: [{ period: 1, fromTime: '08:00', untilTime: '07:00' }] }

export const cover: Record<string, readonly Ask[]> = {
  'GET /api/schools/:schoolId/timetable': [
    ask(`/api/schools/${s1}/timetable`, own),
    ask(`/api/schools/${s5}/timetable`, foreign),
  ],
  'GET /api/schools/:schoolId/timetable/form.xlsx': [
    ask(`/api/schools/${s1}/timetable/form.xlsx`, keepers),
    ask(`/api/schools/${s5}/timetable/form.xlsx`, foreign),
  ],
  'POST /api/schools/:schoolId/timetable/drafts': [
    tryOut(`/api/schools/${s1}/timetable/drafts?${span}`, keepers, { file: notALedger }),
    tryOut(`/api/schools/${s5}/timetable/drafts?${span}`, foreign, { file: notALedger }),
  ],
  'POST /api/timetable-drafts/:draftId/take': [tryOut(`/api/timetable-drafts/${nobody}/take`, [], unknownTo)],
  'DELETE /api/timetable-drafts/:draftId': [tryOut(`/api/timetable-drafts/${nobody}`, [], unknownTo)],
  'PATCH /api/schools/:schoolId/bells': [
    ask(`/api/schools/${s1}/bells`, keepers, { body: wrongBells, status: 400 }),
    ask(`/api/schools/${s5}/bells`, foreign, { body: wrongBells, status: 400 }),
  ],
}
