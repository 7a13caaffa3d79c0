import { useRef, useState, type FormEvent } from 'react'
import { ask } from '#phone/ask.ts'
import { To } from '#phone/address.tsx'
import { ClassField } from '#phone/class-field.tsx'
import { dayWords, todayHere } from '#phone/clock.ts'
import { Field, Press, Wrong } from '#phone/pieces.tsx'
import { useAsked, useDeed } from '#phone/use-ask.ts'
import type { classApi } from '#modules/cover/class.contract.ts'
import type { bookingApi, Occurrence } from '../booking.contract.ts'
import type { waitingApi } from '../waiting.contract.ts'
import type { Wanted } from './find-page.tsx'
import { Times } from './series-times.tsx'
import { lentOf, TakenAlong } from './taken-along.tsx'
import { userOf, WhoUses } from './who-uses.tsx'

/** What was chosen on the page before: a venue to book, or one to wait for. */
export interface Chosen {
  venue: { id: string; name: string; provider: string; capacity: number; needsApproval: boolean }
  wait: boolean
}

interface Given {
  chosen: Chosen
  wanted: Wanted
  unitId: number
  /** Those for which the person books. */
  schools: readonly { id: number; name: string }[]
  onBack: () => void
}

/** The last step: what for, and how many; once, or every week. */
export function BookForm({ chosen, wanted, unitId, schools, onBack }: Given) {
  const [done, setDone] = useState<Told>()
  const [looked, setLooked] = useState<readonly Occurrence[]>()
  const [skip, setSkip] = useState<readonly string[]>([])
  const form = useRef<HTMLFormElement>(null)
  const send = useDeed(async () => {
    const given = {
      params: { unitId },
      body: requestOf(new FormData(form.current!), { chosen, wanted, schools, skip }),
    }
    if (chosen.wait) return setDone(await waitFor(given))
    if (given.body.series && !looked) {
      const { occurrences } = await ask<typeof bookingApi.look>('POST /api/units/:unitId/booking-looks', given)
      setSkip(occurrences.filter(({ why }) => why.length > 0).map(({ day }) => day))
      return setLooked(occurrences)
    }
    setDone(await book(given))
  })
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    send.run()
  }
  const again = () => {
    setLooked(undefined)
    setSkip([])
  }
  if (done) return <Done told={done} />
  const rest = (looked?.length ?? 0) - skip.length
  return (
    <form className="m-part" ref={form} onSubmit={onSubmit}>
      <What chosen={chosen} wanted={wanted} />
      <Fields chosen={chosen} wanted={wanted} schools={schools} onSeries={again} />
      {looked && <Times occurrences={looked} skip={skip} onSkip={setSkip} />}
      <Wrong error={send.error} />
      {looked && rest === 0 ? null : (
        <Press submit busy={send.isBusy}>
          {looked ? `预约这 ${rest} 次` : wordOf(chosen)}
        </Press>
      )}
      <Press kind="plain" onPress={onBack}>
        返回
      </Press>
    </form>
  )
}

const wordOf = ({ wait, venue }: Chosen): string => (wait ? '排候补' : venue.needsApproval ? '提交申请' : '预约')

function What({ chosen: { venue, wait }, wanted: { day, from, until } }: Pick<Given, 'chosen' | 'wanted'>) {
  return (
    <div className="m-what">
      <span className="m-when">{venue.name}</span>
      <span className="quiet">{venue.provider}</span>
      <span>
        {dayWords(day, todayHere())} {from}–{until}
      </span>
      {wait && <span className="quiet">这个时间已有预约；排上候补后，有人让出会自动订上并通知您。</span>}
    </div>
  )
}

function Fields({
  chosen: { venue, wait },
  wanted,
  schools,
  onSeries,
}: Pick<Given, 'chosen' | 'wanted' | 'schools'> & { onSeries: () => void }) {
  const most = venue.capacity
  const [schoolId, setSchoolId] = useState(schools.length === 1 ? schools[0]?.id : undefined)
  return (
    <>
      <WhoUses schools={schools} onPick={setSchoolId} />
      <Field label="用途" name="purpose" required maxLength={60} hint="例如：四年级篮球训练" />
      <Classes schoolId={schoolId} />
      <Field
        label="人数"
        name="headCount"
        {...whole}
        max={most}
        required
        defaultValue={wanted.people}
        hint={`最多 ${most} 人`}
      />{' '}
      {/* prettier-ignore */}
      <Field label="联系电话" name="phone" type="tel" autoComplete="tel" maxLength={30} hint="只给场馆方看，可以不填。" />
      <TakenAlong venueId={venue.id} />
      {
        !wait &&
        <Field label="每周重复到" name="untilDay" type="date" min={wanted.day} onChange={onSeries} hint="只用一次就不填；订不到的日子会先列出来。" /> // prettier-ignore
      }
    </>
  )
}

/** Those of the school for which is booked are offered. */
function Classes({ schoolId }: { schoolId: number | undefined }) {
  const { data } = useAsked(async () => (schoolId === undefined ? undefined : ask<typeof classApi.list>('GET /api/schools/:schoolId/classes', { params: { schoolId }, query: {} })), [schoolId]) // prettier-ignore
  const names = (data?.classes ?? []).map(({ name }) => name)
  return <ClassField key={schoolId} names={names} maxLength={60} hint="只写班级或社团，不写学生姓名。" />
}

const whole = { type: 'number', inputMode: 'numeric', min: 1 } as const

function requestOf(
  form: FormData,
  { chosen, wanted: { day, from, until }, schools, skip }: Pick<Given, 'chosen' | 'wanted' | 'schools'> & { skip: readonly string[] }, // prettier-ignore
) {
  const text = (name: string) => (form.get(name) as string | null) ?? ''
  const untilDay = text('untilDay')
  return {
    lines: [{ venueId: chosen.venue.id, equipment: lentOf(form) }],
    ...{ day, from, until, ...userOf(form, schools) },
    ...{ purpose: text('purpose'), classes: text('classes'), phone: text('phone'), headCount: Number(text('headCount')) }, // prettier-ignore
    ...(untilDay && { series: { untilDay, everyWeeks: 1 as const, skip: [...skip] } }),
  }
}

interface Asked {
  params: { unitId: number }
  body: ReturnType<typeof requestOf>
}

/** What came of it, in words. */
interface Told {
  title: string
  words: string
}

async function book(given: Asked): Promise<Told> {
  const { bookings } = await ask<typeof bookingApi.book>('POST /api/units/:unitId/bookings', given)
  const times = bookings.length > 1 ? ` ${bookings.length} 次` : ''
  const waits = bookings.some(({ status }) => status === '待审')
  return waits
    ? { title: `✓ 已提交${times}`, words: '等场馆审核，结果会通知您。' }
    : { title: `✓ 已预约${times}`, words: '到时请在开始前后签到，过时没有签到场地会让出。' }
}

async function waitFor(given: Asked): Promise<Told> {
  const { before } = await ask<typeof waitingApi.join>('POST /api/units/:unitId/waiting', given)
  const place = before === 0 ? '您排在第一位' : `前面还有 ${before} 家`
  return { title: '✓ 已排候补', words: `${place}；有空出来会自动订上并通知您。` }
}

const Done = ({ told: { title, words } }: { told: Told }) => (
  <>
    <div className="m-good" role="status">
      <strong>{title}</strong>
      <span>{words}</span>
    </div>
    <To to="/mine" className="m-press">
      看我的预约
    </To>
    <To to="/find" className="m-link">
      再找一个
    </To>
  </>
)
