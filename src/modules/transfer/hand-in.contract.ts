import { z } from 'zod'
import { get, post } from '#shared/endpoint.ts'
import { uploadedFile } from '#shared/upload.ts'
import { unitId } from '#modules/organizations/unit.contract.ts'
import { answerStates, Call } from './call.contract.ts'
import { Import } from './import.contract.ts'

/** What a school is asked for, and what it has sent so far. */
export const AskedOfSchool = Call.extend({
  state: z.enum(answerStates),
  /** The sheets asked for that are still to come. */
  lacking: z.array(z.string()),
  /** What the school sent in answer, the latest first. */
  sent: z.array(
    Import.pick({
      id: true,
      fileName: true,
      status: true,
      startedAt: true,
      actorName: true,
      verdict: true,
      verdictReason: true,
      openRows: true,
    }),
  ),
})
export type AskedOfSchool = z.infer<typeof AskedOfSchool>

const ofSchool = z.object({ unitId })

export const handInApi = {
  read: get('/api/units/:unitId/hand-ins', {
    title: '本校报送',
    params: ofSchool,
    reply: z.object({ calls: z.array(AskedOfSchool) }),
  }),
  /** Uploads the school's own ledger in answer to a call and starts checking it; nothing is written to the facts. */
  upload: post('/api/units/:unitId/hand-ins/:callId', {
    title: '报送台账',
    params: ofSchool.extend({ callId: z.uuid() }),
    body: z.object({ file: uploadedFile }),
    upload: true,
    reply: Import,
  }),
}
