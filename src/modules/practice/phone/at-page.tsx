import { To, useAddress } from '#phone/address.tsx'
import { ask, type Answer } from '#phone/ask.ts'
import { Shown } from '#phone/pieces.tsx'
import { useAsked } from '#phone/use-ask.ts'
import { timeOf } from '#phone/clock.ts'
import type { Walk, walkApi } from '../walk.contract.ts'
import { Certificate } from './certificate.tsx'

type Came = Answer<typeof walkApi.checkIn>

/** Where the code at a stop leads: the class that is under way is checked in at once. */
export default function AtPage() {
  const { search } = useAddress()
  const [stopId, code] = [search.get('s') ?? '', search.get('c') ?? '']
  const asked = useAsked(() => arrive(stopId, code), [stopId, code])
  return (
    <>
      <h1>研学签到</h1>
      <Shown asked={asked}>{(came) => (came ? <Told came={came} stopId={stopId} /> : <Nobody />)}</Shown>
      <To to="/walks" className="m-link">
        返回研学
      </To>
    </>
  )
}

/** Of several walks past this stop, the one that set out last. */
async function arrive(stopId: string, code: string): Promise<Came | null> {
  const { walks } = await ask<typeof walkApi.mine>('GET /api/walks', {})
  const goes = ({ stops, can }: Walk) => can.includes('checkIn') && stops.some((stop) => stop.stopId === stopId)
  const walk = walks.find(goes)
  if (!walk) return null
  const params = { walkId: walk.id, stopId }
  return ask<typeof walkApi.checkIn>('POST /api/walks/:walkId/stops/:stopId/check-in', { params, body: { way: '二维码', code } }) // prettier-ignore
}

function Told({ came: { state, walk }, stopId }: { came: Came; stopId: string }) {
  const stop = walk.stops.find((one) => one.stopId === stopId)!
  const left = walk.stops.filter(({ cameAt }) => cameAt === null)
  return (
    <>
      <div className="m-good" role="status">
        <strong>✓ {stop.name}已签到</strong>
        <span>
          {state === 'before' ? '之前已经签到过，' : ''}时间 {timeOf(stop.cameAt!)}
        </span>
        <span>
          {left.length === 0
            ? `走完全部 ${walk.stops.length} 站`
            : `还有 ${left.length} 站：${left.map(({ name }) => name).join('、')}`}
        </span>
      </div>
      {stop.task && <p>任务：{stop.task}</p>}
      {walk.doneAt !== null && <Certificate walk={walk} />}
      {walk.doneAt === null && (
        <To to={`/walk?w=${walk.id}`} className="m-press">
          看全部站点
        </To>
      )}
    </>
  )
}

const Nobody = () => (
  <p className="m-note">您今天没有正在走这一站的班级。请先在“研学”里选路线、填班级出发，再扫这里的码。</p>
)
