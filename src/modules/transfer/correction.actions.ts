import type { Context } from '#platform/context.ts'
import {
  deleteFine,
  deleteRefusedBefore,
  findOwner,
  saveRefused,
  updateLayout,
  updateToFine,
  type ImportOwner,
} from './correction.sql.ts'
import type { Refusals } from './refusals.ts'

const BATCH = 1000

/**
 * What became of the refused rows: 'checked' in a file that waits for a decision, 'taken' with the rest of it; 'rechecked',
 * 'corrected': read again without the file.
 */
export type Judged = 'checked' | 'taken' | 'rechecked' | 'corrected'

/** Keeps the rows that were refused, with what was typed into them so far; those that are in go. */
export async function keepRefused(ctx: Context, importId: string, refusals: Refusals, judged: Judged): Promise<void> {
  const owner = await findOwner(ctx.db, importId)
  if (!owner) return
  if (judged === 'checked' || judged === 'taken') await updateLayout(ctx.db, owner, refusals.layout)
  await updateToFine(ctx.db, owner)
  for (let at = 0; at < refusals.rows.length; at += BATCH) await keepSome(ctx, owner, refusals, at)
  if (judged !== 'rechecked') await deleteFine(ctx.db, owner, { untouchedOnly: judged === 'checked' })
}

const keepSome = (ctx: Context, owner: ImportOwner, { rows }: Refusals, at: number): Promise<void> =>
  saveRefused(
    ctx.db,
    owner,
    rows.slice(at, at + BATCH).map((row) => ({ ...row, id: ctx.newId() })),
  )

/** Days that refused rows are kept: with the file until somebody decides, by themselves after it was taken. */
export const KEPT_DAYS = { checked: 7, taken: 30 }

/** Refused rows of taken files go after a month without a change; those of files given up go with them. */
export const clearRefused = ({ db, now }: Context): Promise<void> =>
  deleteRefusedBefore(db, new Date(now.getTime() - KEPT_DAYS.taken * 86_400_000))
