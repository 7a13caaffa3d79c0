import { useState, type FormEvent } from 'react'
import { go, To, useAddress } from '#phone/address.tsx'
import { ask, type Answer } from '#phone/ask.ts'
import { Field, Press, Shown, Wrong } from '#phone/pieces.tsx'
import { useAsked, useDeed } from '#phone/use-ask.ts'
import type { openApi } from '../open.contract.ts'

type Found = Answer<typeof openApi.list>

const fetchPage = (q: string, after?: string) =>
  ask<typeof openApi.list>('GET /api/open/courses', { query: { ...(q && { q }), ...(after && { after }) } })

/** The courses that anybody may read; what is looked for stands in the address. */
export default function OpenListPage() {
  const q = useAddress().search.get('q') ?? ''
  const asked = useAsked(() => fetchPage(q), [q])
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const sought = (new FormData(event.currentTarget).get('q') as string).trim()
    go(sought ? `/courses?q=${encodeURIComponent(sought)}` : '/courses')
  }
  return (
    <>
      <h1>公开课程</h1>
      <form className="m-part" role="search" onSubmit={onSubmit}>
        <Field
          label="找课程"
          name="q"
          type="search"
          defaultValue={q}
          maxLength={60}
          hint="写课程名称，或课程里的一个词。"
        />
        <Press submit>找</Press>
      </form>
      <Shown asked={asked}>{(first) => <List key={q} q={q} first={first} />}</Shown>
    </>
  )
}

function List({ q, first }: { q: string; first: Found }) {
  const [{ courses, next }, setFound] = useState(first)
  const more = useDeed(async () => {
    const page = await fetchPage(q, next!)
    setFound({ courses: [...courses, ...page.courses], next: page.next })
  })
  if (courses.length === 0)
    return <p className="m-note">{q ? '没有找到公开的课程，请换一个词。' : '还没有公开的课程。'}</p>
  return (
    <>
      <ul className="m-lines" aria-label="公开课程">
        {courses.map((course) => (
          <Line key={course.id} course={course} />
        ))}
      </ul>
      <Wrong error={more.error} />
      {next !== null && (
        <Press kind="plain" onPress={more.run} busy={more.isBusy}>
          再看一些
        </Press>
      )}
    </>
  )
}

const plain = (stretches: Found['courses'][number]['name']) => stretches.map(({ text }) => text).join('')

function Line({ course: { id, name, school, stages, kinds, snippet } }: { course: Found['courses'][number] }) {
  return (
    <li>
      <div className="m-what">
        <To to={`/course?c=${id}`} className="m-link m-when">
          {plain(name)}
        </To>
        <span>{[school.name, stages.join('、'), ...kinds].join('，')}</span>
        {snippet.length > 0 && <span className="quiet m-small">{plain(snippet)}…</span>}
      </div>
    </li>
  )
}
