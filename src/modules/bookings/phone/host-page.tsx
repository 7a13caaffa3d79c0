import { useState } from 'react'
import { ask, type Answer } from '#phone/ask.ts'
import { To } from '#phone/address.tsx'
import { Field, Press, Shown, Wrong } from '#phone/pieces.tsx'
import { useAsked, useDeed } from '#phone/use-ask.ts'
import type { Arrival, checkInApi, hostApi, Said } from '../check-in.contract.ts'
import { ArrivalLine } from './arrival-line.tsx'
import { LinkMaker } from './shared-link.tsx'
import { useWhoCame } from './who-came.tsx'

type Day = Answer<typeof hostApi.day>

/** The host’s day: who comes to which venue, the code for its door, and who came. */
export default function HostPage() {
  const [day, setDay] = useState<string>()
  const asked = useAsked(() => ask<typeof hostApi.day>('GET /api/hosting', { query: day === undefined ? {} : { day } }), [day]) // prettier-ignore
  return (
    <>
      <h1>本校场馆</h1>
      <Shown asked={asked}>
        {(read) => (
          <>
            <Field
              label="日期"
              type="date"
              value={read.day}
              onChange={(event) => event.target.value && setDay(event.target.value)}
            />{' '}
            {/* prettier-ignore */}
            <Venues read={read} again={asked.again} />
          </>
        )}
      </Shown>
    </>
  )
}

function Venues({ read: { venues, today }, again }: { read: Day; again: () => void }) {
  const busy = venues.filter(({ arrivals }) => arrivals.length > 0)
  const free = venues.filter(({ arrivals }) => arrivals.length === 0)
  if (venues.length === 0) return <p>还没有登记场馆。请在电脑上先登记。</p>
  return (
    <>
      {busy.length === 0 && <p>这一天没有人预约。</p>}
      {busy.map((venue) => (
        <section key={venue.id} aria-label={venue.name}>
          <h2>{venue.name}</h2>
          <To to={`/code?v=${venue.id}`} className="m-link">
            显示{venue.name}的签到码
          </To>
          <ul className="m-lines">
            {venue.arrivals.map((arrival) => (
              <li key={arrival.id}>
                <ArrivalLine arrival={arrival} today={today} side="host" />
                <Saying arrival={arrival} again={again} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {free.length > 0 && (
        <section>
          <h2>这一天空着的场馆</h2>
          <ul className="m-lines">
            {free.map(({ id, name, host }) => (
              <li key={id}>
                <To to={`/code?v=${id}`} className="m-link">
                  {host} {name}的签到码
                </To>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

const isSayable = ({ status, checkIn, can, opensAt }: Arrival): boolean =>
  can.includes('host') && !checkIn && (status === '已定' || status === '未到') && opensAt <= new Date().toISOString()

function Saying({ arrival, again }: { arrival: Arrival; again: () => void }) {
  const [isCounting, setCounting] = useState(false)
  const params = { bookingId: arrival.id }
  const say = useDeed(async (body: Said) => {
    await ask<typeof checkInApi.say>('POST /api/bookings/:bookingId/arrival', { params, body })
    again()
  })
  const close = useDeed(async () => {
    await ask<typeof checkInApi.close>('POST /api/bookings/:bookingId/close', { params })
    again()
  })
  const hasBegun = arrival.fromAt <= new Date().toISOString()
  if (isCounting) return <Counting arrival={arrival} say={say} onBack={() => setCounting(false)} />
  return (
    <>
      {isSayable(arrival) && (
        <div className="m-pair">
          <Press onPress={() => setCounting(true)}>登记到场</Press>
          {arrival.status === '已定' && hasBegun && (
            <Press kind="plain" busy={say.isBusy} onPress={() => say.run({ came: false })}>
              没有来
            </Press>
          )}{' '}
          {/* prettier-ignore */}
        </div>
      )}
      {arrival.can.includes('host') && arrival.checkIn && arrival.status === '已定' && (
        <Press kind="plain" busy={close.isBusy} onPress={close.run}>
          使用结束
        </Press>
      )}
      {arrival.can.includes('link') && !arrival.checkIn && <LinkMaker bookingId={arrival.id} />}
      <Wrong error={say.error ?? close.error} />
    </>
  )
}

function Counting({
  arrival,
  say,
  onBack,
}: {
  arrival: Arrival
  say: { run: (body: Said) => void; isBusy: boolean; error: unknown }
  onBack: () => void
}) {
  // prettier-ignore
  const [told, fields] = useWhoCame(arrival)
  return (
    <form className="m-part" onSubmit={(event) => (event.preventDefault(), say.run({ came: true, ...told }))}>
      {fields}
      <Wrong error={say.error} />
      <div className="m-pair">
        <Press submit busy={say.isBusy}>
          确认到场
        </Press>
        <Press kind="plain" onPress={onBack}>
          返回
        </Press>
      </div>
    </form>
  )
}
