import type { System } from '../cli.ts'
import type { Context } from '../context.ts'
import { letterJob } from '../post.ts'
import { unseal } from '../seal.ts'
import type { Letter, LetterContent, Outcome } from './letter.ts'
import { markSending, updateLetter, type LetterPlace, type TakenLetter } from './letter.sql.ts'
import { deliverMail } from './mail.ts'
import { deliverWebhook } from './webhook.ts'

const MINUTE = 60_000
/** How long after each try the next one comes; after the last the letter is given up. */
const WAITS = [1, 5, 15, 60, 240, 720].map((minutes) => minutes * MINUTE)

/** A letter that did not arrive, or nobody knows whether it did. */
export interface LostLetter extends TakenLetter {
  reason: string
}

/** What is done about letters that are lost, in the transaction that notes it. */
type OnLost = (ctx: Context, letter: LostLetter) => Promise<void>

/**
 * Sends one letter: that it is being sent is committed before it is handed over, what became of it after. No transaction
 * is open while the network is waited for.
 */
export async function sendLetter(system: System, place: LetterPlace, onLost: OnLost): Promise<void> {
  const taken = await system.inContext(async (ctx) => {
    const letter = await markSending(ctx.db, place, ctx.now)
    if (letter?.state === 'unsure') await onLost(ctx, { ...letter, reason: '发送两次都中途断了' })
    return letter
  })
  if (taken?.state !== 'sending') return
  const outcome = await deliver(system, taken)
  await system.inContext((ctx) => settle(ctx, taken, outcome, onLost))
}

async function deliver({ config }: System, taken: TakenLetter): Promise<Outcome> {
  const text = taken.content && unseal(config.dataDir, 'letter', taken.content)
  if (!text) return { how: 'refused', why: '信的内容打不开了' }
  const { id, channel, subject, marked } = taken
  const letter: Letter = { ...(JSON.parse(text) as LetterContent), id, channel, subject, marked }
  return channel === 'mail' ? deliverMail(config, letter) : deliverWebhook(config, letter, new Date())
}

async function settle(ctx: Context, letter: TakenLetter, outcome: Outcome, onLost: OnLost): Promise<void> {
  const ended = { endedAt: ctx.now, content: null }
  if (outcome.how === 'taken')
    return updateLetter(ctx.db, letter, { state: letter.marked ? 'repeated' : 'sent', ...ended })
  const wait = waitAfter(letter, outcome)
  const reason = outcome.why
  if (wait === undefined) {
    await updateLetter(ctx.db, letter, { state: outcome.how === 'unsure' ? 'unsure' : 'failed', ...ended, reason })
    return onLost(ctx, { ...letter, reason })
  }
  const marked = letter.marked || outcome.how === 'unsure'
  await updateLetter(ctx.db, letter, { state: 'waiting', marked, reason })
  const { districtId, id, channel } = letter
  const dueAt = new Date(ctx.now.getTime() + wait)
  await ctx.enqueue({ kind: letterJob[channel], districtId, payload: { id }, key: id, dueAt })
}

/** How long until the next try; undefined: there is none. What may have arrived is sent once more and no more. */
export function waitAfter({ marked, tries }: { marked: boolean; tries: number }, { how }: Outcome): number | undefined {
  if (how === 'unsure') return marked ? undefined : MINUTE
  return how === 'later' ? WAITS[tries - 1] : undefined
}

/** Gives a letter up whose job was broken off too often, if it is not over. */
export async function giveUpLetter({ inContext }: System, place: LetterPlace, onLost: OnLost): Promise<void> {
  await inContext(async (ctx) => {
    const letter = await markSending(ctx.db, place, ctx.now)
    if (!letter) return
    const reason = '发送一再中途断开'
    await updateLetter(ctx.db, place, { state: 'unsure', endedAt: ctx.now, content: null, reason })
    await onLost(ctx, { ...letter, state: 'unsure', reason })
  })
}
