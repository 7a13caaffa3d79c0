import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { dayInWords } from '#shared/day.ts'
import { unitApi } from '#modules/organizations/unit.contract.ts'
import { useAct } from '#ui/act.ts'
import { asNumber, useAddress, useParam } from '#ui/address.ts'
import { asQuery } from '#ui/api.ts'
import { Empty } from '#ui/empty.tsx'
import { Go } from '#ui/go.tsx'
import { later } from '#ui/later.tsx'
import { Page } from '#ui/page.tsx'
import { places } from '#ui/places.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { SampleTag } from '#ui/sample-tag.tsx'
import { TableSkeleton } from '#ui/skeleton.tsx'
import { useWords } from '#ui/words.ts'
import { YearPicker } from '#ui/year-picker.tsx'
import { callApi, type Call } from '../call.contract.ts'
import { isOpen } from '../call.rules.ts'
import type { Board } from './board.ts'
import { HandInBoard } from './hand-in-board.tsx'
import { handInWords } from './hand-in-words.ts'
import './import.css'

/** Fetched when a call is opened or changed: most days one comes to see who is late. */
const CallSide = later(async () => (await import('./call-side.tsx')).CallSide)

/** Who has handed in and who is late; one press reminds the others. */
export default function HandInPage() {
  const t = useWords(handInWords)
  const unitId = Number(useParam('unitId'))
  const [address, go] = useAddress()
  const [side, setSide] = useState<Call | 'new'>()
  const { data: unit } = useSuspenseQuery(asQuery(unitApi.read, { params: { unitId } }))
  const { data } = useSuspenseQuery(asQuery(callApi.list, { params: { unitId } }))
  const year = asNumber(address['year'])
  const call = data.calls.find(({ schoolYear }) => schoolYear === year) ?? data.calls[0]
  const toYear = (picked: number) => go({ year: String(picked) })
  const opener = data.years.length > 0 && (
    <Button type={call ? 'default' : 'primary'} onClick={() => setSide('new')}>
      {t('open')}
    </Button>
  )
  return (
    <Page
      title={t('title')}
      tag={unit.sample && <SampleTag />}
      crumbs={[{ text: unit.name, to: places.cluster(unitId) }]}
      lead={t('lead')}
      acts={
        call && (
          <>
            <YearPicker
              label={t('pick')}
              year={call.schoolYear}
              years={data.calls.map(({ schoolYear }) => schoolYear)}
              onPick={toYear}
            />
            {opener}
          </>
        )
      }
    >
      {call ? (
        <CallAtHand key={call.id} call={call} onChange={() => setSide(call)} />
      ) : (
        <Empty title={t('none')}>
          <p>{t('noneLead')}</p>
          {opener}
        </Empty>
      )}
      <CallSide
        key={side === undefined || side === 'new' ? 'new' : side.id}
        unitId={unitId}
        offered={data}
        changed={side === 'new' ? undefined : side}
        open={side !== undefined}
        onClose={() => setSide(undefined)}
        onOpened={toYear}
      />
    </Page>
  )
}

function CallAtHand({ call, onChange }: { call: Call; onChange: () => void }) {
  const t = useWords(handInWords)
  const params = { callId: call.id }
  const { data: board, error } = useQuery(asQuery(callApi.read, { params }))
  const close = useAct(callApi.close, { done: () => ({ text: t('closed'), undo: () => reopen.mutate({ params }) }) })
  const reopen = useAct(callApi.reopen, { done: () => t('reopened') })
  if (!board) return error ? <ProblemNote error={error} /> : <TableSkeleton rows={8} columns={6} />
  const due = board.closedAt ? t('closedOn') : t('dueOn', { day: dayInWords(board.dueOn) })
  return (
    <section className="call" aria-labelledby="call">
      <h2 id="call">{`${t('of', { year: board.schoolYear })}，${due}`}</h2>
      <p>{board.sheets.join('、')}</p>
      {board.note && <p>{board.note}</p>}
      <Counts board={board} />
      <div className="acts">
        <Remind board={board} />
        <Button onClick={onChange}>{t('change')}</Button>
        {board.closedAt ? (
          <Button loading={reopen.isPending} onClick={() => reopen.mutate({ params })}>
            {t('reopen')}
          </Button>
        ) : (
          <Button loading={close.isPending} onClick={() => close.mutate({ params })}>
            {t('close')}
          </Button>
        )}
      </div>
      <HandInBoard board={board} />
    </section>
  )
}

function Counts({ board: { answers } }: { board: Board }) {
  const t = useWords(handInWords)
  const count = (...states: string[]) => answers.filter(({ state }) => states.includes(state)).length
  const [partial, returned] = [count('partial'), count('returned')]
  const counts = {
    all: answers.length,
    given: count('late', 'handed-in', 'accepted'),
    late: count('late'),
    missing: count('missing', 'overdue'),
  }
  return (
    <p className="said">
      {t('counts', counts)}
      {partial > 0 && t('partialToo', { n: partial })}
      {returned > 0 && t('returnedToo', { n: returned })}
    </p>
  )
}

function Remind({ board }: { board: Board }) {
  const t = useWords(handInWords)
  const remind = useAct(callApi.remind, {
    done: ({ told, already }) =>
      told.length > 0 ? t('reminded', { n: told.length }) : t(already.length > 0 ? 'remindedNobody' : 'nobodyToRemind'),
  })
  const open = board.answers.filter(({ state }) => isOpen(state)).length
  const isPartial = board.answers.some(({ state }) => state === 'partial')
  const nobody = remind.data?.nobody ?? []
  return (
    <>
      {open > 0 && !board.closedAt && (
        <Button
          type="primary"
          loading={remind.isPending}
          onClick={() => remind.mutate({ params: { callId: board.id } })}
        >
          {t(isPartial ? 'remindPartial' : 'remind', { n: open })}
        </Button>
      )}
      <ProblemNote error={remind.error} />
      {nobody.length > 0 && (
        <p className="unreached" role="status">
          {t('nobody', { n: nobody.length, names: named(nobody) })}{' '}
          <Go to={places.accounts(board.clusterId)}>{t('toAccounts')}</Go>
        </p>
      )}
    </>
  )
}

/** The first of many, so that the page is not filled with names that the table shows below. */
const named = (schools: readonly { name: string }[]) =>
  schools
    .slice(0, 5)
    .map(({ name }) => name)
    .join('、') + (schools.length > 5 ? '等' : '')
