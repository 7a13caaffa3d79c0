import { Button } from 'antd'
import { useState } from 'react'
import { useAct } from '#ui/act.ts'
import { Go } from '#ui/go.tsx'
import { later } from '#ui/later.tsx'
import { inFigures } from '#ui/number.ts'
import { places } from '#ui/places.ts'
import { RuledTable, type Column } from '#ui/ruled-table.tsx'
import { momentOf } from '#ui/time.ts'
import { useWords } from '#ui/words.ts'
import { callApi, type Answer } from '../call.contract.ts'
import { schoolOf, type Board } from './board.ts'
import { handInWords } from './hand-in-words.ts'

const BackSide = later(async () => (await import('./back-side.tsx')).BackSide)

/** Each school with what it has handed in, those who need somebody's hand first. */
export function HandInBoard({ board }: { board: Board }) {
  const t = useWords(handInWords)
  const [back, setBack] = useState<Answer>()
  const accept = useAct(callApi.judge, {
    done: (_, { params }) => t('accepted', { school: schoolOf(board, params.importId) }),
  })
  const onAccept = ({ importId }: Answer) =>
    accept.mutate({ params: { importId: importId! }, body: { accepted: true } })
  return (
    <>
      <RuledTable
        caption={t('board')}
        rows={board.answers}
        rowKey={({ schoolId }) => schoolId}
        columns={useColumns(board, { onAccept, onBack: setBack })}
      />
      <BackSide board={board} answer={back} open={back !== undefined} onClose={() => setBack(undefined)} />
    </>
  )
}

interface Acts {
  onAccept: (answer: Answer) => void
  onBack: (answer: Answer) => void
}

function useColumns(board: Board, { onAccept, onBack }: Acts): Column<Answer>[] {
  const t = useWords(handInWords)
  const moment = (at: string | null) => (at ? t('moment', { ...momentOf(at) }) : '—')
  const isLate = (state: Answer['state']) => state === 'overdue' || state === 'partial' || state === 'late'
  return [
    {
      key: 'school',
      title: t('school'),
      heads: true,
      cell: ({ schoolId, schoolName }) => <Go to={places.ownHandIn(schoolId)}>{schoolName}</Go>,
    },
    {
      key: 'state',
      title: t('state'),
      className: 'still',
      cell: ({ state, lacking }) => (
        <>
          <span className={isLate(state) ? 'bad' : undefined}>{t(`state_${state}`)}</span>
          {state === 'partial' && (
            <span className="lacking quiet">{t('lacking', { n: lacking.length, sheets: lacking.join('、') })}</span>
          )}
        </>
      ),
    },
    { key: 'when', title: t('when'), className: 'still', cell: ({ at }) => moment(at) },
    { key: 'who', title: t('who'), className: 'still', cell: ({ by }) => by ?? '—' },
    {
      key: 'rows',
      title: t('rows'),
      numeric: true,
      cell: ({ importId, rows }) =>
        importId ? <Go to={places.imports(board.clusterId, importId)}>{inFigures(rows)}</Go> : '—',
    },
    {
      key: 'open',
      title: t('openRows'),
      numeric: true,
      cell: ({ importId, openRows }) =>
        importId && openRows > 0 ? (
          <Go to={places.corrections(board.clusterId, importId)}>{inFigures(openRows)}</Go>
        ) : (
          '—'
        ),
    },
    { key: 'reminded', title: t('remindedAt'), className: 'still', cell: ({ remindedAt }) => moment(remindedAt) },
    {
      key: 'acts',
      acts: true,
      title: t('acts'),
      cell: (answer) =>
        answer.importId &&
        answer.state !== 'returned' && (
          <span className="row-acts">
            {answer.state !== 'accepted' && (
              <Button size="small" onClick={() => onAccept(answer)} aria-label={`${t('accept')} ${answer.schoolName}`}>
                {t('accept')}
              </Button>
            )}
            <Button size="small" onClick={() => onBack(answer)} aria-label={`${t('giveBack')} ${answer.schoolName}`}>
              {t('giveBack')}
            </Button>
          </span>
        ),
    },
  ]
}
