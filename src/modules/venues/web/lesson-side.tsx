import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { weekRhythms, type Weeks } from '#shared/week.ts'
import { useAct } from '#ui/act.ts'
import { asQuery, type Received } from '#ui/api.ts'
import { DayInput } from '#ui/day-input.tsx'
import { Side } from '#ui/entry.tsx'
import { Picker } from '#ui/picker.tsx'
import { ProblemNote } from '#ui/problem-view.tsx'
import { useWords } from '#ui/words.ts'
import { lessonApi, type LessonFields } from '../lesson.contract.ts'
import type { Venue } from '../venue.contract.ts'
import { sentenceOf } from './equipment-side.tsx'
import { LessonGrid, OtherLessons } from './lesson-grid.tsx'
import { lessonWords } from './lesson-words.ts'
import './lessons.css'

interface Given {
  venue: Venue
  open: boolean
  onClose: () => void
}

/** The school's own lessons in a venue, in a small grid of weekday and period. */
export function LessonSide({ venue, open, onClose }: Given) {
  const t = useWords(lessonWords)
  const { data, error } = useQuery({ ...asQuery(lessonApi.read, { params: { venueId: venue.id } }), enabled: open })
  return (
    <Side title={t('title', venue)} open={open} onClose={onClose}>
      <ProblemNote error={error} />
      {data && <Lessons data={data} venue={venue} onClose={onClose} />}
    </Side>
  )
}

function Lessons({ data, venue, onClose }: { data: Received<typeof lessonApi.read> } & Omit<Given, 'open'>) {
  const t = useWords(lessonWords)
  const [lessons, setLessons] = useState<LessonFields[]>(data.lessons)
  const [said, setSaid] = useState<Pick<LessonFields, 'weeks' | 'what'>>({ weeks: '每周', what: '' })
  const [span, setSpan] = useState({ fromDay: data.fromDay, untilDay: data.untilDay })
  const save = useAct(lessonApi.save, {
    done: ({ clashes }) => `${t('saved')}${clashes > 0 ? t('clashes', { n: clashes }) : ''}`,
    then: onClose,
  })
  return (
    <div className="lesson-form">
      <p>{t('lead')}</p>
      <p className="lesson-said">
        <Picker
          label={t('weeks')}
          value={said.weeks}
          options={weekRhythms.map((value) => ({ value, label: value }))}
          onPick={(weeks: Weeks | undefined) => weeks && setSaid({ ...said, weeks })}
        />
        <Input
          aria-label={t('what')}
          placeholder={t('whatHint')}
          maxLength={30}
          value={said.what}
          onChange={({ target }) => setSaid({ ...said, what: target.value })}
        />
      </p>
      <LessonGrid lessons={lessons} bells={data.bells} said={said} onChange={setLessons} />
      <OtherLessons lessons={lessons} bells={data.bells} onChange={setLessons} />
      <SpanFields span={span} onChange={setSpan} />
      <ProblemNote error={save.error && sentenceOf(save.error)} />
      <p className="entry-acts">
        <Button
          type="primary"
          loading={save.isPending}
          onClick={() => save.mutate({ params: { venueId: venue.id }, body: { ...span, lessons } })}
        >
          {t('save')}
        </Button>
        <Button onClick={onClose}>{t('cancel')}</Button>
      </p>
    </div>
  )
}

export interface Span {
  fromDay: string
  untilDay: string
}

/** The days on which the lessons hold. */
export function SpanFields({ span, onChange }: { span: Span; onChange: (span: Span) => void }) {
  const t = useWords(lessonWords)
  return (
    <div className="lesson-span">
      <label>
        {t('fromDay')}
        <DayInput value={span.fromDay} onChange={(day) => day && onChange({ ...span, fromDay: day })} />
      </label>
      <label>
        {t('untilDay')}
        <DayInput value={span.untilDay} onChange={(day) => day && onChange({ ...span, untilDay: day })} />
      </label>
      <span className="quiet">{t('spanHint')}</span>
    </div>
  )
}
