import { useEffect, useState } from 'react'
import { ask } from '#phone/ask.ts'
import { useAddress } from '#phone/address.tsx'
import { todayHere } from '#phone/clock.ts'
import { keep } from '#phone/kept.ts'
import { Press, Shown, Wrong } from '#phone/pieces.tsx'
import { useAsked, useDeed } from '#phone/use-ask.ts'
import { dayInWords, dayOf } from '#shared/day.ts'
import type { Arrival, CheckedIn, NewCheckIn, openApi } from '../check-in.contract.ts'
import { ArrivalLine } from './arrival-line.tsx'
import { Done, TwoQuestions } from './done.tsx'
import { useWhoCame } from './who-came.tsx'
import { Ways } from './ways.tsx'

/** Where a signed link leads: one booking, without an account. The phone keeps the link for the scan at the door. */
export default function OpenPage() {
  const token = useAddress().search.get('t') ?? ''
  useEffect(() => void keep('link', token), [token])
  return <OpenArrival token={token} scan={null} />
}

interface Scan {
  venueId: string
  code: string
  cameAt: string
}

export function OpenArrival({ token, scan }: { token: string; scan: Scan | null }) {
  const asked = useAsked(() => ask<typeof openApi.read>('GET /api/open/arrival', { query: { token } }), [token])
  return (
    <>
      <h1>签到</h1>
      <Shown asked={asked}>
        {({ arrival, until }) => (
          <>
            <One token={token} scan={scan} arrival={arrival} />
            <p className="quiet m-small">这个链接只能用于这次使用，{dayInWords(dayOf(new Date(until)))}前有效。</p>
          </>
        )}
      </Shown>
    </>
  )
}

function One({ token, scan, arrival }: { token: string; scan: Scan | null; arrival: Arrival }) {
  const [done, setDone] = useState<CheckedIn>()
  const query = { token }
  const review = (body: Parameters<Parameters<typeof Done>[0]['review']>[0]) => ask<typeof openApi.review>('POST /api/open/review', { query, body }) // prettier-ignore
  const send = (body: NewCheckIn) => ask<typeof openApi.checkIn>('POST /api/open/check-in', { query, body })
  if (done) return <Done done={done} review={review} />
  const isOpen = arrival.can.includes('checkIn')
  return (
    <>
      <ArrivalLine arrival={arrival} today={todayHere()} />
      {isOpen && scan && <ByScan arrival={arrival} scan={scan} send={send} onDone={setDone} />}
      {isOpen && !scan && <Ways arrival={arrival} send={send} onDone={setDone} />}
      {arrival.can.includes('review') && arrival.checkIn?.rating === null && <TwoQuestions review={review} />}
    </>
  )
}

function ByScan({
  arrival,
  scan,
  send,
  onDone,
}: {
  arrival: Arrival
  scan: Scan
  send: (body: NewCheckIn) => Promise<CheckedIn>
  onDone: (done: CheckedIn) => void
}) {
  // prettier-ignore
  const [told, fields] = useWhoCame(arrival)
  const deed = useDeed(async () => onDone(await send({ way: '二维码', ...scan, sentAt: new Date().toISOString(), ...told }))) // prettier-ignore
  return (
    <form className="m-part" onSubmit={(event) => (event.preventDefault(), deed.run())}>
      {fields}
      <Wrong error={deed.error} />
      <Press submit busy={deed.isBusy}>
        签到
      </Press>
    </form>
  )
}
