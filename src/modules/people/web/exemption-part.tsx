import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useRef, useState } from 'react'
import { dayInWords } from '#shared/day.ts'
import { addressOf, asQuery, send } from '#ui/api.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { RuledTable } from '#ui/ruled-table.tsx'
import { tell } from '#ui/told.tsx'
import { useWords } from '#ui/words.ts'
import { exemptionApi, type Exemption } from '../exemption.contract.ts'
import { handWords } from './hand-words.ts'
import { inYears } from './in-years.ts'
import { ExemptSide, WithdrawSide } from './sides.ts'
import type { Teacher } from './teacher-page.tsx'

/** Why a teacher need not rotate for a while, as far as the reader may know. */
export function ExemptionPart({ teacher }: { teacher: Teacher }) {
  const h = useWords(handWords)
  const { teacherId } = teacher
  const { data, error } = useQuery(asQuery(exemptionApi.list, { params: { teacherId } }))
  const [adding, setAdding] = useState(false)
  const [ending, setEnding] = useState<Exemption>()
  const may = teacher.can.includes('exempt')
  const actsOf = (one: Exemption) => (
    <span className="year-acts">
      {one.can.includes('proof') && <Attach one={one} />}
      {one.can.includes('withdraw') && (
        <Button type="link" size="small" onClick={() => setEnding(one)}>
          {h('withdraw')}
        </Button>
      )}
    </span>
  )
  return (
    <section className="part">
      <div className="section-head">
        <h2>{h('exemptions')}</h2>
        {may && data && data.kinds.length > 0 && <Button onClick={() => setAdding(true)}>{h('exempt')}</Button>}
      </div>
      <p className="quiet rules-note">{h('exemptionsLead')}</p>
      <ProblemNote error={error} />
      {data?.exemptions.length === 0 && <p>{h('noExemptions')}</p>}
      {data && data.exemptions.length > 0 && (
        <RuledTable
          caption={h('exemptions')}
          quiet
          rows={data.exemptions}
          rowKey={({ id }) => id}
          rowClass={({ withdrawnAt }) => (withdrawnAt ? 'withdrawn' : undefined)}
          columns={[
            {
              key: 'kind',
              title: h('kind'),
              heads: true,
              className: 'still',
              cell: (one) => <Struck one={one}>{one.kind}</Struck>,
            },
            {
              key: 'period',
              title: h('effect'),
              className: 'still',
              cell: ({ years }) => inYears(years) || h('noEffect'),
            },
            {
              key: 'days',
              title: `${h('fromDay')}—${h('untilDay')}`,
              className: 'still',
              cell: ({ fromDay, untilDay }) => h('period', { from: dayInWords(fromDay), until: dayInWords(untilDay) }),
            },
            { key: 'note', title: h('note'), cell: ({ note, withdrawnAt, withdrawnWhy }) => withdrawnAt ? h('withdrawnLine', { why: withdrawnWhy ?? '' }) : (note ?? '—') }, // prettier-ignore
            { key: 'proof', title: h('proof'), cell: (one) => <Proof one={one} /> },
            { key: 'by', title: h('recorded'), className: 'still', cell: ({ recordedBy }) => recordedBy ?? '—' },
            ...(may ? [{ key: 'acts', title: h('acts'), acts: true, cell: actsOf }] : []),
          ]}
        />
      )}
      {adding && data && <ExemptSide teacher={teacher} kinds={data.kinds} onClose={() => setAdding(false)} />}
      {ending && <WithdrawSide exemption={ending} onClose={() => setEnding(undefined)} />}
    </section>
  )
}

const Struck = ({ one, children }: { one: Exemption; children: string }) =>
  one.withdrawnAt ? <span className="struck">{children}</span> : children

function Proof({ one: { id, proofName, can } }: { one: Exemption }) {
  if (!proofName || !can.includes('proof')) return proofName ?? '—'
  return (
    <a href={addressOf(exemptionApi.proof, { params: { exemptionId: id } })} download>
      {proofName}
    </a>
  )
}

/** The way to hand a proof in, or another in its place. */
function Attach({ one }: { one: Exemption }) {
  const h = useWords(handWords)
  const queries = useQueryClient()
  const input = useRef<HTMLInputElement>(null)
  const upload = useMutation({
    mutationFn: (file: File) =>
      send(exemptionApi.attach, { params: { exemptionId: one.id }, body: { file } }, () => {}, new AbortController().signal), // prettier-ignore
    onSuccess: ({ proofName }) => {
      void queries.invalidateQueries()
      tell(h('attached', { name: proofName }))
    },
  })
  return (
    <>
      <input
        ref={input}
        type="file"
        className="unseen"
        tabIndex={-1}
        aria-label={h('attach')}
        accept=".pdf,.jpg,.jpeg,.png"
        onChange={({ target }) => {
          const [file] = target.files ?? []
          if (file) upload.mutate(file)
          target.value = ''
        }}
      />
      <Button
        type="link"
        size="small"
        title={h('proofHint')}
        loading={upload.isPending}
        onClick={() => input.current?.click()}
      >
        {h(one.proofName ? 'replaceProof' : 'attach')}
      </Button>
      <ProblemNote error={upload.error} />
    </>
  )
}
