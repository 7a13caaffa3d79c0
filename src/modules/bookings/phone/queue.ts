import { ask, isAway, wordsOf } from '#phone/ask.ts'
import { dropKept, findKept, keep } from '#phone/kept.ts'
import type { Arrival, CheckedIn, checkInApi, NewCheckIn } from '../check-in.contract.ts'

export interface Told {
  headCount: number
  classes: string
}

/** A scan that waits for a network: of a booking, or of whatever the person has booked there at that moment. */
export interface KeptScan extends Told {
  bookingId: string | null
  venueId: string
  code: string
  cameAt: string
}

const SCANS = 'scans'
const TOLD = 'told'

export const listScans = async (): Promise<KeptScan[]> => (await findKept<KeptScan[]>(SCANS)) ?? []
/** What came of scans that were sent later, until it has been read. */
export const listTold = async (): Promise<string[]> => (await findKept<string[]>(TOLD)) ?? []
export const forgetTold = (): Promise<unknown> => dropKept(TOLD)

export async function keepScan(scan: KeptScan): Promise<void> {
  await keep(SCANS, [...(await listScans()).filter(({ code }) => code !== scan.code), scan])
}

export const scanBody = ({ venueId, code, cameAt, headCount, classes }: KeptScan): NewCheckIn => ({
  ...{ way: '二维码', venueId, code, cameAt, sentAt: new Date().toISOString(), headCount, classes },
})

export const sendScan = (scan: KeptScan, bookingId: string): Promise<CheckedIn> =>
  ask<typeof checkInApi.checkIn>('POST /api/bookings/:bookingId/check-in', { params: { bookingId }, body: scanBody(scan) }) // prettier-ignore

let isSending = false

/** Sends what was kept, in order; what the server answers is told at the next look, and only silence keeps a scan here. */
export async function sendKept(): Promise<void> {
  if (isSending) return
  isSending = true
  try {
    for (const scan of await listScans()) {
      const words = await sendOne(scan)
      if (words === undefined) return
      await keep(TOLD, [...(await listTold()), words])
      await keep(
        SCANS,
        (await listScans()).filter(({ code }) => code !== scan.code),
      )
    }
  } finally {
    isSending = false
  }
}

async function sendOne(scan: KeptScan): Promise<string | undefined> {
  try {
    const bookingId = scan.bookingId ?? (await bookingOf(scan))
    if (bookingId === undefined) return '有一次扫码没有找到对应的预约，请场馆补登记。'
    const { state } = await sendScan(scan, bookingId)
    return state === 'now' ? '断网时的签到已补上。' : '断网时的签到已有记录，没有重复计入。'
  } catch (error) {
    return isAway(error) ? undefined : `断网时的签到没有成功：${wordsOf(error)}`
  }
}

async function bookingOf({ venueId, cameAt }: KeptScan): Promise<string | undefined> {
  const { arrivals } = await ask<typeof checkInApi.at>('GET /api/venues/:venueId/arrivals', { params: { venueId }, query: { at: cameAt } }) // prettier-ignore
  return arrivals.find((one) => isAt(one, cameAt))?.id
}

/** Whether one could have come to it at that moment. */
export const isAt = ({ opensAt, untilAt, checkIn }: Arrival, cameAt: string): boolean =>
  !checkIn && opensAt <= cameAt && cameAt <= untilAt
