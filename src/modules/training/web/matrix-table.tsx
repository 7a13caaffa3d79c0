import { RuledTable } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import type { Standing } from '../credit.contract.ts'
import { creditWords } from './credit-words.ts'

/** The matrix of a plan: tiers down, fields across; what is missing is said in words. */
export function MatrixTable({ standing: { plan, cells } }: { standing: Standing }) {
  const t = useWords(creditWords)
  return (
    <RuledTable
      caption={t('matrix')}
      matrix
      rows={[...plan.tiers]}
      rowKey={(tier) => tier}
      columns={[
        { key: 'tier', title: t('tier'), heads: true, className: 'still', cell: (tier) => tier },
        ...plan.fields.map((field) => ({
          key: field,
          title: field,
          cell: (tier: string) => <CellText cell={cells.find((one) => one.tier === tier && one.field === field)} />,
        })),
      ]}
    />
  )
}

function CellText({ cell }: { cell: Standing['cells'][number] | undefined }) {
  const t = useWords(creditWords)
  if (!cell || (cell.need === 0 && cell.have === 0)) return '—'
  if (cell.need === 0) return cell.have
  return (
    <>
      {t('need', cell)} <span className="quiet">{cell.missing > 0 ? t('short', { n: cell.missing }) : t('full')}</span>
    </>
  )
}
