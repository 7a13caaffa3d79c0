import { Button } from 'antd'
import { useState } from 'react'
import { useAct } from '#ui/act.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { useWords } from '#ui/words.ts'
import { batchApi, type Batch } from '../batch.contract.ts'
import { batchWords } from './batch-words.ts'
import { AddSide, FilingSide, StepSide } from './sides.ts'
import type { StepVerb } from './step-sides.tsx'

/** What the reader can do with the batch as it stands: the next step first, the way back last. */
export function BatchActs({ batch }: { batch: Batch }) {
  const b = useWords(batchWords)
  const [doing, setDoing] = useState<StepVerb | 'add' | 'file'>()
  const { can, state } = batch
  const close = () => setDoing(undefined)
  const isEmpty = batch.lines.length === 0
  const button = (verb: StepVerb | 'add' | 'file', words: string, isNext = false) => (
    <Button key={verb} {...(isNext && { type: 'primary' as const })} onClick={() => setDoing(verb)}>
      {words}
    </Button>
  )
  return (
    <>
      <div className="step-acts">
        {can.includes('edit') && button('add', b('addTeacher'), isEmpty)}
        {can.includes('hear') && !isEmpty && button('hear', b('hear'), true)}
        {can.includes('council') && button('council', b('council'), true)}
        {can.includes('approve') && button('approve', b('approve'), true)}
        {can.includes('sendBack') && button('sendBack', b('sendBack'))}
        {can.includes('redraft') && button('redraft', b('redraft'))}
        {can.includes('withdraw') && !can.includes('drop') && button('withdraw', b('withdraw'))}
        {can.includes('activate') && <Activate batch={batch} />}
        {can.includes('file') &&
          batch.lines.length > 0 &&
          button('file', b('filing'), state === '已生效' && !batch.filedOn)}
      </div>
      {doing === 'add' && <AddSide batch={batch} onClose={close} />}
      {doing === 'file' && (
        <FilingSide unitId={batch.clusterId} year={batch.schoolYear} batchId={batch.id} onClose={close} />
      )}
      {/* prettier-ignore */}
      {doing && doing !== 'add' && doing !== 'file' && <StepSide verb={doing} batch={batch} onClose={close} />}
    </>
  )
}

function Activate({ batch }: { batch: Batch }) {
  const b = useWords(batchWords)
  const activate = useAct(batchApi.activate, { done: ({ active }) => b('activated', { n: active }) })
  return (
    <>
      <Button
        title={b('activateLead')}
        loading={activate.isPending}
        onClick={() => activate.mutate({ params: { batchId: batch.id } })}
      >
        {b('activate')}
      </Button>
      <ProblemNote error={activate.error} />
    </>
  )
}
