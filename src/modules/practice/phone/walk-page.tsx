import { useState, type FormEvent } from 'react'
import { positionRule } from '#shared/position.ts'
import { go, To, useAddress } from '#phone/address.tsx'
import { ask } from '#phone/ask.ts'
import { timeOf } from '#phone/clock.ts'
import { Field, Press, Shown, Wrong } from '#phone/pieces.tsx'
import { useAsked, useDeed } from '#phone/use-ask.ts'
import { whereAmI } from '#phone/where.ts'
import type { StopCheckIn, Walk, walkApi, WalkStop } from '../walk.contract.ts'
import { Certificate } from './certificate.tsx'

/** One walk: its stops in order, each with its check-in. */
export default function WalkPage() {
  const walkId = useAddress().search.get('w') ?? ''
  const asked = useAsked(() => ask<typeof walkApi.read>('GET /api/walks/:walkId', { params: { walkId } }), [walkId])
  return (
    <>
      <Shown asked={asked}>{(walk) => <Stops key={walk.id} first={walk} />}</Shown>
      <To to="/walks" className="m-link">
        返回研学
      </To>
    </>
  )
}

function Stops({ first }: { first: Walk }) {
  const [walk, setWalk] = useState(first)
  const { route, classes, headCount, stops, doneAt, can } = walk
  const next = stops.find(({ cameAt }) => cameAt === null)
  const drop = useDeed(async () => {
    await ask<typeof walkApi.drop>('POST /api/walks/:walkId/drop', { params: { walkId: walk.id } })
    go('/walks')
  })
  return (
    <>
      <header>
        <h1>{route}</h1>
        <p className="quiet">
          {classes}，{headCount} 人
        </p>
      </header>
      {doneAt !== null && (
        <div className="m-good" role="status">
          <strong>✓ 走完全部 {stops.length} 站</strong>
          <Certificate walk={walk} />
        </div>
      )}
      <ol className="m-lines" aria-label="各站">
        {stops.map((stop, n) => (
          <li key={stop.stopId}>
            <StopLine stop={stop} n={n + 1} />
            {can.includes('checkIn') && stop.cameAt === null && (
              <Ways walkId={walk.id} stop={stop} isNext={stop === next} onDone={setWalk} />
            )}
          </li>
        ))}
      </ol>
      {can.includes('checkIn') && <p className="quiet m-small">{positionRule}只记下离站点多远，不保存手机的位置。</p>}
      {doneAt === null && !can.includes('checkIn') && <p className="m-note">已经过了当天，没有走完的不能再签到。</p>}
      <Wrong error={drop.error} />
      {can.includes('drop') && (
        <Press kind="plain" onPress={drop.run} busy={drop.isBusy}>
          放弃这次研学
        </Press>
      )}
    </>
  )
}

function StopLine({ stop: { name, task, cameAt, way }, n }: { stop: WalkStop; n: number }) {
  return (
    <div className="m-what">
      <span className="m-when">
        {n}. {name}
      </span>
      {task && <span>{task}</span>}
      {cameAt !== null && (
        <span className="m-state">
          ✓ {timeOf(cameAt)} 已签到（{way}）
        </span>
      )}
    </div>
  )
}

interface Given {
  walkId: string
  stop: WalkStop
  isNext: boolean
  onDone: (walk: Walk) => void
}

/** By the code at the stop, by position, by the digits that are told there. */
function Ways({ walkId, stop: { stopId, name }, isNext, onDone }: Given) {
  const [isTyping, setTyping] = useState(false)
  const send = async (body: StopCheckIn) => {
    const params = { walkId, stopId }
    const answer = await ask<typeof walkApi.checkIn>('POST /api/walks/:walkId/stops/:stopId/check-in', { params, body })
    onDone(answer.walk)
  }
  const near = useDeed(async () => {
    const { longitude, latitude, accuracy } = await whereAmI()
    await send({ way: '定位', longitude, latitude, accuracy })
  })
  const typed = useDeed((digits: string) => send({ way: '备用码', digits }))
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    typed.run(new FormData(event.currentTarget).get('digits') as string)
  }
  return (
    <>
      <div className="m-pair">
        <Press kind={isNext ? 'main' : 'plain'} onPress={near.run} busy={near.isBusy}>
          {near.isBusy ? '正在定位' : '定位签到'}
        </Press>
        <Press kind="plain" onPress={() => setTyping(!isTyping)}>
          用备用码
        </Press>
      </div>
      <Wrong error={near.error} />
      {isTyping && (
        <form className="m-part" onSubmit={onSubmit}>
          <Field
            label={`${name}的备用码`}
            name="digits"
            inputMode="numeric"
            autoComplete="off"
            required
            pattern="\s*\d{3}\s?\d{3}\s*"
            title="6 位数字"
            hint="站点老师手机上的 6 位数字，几分钟换一次。"
          />
          <Wrong error={typed.error} />
          <Press submit busy={typed.isBusy}>
            签到
          </Press>
        </form>
      )}
    </>
  )
}
