import { useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { useAct } from '#ui/act.ts'
import { asQuery } from '#ui/api.ts'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { useWords } from '#ui/words.ts'
import { goalApi, GoalEnd, type Goal } from '../goal.contract.ts'
import type { TargetFigure } from '../target.contract.ts'
import { GoalForm } from './goal-form.tsx'
import { SetBy, Steps, Why, Baseline } from './own-goals.tsx'
import { targetWords } from './target-words.ts'
import type { TargetsData } from './targets-page.tsx'

/** What is done beside the page: a new target, a change, an end, or a look at the versions. */
export type Editing = { act: 'set' } | { act: 'change' | 'end' | 'history'; goal: Goal; figure: TargetFigure }

interface Given {
  data: TargetsData
  editing: Editing
  onClose: () => void
}

const titles = { change: 'changeTitle', end: 'endTitle', history: 'historyOf' } as const

/** One of these, beside the page. */
export function GoalEditor({ data, editing, onClose }: Given) {
  const t = useWords(targetWords)
  const title = editing.act === 'set' ? t('setTitle') : t(titles[editing.act], { name: editing.figure.name })
  return (
    <Side title={title} open onClose={onClose}>
      <Inside data={data} editing={editing} onClose={onClose} />
    </Side>
  )
}

function Inside({ data, editing, onClose }: Given) {
  const unitId = data.unit.id
  if (editing.act === 'history') return <History unitId={unitId} figure={editing.figure} />
  if (editing.act === 'end')
    return <EndForm unitId={unitId} goal={editing.goal} figure={editing.figure} onClose={onClose} />
  return <GoalForm data={data} onClose={onClose} {...(editing.act === 'change' && { goal: editing.goal })} />
}

const Ending = GoalEnd.pick({ reason: true })

function EndForm({
  unitId,
  goal,
  figure,
  onClose,
}: {
  unitId: number
  goal: Goal
  figure: TargetFigure
  onClose: () => void
}) {
  const t = useWords(targetWords)
  const end = useAct(goalApi.end, { done: () => t('doneEnd', { name: figure.name }), then: onClose })
  const { code, version } = goal
  return (
    <>
      <p className="side-lead">{t('endLead')}</p>
      <EntryForm
        schema={Ending}
        first={{}}
        onSend={({ reason }) => end.mutate({ params: { unitId, code }, body: { version, reason } })}
        sending={end.isPending}
        error={end.error}
        act={t('end')}
        onCancel={onClose}
      >
        <Field name="reason" label={t('endReason')}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
        </Field>
      </EntryForm>
    </>
  )
}

function History({ unitId, figure }: { unitId: number; figure: TargetFigure }) {
  const t = useWords(targetWords)
  const { data } = useQuery(asQuery(goalApi.history, { params: { unitId, code: figure.code } }))
  return (
    <ol className="versions">
      {data?.versions.map((goal) => (
        <li key={goal.version}>
          <h3>
            {t(goal.ended ? 'endedVersion' : 'version', { n: goal.version })}
            <span className="quiet">
              <SetBy goal={goal} />
            </span>
          </h3>
          {!goal.ended && (
            <p>
              {t('baseline')}：<Baseline goal={goal} figure={figure} />
            </p>
          )}
          {!goal.ended && <Steps goal={goal} figure={figure} />}
          <p>
            <Why goal={goal} />
          </p>
        </li>
      ))}
    </ol>
  )
}
