import { useState, type FormEvent } from 'react'
import { ask, type Answer } from '#phone/ask.ts'
import { todayHere, dayWords } from '#phone/clock.ts'
import { Field, Press, Shown, Wrong } from '#phone/pieces.tsx'
import { useMe } from '#phone/screen.ts'
import { useAsked, useDeed } from '#phone/use-ask.ts'
import { venueKinds } from '#shared/venue-kinds.ts'
import type { unitApi } from '#modules/organizations/unit.contract.ts'
import type { BusyVenue, searchApi } from '../search.contract.ts'
import { BookForm, type Chosen } from './book-form.tsx'

export interface Wanted {
  day: string
  from: string
  until: string
  people: number
}

/** What is free then, nearest first; a press on it books it. */
export default function FindPage() {
  const asked = useAsked(() => ask<typeof unitApi.clusters>('GET /api/clusters', { query: {} }), [], 'clusters')
  return (
    <>
      <h1>找场地</h1>
      <Shown asked={asked}>
        {({ clusters }) =>
          clusters.length === 0 ? <p>您还没有加入学区，不能预约场地。</p> : <Search clusters={clusters} />
        }
      </Shown>
    </>
  )
}

type Found = Answer<typeof searchApi.free>

function Search({ clusters }: { clusters: { id: number; name: string }[] }) {
  const [found, setFound] = useState<{ wanted: Wanted; unitId: number; answer: Found }>()
  const [chosen, setChosen] = useState<Chosen>()
  const me = useMe()
  const search = useDeed(async (form: FormData) => {
    const text = (name: string) => (form.get(name) as string | null) ?? ''
    const wanted = { day: text('day'), from: text('from'), until: text('until'), people: Number(text('people')) }
    const unitId = Number(text('unit')) || clusters[0]!.id
    const more = { ...(text('within') && { within: text('within') }), ...(text('kind') && { kind: text('kind') }) }
    const answer = await ask<typeof searchApi.free>('GET /api/units/:unitId/free-venues', { params: { unitId }, query: { ...wanted, ...more } }) // prettier-ignore
    setChosen(undefined)
    setFound({ wanted, unitId, answer })
  })
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    search.run(new FormData(event.currentTarget))
  }
  const hasSchool = me?.grants.some(({ unitKind }) => unitKind === 'school') ?? false
  if (found && chosen) return <BookForm chosen={chosen} wanted={found.wanted} unitId={found.unitId} schools={found.answer.schools} onBack={() => setChosen(undefined)} /> // prettier-ignore
  return (
    <>
      <form className="m-part" onSubmit={onSubmit}>
        <Field
          label="哪一天"
          name="day"
          type="date"
          required
          defaultValue={found?.wanted.day ?? todayHere()}
          min={todayHere()}
        />
        <div className="m-pair">
          <Field label="从" name="from" type="time" required defaultValue={found?.wanted.from ?? '14:00'} />
          <Field label="到" name="until" type="time" required defaultValue={found?.wanted.until ?? '16:00'} />
        </div>
        <div className="m-pair">
          <Field
            label="人数"
            name="people"
            type="number"
            inputMode="numeric"
            min={1}
            max={20000}
            required
            defaultValue={found?.wanted.people ?? 40}
          />
          <Field label="离本校">
            {(id) => (
              <select id={id} name="within" defaultValue="">
                <option value="">不限</option>
                {[1, 3, 5].map((km) => (
                  <option key={km} value={km} disabled={!hasSchool}>
                    {km} 公里内
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
        <Field label="种类">
          {(id) => (
            <select id={id} name="kind" defaultValue="">
              <option value="">全部</option>
              {venueKinds.map((kind) => (
                <option key={kind}>{kind}</option>
              ))}
            </select>
          )}
        </Field>
        {clusters.length > 1 && (
          <Field label="学区或集团">
            {(id) => (
              <select id={id} name="unit">
                {clusters.map((one) => (
                  <option key={one.id} value={one.id}>
                    {one.name}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        <Wrong error={search.error} />
        <Press submit busy={search.isBusy}>
          找空闲场地
        </Press>
      </form>
      {found && <Results found={found.answer} onChoose={setChosen} />}
    </>
  )
}

interface Shows {
  found: Found
  onChoose: (chosen: Chosen) => void
}

function Results({ found, onChoose }: Shows) {
  const { day, free, busy, can, schools } = found
  const canBook = can.includes('book') && schools.length > 0
  return (
    <section aria-live="polite">
      <h2>
        {dayWords(day.day, todayHere())}空闲 {free.length} 个
      </h2>
      {day.unknown !== null && <p className="m-note">{day.unknown}</p>}
      {!canBook && <p className="m-note">您还没有可以代为预约的学校。</p>}
      {free.length === 0 && <p>这个时间没有合适的空闲场地，换个时间或放宽条件再试。</p>}
      <ul className="m-lines">
        {free.slice(0, 50).map((one) => (
          <li key={one.id}>
            <span className="m-what">
              <span className="m-when">{one.name}</span>
              <span className="quiet m-small">
                {[one.provider, one.kind, `可容 ${one.capacity} 人`, awayWords(one)].filter(Boolean).join('，')}
              </span>
            </span>
            {canBook && (
              <Press kind="plain" onPress={() => onChoose({ venue: one, wait: false })}>
                {one.needsApproval ? `申请${one.name}` : `预约${one.name}`}
              </Press>
            )}
          </li>
        ))}
      </ul>
      {busy.length > 0 && <Busy busy={busy} canBook={canBook} onChoose={onChoose} />}
    </section>
  )
}

const awayWords = ({ distanceKm }: { distanceKm: number | null }): string =>
  distanceKm === null ? '' : `离本校 ${distanceKm.toFixed(1)} 公里`

/** What would fit and cannot be had then; where somebody else has it, one can wait for it. */
function Busy({ busy, canBook, onChoose }: { busy: readonly BusyVenue[]; canBook: boolean } & Pick<Shows, 'onChoose'>) {
  return (
    <details>
      <summary className="m-link">合适但这时不空的 {busy.length} 个</summary>
      <ul className="m-lines">
        {busy.slice(0, 20).map((one) => (
          <li key={one.id}>
            <span className="m-what">
              <span className="m-when">{one.name}</span>
              <span className="quiet m-small">{[one.provider, awayWords(one)].filter(Boolean).join('，')}</span>
              <span className="quiet m-small">{one.why}</span>
            </span>
            {canBook && one.mayWait && (
              <Press kind="plain" onPress={() => onChoose({ venue: { ...one, needsApproval: false }, wait: true })}>
                排{one.name}的候补
              </Press>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
