import { z } from 'zod'
import { get, patch, post } from '#shared/endpoint.ts'

/** What is wrong with a cell of a refused row, and what stood there when it was found wrong. */
export const RowFault = z.object({ column: z.string(), code: z.string(), message: z.string(), value: z.string() })
export type RowFault = z.infer<typeof RowFault>

/** A row that was refused: as it was written, and what has been put in its place so far. */
export const RefusedRow = z.object({
  id: z.string(),
  /** Its number in the user's sheet. */
  row: z.number(),
  /** By column title; empty cells are left out. */
  cells: z.record(z.string(), z.string()),
  edits: z.record(z.string(), z.string()),
  /** 不要这一行 */
  dropped: z.boolean(),
  /** None: nothing is wrong with it (any more). */
  faults: z.array(RowFault),
})
export type RefusedRow = z.infer<typeof RefusedRow>

export const RefusedSheet = z.object({
  sheet: z.string(),
  columns: z.array(
    z.object({
      title: z.string(),
      required: z.boolean(),
      /** What may stand there, where that is a closed list; several of them where `several`. */
      oneOf: z.array(z.string()),
      school: z.boolean(),
      several: z.boolean(),
      /** Whether it tells whose row it is: a 工号, a 姓名. */
      tellsWhose: z.boolean(),
    }),
  ),
  rows: z.number(),
  /** Rows with a fault that are not dropped. */
  open: z.number(),
})
export type RefusedSheet = z.infer<typeof RefusedSheet>

export const Corrections = z.object({
  importId: z.string(),
  fileName: z.string(),
  clusterId: z.number(),
  clusterName: z.string(),
  schoolYear: z.number().nullable(),
  status: z.string(),
  /** Refused rows beyond what is kept: they can only be put right in the file. */
  notKept: z.number(),
  /** Until when the rows are kept. */
  keptUntil: z.string(),
  sheets: z.array(RefusedSheet),
  /** The names that stand for schools. */
  schools: z.array(z.string()),
  /** While rows are being checked or taken. */
  working: z.object({ share: z.number(), words: z.string() }).nullable(),
  /** Why the last check came to nothing. */
  failure: z.string().nullable(),
  can: z.array(z.enum(['edit', 'check', 'take'])),
})
export type Corrections = z.infer<typeof Corrections>

const ofImport = z.object({ importId: z.uuid() })

/** How many characters of a cell are kept; longer ones are refused by every kind of column. */
export const LONGEST_CELL = 600

export const correctionApi = {
  read: get('/api/imports/:importId/corrections', {
    title: '查看退回的行',
    params: ofImport,
    reply: Corrections,
  }),
  rows: get('/api/imports/:importId/rows', {
    title: '查看退回的行的内容',
    params: ofImport,
    query: z.object({
      sheet: z.string(),
      after: z.coerce.number().int().default(0),
      limit: z.coerce.number().int().min(1).max(2000).default(1000),
    }),
    reply: z.object({ rows: z.array(RefusedRow), next: z.number().nullable() }),
  }),
  /** Keeps what was typed so far; null takes a cell back to what the file says. Nothing is checked yet. */
  save: patch('/api/imports/:importId/rows', {
    title: '改正退回的行',
    params: ofImport,
    body: z.object({
      rows: z
        .array(
          z.object({
            id: z.uuid(),
            edits: z.record(z.string(), z.string().max(LONGEST_CELL, '单元格最多写 600 个字').nullable()).default({}),
            dropped: z.boolean().optional(),
          }),
        )
        .min(1)
        .max(500, '一次最多保存 500 行'),
    }),
    reply: z.object({ saved: z.number() }),
  }),
  /** Checks the rows again with what was typed; nothing is brought in. */
  check: post('/api/imports/:importId/corrections/check', {
    title: '重新核对退回的行',
    params: ofImport,
    reply: Corrections,
  }),
  /** Brings in those of a taken file that are right now. */
  take: post('/api/imports/:importId/corrections/take', {
    title: '导入改好的行',
    params: ofImport,
    reply: Corrections,
  }),
  /** Says what the sender calls columns, for this file and the next ones, and has the file checked again. */
  answer: post('/api/imports/:importId/headers', {
    title: '对应列名',
    params: ofImport,
    body: z.object({
      answers: z
        .array(z.object({ sheet: z.string().max(100), header: z.string().max(60), title: z.string().max(60) }))
        .min(1)
        .max(300),
    }),
    reply: z.object({}),
  }),
}
