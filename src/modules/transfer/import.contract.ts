import { z } from 'zod'
import { del, get, post } from '#shared/endpoint.ts'
import { uploadedFile } from '#shared/upload.ts'

/** What is wrong with a cell, or worth saying about it. */
export const Finding = z.object({
  sheet: z.string(),
  /** '教师!E17'; '' where it concerns the whole sheet or file. */
  cell: z.string(),
  column: z.string(),
  /** The key of the row, as the user wrote it. */
  key: z.string(),
  code: z.string(),
  message: z.string(),
})
export type Finding = z.infer<typeof Finding>

export const SheetCount = z.object({
  sheet: z.string(),
  read: z.number(),
  added: z.number(),
  updated: z.number(),
  unchanged: z.number(),
  refused: z.number(),
})
export type SheetCount = z.infer<typeof SheetCount>

export const Change = z.object({
  sheet: z.string(),
  cell: z.string(),
  key: z.string(),
  /** Whom or what the row is about, for reading. */
  subject: z.string(),
  fields: z.array(z.object({ column: z.string(), old: z.string(), new: z.string() })),
})
export type Change = z.infer<typeof Change>

/** How the columns of a sheet were found, as far as a person has a say in it. */
export const ColumnMatch = z.object({
  sheet: z.string(),
  /** Columns of the ledger that the sheet does not have; `asked`: worth asking at once; `offered`: the likeliest header;
   * `waived`: the sender said that there is none (not in older records). */
  missing: z.array(
    z.object({
      title: z.string(),
      required: z.boolean(),
      asked: z.boolean(),
      waived: z.boolean().optional(),
      offered: z.string(),
    }),
  ),
  /** Headers that were read as nothing. */
  headers: z.array(z.string()),
  /** Headers that an earlier answer gave a meaning. */
  mapped: z.array(z.object({ title: z.string(), header: z.string() })),
})

/** What reading one file gave: the same in the preview, in the record and on the command line. */
export const ImportReport = z.object({
  file: z.string(),
  cluster: z.string(),
  year: z.number().nullable(),
  sheets: z.array(SheetCount),
  warnings: z.array(Finding),
  faults: z.array(Finding),
  /** The first changes, old → new; `changesTotal` says how many there are. */
  changes: z.array(Change),
  changesTotal: z.number(),
  faultsTotal: z.number(),
  warningsTotal: z.number(),
  /** Sheets about whose columns there is something to say; not in older records. */
  matches: z.array(ColumnMatch).optional(),
  /** Refused rows beyond what is kept to be put right. */
  notKept: z.number().optional(),
})
export type ImportReport = z.infer<typeof ImportReport>

export const importStatuses = [
  'waiting',
  'checking',
  'checked',
  'taking',
  'taken',
  'undone',
  'discarded',
  'failed',
] as const

/** What stands in the way of undoing an import, in a sentence, and where it is looked at. */
export const Obstacle = z.object({
  words: z.string(),
  /** A later import: undone first, this one can be undone. */
  importId: z.string().nullable(),
  teacherId: z.string().nullable(),
  schoolId: z.number().nullable(),
})
export type Obstacle = z.infer<typeof Obstacle>

export const Import = z.object({
  id: z.string(),
  fileName: z.string(),
  bytes: z.number(),
  status: z.enum(importStatuses),
  clusterId: z.number().nullable(),
  clusterName: z.string(),
  schoolYear: z.number().nullable(),
  actorName: z.string(),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
  /** While it works: rows read so far, the share of the file read, the sheet being read. */
  progress: z.object({ rows: z.number(), share: z.number(), sheet: z.string() }).nullable(),
  report: ImportReport.nullable(),
  /** Refused rows that can be put right in place. */
  openRows: z.number(),
  /** It is being checked again, with what was put right. */
  rechecking: z.boolean(),
  /** Why it failed as a whole, in one sentence. */
  failure: z.string().nullable(),
  /** Handed in by a school for itself, in answer to a call. */
  schoolId: z.number().nullable(),
  schoolName: z.string().nullable(),
  callId: z.string().nullable(),
  /** What the office said of it. */
  verdict: z.enum(['accepted', 'returned']).nullable(),
  verdictReason: z.string().nullable(),
  judgedBy: z.string().nullable(),
  undoneAt: z.string().nullable(),
  undoneBy: z.string().nullable(),
  can: z.array(z.enum(['take', 'discard', 'undo', 'judge'])),
})
export type Import = z.infer<typeof Import>

const ofImport = z.object({ importId: z.uuid() })

export const importApi = {
  /** Uploads one ledger for a cluster and starts checking it; nothing is written to the facts. */
  upload: post('/api/units/:unitId/imports', {
    title: '上传台账',
    params: z.object({ unitId: z.coerce.number() }),
    body: z.object({ file: uploadedFile }),
    upload: true,
    reply: Import,
  }),
  /** The page asks for this while the work goes on, and once when it is done. */
  read: get('/api/imports/:importId', { title: '查看导入', params: ofImport, reply: Import }),
  /** Takes the checked file: one transaction. */
  take: post('/api/imports/:importId/take', { title: '确认导入', params: ofImport, reply: Import }),
  discard: del('/api/imports/:importId', { title: '放弃导入', params: ofImport, reply: Import }),
  /** What stands in the way of undoing it; nothing: it can be undone. */
  obstacles: get('/api/imports/:importId/obstacles', {
    title: '能否撤销导入',
    params: ofImport,
    reply: z.object({ obstacles: z.array(Obstacle) }),
  }),
  /** Takes a taken import back as a whole. */
  undo: post('/api/imports/:importId/undo', { title: '撤销导入', params: ofImport, reply: Import }),
  list: get('/api/units/:unitId/imports', {
    title: '导入记录',
    params: z.object({ unitId: z.coerce.number() }),
    reply: z.object({
      imports: z.array(
        Import.omit({ report: true, progress: true, openRows: true, rechecking: true }).extend({
          sheets: z.array(SheetCount),
        }),
      ),
    }),
  }),
}
