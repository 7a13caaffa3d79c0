import { Button, Input } from 'antd'
import { useState } from 'react'
import { inFigures } from '#ui/number.ts'
import { RuledTable } from '#ui/ruled-table.tsx'
import { tell } from '#ui/told.tsx'
import { useWords } from '#ui/words.ts'
import type { RefusedRow, RowFault } from '../correction.contract.ts'
import { sameFaults, stateOf, valueOf } from '../correction.rules.ts'
import { choicesOf } from './choices.ts'
import type { Mended } from './correction-ways.tsx'
import { correctionWords } from './correction-words.ts'

const PAGE = 50

interface BadCell {
  row: RefusedRow
  fault: RowFault
  /** The first of its row has what concerns the row. */
  first: boolean
}

/** Every cell that is wrong, one after the other, each with a field of its own. */
export function CorrectionList({ sheet, drafts }: Mended) {
  const t = useWords(correctionWords)
  const [shown, setShown] = useState(PAGE)
  const all = drafts.rows.flatMap((row) => row.faults.map((fault, at) => ({ row, fault, first: at === 0 })))
  const cells = all.slice(0, shown)
  const place = (row: RefusedRow) => t('rowNumber', { row: row.row })
  return (
    <section className="correction-list">
      <RuledTable<BadCell>
        caption={t('gridLabel', { sheet: sheet.sheet })}
        quiet
        rows={cells}
        rowKey={({ row, fault }) => `${row.id} ${fault.column}`}
        rowClass={({ row }) => (row.dropped ? 'dropped' : undefined)}
        empty={t('none')}
        columns={[
          {
            key: 'place',
            title: t('place'),
            heads: true,
            className: 'still',
            cell: ({ row, fault }) => (
              <>
                {place(row)}
                <br />
                {fault.column}
              </>
            ),
          },
          {
            key: 'now',
            title: t('now'),
            className: 'wide',
            cell: (cell) => <CellMending cell={cell} sheet={sheet} drafts={drafts} />,
          },
        ]}
      />
      {all.length > shown && (
        <p className="more">
          <span>{t('shown', { shown: inFigures(shown), total: inFigures(all.length) })}</span>
          <Button onClick={() => setShown(shown + PAGE)}>
            {t('more', { n: inFigures(Math.min(PAGE, all.length - shown)) })}
          </Button>
        </p>
      )}
    </section>
  )
}

function CellMending({ cell, sheet, drafts }: { cell: BadCell } & Pick<Mended, 'sheet' | 'drafts'>) {
  const t = useWords(correctionWords)
  const { row, fault } = cell
  return (
    <div className="cell-mending">
      <CellField cell={cell} sheet={sheet} drafts={drafts} />
      <p id={`why-${row.id}-${fault.column}`}>
        {stateOf(row, fault.column) === 'mended' ? t('mended') : fault.message}
      </p>
      <CellActs cell={cell} drafts={drafts} />
    </div>
  )
}

function CellField({ cell, sheet, drafts }: { cell: BadCell } & Pick<Mended, 'sheet' | 'drafts'>) {
  const t = useWords(correctionWords)
  const { row, fault } = cell
  const column = sheet.columns.find(({ title }) => title === fault.column)
  if (!column) return null
  const choices = choicesOf(column)
  const state = stateOf(row, fault.column)
  return (
    <Input
      className="cell-field"
      aria-label={t('valueOf', { place: t('rowNumber', { row: row.row }), column: fault.column })}
      aria-invalid={state === 'wrong'}
      aria-describedby={`why-${row.id}-${fault.column}`}
      {...(state === 'wrong' && !row.dropped && { status: 'error' as const })}
      {...(choices && { list: choices })}
      disabled={row.dropped}
      value={valueOf(row, fault.column)}
      onChange={(event) => drafts.type(row.id, fault.column, event.target.value)}
    />
  )
}

function CellActs({ cell, drafts }: { cell: BadCell } & Pick<Mended, 'drafts'>) {
  const t = useWords(correctionWords)
  const { row, fault, first } = cell
  const alike = stateOf(row, fault.column) === 'mended' ? sameFaults(drafts.rows, row, fault.column) : []
  const changeAll = () => {
    for (const other of alike) drafts.type(other.id, fault.column, valueOf(row, fault.column))
    tell(t('sameDone', { n: inFigures(alike.length) }))
  }
  return (
    <div className="cell-acts">
      {alike.length > 0 && (
        <Button size="small" onClick={changeAll}>
          {t('same', { n: inFigures(alike.length) })}
        </Button>
      )}
      {first && (
        <Button
          size="small"
          aria-label={t(row.dropped ? 'keepRow' : 'dropRow', { row: row.row })}
          onClick={() => drafts.drop(row.id, !row.dropped)}
        >
          {t(row.dropped ? 'keep' : 'drop')}
        </Button>
      )}
    </div>
  )
}
