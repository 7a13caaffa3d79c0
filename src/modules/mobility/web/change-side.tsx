import { useQuery } from '@tanstack/react-query'
import { Form } from 'antd'
import type { z } from 'zod'
import { useAct } from '#ui/act.ts'
import { asQuery, type Received } from '#ui/api.ts'
import { EntryForm, Side } from '#ui/entry.tsx'
import { ProblemNote } from '#ui/problem-view.tsx'
import { useWords } from '#ui/words.ts'
import { batchApi } from '../batch.contract.ts'
import { ChangedRotation, changeApi } from '../change.contract.ts'
import { rotationApi, type RotationLine } from '../rotation.contract.ts'
import { lastDayOf } from '../term.rules.ts'
import { batchWords } from './batch-words.ts'
import { RotationFields } from './rotation-fields.tsx'

interface Given {
  batchId: string
  line: RotationLine
  onClose: () => void
}

/** What stands in a draft, to be put otherwise; who it is stays. */
export function ChangeSide({ batchId, line, onClose }: Given) {
  const b = useWords(batchWords)
  const choice = useQuery(asQuery(batchApi.candidates, { params: { batchId }, query: { q: '' } }))
  const found = useQuery(asQuery(rotationApi.read, { params: { rotationId: line.id } }))
  return (
    <Side title={b('changeTitle', { name: line.name })} open onClose={onClose}>
      <ProblemNote error={choice.error ?? found.error} />
      {choice.data && found.data && (
        <ChangeForm batchId={batchId} found={found.data} choice={choice.data} onClose={onClose} />
      )}
    </Side>
  )
}

interface FormGiven {
  batchId: string
  found: Received<typeof rotationApi.read>
  choice: Received<typeof batchApi.candidates>
  onClose: () => void
}

function ChangeForm({ batchId, found, choice, onClose }: FormGiven) {
  const b = useWords(batchWords)
  const { rotation } = found
  const [form] = Form.useForm<z.input<typeof ChangedRotation>>()
  const startOn = Form.useWatch('startOn', form) ?? rotation.startOn
  const termYears = Number(Form.useWatch('termYears', form) ?? found.termYears ?? 1)
  const { id: rotationId, name, fromSchoolId, fromSchool, subject, title, backbone } = rotation
  const change = useAct(changeApi.change, { done: () => b('changed', { name }), then: onClose })
  return (
    <>
      <p>
        <b>{name}</b> {[fromSchool, subject, title, backbone].filter(Boolean).join('，')}
      </p>
      <EntryForm
        schema={ChangedRotation}
        form={form}
        first={standing(found)}
        onSend={(body) => change.mutate({ params: { batchId, rotationId }, body })}
        sending={change.isPending}
        error={change.error}
        act={b('save')}
        onCancel={onClose}
      >
        <RotationFields choice={choice} homeSchoolId={fromSchoolId} endsOn={lastDayOf(startOn, termYears)} />
      </EntryForm>
    </>
  )
}

/** A last day that follows from the term is not filled in: it follows when the term is changed. */
function standing({ rotation, termYears, note }: FormGiven['found']): Partial<z.input<typeof ChangedRotation>> {
  const { toSchoolId, form, startOn, endOn, ftePercent, weeklyLessons, groupNo, relationMoved } = rotation
  const term = termYears ?? 1
  return {
    ...{ toSchoolId, form, startOn, termYears: term, weeklyLessons, groupNo, note },
    endOn: endOn === lastDayOf(startOn, term) ? null : endOn,
    ftePercent: ftePercent ?? 100,
    relationMoved: relationMoved ?? false,
  }
}
