import { Button } from 'antd'
import { useState } from 'react'
import { RuledTable } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import type { Batch, Opinion } from '../batch.contract.ts'
import { batchWords } from './batch-words.ts'
import { StepSide } from './sides.ts'
import { mobilityWords } from './words.ts'

/** What each school says of a batch; whoever answers for one says it here. */
export function OpinionTable({ batch }: { batch: Batch }) {
  const b = useWords(batchWords)
  const m = useWords(mobilityWords)
  const [answering, setAnswering] = useState<Opinion>()
  const { opinions, can } = batch
  const answers = can.includes('opine')
  const word = ({ agrees }: Opinion) => b(agrees === null ? 'silent' : agrees ? 'agrees' : 'objects')
  const isOwn = opinions.length === 1 && opinions[0]!.mine
  const said = opinions.filter(({ agrees }) => agrees !== null).length
  return (
    <section className="rotation-part">
      <h2>{isOwn ? b('ownOpinion') : b('opinionsN', { n: said, all: opinions.length })}</h2>
      <RuledTable
        caption={b('opinions')}
        quiet
        rows={opinions}
        rowKey={({ schoolId }) => schoolId}
        columns={[
          { key: 'school', title: b('school'), heads: true, cell: ({ schoolName }) => schoolName },
          { key: 'opinion', title: b('opinion'), className: 'still', cell: word },
          { key: 'words', title: m('words'), className: 'wide', cell: ({ words }) => words ?? '—' },
          { key: 'by', title: b('saidBy'), className: 'still', cell: ({ by }) => by ?? '—' },
          ...(answers
            ? [
                {
                  key: 'acts',
                  title: m('acts'),
                  acts: true,
                  cell: (one: Opinion) =>
                    one.mine && (
                      <Button type="primary" onClick={() => setAnswering(one)}>
                        {b('opine')}
                      </Button>
                    ),
                },
              ]
            : []),
        ]}
      />
      {answering && <StepSide verb="opine" batch={batch} school={answering} onClose={() => setAnswering(undefined)} />}
    </section>
  )
}
