import { Button, Form } from 'antd'
import type { z } from 'zod'
import { firstDay } from '#shared/school-year.ts'
import { useAct } from '#ui/act.ts'
import type { Received } from '#ui/api.ts'
import { EntryForm } from '#ui/entry.tsx'
import { useWords } from '#ui/words.ts'
import { batchApi, type Batch, type Candidate } from '../batch.contract.ts'
import { ChangedRotation } from '../change.contract.ts'
import { lastDayOf } from '../term.rules.ts'
import { batchWords } from './batch-words.ts'
import { RotationFields } from './rotation-fields.tsx'

type Choice = Received<typeof batchApi.candidates>

interface Given {
  batch: Batch
  teacher: Candidate
  choice: Choice
  onAgain: () => void
  onClose: () => void
}

/** Where to, in which form and for how long. What one takes for most teachers is filled in. */
export function AddForm({ batch, teacher, choice, onAgain, onClose }: Given) {
  const b = useWords(batchWords)
  const [form] = Form.useForm<z.input<typeof ChangedRotation>>()
  const startOn = Form.useWatch('startOn', form) ?? firstDay(batch.schoolYear)
  const termYears = Number(Form.useWatch('termYears', form) ?? 1)
  const { name, teacherId } = teacher
  const add = useAct(batchApi.add, { done: () => b('added', { name }), then: onClose })
  return (
    <>
      <p>
        <b>{name}</b>{' '}
        {[teacher.schoolName, teacher.subject, teacher.title, teacher.backbone].filter(Boolean).join('，')}{' '}
        <Button type="link" size="small" onClick={onAgain}>
          {b('change')}
        </Button>
      </p>
      {!teacher.eligible && <p className="quiet">{b('eligibleNot')}</p>}
      <EntryForm
        schema={ChangedRotation}
        form={form}
        first={{
          ...(choice.forms[0] && { form: choice.forms[0].form }),
          startOn: firstDay(batch.schoolYear),
          termYears: 1,
          ftePercent: 100,
          relationMoved: false,
        }}
        onSend={(body) => add.mutate({ params: { batchId: batch.id }, body: { ...body, teacherId } })}
        sending={add.isPending}
        error={add.error}
        act={b('add')}
        onCancel={onClose}
      >
        <RotationFields choice={choice} homeSchoolId={teacher.schoolId} endsOn={lastDayOf(startOn, termYears)} />
      </EntryForm>
    </>
  )
}
