import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { SearchBox } from '#ui/search-box.tsx'
import { tell } from '#ui/told.tsx'
import { useState } from 'react'
import { useAct } from '#ui/act.ts'
import { asQuery } from '#ui/api.ts'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { ProblemNote } from '#ui/problem-view.tsx'
import { useWords } from '#ui/words.ts'
import { z } from 'zod'
import { poolApi, type PoolCandidate } from '../pool.contract.ts'
import { Choice } from './choice.tsx'
import { poolWords } from './pool-words.ts'

const Proposal = z.object({ words: poolApi.propose.body.shape.words })

/** Backbone teachers of the register, put forward in one go; others are found by name. */
export function ProposeSide({ unitId, year, onClose }: { unitId: number; year: number; onClose: () => void }) {
  const p = useWords(poolWords)
  const [q, setQ] = useState('')
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const { data, error } = useQuery({
    ...asQuery(poolApi.candidates, { params: { unitId }, query: { year, q: q || undefined } }),
    placeholderData: keepPreviousData,
  })
  const propose = useAct(poolApi.propose, { done: (reply) => p('proposedDone', reply), then: onClose })
  const send = (words: string | undefined) => {
    if (picked.size === 0) return tell(p('pickFirst'))
    propose.mutate({ params: { unitId }, body: { year, teacherIds: [...picked], words } })
  }
  return (
    <Side title={p('proposeTitle')} open onClose={onClose}>
      <p>{p('proposeLead', { year })}</p>
      <p className="post-find">
        <SearchBox label={p('find')} value={q} onSearch={(text) => setQ(text.trim())} />
      </p>
      <ProblemNote error={error} />
      {data?.candidates.length === 0 && <p>{p(q ? 'foundNone' : 'noCandidates')}</p>}
      {data && data.candidates.length > 0 && (
        <Choice
          label={p('candidates')}
          items={data.candidates}
          keyOf={({ teacherId }) => teacherId}
          picked={picked}
          onPick={setPicked}
        >
          {(one) => <CandidateLine one={one} />}
        </Choice>
      )}
      <EntryForm
        schema={Proposal}
        first={{}}
        onSend={({ words }) => send(words)}
        sending={propose.isPending}
        error={propose.error}
        act={p('proposeAct', { n: picked.size })}
        onCancel={onClose}
      >
        <Field name="words" label={p('reason')}>
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={300} />
        </Field>
      </EntryForm>
    </Side>
  )
}

function CandidateLine({ one: { name, schoolName, stage, subject, level } }: { one: PoolCandidate }) {
  const p = useWords(poolWords)
  return [name, level ?? p('noLevel'), stage, subject, schoolName].filter(Boolean).join('，')
}
