import { useState, type FormEvent } from 'react'
import { ask } from '#phone/ask.ts'
import { todayHere } from '#phone/clock.ts'
import { To } from '#phone/address.tsx'
import { Field, Press, Shown, Wrong } from '#phone/pieces.tsx'
import { useAsked, useDeed } from '#phone/use-ask.ts'
import type { Booking, bookingApi } from '../booking.contract.ts'
import { InLine } from './in-line.tsx'
import { Lines, What } from './lines.tsx'

/** One’s own bookings: what comes can be moved or given back, what is over is there to read. */
export default function MinePage() {
  const asked = useAsked(() => ask<typeof bookingApi.mine>('GET /api/my/bookings', {}), [], 'mine')
  return (
    <>
      <h1>我的预约</h1>
      <Shown asked={asked}>
        {({ next, past }) => (
          <>
            {next.length === 0 && <p>还没有要用的预约。</p>}
            {next.length > 0 && (
              <Lines title="接下来" rows={next}>
                {(one) => <Line booking={one} again={asked.again} />}
              </Lines>
            )}
            {next.length === 0 && (
              <To to="/find" className="m-press">
                找场地
              </To>
            )}
            <InLine />
            {past.length > 0 && (
              <Lines title="以前的" rows={past.slice(0, 20)}>
                {(one) => <Line booking={one} again={asked.again} />}
              </Lines>
            )}
          </>
        )}
      </Shown>
    </>
  )
}

function Line({ booking, again }: { booking: Booking; again: () => void }) {
  const [open, setOpen] = useState<'move' | 'cancel'>()
  const { userSchoolId, userSchool, equipment, status, words, can } = booking
  return (
    <>
      <What wanted={booking}>
        {userSchoolId === null && <span className="quiet m-small">{userSchool}</span>}
        {equipment.length > 0 && (
          <span className="quiet m-small">
            借用{equipment.map(({ name, quantity, unit }) => `${name} ${quantity} ${unit}`).join('、')}
          </span>
        )}
        <span className={`m-state ${status === '已定' || status === '已用' ? '' : 'quiet'}`}>
          {[booking.cameAt ? '已签到' : status, words].filter(Boolean).join('，')}
        </span>
      </What>
      {can.includes('checkIn') && (
        <To to={`/check-in?b=${booking.id}`} className="m-press">
          签到
        </To>
      )}
      {open === undefined && (can.includes('move') || can.includes('cancel')) && (
        <div className="m-pair">
          {can.includes('move') && (
            <Press kind="plain" onPress={() => setOpen('move')}>
              改期
            </Press>
          )}{' '}
          {/* prettier-ignore */}
          {can.includes('cancel') && (
            <Press kind="plain" onPress={() => setOpen('cancel')}>
              取消
            </Press>
          )}{' '}
          {/* prettier-ignore */}
        </div>
      )}
      {open === 'move' && <Move booking={booking} again={again} onBack={() => setOpen(undefined)} />}
      {open === 'cancel' && <Cancel booking={booking} again={again} onBack={() => setOpen(undefined)} />}
    </>
  )
}

interface Change {
  booking: Booking
  again: () => void
  onBack: () => void
}

function Move({ booking, again, onBack }: Change) {
  const params = { bookingId: booking.id }
  const move = useDeed(async (form: FormData) => {
    const text = (name: string) => form.get(name) as string
    const body = { day: text('day'), from: text('from'), until: text('until') }
    await ask<typeof bookingApi.move>('POST /api/bookings/:bookingId/move', { params, body })
    onBack()
    again()
  })
  return (
    <Change title="改到" deed={move} word="改期" onBack={onBack}>
      <Field label="哪一天" name="day" type="date" required min={todayHere()} defaultValue={booking.day} />
      <div className="m-pair">
        <Field label="从" name="from" type="time" required defaultValue={booking.from} />
        <Field label="到" name="until" type="time" required defaultValue={booking.until} />
      </div>
    </Change>
  )
}

function Cancel({ booking, again, onBack }: Change) {
  const params = { bookingId: booking.id }
  const cancel = useDeed(async (form: FormData) => {
    const body = { words: form.get('words') as string, following: form.has('following') }
    await ask<typeof bookingApi.cancel>('POST /api/bookings/:bookingId/cancel', { params, body })
    onBack()
    again()
  })
  return (
    <Change title="取消后这个时间让给别人，不能撤回" deed={cancel} word="取消这次预约" onBack={onBack}>
      <Field label="原因" name="words" maxLength={100} hint="可以不填。" />
      {booking.together > 1 && (
        <label className="m-tick">
          <input type="checkbox" name="following" />
          <span>同一次申请中这个场馆以后的也取消</span>
        </label>
      )}
    </Change>
  )
}

interface Form {
  title: string
  word: string
  deed: ReturnType<typeof useDeed<[FormData]>>
  onBack: () => void
  children: React.ReactNode
}

function Change({ title, word, deed, onBack, children }: Form) {
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    deed.run(new FormData(event.currentTarget))
  }
  return (
    <form className="m-part" onSubmit={onSubmit}>
      <p className="m-legend">{title}</p>
      {children}
      <Wrong error={deed.error} />
      <div className="m-pair">
        <Press submit busy={deed.isBusy}>
          {word}
        </Press>
        <Press kind="plain" onPress={onBack}>
          返回
        </Press>
      </div>
    </form>
  )
}
