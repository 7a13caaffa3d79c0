import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { RuledTable } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import type { StatingSchool } from '../vacancy.contract.ts'
import { LineForm } from './line-form.tsx'
import { shortMoment } from './moment.ts'
import { someOrNone } from './some.ts'
import type { Vacancies } from './vacancy-part.tsx'
import { vacancyWords } from './vacancy-words.ts'
import { postWords } from './words.ts'

interface OwnGiven {
  school: StatingSchool
  data: Vacancies
  year: number
  onDone?: () => void
}

/** The posts of one school, to be stated. */
export function OwnSchool({ school, data, year, onDone }: OwnGiven) {
  const v = useWords(vacancyWords)
  const section = useRef<HTMLElement>(null)
  const { statedAt, statedBy } = school
  useEffect(() => {
    if (onDone) section.current?.scrollIntoView({ block: 'start' })
  }, [])
  return (
    <section className="post-own" ref={section}>
      <div className="section-head">
        <h2>{onDone ? v('stateTitle', school) : v('own')}</h2>
        {statedAt && <p>{v('statedLine', { by: statedBy ?? '', at: shortMoment(statedAt) })}</p>}
      </div>
      <LineForm
        key={statedAt}
        schoolId={school.schoolId}
        year={year}
        lines={data.lines.filter(({ schoolId }) => schoolId === school.schoolId)}
        {...(onDone && { onDone })}
      />
    </section>
  )
}

/** Who has stated, and what it came to. */
export function BySchool({ data, onState }: { data: Vacancies; onState: (schoolId: number) => void }) {
  const t = useWords(postWords)
  const v = useWords(vacancyWords)
  const decides = data.can.includes('decide')
  return (
    <section className="post-section">
      <h2>{v('bySchool')}</h2>
      <RuledTable
        caption={v('bySchool')}
        quiet
        rows={data.schools}
        rowKey={({ schoolId }) => schoolId}
        columns={[
          { key: 'school', title: t('school'), heads: true, className: 'still', cell: ({ name }) => name },
          {
            key: 'lack',
            title: v('lack'),
            numeric: true,
            cell: ({ lack, statedAt }) => (statedAt ? someOrNone(lack) : '—'),
          },
          {
            key: 'spare',
            title: v('spare'),
            numeric: true,
            cell: ({ spare, statedAt }) => (statedAt ? someOrNone(spare) : '—'),
          },
          {
            key: 'at',
            title: v('statedAt'),
            className: 'still',
            cell: ({ statedAt }) => (statedAt ? shortMoment(statedAt) : v('notStated')),
          },
          { key: 'by', title: v('statedBy'), className: 'still', cell: ({ statedBy }) => statedBy ?? '—' },
          ...(decides
            ? [{ key: 'acts', title: t('acts'), acts: true, cell: (one: StatingSchool) => <StateAct one={one} onState={onState} /> }] // prettier-ignore
            : []),
        ]}
      />
    </section>
  )
}

function StateAct({ one, onState }: { one: StatingSchool; onState: (schoolId: number) => void }) {
  const v = useWords(vacancyWords)
  return (
    <Button type="link" size="small" aria-label={v('stateOf', one)} onClick={() => onState(one.schoolId)}>
      {v('state')}
    </Button>
  )
}
