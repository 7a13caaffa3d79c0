import { useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { dayInWords } from '#shared/day.ts'
import { addressOf, asQuery } from '#ui/api.ts'
import { Go } from '#ui/go.tsx'
import { inFigures } from '#ui/number.ts'
import { places } from '#ui/places.ts'
import { RuledTable, type Column } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import { quotaApi, type Application, type Quota } from '../quota.contract.ts'
import { Clause } from './clause.tsx'
import { shortMoment } from './moment.ts'
import type { PartGiven } from './posts-page.tsx'
import { quotaWords } from './quota-words.ts'
import { AllotSide, ApplySide, GrantSide, ResultSide, WithdrawSide } from './sides.ts'
import { postWords } from './words.ts'

type Act = Application['can'][number]
type Doing = { what: 'grant' | 'apply' } | { what: Act; one: Application }

/** The places for senior titles that a cluster shares: given by the district, wanted by schools, decided with who decided. */
export default function QuotaPart({ unitId, year, isGroup }: PartGiven) {
  const t = useWords(postWords)
  const q = useWords(quotaWords)
  const { data } = useSuspenseQuery(asQuery(quotaApi.list, { params: { unitId }, query: { year } }))
  const [doing, setDoing] = useState<Doing>()
  const close = () => setDoing(undefined)
  const { quotas, applications, schools, can } = data
  return (
    <section>
      {quotas.length === 0 && <p className="post-head">{q('leadNone', { year })}</p>}
      <Quotas quotas={quotas} />
      <Clause of="hire" />
      <Clause of="titles" />
      <div className="post-tools">
        {schools.length > 0 && quotas.length > 0 && (
          <Button type="primary" onClick={() => setDoing({ what: 'apply' })}>
            {q('apply')}
          </Button>
        )}
        {can.includes('decide') && (
          <Button {...(quotas.length === 0 && { type: 'primary' })} onClick={() => setDoing({ what: 'grant' })}>
            {q('grant')}
          </Button>
        )}
        <a href={addressOf(quotaApi.export, { params: { unitId }, query: { year } })} download>
          {t('export')}
        </a>
      </div>
      {applications.some(({ masked }) => masked) && <p className="quiet">{t('masked')}</p>}
      <RuledTable
        caption={q('caption')}
        quiet
        rows={applications}
        rowKey={({ id }) => id}
        empty={q('none')}
        columns={useColumns(applications, (what, one) => setDoing({ what, one }))}
      />
      {doing?.what === 'grant' && <GrantSide unitId={unitId} year={year} onClose={close} />}
      {doing?.what === 'apply' && <ApplySide quotas={quotas} schools={schools} onClose={close} />}
      {doing && 'one' in doing && <OneSide doing={doing} isGroup={isGroup} onClose={close} />}
    </section>
  )
}

interface OneGiven {
  doing: { what: Act; one: Application }
  isGroup: boolean
  onClose: () => void
}

function OneSide({ doing: { what, one }, isGroup, onClose }: OneGiven) {
  if (what === 'withdraw') return <WithdrawSide one={one} onClose={onClose} />
  if (what === 'result') return <ResultSide one={one} onClose={onClose} />
  return <AllotSide one={one} kind={what} isGroup={isGroup} onClose={onClose} />
}

function Quotas({ quotas }: { quotas: readonly Quota[] }) {
  const q = useWords(quotaWords)
  if (quotas.length === 0) return null
  return (
    <ul className="post-quotas">
      {quotas.map((quota) => (
        <li key={quota.id}>
          <p className="post-head">{q('quota', { ...quota, left: quota.granted - quota.allotted })}</p>
          {quota.passed + quota.failed > 0 && <p>{q('ended', quota)}</p>}
          {quota.grants.length > 0 && <Grants quota={quota} />}
        </li>
      ))}
    </ul>
  )
}

function Grants({ quota: { grants } }: { quota: Quota }) {
  const q = useWords(quotaWords)
  return (
    <details>
      <summary>{q('grants')}</summary>
      <ul>
        {grants.map(({ id, n, number, givenOn, words }) => (
          <li key={id}>
            {q('grantLine', { day: dayInWords(givenOn), number, n: n > 0 ? `+${n}` : `−${-n}` })}
            {words && `：${words}`}
          </li>
        ))}
      </ul>
    </details>
  )
}

function useColumns(rows: readonly Application[], onAct: (what: Act, one: Application) => void): Column<Application>[] {
  const t = useWords(postWords)
  const q = useWords(quotaWords)
  const acts: Column<Application> = {
    key: 'acts',
    title: t('acts'),
    acts: true,
    cell: (one) => <Acts one={one} onAct={onAct} />,
  }
  return [
    {
      key: 'name',
      title: t('name'),
      heads: true,
      className: 'still',
      cell: ({ teacherId, name }) => <Go to={places.teacher(teacherId)}>{name}</Go>,
    },
    { key: 'school', title: t('school'), className: 'still', cell: ({ schoolName }) => schoolName },
    { key: 'title', title: q('title'), className: 'still', cell: ({ title }) => title },
    { key: 'service', title: q('service'), numeric: true, cell: ({ serviceYears }) => inFigures(serviceYears) },
    { key: 'reasons', title: q('reasons'), className: 'wide', cell: ({ reasons }) => reasons ?? '—' },
    { key: 'status', title: t('status'), className: 'still', cell: ({ status }) => status },
    { key: 'result', title: q('result'), className: 'still', cell: ({ result }) => result ?? '—' },
    { key: 'steps', title: q('steps'), className: 'wide', cell: (one) => <Steps one={one} /> },
    ...(rows.some(({ can }) => can.length > 0) ? [acts] : []),
  ]
}

function Steps({ one: { steps } }: { one: Application }) {
  const q = useWords(quotaWords)
  if (steps.length === 0) return '—'
  return (
    <ul>
      {steps.map(({ what, words, decidedBy, decidedOn, at, byName }) => (
        <li key={at}>
          {q('step', { what, by: decidedBy ?? byName, day: decidedOn ? dayInWords(decidedOn) : shortMoment(at) })}
          {words && `：${words}`}
        </li>
      ))}
    </ul>
  )
}

function Acts({ one, onAct }: { one: Application; onAct: (what: Act, one: Application) => void }) {
  const q = useWords(quotaWords)
  return (
    <span className="post-acts">
      {one.can.map((what) => {
        const act = q(what === 'result' ? 'resultAct' : what)
        const label = q('actOf', { act, name: one.name })
        return (
          <Button key={what} type="link" size="small" aria-label={label} onClick={() => onAct(what, one)}>
            {act}
          </Button>
        )
      })}
    </span>
  )
}
