import { Button, Input, InputNumber } from 'antd'
import { useId } from 'react'
import { useAct } from '#ui/act.ts'
import { useDraft } from '#ui/draft.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { useWords } from '#ui/words.ts'
import { needsApi, type SchoolPage } from '../needs.contract.ts'
import { KeptFields } from './kept-fields.tsx'
import { NeedGrid } from './need-grid.tsx'
import { draftOf, faultsOf, fieldsOf, type Draft } from './needs-draft.ts'
import { needsWords } from './needs-words.ts'

/** What a school fills in and hands in with one press; what is wrong is said where it stands, and nothing typed is lost. */
export function NeedsForm({ schoolId, page }: { schoolId: number; page: SchoolPage }) {
  const t = useWords(needsWords)
  const { typed, type, drop } = useDraft<Draft>(`rotation needs of ${schoolId} in ${page.season.id}`)
  const isFixed = page.fixed !== null
  const draft = typed && !isFixed ? typed : draftOf(page)
  const handIn = useAct(needsApi.handIn, { done: () => t('sent'), then: drop })
  const faults = faultsOf(handIn.error, draft)
  const change = (part: Partial<Draft>) => type({ ...draft, ...part })
  const given = { page, draft, faults, isFixed, onChange: change }
  const params = { seasonId: page.season.id, schoolId }
  return (
    <>
      <NeedGrid {...given} />
      <Caps draft={draft} isFixed={isFixed} onChange={change} />
      <KeptFields {...given} />
      {!isFixed && (
        <section className="season-part">
          <label className="need-note">
            {t('note')}
            <Input.TextArea
              autoSize={{ minRows: 2 }}
              maxLength={500}
              value={draft.note}
              onChange={({ target }) => change({ note: target.value })}
            />
          </label>
          <ProblemNote error={handIn.error} />
          <p className="acts">
            <Button
              type="primary"
              loading={handIn.isPending}
              onClick={() => handIn.mutate({ params, body: fieldsOf(draft) })}
            >
              {t(page.handedInAt ? 'sendAgain' : 'send')}
            </Button>
            {typed && <Button onClick={drop}>{t('giveUp')}</Button>}
            {typed && <span role="status">{t('notSent')}</span>}
          </p>
        </section>
      )}
    </>
  )
}

interface Given {
  draft: Draft
  isFixed: boolean
  onChange: (part: Partial<Draft>) => void
}

const MOST = 99

function Caps({ draft, isFixed, onChange }: Given) {
  const t = useWords(needsWords)
  const [out, come] = [useId(), useId()]
  return (
    <section className="season-part">
      <h2>{t('caps')}</h2>
      <p className="quiet">{t('capsLead')}</p>
      <div className="caps">
        <label htmlFor={out}>
          {t('mostOut')}
          <InputNumber
            id={out}
            className="need-input"
            min={0}
            max={MOST}
            precision={0}
            disabled={isFixed}
            value={draft.mostOut}
            onChange={(mostOut) => onChange({ mostOut })}
          />{' '}
          {/* prettier-ignore */}
        </label>
        <label htmlFor={come}>
          {t('mostIn')}
          <InputNumber
            id={come}
            className="need-input"
            min={0}
            max={MOST}
            precision={0}
            disabled={isFixed}
            value={draft.mostIn}
            onChange={(mostIn) => onChange({ mostIn })}
          />{' '}
          {/* prettier-ignore */}
        </label>
      </div>
    </section>
  )
}
