import { useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Button, Progress } from 'antd'
import { useEffect, useState } from 'react'
import { jobApi } from '#modules/workbench/job.contract.ts'
import { useAct } from '#ui/act.ts'
import { asQuery, type Received } from '#ui/api.ts'
import { Empty } from '#ui/empty.tsx'
import { ProblemNote } from '#ui/problem-view.tsx'
import { RuledTable } from '#ui/ruled-table.tsx'
import { tell } from '#ui/told.tsx'
import { useWords } from '#ui/words.ts'
import { planApi, type Bend } from '../plan.contract.ts'
import { bendWords } from './plan-figures.ts'
import { PlanTable } from './plan-table.tsx'
import { planWords } from './plan-words.ts'
import { ruleWords } from './rule-words.ts'
import './plan.css'
import type { PartGiven } from './season-page.tsx'
import { TradePicture } from './trade-picture.tsx'

type Plans = Received<typeof planApi.list>
const LOOK_EVERY_MS = 500

/** The plans of a season: made by the planner, changed by hand, chosen between; or why there is none. */
export function PlansPart({ season }: PartGiven) {
  const t = useWords(planWords)
  const { data } = useSuspenseQuery(asQuery(planApi.list, { params: { seasonId: season.id } }))
  const [jobId, setJob] = useState<string>()
  const make = useAct(planApi.make, { then: (reply) => setJob(reply.jobId) })
  const ask = (choices: boolean) => make.mutate({ params: { seasonId: season.id }, body: { choices } })
  return (
    <section className="season-part">
      <p className="quiet">{t('lead')}</p>
      <ProblemNote error={make.error} />
      {data.can.includes('change') && !jobId && (
        <div className="acts">
          <Button type="primary" loading={make.isPending} onClick={() => ask(false)}>
            {t('make')}
          </Button>
          <Button onClick={() => ask(true)}>{t('makeChoices')}</Button>
        </div>
      )}
      {jobId && <AtWork jobId={jobId} seasonId={season.id} onOver={() => setJob(undefined)} />}
      {data.conflict && <Conflict bends={data.conflict} />}
      <Made data={data} />
    </section>
  )
}

function Made({ data: { plans, adopted, can } }: { data: Plans }) {
  const t = useWords(planWords)
  if (plans.length === 0)
    return (
      <Empty title={t('none')}>
        <p>{t('noneLead')}</p>
      </Empty>
    )
  return (
    <>
      <PlanTable key={plans.length} plans={plans} adopted={adopted} mayAdopt={can.includes('adopt')} />
      {plans.length > 1 && <TradePicture plans={plans} />}
    </>
  )
}

/** The planner at work: how far it is, and the way to stop it. */
function AtWork({ jobId, seasonId, onOver }: { jobId: string; seasonId: string; onOver: () => void }) {
  const t = useWords(planWords)
  const queries = useQueryClient()
  const stop = useAct(planApi.cancel)
  const { data: job } = useQuery({
    ...asQuery(jobApi.read, { params: { jobId } }),
    staleTime: 0,
    refetchInterval: LOOK_EVERY_MS,
  })
  const status = job?.status
  useEffect(() => {
    if (status !== 'done' && status !== 'failed') return
    void queries.invalidateQueries({ queryKey: [planApi.list.path] })
    tell(status === 'done' ? t('made') : job?.failure || t('stopped'))
    onOver()
  }, [status])
  return (
    <div className="planning" aria-live="polite">
      <p>{job?.progress?.words || t('making')}</p>
      <Progress percent={Math.round(100 * (job?.progress?.share ?? 0))} aria-label={t('making')} />
      <Button size="small" loading={stop.isPending} onClick={() => stop.mutate({ params: { seasonId } })}>
        {t('stop')}
      </Button>
    </div>
  )
}

function Conflict({ bends }: { bends: readonly Bend[] }) {
  const t = useWords(planWords)
  const r = useWords(ruleWords)
  return (
    <section className="plan-conflict">
      <h2>{t('conflict')}</h2>
      <p>{t('conflictLead')}</p>
      <RuledTable
        caption={t('conflict')}
        quiet
        rows={[...bends]}
        rowKey={({ rule }) => rule}
        columns={[
          { key: 'rule', title: r('bendRule'), heads: true, cell: ({ rule }) => r(`rule_${rule}` as 'rule_moves') },
          { key: 'bend', title: r('bendHow'), className: 'wide', cell: (bend) => bendWords(r, bend) },
        ]}
      />
    </section>
  )
}
