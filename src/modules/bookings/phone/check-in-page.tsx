import { useState } from 'react'
import { ask } from '#phone/ask.ts'
import { useAddress } from '#phone/address.tsx'
import { todayHere } from '#phone/clock.ts'
import { Shown } from '#phone/pieces.tsx'
import { useAsked } from '#phone/use-ask.ts'
import type { Arrival, CheckedIn, checkInApi } from '../check-in.contract.ts'
import { ArrivalLine } from './arrival-line.tsx'
import { BackToday, Done, TwoQuestions } from './done.tsx'
import { SharedLink } from './shared-link.tsx'
import { Ways } from './ways.tsx'

/** One booking: checking in to it, and what is said of it afterwards. */
export default function CheckInPage() {
  const bookingId = useAddress().search.get('b') ?? ''
  const params = { bookingId }
  const asked = useAsked(() => ask<typeof checkInApi.read>('GET /api/bookings/:bookingId/arrival', { params }), [bookingId]) // prettier-ignore
  return (
    <>
      <h1>签到</h1>
      <Shown asked={asked}>{(arrival) => <One arrival={arrival} />}</Shown>
      <BackToday />
    </>
  )
}

function One({ arrival }: { arrival: Arrival }) {
  const [done, setDone] = useState<CheckedIn>()
  const params = { bookingId: arrival.id }
  const review = (body: Parameters<Parameters<typeof Done>[0]['review']>[0]) =>
    ask<typeof checkInApi.review>('POST /api/bookings/:bookingId/review', { params, body })
  if (done) return <Done done={done} review={review} />
  return (
    <>
      <ArrivalLine arrival={arrival} today={todayHere()} />
      {arrival.can.includes('checkIn') && (
        <Ways
          arrival={arrival}
          onDone={setDone}
          send={(body) => ask<typeof checkInApi.checkIn>('POST /api/bookings/:bookingId/check-in', { params, body })}
        />
      )}{' '}
      {/* prettier-ignore */}
      {arrival.can.includes('review') && arrival.checkIn?.rating === null && <TwoQuestions review={review} />}
      {arrival.can.includes('link') && <SharedLink bookingId={arrival.id} />}
    </>
  )
}
