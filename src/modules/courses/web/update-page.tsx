import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useAct } from '#ui/act.ts'
import { useParam } from '#ui/address.ts'
import { asQuery, type Received } from '#ui/api.ts'
import { Page } from '#ui/page.tsx'
import { places } from '#ui/places.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { useWords } from '#ui/words.ts'
import type { Difference, Side } from '../merge.contract.ts'
import { originApi } from '../origin.contract.ts'
import { updateWords } from './update-words.ts'
import './course.css'

type Told = Received<typeof originApi.differences>

/** What the origin of a copy became since, beside what the school made of it: item by item, to choose. */
export default function UpdatePage() {
  const t = useWords(updateWords)
  const courseId = useParam('courseId')
  const { data } = useSuspenseQuery(asQuery(originApi.differences, { params: { courseId } }))
  return (
    <Page
      title={t('title', data)}
      crumbs={[{ text: data.name, to: places.course(courseId) }]}
      lead={data.to > data.from && t('lead', data)}
    >
      {data.to === data.from ? <p>{t('upToDate')}</p> : <Choosing courseId={courseId} told={data} />}
    </Page>
  )
}

function Choosing({ courseId, told }: { courseId: string; told: Told }) {
  const t = useWords(updateWords)
  const go = useNavigate()
  const [choices, setChoices] = useState<Record<string, Side>>({})
  const take = useAct(originApi.takeIn, {
    done: () => t('taken', told),
    then: () => void go({ ...places.course(courseId) } as never),
  })
  const { differences, revision, to: version, note, mayChange } = told
  return (
    <>
      {note && <p>{t('note', { note })}</p>}
      {!mayChange && <p>{t('fixed')}</p>}
      {differences.length === 0 && <p>{t('nothing')}</p>}
      {differences.map((one) => (
        <Change
          key={one.key}
          change={one}
          chosen={choices[one.key] ?? one.usual}
          onChoose={mayChange ? (side) => setChoices({ ...choices, [one.key]: side }) : undefined}
        />
      ))}
      <ProblemNote error={take.error} />
      <p className="entry-acts">
        <Button
          type="primary"
          loading={take.isPending}
          onClick={() => take.mutate({ params: { courseId }, body: { revision, version, choices } })}
        >
          {t('take', told)}
        </Button>
      </p>
    </>
  )
}

interface ChangeGiven {
  change: Difference
  chosen: Side
  onChoose: ((side: Side) => void) | undefined
}

function Change({ change, chosen, onChoose }: ChangeGiven) {
  const t = useWords(updateWords)
  const { key, title, who } = change
  return (
    <section className="course-change" aria-label={title}>
      <h2>
        {title} <span className="quiet">{t(who)}</span>
      </h2>
      <Sides change={change} columns={['base', 'theirs', 'mine']} />
      {who !== 'same' && onChoose && (
        <fieldset className="course-rubric">
          <legend>{t('choose')}</legend>
          {(['mine', 'theirs'] as const).map((side) => (
            <label key={side}>
              <input type="radio" name={key} checked={chosen === side} onChange={() => onChoose(side)} />
              {t(side === 'mine' ? 'useMine' : 'useTheirs')}
            </label>
          ))}
        </fieldset>
      )}
    </section>
  )
}

interface SidesGiven {
  change: Difference
  columns: readonly ('base' | 'theirs' | 'mine')[]
  /** Otherwise than when a copy is compared with its origin. */
  titles?: readonly string[]
}

/** The same thing as it stands in two or three courses. */
export function Sides({ change, columns, titles }: SidesGiven) {
  const t = useWords(updateWords)
  return (
    <div className="course-sides">
      {columns.map((side, n) => (
        <div key={side}>
          <p className="quiet">{titles?.[n] ?? t(side)}</p>
          <p className="course-text">{change[side] === null ? t('absent') : change[side]}</p>
        </div>
      ))}
    </div>
  )
}
