import { Input } from 'antd'
import { dayAfter, dayOf } from '#shared/day.ts'
import { useAct } from '#ui/act.ts'
import { DayInput } from '#ui/day-input.tsx'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { useWords } from '#ui/words.ts'
import { Reopening, seasonApi, SeasonChange, type Season } from '../season.contract.ts'
import type { SeasonData } from './season-page.tsx'
import { seasonWords } from './season-words.ts'

interface Given {
  open: boolean
  onClose: () => void
}

/** Opens a season, changes its days, or opens it again. */
export function SeasonSide(
  given: Given & ({ how: 'open'; unitId: number; data: SeasonData } | { how: 'change' | 'reopen'; season: Season }),
) {
  if (given.how === 'open') return <OpenSide {...given} />
  return given.how === 'change' ? <ChangeSide {...given} /> : <ReopenSide {...given} />
}

const WISH_DAYS = 14
const NEED_DAYS = 21
const inDays = (days: number) => dayAfter(dayOf(new Date()), days)

function Days() {
  const t = useWords(seasonWords)
  return (
    <>
      <Field name="wishesDue" label={t('wishesDue')}>
        <DayInput />
      </Field>
      <Field name="needsDue" label={t('needsDue')}>
        <DayInput />
      </Field>
    </>
  )
}

function Note() {
  const t = useWords(seasonWords)
  return (
    <Field name="note" label={t('note')} hint={t('noteHint')}>
      <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} />
    </Field>
  )
}

function OpenSide({ unitId, data, open, onClose }: Given & { unitId: number; data: SeasonData }) {
  const t = useWords(seasonWords)
  const { year, progress } = data
  const start = useAct(seasonApi.open, { done: (reply) => t('started', reply), then: onClose })
  const { reachable, eligible } = progress
  return (
    <Side title={t('start', { year })} open={open} onClose={onClose}>
      <p>{t('startLead', { reachable, others: eligible - reachable })}</p>
      <EntryForm
        schema={SeasonChange}
        first={{ wishesDue: inDays(WISH_DAYS), needsDue: inDays(NEED_DAYS) }}
        onSend={(fields) => start.mutate({ params: { unitId }, body: { ...fields, schoolYear: year } })}
        sending={start.isPending}
        error={start.error}
        act={t('begin')}
        onCancel={onClose}
      >
        <Days />
        <Note />
      </EntryForm>
    </Side>
  )
}

function ChangeSide({ season, open, onClose }: Given & { season: Season }) {
  const t = useWords(seasonWords)
  const change = useAct(seasonApi.change, { done: () => t('changed'), then: onClose })
  const { id, wishesDue, needsDue, note } = season
  return (
    <Side title={t('change')} open={open} onClose={onClose}>
      <EntryForm
        schema={SeasonChange}
        first={{ wishesDue, needsDue, note: note ?? '' }}
        onSend={(body) => change.mutate({ params: { seasonId: id }, body })}
        sending={change.isPending}
        error={change.error}
        act={t('save')}
        onCancel={onClose}
      >
        <Days />
        <Note />
      </EntryForm>
    </Side>
  )
}

function ReopenSide({ season, open, onClose }: Given & { season: Season }) {
  const t = useWords(seasonWords)
  const reopen = useAct(seasonApi.reopen, { done: () => t('reopened'), then: onClose })
  return (
    <Side title={t('reopenTitle')} open={open} onClose={onClose}>
      <EntryForm
        schema={Reopening}
        first={{ wishesDue: inDays(WISH_DAYS / 2), needsDue: inDays(WISH_DAYS / 2) }}
        onSend={(body) => reopen.mutate({ params: { seasonId: season.id }, body })}
        sending={reopen.isPending}
        error={reopen.error}
        act={t('reopen')}
        onCancel={onClose}
      >
        <Days />
        <Field name="reason" label={t('reason')}>
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={200} />
        </Field>
      </EntryForm>
    </Side>
  )
}
