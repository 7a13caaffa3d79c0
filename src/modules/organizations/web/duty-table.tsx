import { Button, Form, Select } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import { dayInWords } from '#shared/day.ts'
import { firstDay, lastDay, schoolYearOf } from '#shared/school-year.ts'
import { useAct } from '#ui/act.ts'
import { DayInput } from '#ui/day-input.tsx'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { RuledTable, type Column } from '#ui/ruled-table.tsx'
import { uiWords } from '#ui/ui-words.ts'
import { useWords } from '#ui/words.ts'
import type { OrganizationReply } from '../cluster.contract.ts'
import { dutyApi, DutyFields, dutyStages, type DutyLine } from '../duty.contract.ts'
import { organizationWords } from './organization-words.ts'

/** Whose turn it is for each stage, and whose it was. */
export function Duties({ cluster, today }: { cluster: OrganizationReply; today: string }) {
  const t = useWords(organizationWords)
  const [open, setOpen] = useState<DutyLine | 'new'>()
  const keeps = cluster.can.includes('keep')
  const again = useAct(dutyApi.add, { done: () => t('dutySaved') })
  const remove = useAct(dutyApi.remove, {
    done: (_, { params }) => {
      const { id: __, school: ___, ...body } = cluster.duties.find(({ id }) => id === params.dutyId)!
      return { text: t('dutyGone'), undo: () => again.mutate({ params: { unitId: cluster.id }, body }) }
    },
  })
  const drop = ({ id }: DutyLine) => remove.mutate({ params: { dutyId: id } })
  return (
    <section aria-labelledby="duties">
      <div className="section-head">
        <h2 id="duties">{t('duties')}</h2>
        <p>{t('dutiesLead')}</p>
      </div>
      <RuledTable
        caption={t('duties')}
        quiet
        rows={cluster.duties}
        rowKey={({ id }) => id}
        rowClass={({ untilDay }) => (untilDay < today ? 'past' : undefined)}
        empty={t('noDuties')}
        columns={useColumns(today, keeps ? { edit: setOpen, drop } : undefined)}
      />
      {keeps && (
        <p className="section-acts">
          <Button onClick={() => setOpen('new')}>{t('dutyAdd')}</Button>
        </p>
      )}
      <DutySide
        key={open === undefined || open === 'new' ? 'new' : open.id}
        cluster={cluster}
        duty={open === 'new' ? undefined : open}
        open={open !== undefined}
        today={today}
        onClose={() => setOpen(undefined)}
      />
    </section>
  )
}

interface Acts {
  edit: (duty: DutyLine) => void
  drop: (duty: DutyLine) => void
}

function useColumns(today: string, acts: Acts | undefined): Column<DutyLine>[] {
  const t = useWords(organizationWords)
  const columns: Column<DutyLine>[] = [
    { key: 'stage', title: t('dutyStage'), heads: true, className: 'still', cell: ({ stage }) => stage },
    { key: 'school', title: t('school'), cell: ({ school }) => school },
    {
      key: 'days',
      title: t('dutyDays'),
      cell: ({ fromDay, untilDay }) => t('days', { from: dayInWords(fromDay), until: dayInWords(untilDay) }),
    },
    {
      key: 'now',
      title: <span className="unseen">{t('dutyNow')}</span>,
      cell: ({ fromDay, untilDay }) => fromDay <= today && untilDay >= today && t('dutyNow'),
    },
  ]
  if (!acts) return columns
  const cell = (duty: DutyLine) => (
    <span className="row-acts">
      <Button size="small" aria-label={`${t('dutyEdit')} ${duty.stage} ${duty.school}`} onClick={() => acts.edit(duty)}>
        {t('change_short')}
      </Button>
      <Button size="small" aria-label={`${t('remove')} ${duty.stage} ${duty.school}`} onClick={() => acts.drop(duty)}>
        {t('remove')}
      </Button>
    </span>
  )
  return [...columns, { key: 'acts', title: <span className="unseen">{t('change_short')}</span>, cell }]
}

interface Given {
  cluster: OrganizationReply
  duty: DutyLine | undefined
  open: boolean
  today: string
  onClose: () => void
}

/** A turn: school, stage, and a school year or days of one's own. */
function DutySide({ cluster, duty, open, today, onClose }: Given) {
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

type DutyBody = z.output<typeof DutyFields>
