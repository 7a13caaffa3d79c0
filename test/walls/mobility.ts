import { factId, people, PLACES, teacherId, YEAR } from '../cast.ts'
import { ask, foreign, offices, own, tryOut, unknownTo, type Ask } from './ask.ts'

const { districtA, c1, c3, s1, s2, s5 } = PLACES
const nobody = '00000000-0000-7000-8000-00000000dead'

/** Who does not find what is C1's at all. */
const blind = { blind: ['administrator', 'outsider'] } as const
/** Those over C1, and those who answer for S1, which its batch concerns. */
const concerned = ['city', 'district', 'office', 'principal', 'liaison'] as const
const leaders = ['principal', 'office'] as const

const batch = (more = '', n = 1) => `/api/rotation-batches/${factId('batch', n)}${more}`
const rotation = (more = '', n = 1) => `/api/rotations/${factId('rotation', n)}${more}`
const paper = { number: '1', day: '2023-09-01' }
const wanted = { teacherId: teacherId(s1, 2), toSchoolId: s2, form: '走教', startOn: '2023-11-01', termYears: 1, ftePercent: 10 } // prettier-ignore

// The batch of the cast is approved already: its steps are refused by their order even to those who may.
export const mobility: Record<string, readonly Ask[]> = {
  'GET /api/units/:unitId/rotations': [
    ask(`/api/units/${c1}/rotations?year=${YEAR}`, own),
    ask(`/api/units/${s1}/rotations?year=${YEAR}`, own),
    ask(`/api/units/${c3}/rotations?year=${YEAR}`, foreign),
  ],
  'GET /api/rotations/:rotationId': [ask(rotation(), own, { ...blind }), ask(rotation('', 2), foreign, unknownTo)],
  'POST /api/rotations/:rotationId/withdraw': [tryOut(rotation('/withdraw'), [], { ...blind, body: { why: '病了' } })],
  'POST /api/rotations/:rotationId/appraisals': [
    tryOut(rotation('/appraisals'), [], { ...blind, body: { grade: '优秀' } }),
  ],
  'GET /api/units/:unitId/rotation-batches': [
    ask(`/api/units/${c1}/rotation-batches`, concerned),
    ask(`/api/units/${c3}/rotation-batches`, foreign),
    ask(`/api/units/${districtA}/rotation-batches`, ['city', 'district']),
  ],
  'POST /api/units/:unitId/rotation-batches': [
    ask(`/api/units/${c1}/rotation-batches`, ['office'], { body: { title: '墙', schoolYear: 2001 } }),
    ask(`/api/units/${c3}/rotation-batches`, ['outsider'], { body: { title: '墙', schoolYear: 2001 } }),
  ],
  'GET /api/rotation-batches/:batchId': [ask(batch(), concerned, { ...blind }), ask(batch('', 2), foreign, unknownTo)],
  'GET /api/rotation-batches/:batchId/candidates': [ask(batch('/candidates?q=js'), ['office'], { ...blind })],
  'POST /api/rotation-batches/:batchId/rotations': [
    ask(batch('/rotations'), ['office'], { ...blind, body: wanted, status: 409 }),
  ],
  'PATCH /api/rotation-batches/:batchId/rotations/:rotationId': [
    ask(batch(`/rotations/${factId('rotation', 1)}`), ['office'], { ...blind, body: wanted, status: 409 }),
  ],
  'DELETE /api/rotation-batches/:batchId/rotations/:rotationId': [
    ask(batch(`/rotations/${factId('rotation', 1)}`), ['office'], { ...blind, status: 409 }),
  ],
  'DELETE /api/rotation-batches/:batchId': [ask(batch(), ['office'], { ...blind, status: 409 })],
  'POST /api/rotation-batches/:batchId/hear': [
    ask(batch('/hear'), ['office'], { ...blind, body: { until: '2023-10-01' }, status: 409 }),
  ],
  'POST /api/rotation-batches/:batchId/opinions': [
    ask(batch('/opinions'), ['principal', 'liaison'], { ...blind, body: { schoolId: s1, agrees: true }, status: 409 }),
  ],
  'POST /api/rotation-batches/:batchId/council': [
    ask(batch('/council'), ['office'], {
      ...blind,
      file: { name: '决定.pdf', content: Buffer.from('%PDF-') },
      status: 400,
    }),
  ],
  'GET /api/rotation-batches/:batchId/decision': [ask(batch('/decision'), concerned, { ...blind, status: 404 })],
  'POST /api/rotation-batches/:batchId/withdraw': [
    ask(batch('/withdraw'), ['office'], { ...blind, body: { reason: '不办了' }, status: 409 }),
  ],
  'POST /api/rotation-batches/:batchId/redraft': [
    ask(batch('/redraft'), ['office'], { ...blind, body: { reason: '要改' }, status: 409 }),
  ],
  'POST /api/rotation-batches/:batchId/approve': [
    ask(batch('/approve'), ['district'], { ...blind, body: paper, status: 409 }),
  ],
  'POST /api/rotation-batches/:batchId/send-back': [
    ask(batch('/send-back'), ['district'], { ...blind, body: { reason: '要改' }, status: 409 }),
  ],
  'POST /api/rotation-batches/:batchId/activate': [ask(batch('/activate'), ['office'], { ...blind })],
  'GET /api/units/:unitId/rotation-filing/:format': [
    ask(`/api/units/${c1}/rotation-filing/xlsx?year=${YEAR}`, offices),
    ask(`/api/units/${c3}/rotation-filing/xlsx?year=${YEAR}`, foreign),
  ],
  'POST /api/units/:unitId/rotation-filing': [
    ask(`/api/units/${c1}/rotation-filing`, ['office'], { body: { year: 2001, day: '2023-09-01' }, status: 409 }),
    ask(`/api/units/${c3}/rotation-filing`, ['outsider'], { body: { year: 2001, day: '2023-09-01' }, status: 409 }),
  ],
  'GET /api/units/:unitId/standings': [
    ask(`/api/units/${c1}/standings?year=${YEAR}`, offices),
    ask(`/api/units/${c3}/standings?year=${YEAR}`, foreign),
  ],
  'POST /api/schools/:schoolId/standings': [
    ask(`/api/schools/${s1}/standings`, ['district', 'office'], {
      body: { year: 2001, standing: null, reason: '撤回' },
    }),
    ask(`/api/schools/${s5}/standings`, ['outsider'], { body: { year: 2001, standing: null, reason: '撤回' } }),
  ],
  'GET /api/own/rotations': [ask('/api/own/rotations', people)],
  'GET /api/teachers/:teacherId/service': [
    ask(`/api/teachers/${teacherId(s1, 1)}/service`, leaders, { ...blind }),
    ask(`/api/teachers/${teacherId(s5, 1)}/service`, ['outsider'], {
      blind: people.filter((person) => person !== 'city' && person !== 'outsider'),
    }),
  ],
  'POST /api/teachers/:teacherId/certificates': [
    ask(`/api/teachers/${teacherId(s1, 1)}/certificates`, leaders, {
      ...blind,
      body: { purpose: '没有这一种' },
      status: 422,
    }),
  ],
  'GET /api/certificates/:certificateId/:format': [tryOut(`/api/certificates/${nobody}/pdf`, [], unknownTo)],
  'POST /api/certificates/:certificateId/withdraw': [
    tryOut(`/api/certificates/${nobody}/withdraw`, [], { ...unknownTo, body: { why: '写错了' } }),
  ],
  'GET /api/verify/:code': [ask('/api/verify/AAAABBBBCCCC', people, { visitor: 200 })],
}
