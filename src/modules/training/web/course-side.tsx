import { Button, Input, InputNumber, Select } from 'antd'
import { dayAfter, dayOf, timeOf } from '#shared/day.ts'
import { useAct } from '#ui/act.ts'
import { DayInput } from '#ui/day-input.tsx'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { useWords } from '#ui/words.ts'
import { courseApi, NewCourse, type CoursePage, type NewSession } from '../course.contract.ts'
import type { PlanShown } from '../plan.contract.ts'
import { courseWords } from './course-words.ts'

interface Given {
  unitId: number
  plan: PlanShown
  /** The course that is changed; left out, one is made. */
  page?: CoursePage
  onClose: () => void
}

const stages = ['学前', '小学', '初中', '高中', '中职', '社区']

/** Makes a course with its sessions, or changes one. */
export function CourseSide({ unitId, plan, page, onClose }: Given) {
  const t = useWords(courseWords)
  const make = useAct(courseApi.make, { done: () => t('made'), then: onClose })
  const change = useAct(courseApi.change, { done: () => t('saved'), then: onClose })
  const asked = page ? change : make
  return (
    <Side title={t(page ? 'changeTitle' : 'makeTitle')} open onClose={onClose}>
      <EntryForm
        schema={NewCourse}
        first={firstOf(page, plan)}
        onSend={(body) =>
          page
            ? change.mutate({ params: { courseId: page.course.id }, body })
            : make.mutate({ params: { unitId }, body })
        }
        sending={asked.isPending}
        error={asked.error}
        act={t('save')}
        onCancel={onClose}
      >
        <Field name="title" label={t('name')} begins>
          <Input maxLength={80} />
        </Field>
        <Field name="field" label={t('field')}>
          <Select options={plan.fields.map((value) => ({ value, label: value }))} />
        </Field>
        <Field name="sessions" label={t('sessions')} hint={t('hoursHint')}>
          <SessionsField />
        </Field>
        <Field name="capacity" label={t('capacity')}>
          <InputNumber min={1} max={5000} precision={0} />
        </Field>
        <Field name="stage" label={t('stage')}>
          <Select allowClear placeholder={t('anyStage')} options={stages.map((value) => ({ value, label: value }))} />
        </Field>
        <Field name="subject" label={t('subject')}>
          <Input maxLength={30} />
        </Field>
        <Field name="words" label={t('words')}>
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} />
        </Field>
      </EntryForm>
    </Side>
  )
}

function firstOf(page: CoursePage | undefined, plan: PlanShown): Partial<typeof NewCourse._input> {
  if (!page) return { field: plan.fields[0]!, sessions: [firstSession()] }
  const { title, field, stage, subject, capacity, words } = page.course
  const sessions = page.sessions.map(({ id, startsAt, endsAt, hours, place, trainer }) => ({
    ...{ id, hours, place, trainer, day: dayOf(new Date(startsAt)) },
    ...{ from: timeOf(new Date(startsAt)), until: timeOf(new Date(endsAt)) },
  }))
  const filled = { stage, subject, capacity, words }
  return { title, field, sessions, ...Object.fromEntries(Object.entries(filled).filter(([, value]) => value !== null)) }
}

const firstSession = (): NewSession => ({
  ...{ day: dayAfter(dayOf(new Date()), 7), from: '13:30', until: '16:30', hours: 4, place: '', trainer: '' },
})

const LESSON_MINUTES = 45

/** In whole and half hours of 45 minutes. */
function hoursBetween(from: string, until: string): number {
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
  return Math.max(0.5, Math.round(((minutes(until) - minutes(from)) / LESSON_MINUTES) * 2) / 2)
}

/** The sessions of a course, one under the other: a control of an EntryForm. */
function SessionsField({
  value = [],
  onChange,
}: {
  value?: NewSession[]
  onChange?: (sessions: NewSession[]) => void
}) {
  const t = useWords(courseWords)
  const put = (at: number, part: Partial<NewSession>) =>
    onChange?.(value.map((one, n) => (n === at ? withHours({ ...one, ...part }, part) : one)))
  const add = () => {
    const last = value.at(-1) ?? firstSession()
    onChange?.([...value, { ...last, id: undefined, day: dayAfter(last.day || dayOf(new Date()), 7) }])
  }
  return (
    <div className="training-sessions">
      {value.map((session, n) => (
        <fieldset key={session.id ?? n}>
          <legend>{t('nth', { n: n + 1 })}</legend>
          <SessionFields session={session} onPut={(part) => put(n, part)} />
          {value.length > 1 && (
            <Button type="link" onClick={() => onChange?.(value.filter((_, at) => at !== n))}>
              {t('dropSession', { n: n + 1 })}
            </Button>
          )}
        </fieldset>
      ))}
      <Button onClick={add}>{t('addSession')}</Button>
    </div>
  )
}

const withHours = (session: NewSession, part: Partial<NewSession>): NewSession =>
  ('from' in part || 'until' in part) && session.from && session.until
    ? { ...session, hours: hoursBetween(session.from, session.until) }
    : session

function SessionFields({ session, onPut }: { session: NewSession; onPut: (part: Partial<NewSession>) => void }) {
  const t = useWords(courseWords)
  return (
    <>
      <label>
        <span>{t('day')}</span>
        <DayInput value={session.day} onChange={(day) => onPut({ day: day ?? '' })} />
      </label>
      <label>
        <span>{t('from')}</span>
        <Input type="time" value={session.from} onChange={({ target }) => onPut({ from: target.value })} />
      </label>
      <label>
        <span>{t('until')}</span>
        <Input type="time" value={session.until} onChange={({ target }) => onPut({ until: target.value })} />
      </label>
      <label>
        <span>{t('hours')}</span>
        <InputNumber
          min={0.5}
          max={24}
          step={0.5}
          value={session.hours as number}
          onChange={(hours) => onPut({ hours: hours ?? 0 })}
        />
      </label>
      <label className="wide">
        <span>{t('place')}</span>
        <Input value={session.place} maxLength={100} onChange={({ target }) => onPut({ place: target.value })} />
      </label>
      <label className="wide">
        <span>{t('trainer')}</span>
        <Input value={session.trainer} maxLength={60} onChange={({ target }) => onPut({ trainer: target.value })} />
      </label>
    </>
  )
}
