import { createHmac, timingSafeEqual } from 'node:crypto'

/** A place whose codes are made and checked; who has the secret can make them. */
export interface CodedPlace {
  placeId: string
  secret: Buffer
}

/**
 * What a code is worth. `expired`: it was made here, but is no longer shown. `other`: it belongs to another place.
 * `forged`: nobody who has the secret made it.
 */
export type CodeVerdict = { verdict: 'valid' | 'expired'; shownAt: Date } | { verdict: 'other' | 'forged' }

/** What whoever came with the code is told. */
export const codeWords: Record<CodeVerdict['verdict'], string> = {
  valid: '有效',
  expired: '这个码已过期，请扫现场正在显示的码，或向场馆要新的备用码。',
  other: '这不是本场地的码，请核对地点后再扫。',
  forged: '这个码认不出来，请扫现场正在显示的码，或向场馆要备用码。',
}

/** A code is shown for a minute, and taken for the minute after: who scans in the last second still gets in. */
export const SHOWN_SECONDS = 60
/** The digits that a host tells are read out and typed in: they hold five minutes, and the five after. */
export const TOLD_SECONDS = 300
const MAC_CHARACTERS = 14
const DIGITS = 6

/** The code of a place at a moment, for the address behind a QR picture: 'hcvm5k.Yt0pQ2mV9aLw3x'. It says when it was made, and that nobody changed this. */
export function placeCode(place: CodedPlace, at: Date): string {
  const step = stepOf(at, SHOWN_SECONDS)
  return `${step.toString(36)}.${macOf(place, 'scan', step)}`
}

/** When the next code takes its place. */
export const nextCodeAt = (at: Date): Date => new Date((stepOf(at, SHOWN_SECONDS) + 1) * SHOWN_SECONDS * 1000)

/** What a scanned code is worth at this place and moment; `scanned.placeId` is the place that its address names. */
export function checkPlaceCode(place: CodedPlace, scanned: { placeId: string; code: string }, at: Date): CodeVerdict {
  if (scanned.placeId.toLowerCase() !== place.placeId.toLowerCase()) return { verdict: 'other' }
  const [, stepText, mac] = /^([0-9a-z]{1,9})\.([\w-]{14})$/.exec(scanned.code.trim()) ?? []
  if (stepText === undefined || mac === undefined) return { verdict: 'forged' }
  const step = Number.parseInt(stepText, 36)
  if (!isSame(mac, macOf(place, 'scan', step))) return { verdict: 'forged' }
  const age = stepOf(at, SHOWN_SECONDS) - step
  return { verdict: isFresh(age) ? 'valid' : 'expired', shownAt: new Date(step * SHOWN_SECONDS * 1000) }
}

/** Six digits that a host tells whoever cannot scan: '042917'. */
export const toldCode = (place: CodedPlace, at: Date): string => digitsOf(place, stepOf(at, TOLD_SECONDS))

/** Until when the digits that are told now are taken at the least. */
export const toldUntil = (at: Date): Date => new Date((stepOf(at, TOLD_SECONDS) + 2) * TOLD_SECONDS * 1000)

/** Digits say nothing of when they were made: those of the last hour are told apart as expired, any others are forged. */
export function checkToldCode(place: CodedPlace, digits: string, at: Date): CodeVerdict {
  const typed = digits.replace(/\s/g, '')
  const now = stepOf(at, TOLD_SECONDS)
  for (let age = 0; age <= 3600 / TOLD_SECONDS; age += 1)
    if (isSame(typed, digitsOf(place, now - age)))
      return { verdict: isFresh(age) ? 'valid' : 'expired', shownAt: new Date((now - age) * TOLD_SECONDS * 1000) }
  return { verdict: 'forged' }
}

const isFresh = (age: number): boolean => age === 0 || age === 1

const stepOf = (at: Date, seconds: number): number => Math.floor(at.getTime() / 1000 / seconds)

const macOf = (place: CodedPlace, purpose: string, step: number): string =>
  hmac(place, purpose, step).toString('base64url').slice(0, MAC_CHARACTERS)

/** As one-time passwords do it (RFC 4226): a number out of the digest, cut to its last digits. */
const digitsOf = (place: CodedPlace, step: number): string =>
  String(hmac(place, 'tell', step).readUInt32BE(0) % 10 ** DIGITS).padStart(DIGITS, '0')

const hmac = ({ placeId, secret }: CodedPlace, purpose: string, step: number): Buffer =>
  createHmac('sha256', secret).update(`${purpose}\n${placeId.toLowerCase()}\n${step}`).digest()

function isSame(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)]
  return one.length === other.length && timingSafeEqual(one, other)
}
