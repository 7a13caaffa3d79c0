import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import { useAct } from '#ui/act.ts'
import type { Received } from '#ui/api.ts'
import { DayInput } from '#ui/day-input.tsx'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { Picker } from '#ui/picker.tsx'
import { ProblemNote } from '#ui/problem-view.tsx'
import { useWords } from '#ui/words.ts'
import { NewPost, postApi, postForms, type PostLesson, type PostLine } from '../post.contract.ts'
import { LAST_PERIOD, termAt, termDays, WEEKDAYS, weekdayName, weekRhythms } from '#shared/week.ts'
import { coverWords } from './cover-words.ts'
import { postWords } from './post-words.ts'

interface Given {
  unitId: number
  data: Received<typeof postApi.list>
  onClose: () => void
}

type Draft = Partial<Omit<z.input<typeof NewPost>, 'lessons'>>

const today = () => new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 10)
function firstDraft(): Draft {
  const day = today()
  const { schoolYear, term } = termAt(day)
  return { form: '跨校兼课', fromDay: day, untilDay: termDays(schoolYear, term).untilDay }
}
const firstLesson: PostLesson = { weekday: 1, period: 1, className: '', subject: '', weeks: '每周' }

/** A teacher's standing lessons at another school. */
export function PostSide({ unitId, data, onClose }: Given) {
  const t = useWords(postWords)
  const [draft, setDraft] = useState(firstDraft)
  const [lessons, setLessons] = useState<PostLesson[]>([firstLesson])
  const [said, setSaid] = useState('')
  const add = useAct(postApi.add, { done: ({ rotation }) => t(rotation ? 'savedRotation' : 'saved'), then: onClose })
  const subject = data.teachers.find(({ teacherId }) => teacherId === draft.teacherId)?.subject ?? ''
  const put = (at: number, change: Partial<PostLesson>) =>
    setLessons(lessons.map((one, n) => (n === at ? { ...one, ...change } : one)))
  const send = () => {
    const filled = lessons.map((one) => ({ ...one, subject: one.subject || subject }))
    const parsed = NewPost.safeParse({ ...draft, lessons: filled })
    setSaid(parsed.success ? '' : t('lacking'))
    if (parsed.success) add.mutate({ params: { unitId }, body: parsed.data })
  }
  return (
    <Side title={t('title')} open onClose={onClose}>
      <p className="quiet">{t('lead')}</p>
      <Head data={data} draft={draft} onChange={(part) => setDraft({ ...draft, ...part })} />
      <h3>{t('lessons')}</h3>
      {lessons.map((lesson, at) => (
        <LessonFields
          key={at}
          n={at + 1}
          lesson={lesson}
          subject={subject}
          onChange={(change) => put(at, change)}
          {...(lessons.length > 1 && { onRemove: () => setLessons(lessons.filter((_, n) => n !== at)) })}
        />
      ))}
      <p className="entry-acts">
        <Button onClick={() => setLessons([...lessons, { ...lessons.at(-1)!, className: '' }])}>{t('add')}</Button>
      </p>
      {said && (
        <p className="problem-note" role="alert">
          {said}
        </p>
      )}
      <ProblemNote error={add.error} />
      <p className="entry-acts">
        <Button type="primary" loading={add.isPending} onClick={send}>
          {t('save')}
        </Button>
      </p>
    </Side>
  )
}

function Head({ data, draft, onChange }: { data: Given['data']; draft: Draft; onChange: (part: Draft) => void }) {
  const t = useWords(postWords)
  const teachers = data.teachers.map(({ teacherId, name, schoolName, subject }) => ({
    value: teacherId,
    label: [name, schoolName, subject].filter(Boolean).join('，'),
  }))
  const home = data.teachers.find(({ teacherId }) => teacherId === draft.teacherId)?.schoolId
  const schools = data.schools.filter(({ schoolId }) => schoolId !== home)
  const campuses = schools.find(({ schoolId }) => schoolId === draft.toSchoolId)?.campuses ?? []
  return (
    <div className="entry when">
      <label>
        {t('teacher')}
        <Select
          aria-label={t('teacher')}
          showSearch={{ optionFilterProp: 'label' }}
          options={teachers}
          value={draft.teacherId ?? null}
          onChange={(teacherId: string) => onChange({ teacherId })}
        />
      </label>
      <label>
        {t('toSchool')}
        <Select
          aria-label={t('toSchool')}
          showSearch={{ optionFilterProp: 'label' }}
          options={schools.map(({ schoolId: value, schoolName: label }) => ({ value, label }))}
          value={draft.toSchoolId ?? null}
          onChange={(toSchoolId: number) => onChange({ toSchoolId, campusId: null })}
        />
      </label>
      {campuses.length > 1 && (
        <label>
          {t('campus')}
          <Picker
            label={t('campus')}
            all={t('anyCampus')}
            value={draft.campusId ?? undefined}
            options={campuses.map(({ id: value, name: label }) => ({ value, label }))}
            onPick={(campusId) => onChange({ campusId: campusId ?? null })}
          />
        </label>
      )}
      <label>
        {t('form')}
        <Picker
          label={t('form')}
          value={draft.form}
          options={postForms.map((value) => ({ value, label: value }))}
          onPick={(form) => form && onChange({ form })}
        />
      </label>
      <label>
        {t('fromDay')}
        <DayInput value={draft.fromDay ?? null} onChange={(fromDay) => fromDay && onChange({ fromDay })} />
      </label>
      <label>
        {t('untilDay')}
        <DayInput value={draft.untilDay ?? null} onChange={(untilDay) => untilDay && onChange({ untilDay })} />
      </label>
    </div>
  )
}

interface Line {
  n: number
  lesson: PostLesson
  subject: string
  onChange: (change: Partial<PostLesson>) => void
  onRemove?: () => void
}

function LessonFields({ n, lesson, subject, onChange, onRemove }: Line) {
  const t = useWords(postWords)
  return (
    <fieldset className="post-lesson">
      <legend className="unseen">{t('lessonN', { n })}</legend>
      <Picker
        label={t('weekday')}
        value={lesson.weekday}
        options={WEEKDAYS.map((_, at) => ({ value: at + 1, label: weekdayName(at + 1) }))}
        onPick={(weekday) => weekday && onChange({ weekday })}
      />
      <Picker
        label={t('period')}
        value={lesson.period}
        options={Array.from({ length: LAST_PERIOD }, (_, at) => ({ value: at + 1, label: `第${at + 1}节` }))}
        onPick={(period) => period && onChange({ period })}
      />
      <Picker
        label={t('weeks')}
        value={lesson.weeks}
        options={weekRhythms.map((value) => ({ value, label: value }))}
        onPick={(weeks) => weeks && onChange({ weeks })}
      />
      <Input
        aria-label={t('className')}
        placeholder={t('className')}
        value={lesson.className}
        onChange={({ target }) => onChange({ className: target.value })}
      />
      <Input
        aria-label={t('subject')}
        placeholder={subject || t('subject')}
        value={lesson.subject}
        onChange={({ target }) => onChange({ subject: target.value })}
      />
      {onRemove && (
        <Button type="link" aria-label={`${t('remove')}：${t('lessonN', { n })}`} onClick={onRemove}>
          {t('remove')}
        </Button>
      )}
    </fieldset>
  )
}

/** The last day of a shared post. */
export function EndPostSide({ post, onClose }: { post: PostLine; onClose: () => void }) {
  const t = useWords(coverWords)
  const end = useAct(postApi.end, { done: () => t('ended'), then: onClose })
  return (
    <Side title={t('endTitle')} open onClose={onClose}>
      <EntryForm
        schema={postApi.end.body}
        first={{ day: today() }}
        onSend={(body) => end.mutate({ params: { postId: post.id }, body })}
        sending={end.isPending}
        error={end.error}
        act={t('save')}
        onCancel={onClose}
      >
        <Field name="day" label={t('endDay')}>
          <DayInput />
        </Field>
      </EntryForm>
    </Side>
  )
}
