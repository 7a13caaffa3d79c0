import { Button, Input } from 'antd'
import { useState } from 'react'
import { dayAfter } from '#shared/day.ts'
import { useAct } from '#ui/act.ts'
import { DayInput } from '#ui/day-input.tsx'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { useWords } from '#ui/words.ts'
import { eventApi, MinutesFields, type Event, type NewTask } from '../event.contract.ts'
import { eventWords } from './event-words.ts'
import { today } from './moment.ts'

/** What was said and agreed, and who does what until when. */
export function MinutesSide({ event, onClose }: { event: Event; onClose: () => void }) {
  const t = useWords(eventWords)
  const [tasks, setTasks] = useState<NewTask[]>(
    event.tasks.map(({ what, person, dueOn }) => ({ what, dueOn, person: person.name })),
  )
  const save = useAct(eventApi.minutes, { done: () => t('minutesSaved'), then: onClose })
  const { minutes } = event
  return (
    <Side title={minutes ? t('minutesChange') : t('minutesAct')} open onClose={onClose}>
      <EntryForm
        schema={MinutesFields}
        first={minutes ? { minutes: minutes.text, decisions: minutes.decisions } : {}}
        onSend={(body) =>
          save.mutate({ params: { eventId: event.id }, body: { ...body, tasks: tasks.filter(({ what }) => what) } })
        }
        sending={save.isPending}
        error={save.error}
        act={t('save')}
        onCancel={onClose}
      >
        <Field name="minutes" label={t('minutesField')} begins>
          <Input.TextArea rows={8} maxLength={5000} />
        </Field>
        <Field name="decisions" label={t('decisions')}>
          <Input.TextArea rows={3} maxLength={2000} />
        </Field>
        <Tasks tasks={tasks} onTasks={setTasks} />
      </EntryForm>
    </Side>
  )
}

function Tasks({ tasks, onTasks }: { tasks: NewTask[]; onTasks: (tasks: NewTask[]) => void }) {
  const t = useWords(eventWords)
  const change = (at: number, part: Partial<NewTask>) =>
    onTasks(tasks.map((task, n) => (n === at ? { ...task, ...part } : task)))
  return (
    <div className="research-tasks" role="group" aria-label={t('tasks')}>
      <p>{t('tasks')}</p>
      {tasks.map(({ what, person, dueOn }, n) => (
        <div key={n} className="research-task" role="group" aria-label={t('taskN', { n: n + 1 })}>
          <Input
            aria-label={t('task')}
            placeholder={t('task')}
            maxLength={100}
            value={what}
            onChange={({ target }) => change(n, { what: target.value })}
          />
          {/* prettier-ignore */}
          <Input aria-label={t('person')} placeholder={t('person')} maxLength={40} value={person} onChange={({ target }) => change(n, { person: target.value })} />
          {/* prettier-ignore */}
          <DayInput aria-label={t('due')} value={dueOn} onChange={(day) => change(n, { dueOn: day ?? '' })} />
          <Button size="small" onClick={() => onTasks(tasks.filter((_, at) => at !== n))}>
            {t('removeTask', { n: n + 1 })}
          </Button>
        </div>
      ))}
      <Button onClick={() => onTasks([...tasks, { what: '', person: '', dueOn: dayAfter(today(), 30) }])}>
        {t('addTask')}
      </Button>
    </div>
  )
}
