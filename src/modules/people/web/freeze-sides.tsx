import { Button, Input } from 'antd'
import { z } from 'zod'
import { useAct } from '#ui/act.ts'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { inFigures } from '#ui/number.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { useWords } from '#ui/words.ts'
import { eligibleListApi } from '../eligible-list.contract.ts'
import { sum, type School } from './freeze.ts'
import { listWords } from './list-words.ts'

interface Given {
  unitId: number
  year: number
  open: boolean
  onClose: () => void
}

/** What will be frozen, before it is. */
export function FreezeSide({ unitId, year, schools, open, onClose }: Given & { schools: readonly School[] }) {
  const t = useWords(listWords)
  const freeze = useAct(eligibleListApi.freeze, { done: (reply) => t('frozenDone', reply), then: onClose })
  const facts = {
    schools: schools.length,
    teachers: inFigures(sum(schools, ({ teachers }) => teachers)),
    eligible: inFigures(sum(schools, ({ eligible }) => eligible)),
  }
  return (
    <Side title={t('freezeTitle', { year })} open={open} onClose={onClose}>
      <p>{t('freezeLead', facts)}</p>
      <ProblemNote error={freeze.error} />
      <p className="entry-acts">
        <Button
          type="primary"
          loading={freeze.isPending}
          onClick={() => freeze.mutate({ params: { unitId }, body: { year } })}
        >
          {t('freezeAct')}
        </Button>
      </p>
    </Side>
  )
}

const Thawing = z.object({ reason: eligibleListApi.thaw.body.shape.reason })

/** The freeze is lifted with a reason. */
export function ThawSide({ unitId, year, open, onClose }: Given) {
  const t = useWords(listWords)
  const thaw = useAct(eligibleListApi.thaw, { done: (reply) => t('thawed', reply), then: onClose })
  return (
    <Side title={t('thawTitle', { year })} open={open} onClose={onClose}>
      <p>{t('thawLead', { year })}</p>
      <EntryForm
        schema={Thawing}
        first={{}}
        onSend={({ reason }) => thaw.mutate({ params: { unitId }, body: { year, reason } })}
        sending={thaw.isPending}
        error={thaw.error}
        act={t('thaw')}
        onCancel={onClose}
      >
        <Field name="reason" label={t('thawReason')}>
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={200} />
        </Field>
      </EntryForm>
    </Side>
  )
}
