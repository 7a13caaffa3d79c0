import type { System } from '#platform/cli.ts'
import type { JobKind } from '#platform/jobs/job.ts'
import { findCorrectionState, markCorrecting } from './correction.sql.ts'
import { rehearse } from './import.actions.ts'
import { askedBy, importPath } from './import.jobs.ts'
import { findImport, markImport, type ImportRow } from './import.sql.ts'
import { checkRemainder, takeRemainder } from './supplement.actions.ts'

export interface CorrectionJob {
  importId: string
  /** Brings in what is right; otherwise it is only looked at. */
  take: boolean
}

/** Reads the refused rows of an import again: with its file while that waits for a decision, by themselves afterwards. */
export const correctionJobs: JobKind<CorrectionJob> = {
  name: 'transfer.correct',
  title: '核对退回的行',
  tries: 1,
  async run(system, { payload, tell }) {
    const { row, layout } = await system.inContext(async ({ db }) => ({
      row: await findImport(db, payload.importId),
      layout: (await findCorrectionState(db, payload.importId))?.layout,
    }))
    if (row?.status === 'checked') await checkFile(system, row, (share) => tell({ share, words: '' }))
    if (row?.status === 'taken' && layout)
      await (payload.take ? takeRemainder : checkRemainder)(system, { row, layout })
    if (row) await system.inContext(({ db }) => markCorrecting(db, row, null))
  },
  async failed(system, { districtId, payload }, reason) {
    await system.inContext(({ db }) => markCorrecting(db, { districtId, id: payload.importId }, null, reason))
  },
}

async function checkFile(system: System, row: ImportRow, onShare: (share: number) => void): Promise<void> {
  const { id, districtId, fileName: name } = row
  const asked = await system.inContext((ctx) => askedBy(ctx, row))
  const file = { path: importPath(system.config, id), name }
  const taken = await rehearse(system, id, file, asked, ({ share }) => onShare(share))
  const { report, schoolYear } = taken
  await system.inContext(({ db }) =>
    markImport(db, { districtId, id, from: ['checked'], to: 'checked' }, { report, schoolYear }),
  )
}
