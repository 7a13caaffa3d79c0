import { spanOf, timeOf } from '#phone/clock.ts'
import type { Arrival } from '../check-in.contract.ts'

/** What is booked, where and when. */
export function ArrivalLine({
  arrival,
  today,
  side = 'user',
}: {
  arrival: Arrival
  today: string
  side?: 'user' | 'host'
}) {
  // prettier-ignore
  const { venue, host, where, user, guest, bookedBy, purpose, headCount, classes } = arrival
  const place = [host, where].filter(Boolean).join(' ')
  const who = [user, bookedBy].filter(Boolean).join(' ')
  return (
    <div className="m-what">
      <span className="m-when">{spanOf(arrival, today)}</span>
      {side === 'user' && <span>{venue}</span>}
      <span className="quiet m-small">{side === 'user' ? place : who}</span>
      {side === 'user' && guest && <span className="quiet m-small">{user}</span>}
      <span className="quiet m-small">{[purpose, classes, `${headCount} 人`].filter(Boolean).join('，')}</span>
      <State arrival={arrival} />
    </div>
  )
}

function State({ arrival }: { arrival: Arrival }) {
  const { status, checkIn, releasedAt, opensAt } = arrival
  if (checkIn) return <span className="m-state">✓ {cameWords(arrival)}</span>
  if (status === '未到') return <span className="m-state bad">✕ 没有签到，场地已让出</span>
  if (status === '待审') return <span className="m-state quiet">○ 等场馆审核</span>
  const isOpen = opensAt <= new Date().toISOString()
  return <span className="m-state quiet">{isOpen ? `还没有签到，${timeOf(releasedAt)} 时场地让出` : `${timeOf(opensAt)} 起可以签到`}</span> // prettier-ignore
}

function cameWords({ status, checkIn }: Arrival): string {
  const over = status === '已用' ? '，已用完' : ''
  return `已签到 ${timeOf(checkIn!.cameAt)}，${checkIn!.headCount} 人${over}`
}
