import { useState, type FormEvent } from 'react'
import { ask, type Answer } from '#phone/ask.ts'
import { To } from '#phone/address.tsx'
import { dayWords, todayHere } from '#phone/clock.ts'
import { Field, Press, Wrong } from '#phone/pieces.tsx'
import { useMe } from '#phone/screen.ts'
import { useDeed } from '#phone/use-ask.ts'
import type { bookingApi } from '../booking.contract.ts'
import type { FreeVenue } from '../search.contract.ts'
import type { Wanted } from './find-page.tsx'

/** The last step: what for, and how many. */
export function BookForm({
  venue,
  wanted,
  unitId,
  onBack,
}: {
  venue: FreeVenue
  wanted: Wanted
  unitId: number
  onBack: () => void
}) {
  // prettier-ignore
  const [done, setDone] = useState<Answer<typeof bookingApi.book>>()
  const { day, from, until, people } = wanted
  const schools = (useMe()?.grants ?? []).filter(({ unitKind }) => unitKind === 'school')
  const book = useDeed(async (form: FormData) => {
    const text = (name: string) => form.get(name) as string | null
    const said = { purpose: text('purpose') ?? '', classes: text('classes') ?? '', phone: text('phone') ?? '', headCount: Number(text('headCount')) } // prettier-ignore
    const userSchoolId = Number(text('school') ?? schools[0]?.unitId)
    const body = { lines: [{ venueId: venue.id }], day, from, until, userSchoolId, ...said }
    setDone(await ask<typeof bookingApi.book>('POST /api/units/:unitId/bookings', { params: { unitId }, body }))
  })
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    book.run(new FormData(event.currentTarget))
  }
  if (done) return <Booked waits={done.bookings.some(({ status }) => status === '待审')} />
  return (
    <form className="m-part" onSubmit={onSubmit}>
      <div className="m-what">
        <span className="m-when">{venue.name}</span>
        <span className="quiet">{venue.provider}</span>
        <span>
          {dayWords(day, todayHere())} {from}–{until}
        </span>
      </div>
      {schools.length > 1 && (
        <Field label="使用学校">
          {(id) => (
            <select id={id} name="school">
              {schools.map(({ unitId: school, unitName }) => (
                <option key={school} value={school}>
                  {unitName}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <Field label="用途" name="purpose" required maxLength={60} hint="例如：四年级篮球训练" />
      <Field label="班级" name="classes" maxLength={60} hint="只写班级或社团，不写学生姓名。" />
      <Field
        label="人数"
        name="headCount"
        type="number"
        inputMode="numeric"
        min={1}
        max={venue.capacity}
        required
        defaultValue={people}
        hint={`最多 ${venue.capacity} 人`}
      />{' '}
      {/* prettier-ignore */}
      <Field label="联系电话" name="phone" type="tel" autoComplete="tel" maxLength={30} hint="只给场馆方看，可以不填。" />
      <Wrong error={book.error} />
      <Press submit busy={book.isBusy}>
        {venue.needsApproval ? '提交申请' : '预约'}
      </Press>
      <Press kind="plain" onPress={onBack}>
        返回
      </Press>
    </form>
  )
}

const Booked = ({ waits }: { waits: boolean }) => (
  <>
    <div className="m-good" role="status">
      <strong>{waits ? '✓ 已提交' : '✓ 已预约'}</strong>
      <span>{waits ? '等场馆审核，结果会通知您。' : '到时请在开始前后签到，过时没有签到场地会让出。'}</span>
    </div>
    <To to="/mine" className="m-press">
      看我的预约
    </To>
  </>
)
