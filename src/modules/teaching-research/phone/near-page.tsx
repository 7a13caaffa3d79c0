import { useState, type FormEvent } from 'react'
import { To } from '#phone/address.tsx'
import { ask, type Answer } from '#phone/ask.ts'
import { spanOf, todayHere } from '#phone/clock.ts'
import { Field, Press, Shown, Wrong } from '#phone/pieces.tsx'
import { useAsked, useDeed } from '#phone/use-ask.ts'
import type { Near, signApi } from '../event.contract.ts'
import { SignedIn } from './signed-in.tsx'

/** The activities of the own clusters: those to which one may sign in now stand first. */
export default function NearPage() {
  const asked = useAsked(() => ask<typeof signApi.near>('GET /api/research-activities', {}), [])
  return (
    <>
      <h1>教研</h1>
      <Shown asked={asked}>{({ events }) => <Events events={events} />}</Shown>
    </>
  )
}

function Events({ events }: { events: Near[] }) {
  const open = events.filter(({ can }) => can.includes('sign'))
  const others = events.filter(({ can }) => !can.includes('sign'))
  if (events.length === 0) return <p>近期没有教研活动。</p>
  return (
    <>
      {open.map((event) => (
        <section key={event.id} className="m-next" aria-label={event.theme}>
          <Line event={event} />
          <ByDigits event={event} />
          <Code event={event} />
        </section>
      ))}
      <ul className="m-lines">
        {others.map((event) => (
          <li key={event.id}>
            <Line event={event} />
            <Code event={event} />
          </li>
        ))}
      </ul>
    </>
  )
}

function Line({ event }: { event: Near }) {
  const { theme, form, union, host, place, signedIn } = event
  return (
    <div className="m-what">
      <span className="m-when">{spanOf(event, todayHere())}</span>
      <span>
        {form}：{theme}
      </span>
      <span className="quiet">
        {union}，{host}
        {place && `，${place}`}
      </span>
      {signedIn && <span className="m-state">✓ 已签到</span>}
    </div>
  )
}

const Code = ({ event: { id, theme, can } }: { event: Near }) =>
  can.includes('show') ? (
    <To to={`/research-code?e=${id}`} className="m-link">
      显示“{theme}”的签到码
    </To>
  ) : null

/** Whoever cannot scan types the digits that are told on the spot. */
function ByDigits({ event: { id, theme } }: { event: Near }) {
  const [answer, setAnswer] = useState<Answer<typeof signApi.signIn>>()
  const sign = useDeed(async (digits: string) => {
    const params = { eventId: id }
    const body = { way: '备用码' as const, digits }
    setAnswer(await ask<typeof signApi.signIn>('POST /api/research-activities/:eventId/sign-ins', { params, body }))
  })
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    sign.run(new FormData(event.currentTarget).get('digits') as string)
  }
  if (answer) return <SignedIn answer={answer} />
  return (
    <form className="m-part" onSubmit={onSubmit}>
      <p>用手机相机或微信“扫一扫”扫现场的签到码，就签到了。扫不了的，输入备用码：</p>
      <Field
        label={`${theme}的备用码`}
        name="digits"
        inputMode="numeric"
        autoComplete="off"
        required
        pattern="\s*\d{3}\s?\d{3}\s*"
        title="6 位数字"
      />
      <Wrong error={sign.error} />
      <Press submit busy={sign.isBusy}>
        签到
      </Press>
    </form>
  )
}
