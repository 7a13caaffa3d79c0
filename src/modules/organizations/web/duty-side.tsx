import { Button, Form, Select } from 'antd'
import type { z } from 'zod'
import { firstDay, lastDay, schoolYearOf } from '#shared/school-year.ts'
import { useAct } from '#ui/act.ts'
import { DayInput } from '#ui/day-input.tsx'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { uiWords } from '#ui/ui-words.ts'
import { useWords } from '#ui/words.ts'
import type { OrganizationReply } from '../cluster.contract.ts'
import { dutyApi, DutyFields, dutyStages, type DutyLine } from '../duty.contract.ts'
import { organizationWords } from './organization-words.ts'

type DutyBody = z.output<typeof DutyFields>

interface Given {
  cluster: OrganizationReply
  duty: DutyLine | undefined
  open: boolean
  today: string
  onClose: () => void
}

/** A turn: school, stage, and a school year or days of one's own. */
export function DutySide({ cluster, duty, open, today, onClose }: Given) {
  const t = useWords(organizationWords)
  const u = useWords(uiWords)
  const [form] = Form.useForm()
  const after = { done: () => t('dutySaved'), then: onClose }
  const add = useAct(dutyApi.add, after)
  const edit = useAct(dutyApi.edit, after)
  const year = schoolYearOf(today)
  const years = [year + 1, year, year - 1, year - 2]
  const send = duty
    ? (body: DutyBody) => edit.mutate({ params: { dutyId: duty.id }, body })
    : (body: DutyBody) => add.mutate({ params: { unitId: cluster.id }, body })
  const members = cluster.members.filter(({ now, schoolId }) => now || schoolId === duty?.schoolId)
  return (
    <Side title={duty ? t('dutyEdit') : t('dutyAdd')} open={open} onClose={onClose}>
      <EntryForm
        schema={DutyFields}
        form={form}
        first={duty ?? { fromDay: firstDay(year), untilDay: lastDay(year) }}
        onSend={send}
        sending={add.isPending || edit.isPending}
        error={add.error ?? edit.error}
        act={t('save')}
        onCancel={onClose}
      >
        <Field name="stage" label={t('dutyStage')}>
          <Select options={dutyStages.map((value) => ({ value, label: value }))} />
        </Field>
        <Field name="schoolId" label={t('school')}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={members.map(({ schoolId, name }) => ({ value: schoolId, label: name }))}
          />
        </Field>
        <p className="section-acts">
          {years.map((one) => (
            <Button
              key={one}
              size="small"
              onClick={() => form.setFieldsValue({ fromDay: firstDay(one), untilDay: lastDay(one) })}
            >
              {u('year', { year: one })}
            </Button>
          ))}
        </p>
        <Field name="fromDay" label={t('fromDay')}>
          <DayInput />
        </Field>
        <Field name="untilDay" label={t('untilDay')}>
          <DayInput />
        </Field>
      </EntryForm>
    </Side>
  )
}
