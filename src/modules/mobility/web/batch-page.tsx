import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { dayInWords } from '#shared/day.ts'
import { useAct } from '#ui/act.ts'
import { useParam } from '#ui/address.ts'
import { addressOf, asQuery } from '#ui/api.ts'
import { Go } from '#ui/go.tsx'
import { Page } from '#ui/page.tsx'
import { places } from '#ui/places.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { RuledTable } from '#ui/ruled-table.tsx'
import { uiWords } from '#ui/ui-words.ts'
import { useWords, type Say } from '#ui/words.ts'
import { batchApi, type Batch } from '../batch.contract.ts'
import { batchSteps } from '../batch.rules.ts'
import type { RotationLine } from '../rotation.contract.ts'
import { BatchActs } from './batch-acts.tsx'
import { batchWords } from './batch-words.ts'
import { FormLinks } from './form-links.tsx'
import { OpinionTable } from './opinion-table.tsx'
import { RecallTable } from './recall-table.tsx'
import { RotationTable } from './rotation-table.tsx'
import { ChangeSide } from './sides.ts'
import { mobilityWords } from './words.ts'
import './mobility.css'

/** One batch: where it stands and what it waits for, what the reader can do now, who goes, what schools say, what was done. */
export default function BatchPage() {
  const b = useWords(batchWords)
  const m = useWords(mobilityWords)
  const u = useWords(uiWords)
  const batchId = useParam('batchId')
  const { data: batch } = useSuspenseQuery(asQuery(batchApi.read, { params: { batchId } }))
  return (
    <Page
      title={batch.title}
      crumbs={[
        { text: batch.clusterName, to: places.cluster(batch.clusterId) },
        { text: m('title'), to: places.rotations(batch.clusterId, batch.schoolYear) },
      ]}
      lead={`${u('year', { year: batch.schoolYear })}，${standingOf(b, batch)}`}
      acts={batch.planId && <Go to={places.rotationPlan(batch.planId)}>{b('plan')}</Go>}
    >
      {batch.state !== '已撤销' && <Steps batch={batch} />}
      <BatchActs batch={batch} />
      {batch.state !== '已撤销' && <List batch={batch} />}
      {batch.recalls.length > 0 && <RecallTable rows={batch.recalls} />}
      {batch.state !== '拟定' && batch.opinions.length > 0 && <OpinionTable batch={batch} />}
      <Record batch={batch} />
    </Page>
  )
}

/** What it waits for, or how it ended. */
function standingOf(b: Say<keyof typeof batchWords.zh>, { state, waits, steps }: Batch): string {
  if (state === '已撤销') return b('withdrawnFor', { reason: steps.at(-1)?.words ?? '' })
  return waits ? b('waits', { waits }) : b('done')
}

function Steps({ batch: { state } }: { batch: Batch }) {
  const b = useWords(batchWords)
  const now = batchSteps.indexOf(state as (typeof batchSteps)[number])
  return (
    <ol className="batch-steps" aria-label={b('steps')}>
      {batchSteps.map((one, at) => {
        const isDone = at < now || state === '已生效'
        const how = isDone ? 'isDone' : at === now ? 'isNow' : 'isOpen'
        return (
          <li key={one} className={isDone ? 'step-done' : at === now ? 'step-now' : 'step-open'}>
            <b>{b(`step_${one}`)}</b>
            <br />
            <span className="quiet">{b(how)}</span>
          </li>
        )
      })}
    </ol>
  )
}

function List({ batch }: { batch: Batch }) {
  const b = useWords(batchWords)
  const m = useWords(mobilityWords)
  const remove = useAct(batchApi.remove, {
    done: (_, { params }) => b('removed', { name: batch.lines.find(({ id }) => id === params.rotationId)?.name ?? '' }),
  })
  const mayRemove = batch.can.includes('edit')
  const [changing, setChanging] = useState<RotationLine>()
  const isApproved = batch.state === '区已批准' || batch.state === '已生效'
  return (
    <section className="rotation-part">
      <div className="section-head">
        <h2>{b('list')}</h2>
        {isApproved && batch.can.includes('file') && (
          <FormLinks unitId={batch.clusterId} year={batch.schoolYear} batchId={batch.id} />
        )}
      </div>
      <ProblemNote error={remove.error} />
      <RotationTable
        caption={b('list')}
        rows={batch.lines}
        year={batch.schoolYear}
        empty={m('noneYet')}
        {...(mayRemove && {
          acts: (line) =>
            line.can.includes('remove') && (
              <>
                <Button type="link" size="small" onClick={() => setChanging(line)}>
                  {b('alter')}
                  <span className="unseen">{line.name}</span>
                </Button>
                <Button
                  type="link"
                  size="small"
                  onClick={() => remove.mutate({ params: { batchId: batch.id, rotationId: line.id } })}
                >
                  {b('remove')}
                  <span className="unseen">{line.name}</span>
                </Button>
              </>
            ),
        })}
      />
      {changing && <ChangeSide batchId={batch.id} line={changing} onClose={() => setChanging(undefined)} />}
    </section>
  )
}

function Record({ batch: { id: batchId, steps, decisionName, can, clusterId, title } }: { batch: Batch }) {
  const b = useWords(batchWords)
  const m = useWords(mobilityWords)
  const navigate = useNavigate()
  const drop = useAct(batchApi.drop, {
    done: () => b('dropped', { title }),
    then: () => void navigate({ ...places.rotations(clusterId) } as never),
  })
  return (
    <section className="rotation-part">
      <h2>{b('record')}</h2>
      <RuledTable
        caption={b('record')}
        quiet
        rows={steps}
        rowKey={({ at, kind }) => `${at} ${kind}`}
        columns={[
          { key: 'what', title: m('what'), heads: true, className: 'still', cell: ({ kind }) => kind },
          { key: 'day', title: m('day'), className: 'still', cell: ({ day }) => dayInWords(day) },
          { key: 'number', title: b('number'), className: 'still', cell: ({ number }) => number ?? '—' },
          { key: 'by', title: m('by'), className: 'still', cell: ({ by }) => by },
          { key: 'words', title: m('words'), className: 'wide', cell: ({ words }) => words ?? '—' },
        ]}
      />
      {decisionName && (
        <p className="rotation-file">
          {b('decision')}{' '}
          <a href={addressOf(batchApi.decision, { params: { batchId } })} download>
            {decisionName}
          </a>
        </p>
      )}
      {can.includes('drop') && (
        <p className="rotation-file">
          <Button loading={drop.isPending} onClick={() => drop.mutate({ params: { batchId } })}>
            {b('drop')}
          </Button>
        </p>
      )}
      <ProblemNote error={drop.error} />
    </section>
  )
}
