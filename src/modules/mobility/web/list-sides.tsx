import { useNavigate } from '@tanstack/react-router'
import { Input, Select } from 'antd'
import { useAct } from '#ui/act.ts'
import { DayInput } from '#ui/day-input.tsx'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { places } from '#ui/places.ts'
import { uiWords } from '#ui/ui-words.ts'
import { useWords } from '#ui/words.ts'
import { batchApi, NewBatch } from '../batch.contract.ts'
import { Filing, filingApi, NewStanding } from '../filing.contract.ts'
import { standings, type Standing } from '../verdict.rules.ts'
import { mobilityWords } from './words.ts'

/** A batch is opened for a school year; its teachers are put in on its own page. */
export function NewBatchSide({ unitId, years, onClose }: { unitId: number; years: number[]; onClose: () => void }) {
  const t = useWords(mobilityWords)
  const u = useWords(uiWords)
  const navigate = useNavigate()
  const open = useAct(batchApi.open, {
    done: (_, { body }) => t('opened', { title: body.title }),
    then: ({ batchId }) => void navigate({ ...places.batch(batchId) } as never),
  })
  return (
    <Side title={t('newBatch')} open onClose={onClose}>
      <p className="quiet">{t('newBatchLead')}</p>
      <EntryForm
        schema={NewBatch}
        first={{ schoolYear: years[0] }}
        onSend={(body) => open.mutate({ params: { unitId }, body })}
        sending={open.isPending}
        error={open.error}
        act={t('create')}
        onCancel={onClose}
      >
        <Field name="title" label={t('batchTitle')} hint={t('batchTitleHint')} begins>
          <Input maxLength={50} />
        </Field>
        <Field name="schoolYear" label={u('yearLabel')}>
          <Select options={years.map((value) => ({ value, label: u('year', { year: value }) }))} />
        </Field>
      </EntryForm>
    </Side>
  )
}

const FilingDay = Filing.pick({ day: true })

/** That the form went to the district, on which day. */
export function FilingSide(given: { unitId: number; year: number; batchId?: string; onClose: () => void }) {
  const t = useWords(mobilityWords)
  const { unitId, year, batchId, onClose } = given
  const record = useAct(filingApi.record, { done: ({ filed }) => t('filed', { n: filed }), then: onClose })
  return (
    <Side title={t('recordFiling')} open onClose={onClose}>
      <p className="quiet">{t('filingLead')}</p>
      <EntryForm
        schema={FilingDay}
        first={{}}
        onSend={({ day }) => record.mutate({ params: { unitId }, body: { year, day, ...(batchId && { batchId }) } })}
        sending={record.isPending}
        error={record.error}
        act={t('save')}
        onCancel={onClose}
      >
        <Field name="day" label={t('filingDay')}>
          <DayInput />
        </Field>
      </EntryForm>
    </Side>
  )
}

const Said = NewStanding.pick({ standing: true, reason: true })

interface SchoolStanding {
  schoolId: number
  schoolName: string
  standing: Standing | null
  reason: string | null
}

/** What a school was in a year, and on what ground one says so. */
export function StandingSide({ school, year, onClose }: { school: SchoolStanding; year: number; onClose: () => void }) {
  const t = useWords(mobilityWords)
  const { schoolId, schoolName, standing, reason } = school
  const say = useAct(filingApi.say, { done: () => t('said', { school: schoolName }), then: onClose })
  return (
    <Side title={t('sayTitle', { school: schoolName })} open onClose={onClose}>
      <EntryForm
        schema={Said}
        first={{ standing: standing ?? '优质校', ...(reason && { reason }) }}
        onSend={(body) => say.mutate({ params: { schoolId }, body: { ...body, year } })}
        sending={say.isPending}
        error={say.error}
        act={t('save')}
        onCancel={onClose}
      >
        <Field name="standing" label={t('standing')}>
          <Select
            options={[
              ...standings.map((value) => ({ value, label: value })),
              ...(standing ? [{ value: null as never, label: t('noStanding') }] : []),
            ]}
          />
          {/* prettier-ignore */}
        </Field>
        <Field name="reason" label={t('reason')} begins>
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={200} />
        </Field>
      </EntryForm>
    </Side>
  )
}
