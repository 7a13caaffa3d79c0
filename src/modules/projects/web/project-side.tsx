import { Input, Select } from 'antd'
import { lastDay, schoolYearOf } from '#shared/school-year.ts'
import { useAct } from '#ui/act.ts'
import { DayInput } from '#ui/day-input.tsx'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { useWords } from '#ui/words.ts'
import { Ending, endings, levels, NewProject, projectApi, type Project } from '../project.contract.ts'
import { today } from './moment.ts'
import { projectWords } from './project-words.ts'

interface Given {
  unitId: number
  project?: Project
  self?: string | null
  onClose: () => void
}

/** A project, new or changed; who works on it is changed on its page. */
export function ProjectSide({ unitId, project, self, onClose }: Given) {
  const t = useWords(projectWords)
  const after = { done: (_: unknown, { body }: { body: { title: string } }) => t('saved', body), then: onClose }
  const add = useAct(projectApi.add, after)
  const change = useAct(projectApi.change, after)
  const { isPending, error } = project ? change : add
  return (
    <Side title={project ? t('change') : t('add')} open onClose={onClose}>
      <EntryForm
        schema={NewProject}
        first={firstOf(project, self)}
        onSend={({ members, ...body }) =>
          project
            ? change.mutate({ params: { projectId: project.id }, body })
            : add.mutate({ params: { unitId }, body: { ...body, members } })
        }
        sending={isPending}
        error={error}
        act={t('save')}
        onCancel={onClose}
      >
        <Field name="title" label={t('name')} begins>
          <Input maxLength={80} />
        </Field>
        <Field name="level" label={t('level')}>
          <Select options={levels.map((value) => ({ value, label: value }))} />
        </Field>
        <Field name="number" label={t('number')} hint={t('numberHint')}>
          <Input maxLength={40} />
        </Field>
        <Field name="head" label={t('headField')} hint={t('headHint')}>
          <Input maxLength={40} />
        </Field>
        {!project && (
          <Field name="members" label={t('membersField')} hint={t('membersHint')}>
            <Input.TextArea rows={2} maxLength={400} />
          </Field>
        )}
        <Field name="from" label={t('from')}>
          <DayInput />
        </Field>
        <Field name="until" label={t('until')}>
          <DayInput />
        </Field>
        <Field name="about" label={t('about')}>
          <Input.TextArea rows={4} maxLength={2000} />
        </Field>
      </EntryForm>
    </Side>
  )
}

/** A new one goes on until the end of the next school year, where nobody says otherwise. */
function firstOf(project: Project | undefined, self: string | null | undefined) {
  if (!project) return { from: today(), until: lastDay(schoolYearOf(today()) + 1), ...(self && { head: self }) }
  const { title, level, number, head, from, until, about } = project
  return { title, level, number, head: head.name, from, until, about }
}

export function EndSide({ projectId, onClose }: { projectId: string; onClose: () => void }) {
  const t = useWords(projectWords)
  const end = useAct(projectApi.end, { done: () => t('ended'), then: onClose })
  return (
    <Side title={t('end')} open onClose={onClose}>
      <EntryForm
        schema={Ending}
        first={{ on: today() }}
        onSend={(body) => end.mutate({ params: { projectId }, body })}
        sending={end.isPending}
        error={end.error}
        act={t('end')}
        onCancel={onClose}
      >
        <Field name="as" label={t('endAs')} hint={t('endHint')}>
          <Select options={endings.map((value) => ({ value, label: value }))} />
        </Field>
        <Field name="on" label={t('endOn')}>
          <DayInput max={today()} />
        </Field>
        <Field name="why" label={t('endWhy')} hint={t('endWhyHint')}>
          <Input maxLength={200} />
        </Field>
      </EntryForm>
    </Side>
  )
}
