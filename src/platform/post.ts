import type { Config } from './config.ts'
import type { Context } from './context.ts'
import { insertLetter } from './post/letter.sql.ts'
import type { Bot, Channel, LetterContent } from './post/letter.ts'
import { shownAddress } from './post/shown.ts'
import { seal } from './seal.ts'

/** A letter to somebody outside the product. */
export interface NewLetter {
  districtId: number
  channel: Channel
  /** A mail address, or the address of a bot. */
  address: string
  /** Of a webhook: whose bot it is, and the secret that its messages are signed with. */
  bot?: Bot
  secret?: string
  subject: string
  text: string
  /** An address of the site ('/join/…') that the letter leads to. */
  link?: string
  /** Of letters of one channel under one key there is one: asked for again, nothing happens. */
  key: string
  /** Whose letter it is, where they have an account: told in the product if it does not arrive. Else who asked for it is. */
  accountId?: string
  /** Not before then; now, if left out. */
  dueAt?: Date
}

/** The kinds of job that carry letters away, one for each channel: a bot that does not answer holds up no mail. */
export const letterJob: Record<Channel, string> = { mail: 'workbench.mail', webhook: 'workbench.webhook' }

export const isMailSetUp = ({ smtpUrl }: Pick<Config, 'smtpUrl'>): boolean => smtpUrl !== undefined

/** Writes a letter in this transaction; it is sent after the commit. Returns whether it is new under its key. */
export async function postLetter(ctx: Context, letter: NewLetter): Promise<boolean> {
  const { districtId, channel, key, subject, accountId = null, dueAt } = letter
  const id = ctx.newId()
  const askedBy = ctx.actor.grants.length > 0 ? ctx.actor.id : null
  const row = { districtId, id, channel, key, accountId, askedBy, subject, createdAt: ctx.now }
  const content = seal(ctx.config.dataDir, 'letter', JSON.stringify(contentOf(letter)))
  const isNew = await ctx.asOwner((db) => insertLetter(db, { ...row, shown: shownAddress(letter), content }))
  if (isNew)
    await ctx.enqueue({ kind: letterJob[channel], districtId, payload: { id }, key: id, ...(dueAt && { dueAt }) })
  return isNew
}

const contentOf = ({ address, bot, secret, text, link }: NewLetter): LetterContent => ({
  address,
  text,
  ...(bot && { bot }),
  ...(secret && { secret }),
  ...(link && { link }),
})
