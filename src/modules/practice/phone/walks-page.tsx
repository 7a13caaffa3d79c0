import { useState, type FormEvent } from 'react'
import { go, To } from '#phone/address.tsx'
import { ask, type Answer } from '#phone/ask.ts'
import { ClassField } from '#phone/class-field.tsx'
import { dayWords, todayHere } from '#phone/clock.ts'
import { Field, Press, Shown, Wrong } from '#phone/pieces.tsx'
import { useAsked, useDeed } from '#phone/use-ask.ts'
import { dayOf } from '#shared/day.ts'
import type { classApi } from '#modules/cover/class.contract.ts'
import type { Walk, walkApi } from '../walk.contract.ts'
import { Certificate } from './certificate.tsx'

type Mine = Answer<typeof walkApi.mine>

/** The walks that one leads: the one under way first, then setting out, then those that are done. */
export default function WalksPage() {
  const asked = useAsked(() => ask<typeof walkApi.mine>('GET /api/walks', {}), [])
  return (
    <>
      <h1>研学</h1>
      <Shown asked={asked}>{(mine) => <Walks mine={mine} />}</Shown>
    </>
  )
}

function Walks({ mine: { walks, routes } }: { mine: Mine }) {
  const open = walks.filter(({ can }) => can.includes('checkIn'))
  const done = walks.filter(({ doneAt }) => doneAt !== null)
  return (
    <>
      {open.map((walk) => (
        <section key={walk.id} className="m-next" aria-label={walk.route}>
          <Line walk={walk} />
          <To to={`/walk?w=${walk.id}`} className="m-press">
            继续签到
          </To>
        </section>
      ))}
      {routes.length > 0 ? <Start routes={routes} /> : <p>学区还没有公布研学路线，或您不在学区的学校。</p>}
      {done.length > 0 && (
        <section>
          <h2>走完的</h2>
          <ul className="m-lines">
            {done.map((walk) => (
              <li key={walk.id}>
                <Line walk={walk} />
                <Certificate walk={walk} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function Line({ walk: { route, classes, headCount, startedAt, stops } }: { walk: Walk }) {
  const came = stops.filter(({ cameAt }) => cameAt !== null).length
  return (
    <div className="m-what">
      <span className="m-when">{route}</span>
      <span>
        {dayWords(dayOf(new Date(startedAt)), todayHere())}，{classes}，{headCount} 人
      </span>
      <span className="quiet">
        已签到 {came} 站，共 {stops.length} 站
      </span>
    </div>
  )
}

function Start({ routes }: { routes: Mine['routes'] }) {
  const [routeId, setRouteId] = useState(routes[0]!.id)
  const route = routes.find(({ id }) => id === routeId)!
  const [picked, setPicked] = useState<number>()
  const schoolId = (route.schools.find(({ id }) => id === picked) ?? route.schools[0]!).id
  const { data: known } = useAsked(() => ask<typeof classApi.list>('GET /api/schools/:schoolId/classes', { params: { schoolId }, query: {} }), [schoolId]) // prettier-ignore
  const start = useDeed(async (form: FormData) => {
    const text = (name: string) => (form.get(name) as string | null) ?? ''
    const body = { schoolId, classes: text('classes'), headCount: Number(text('headCount')) }
    const params = { unitId: route.unitId, routeId }
    const { id } = await ask<typeof walkApi.start>('POST /api/units/:unitId/study-routes/:routeId/walks', { params, body }) // prettier-ignore
    go(`/walk?w=${id}`)
  })
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    start.run(new FormData(event.currentTarget))
  }
  return (
    <form className="m-part" onSubmit={onSubmit}>
      <h2>带班级出发</h2>
      <Field label="路线" hint={`${route.stops} 站，步行约 ${route.minutes} 分钟`}>
        {(id) => (
          <select id={id} value={routeId} onChange={(event) => setRouteId(event.target.value)}>
            {routes.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
        )}
      </Field>
      {route.schools.length > 1 && (
        <Field label="学校">
          {(id) => (
            <select id={id} value={schoolId} onChange={({ target }) => setPicked(Number(target.value))}>
              {route.schools.map((school) => (
                <option key={school.id} value={school.id}>
                  {school.name}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <ClassField
        key={schoolId}
        names={(known?.classes ?? []).map(({ name }) => name)}
        required
        maxLength={100}
        hint="如四（1）班；只写班级，不写学生姓名。"
      />
      <Field label="人数" name="headCount" type="number" inputMode="numeric" min={1} max={20000} required />
      <Wrong error={start.error} />
      <Press submit busy={start.isBusy}>
        出发
      </Press>
    </form>
  )
}
