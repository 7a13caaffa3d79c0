import { useEffect, useState } from 'react'
import { ask, isAway, type Answer } from '#phone/ask.ts'
import { useAddress } from '#phone/address.tsx'
import { todayHere } from '#phone/clock.ts'
import { findKept } from '#phone/kept.ts'
import { Press, Shown, Wrong } from '#phone/pieces.tsx'
import { useMe } from '#phone/screen.ts'
import { useAsked, useDeed } from '#phone/use-ask.ts'
import type { Arrival, CheckedIn, checkInApi } from '../check-in.contract.ts'
import { ArrivalLine } from './arrival-line.tsx'
import { BackToday, Done } from './done.tsx'
import { OpenArrival } from './open-page.tsx'
import { isAt, keepScan, sendScan, type KeptScan } from './queue.ts'
import { SignInHere } from './sign-in-here.tsx'
import { useWhoCame } from './who-came.tsx'

interface Scan {
  venueId: string
  code: string
  /** When the page was opened: that is when somebody stood before the code. */
  cameAt: string
}

/** Where the code at a door leads. Without an account it is the signed link on this phone that says for which booking. */
export default function ScanPage() {
  const { search } = useAddress()
  const me = useMe()
  const [cameAt] = useState(() => new Date().toISOString())
  const [token, setToken] = useState<string | null>()
  useEffect(() => void findKept<string>('link').then((kept) => setToken(kept ?? null)), [])
  const scan = { venueId: search.get('v') ?? '', code: search.get('c') ?? '', cameAt }
  if (me) return <OwnScan scan={scan} />
  if (token === undefined) return null
  if (token !== null) return <OpenArrival token={token} scan={scan} />
  return <SignInHere why="登录后签到。扫码的时间已经记下，不用重新扫。" />
}

type Found = Answer<typeof checkInApi.at>

function OwnScan({ scan }: { scan: Scan }) {
  const { venueId, cameAt } = scan
  const find = async (): Promise<Found> => {
    const given = { params: { venueId }, query: { at: cameAt } }
    try {
      return await ask<typeof checkInApi.at>('GET /api/venues/:venueId/arrivals', given)
    } catch (error) {
      if (!isAway(error)) throw error
      return keptAt(venueId)
    }
  }
  const asked = useAsked(find, [venueId])
  return (
    <>
      <h1>签到</h1>
      <Shown asked={asked}>{(found) => <Choose found={found} scan={scan} />}</Shown>
      <BackToday />
    </>
  )
}

/** Without a network: what was last read of one’s own bookings. */
async function keptAt(venueId: string): Promise<Found> {
  const kept = await findKept<Answer<typeof checkInApi.mine>>('arrivals')
  const arrivals = (kept?.arrivals ?? []).filter((one) => one.venueId === venueId)
  return { venue: arrivals[0]?.venue ?? '', host: arrivals[0]?.host ?? '', arrivals }
}

function Choose({ found: { venue, host, arrivals }, scan }: { found: Found; scan: Scan }) {
  const open = arrivals.filter((one) => isAt(one, scan.cameAt))
  const [chosen, setChosen] = useState(open[0]?.id)
  const done = arrivals.find(({ checkIn }) => checkIn)
  const one = open.find(({ id }) => id === chosen)
  if (one)
    return (
      <>
        {open.length > 1 && <Several open={open} chosen={chosen} onChoose={setChosen} />}
        <Send key={one.id} arrival={one} scan={scan} />
      </>
    )
  if (done) return <ArrivalLine arrival={done} today={todayHere()} />
  if (venue === '') return <Send arrival={null} scan={scan} />
  return (
    <p>
      {host} {venue}现在没有您可以签到的预约。预约开始前 30 分钟到结束之间可以签到。
    </p>
  )
}

function Several({
  open,
  chosen,
  onChoose,
}: {
  open: Arrival[]
  chosen: string | undefined
  onChoose: (id: string) => void
}) {
  // prettier-ignore
  return (
    <fieldset className="m-choice">
      <legend>哪一次预约</legend>
      {open.map(({ id, purpose, user }) => (
        <label key={id}>
          <input type="radio" name="booking" checked={id === chosen} onChange={() => onChoose(id)} />
          {user} {purpose}
        </label>
      ))}
    </fieldset>
  )
}

function Send({ arrival, scan }: { arrival: Arrival | null; scan: Scan }) {
  const [told, fields] = useWhoCame(arrival ?? { headCount: 30, classes: '' })
  const [done, setDone] = useState<CheckedIn>()
  const [isKept, setKept] = useState(false)
  const send = useDeed(async () => {
    const kept: KeptScan = { bookingId: arrival?.id ?? null, ...scan, ...told }
    const sent = arrival === null ? undefined : await sendScan(kept, arrival.id).catch(unlessAway)
    if (sent) return setDone(sent)
    await keepScan(kept)
    setKept(true)
  })
  if (isKept) return <KeptNote />
  const params = { bookingId: arrival?.id ?? '' }
  if (done) return <Done done={done} review={(body) => ask<typeof checkInApi.review>('POST /api/bookings/:bookingId/review', { params, body })} /> // prettier-ignore
  return (
    <form className="m-part" onSubmit={(event) => (event.preventDefault(), send.run())}>
      {arrival ? (
        <ArrivalLine arrival={arrival} today={todayHere()} />
      ) : (
        <p>现在没有网络，也没有读过预约。先填好人数签到，连上后自动对上预约。</p>
      )}{' '}
      {/* prettier-ignore */}
      {fields}
      <Wrong error={send.error} />
      <Press submit busy={send.isBusy}>
        签到
      </Press>
    </form>
  )
}

function unlessAway(error: unknown): undefined {
  if (!isAway(error)) throw error
}

const KeptNote = () => (
  <div className="m-good" role="status">
    <strong>✓ 已记在手机里</strong>
    <span>现在没有网络。24 小时内连上网络、打开本页，会自动补签，到场时间不变。</span>
  </div>
)
