import { Button } from 'antd'
import { inFigures } from '#ui/number.ts'
import { tell } from '#ui/told.tsx'
import { useWords } from '#ui/words.ts'
import type { RefusedRow, RefusedSheet } from '../correction.contract.ts'
import { sameFaults, stateOf, valueOf } from '../correction.rules.ts'
import type { Chosen } from './correction-grid.tsx'
import { correctionWords } from './correction-words.ts'
import type { Drafts } from './drafts.ts'

interface Given {
  sheet: RefusedSheet
  drafts: Drafts
  chosen: Chosen | undefined
  onChanged: () => void
  onNext: () => void
}

/** What is to be said and done about the chosen cell and its row. */
export function CorrectionFocus({ drafts, chosen, onChanged, onNext }: Given) {
  const t = useWords(correctionWords)
  const row = chosen && drafts.row(chosen.id)
  return (
    <div className="correction-focus">
      <div role="status">{row ? <Said row={row} column={chosen.column} /> : <p className="quiet">{t('hint')}</p>}</div>
      <p className="acts">
        <Button size="small" onClick={onNext}>
          {t('next')}
        </Button>
        {row && <RowActs row={row} column={chosen.column} drafts={drafts} onChanged={onChanged} />}
      </p>
    </div>
  )
}

function Said({ row, column }: { row: RefusedRow; column: string }) {
  const t = useWords(correctionWords)
  const fault = row.faults.find((one) => one.column === column)
  const state = stateOf(row, column)
  const place = t('valueOf', { place: t('rowNumber', { row: row.row }), column })
  const original = t('original', { text: row.cells[column] ?? t('empty') })
  return (
    <p>
      <strong>{place}</strong> {state === 'wrong' && <span className="bad">{fault?.message}</span>}
      {state === 'mended' && `${t('mended')}；${original}`}
      {state === 'changed' && original}
      {row.dropped && t('dropped')}
    </p>
  )
}

function RowActs({
  row,
  column,
  drafts,
  onChanged,
}: { row: RefusedRow; column: string } & Pick<Given, 'drafts' | 'onChanged'>) {
  const t = useWords(correctionWords)
  const state = stateOf(row, column)
  const alike = state === 'mended' ? sameFaults(drafts.rows, row, column) : []
  const act = (work: () => void) => () => {
    work()
    onChanged()
  }
  const changeAll = () => {
    for (const other of alike) drafts.type(other.id, column, valueOf(row, column))
    tell(t('sameDone', { n: inFigures(alike.length) }))
  }
  return (
    <>
      {alike.length > 0 && (
        <Button size="small" type="primary" onClick={act(changeAll)}>
          {t('same', { n: inFigures(alike.length) })}
        </Button>
      )}
      {row.edits[column] !== undefined && (
        <Button size="small" onClick={act(() => drafts.type(row.id, column, row.cells[column] ?? ''))}>
          {t('restore')}
        </Button>
      )}
      <Button size="small" onClick={act(() => drafts.drop(row.id, !row.dropped))}>
        {t(row.dropped ? 'keep' : 'drop')}
      </Button>
    </>
  )
}
