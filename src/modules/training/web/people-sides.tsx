import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useAct } from '#ui/act.ts'
import { asQuery } from '#ui/api.ts'
import { Side } from '#ui/entry.tsx'
import { ProblemNote } from '#ui/problem-view.tsx'
import { SearchBox } from '#ui/search-box.tsx'
import { useWords } from '#ui/words.ts'
import { courseApi, type CoursePage, type SessionLine } from '../course.contract.ts'
import { courseWords } from './course-words.ts'
import { timesOf } from './when.ts'

interface Person {
  teacherId: string
  name: string
  schoolName: string
}

/** People to tick, those of one school after another. */
function Ticks({
  people,
  picked,
  onPick,
}: {
  people: readonly Person[]
  picked: ReadonlySet<string>
  onPick: (picked: ReadonlySet<string>) => void
}) {
  const t = useWords(courseWords)
  const toggle = (id: string) => {
    const next = new Set(picked)
    if (!next.delete(id)) next.add(id)
    onPick(next)
  }
  return (
    <div role="group" aria-label={t('teacher')}>
      <Button type="link" size="small" onClick={() => onPick(new Set(people.map(({ teacherId }) => teacherId)))}>
        {t('all')}
      </Button>
      <Button type="link" size="small" onClick={() => onPick(new Set())}>
        {t('nobody')}
      </Button>
      <div className="training-choice" tabIndex={0}>
        {people.map(({ teacherId, name, schoolName }) => (
          <Checkbox key={teacherId} checked={picked.has(teacherId)} onChange={() => toggle(teacherId)}>
            {name} <span className="quiet">{schoolName}</span>
          </Checkbox>
        ))}
      </div>
    </div>
  )
}

/** Puts teachers on the list. */
export function AddSide({ courseId, onClose }: { courseId: string; onClose: () => void }) {
  const t = useWords(courseWords)
  const [q, setQ] = useState('')
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const { data } = useQuery(asQuery(courseApi.candidates, { params: { courseId }, query: { q } }))
  const add = useAct(courseApi.add, { done: (reply) => t('added', reply), then: onClose })
  const found = data?.candidates ?? []
  return (
    <Side title={t('addTitle')} open onClose={onClose}>
      <SearchBox label={t('find')} value={q} onSearch={setQ} />
      {data && found.length === 0 && <p className="quiet">{t('noCandidates')}</p>}
      {found.length > 0 && <Ticks people={found} picked={picked} onPick={setPicked} />}
      <ProblemNote error={add.error} />
      <p className="entry-acts">
        <Button
          type="primary"
          disabled={picked.size === 0}
          loading={add.isPending}
          onClick={() => add.mutate({ params: { courseId }, body: { teacherIds: [...picked] } })}
        >
          {t('addAct', { n: picked.size })}
        </Button>
      </p>
    </Side>
  )
}

/** Who came to a session. Those who did stand ticked; at first everybody does. */
export function MarkSide({ page, session, onClose }: { page: CoursePage; session: SessionLine; onClose: () => void }) {
  const t = useWords(courseWords)
  const came = page.people.filter(({ attended }) => attended.includes(session.id))
  const [picked, setPicked] = useState<ReadonlySet<string>>(
    new Set((came.length > 0 ? came : page.people).map(({ teacherId }) => teacherId)),
  )
  const mark = useAct(courseApi.mark, { done: (reply) => t('marked', reply), then: onClose })
  return (
    <Side title={t('markTitle', { day: timesOf(session) })} open onClose={onClose}>
      <Ticks people={page.people} picked={picked} onPick={setPicked} />
      <ProblemNote error={mark.error} />
      <p className="entry-acts">
        <Button
          type="primary"
          loading={mark.isPending}
          onClick={() =>
            mark.mutate({
              params: { courseId: page.course.id, sessionId: session.id },
              body: { teacherIds: [...picked] },
            })
          }
        >
          {t('markAct', { n: picked.size })}
        </Button>
      </p>
    </Side>
  )
}
