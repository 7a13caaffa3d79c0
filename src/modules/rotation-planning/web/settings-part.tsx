import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useAct } from '#ui/act.ts'
import { asQuery, type Received } from '#ui/api.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { TableSkeleton } from '#ui/skeleton.tsx'
import { useWords } from '#ui/words.ts'
import { settingApi } from '../setting.contract.ts'
import { defaultWeights } from '../setting.rules.ts'
import { RuleTable } from './rule-table.tsx'
import type { PartGiven } from './season-page.tsx'
import { settingWords } from './setting-words.ts'
import { StandingTable } from './standing-table.tsx'
import { Weights } from './weights.tsx'

export type Settings = Received<typeof settingApi.read>
export type SettingDraft = Pick<Settings, 'rules' | 'weights' | 'keptPercent'>

/** What every plan keeps, and what comes first where not all can be had. */
export function SettingsPart({ season }: PartGiven) {
  const params = { seasonId: season.id }
  const { data, error } = useQuery(asQuery(settingApi.read, { params }))
  if (!data) return error ? <ProblemNote error={error} /> : <TableSkeleton rows={10} columns={3} />
  return (
    <>
      <Numbers seasonId={season.id} data={data} />
      <StandingTable seasonId={season.id} standings={data.standings} />
    </>
  )
}

const KEPT_PERCENT = 20

function Numbers({ seasonId, data }: { seasonId: string; data: Settings }) {
  const t = useWords(settingWords)
  const { rules, weights, keptPercent, defaults } = data
  const [draft, setDraft] = useState<SettingDraft>({ rules, weights, keptPercent })
  const save = useAct(settingApi.save, { done: () => t('saved') })
  const change = (part: Partial<SettingDraft>) => setDraft({ ...draft, ...part })
  const reset = () => setDraft({ rules: defaults, weights: defaultWeights, keptPercent: KEPT_PERCENT })
  return (
    <section className="season-part">
      <h2>{t('weights')}</h2>
      <p className="quiet">{t('weightsLead')}</p>
      <Weights value={draft.weights} onChange={(to) => change({ weights: to })} />
      <h2>{t('rules')}</h2>
      <RuleTable data={data} draft={draft} error={save.error} onChange={change} />
      <p className="acts">
        <Button
          type="primary"
          loading={save.isPending}
          onClick={() => save.mutate({ params: { seasonId }, body: draft })}
        >
          {t('save')}
        </Button>
        <Button onClick={reset}>{t('reset')}</Button>
      </p>
    </section>
  )
}
