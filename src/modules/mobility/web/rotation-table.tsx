import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { Go } from '#ui/go.tsx'
import { places } from '#ui/places.ts'
import { RuledTable, type Column } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import type { RotationLine } from '../rotation.contract.ts'
import { loadOf, servedOf, spanOf, wayOf } from './shown.ts'
import { AppraiseSide, WithdrawSide } from './sides.ts'
import { mobilityWords } from './words.ts'

interface Given {
  caption: string
  rows: RotationLine[]
  /** The school year that is looked at: what began earlier says so. */
  year?: number
  empty?: ReactNode
  /** What else can be done with a row. */
  acts?: (line: RotationLine) => ReactNode
}

/** Rotations with what can be done with each. */
export function RotationTable({ caption, rows, year, empty, acts }: Given) {
  const t = useWords(mobilityWords)
  const [doing, setDoing] = useState<{ verb: 'withdraw' | 'appraise'; line: RotationLine }>()
  const close = () => setDoing(undefined)
  const hasActs = acts !== undefined || rows.some(({ can }) => can.includes('appraise') || can.includes('withdraw'))
  const verbs = (line: RotationLine) => (
    <span className="row-acts">
      {line.can.includes('appraise') && (
        <Button type="link" size="small" onClick={() => setDoing({ verb: 'appraise', line })}>
          {t('appraise')}
          <span className="unseen">{line.name}</span>
        </Button>
      )}
      {line.can.includes('withdraw') && (
        <Button type="link" size="small" onClick={() => setDoing({ verb: 'withdraw', line })}>
          {t('withdraw')}
          <span className="unseen">{line.name}</span>
        </Button>
      )}
      {acts?.(line)}
    </span>
  )
  return (
    <>
      <RuledTable
        caption={caption}
        quiet
        rows={rows}
        rowKey={({ id }) => id}
        empty={empty}
        columns={[
          ...useColumns(year),
          ...(hasActs ? [{ key: 'acts', title: t('acts'), acts: true, cell: verbs }] : []),
        ]}
      />
      {doing?.verb === 'withdraw' && <WithdrawSide line={doing.line} onClose={close} />}
      {doing?.verb === 'appraise' && <AppraiseSide line={doing.line} onClose={close} />}
    </>
  )
}

function useColumns(year: number | undefined): Column<RotationLine>[] {
  const t = useWords(mobilityWords)
  return [
    {
      key: 'name',
      title: t('name'),
      heads: true,
      className: 'still',
      cell: ({ id, name }) => <Go to={places.rotation(id)}>{name}</Go>,
    },
    {
      key: 'what',
      className: 'wide',
      title: `${t('subject')}、${t('titleLevel')}`,
      cell: ({ subject, title, backbone }) => [subject, title, backbone].filter(Boolean).join('，') || '—',
    },
    { key: 'way', title: t('way'), className: 'wide', cell: (line) => wayOf(t, line) },
    { key: 'form', title: t('form'), className: 'still', cell: ({ form }) => form },
    { key: 'load', title: t('load'), cell: (line) => loadOf(t, line) },
    { key: 'span', title: t('span'), cell: (line) => spanOf(t, line) },
    {
      key: 'served',
      title: t('served'),
      cell: (line) =>
        year !== undefined && line.schoolYear < year
          ? `${servedOf(t, line)}（${t('runsOn', { year: line.schoolYear })}）`
          : servedOf(t, line),
    },
    { key: 'status', title: t('status'), className: 'still', cell: ({ status }) => status },
  ]
}
