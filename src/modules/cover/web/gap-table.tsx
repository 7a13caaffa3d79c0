import { Button } from 'antd'
import { useState } from 'react'
import { useAct } from '#ui/act.ts'
import { Go } from '#ui/go.tsx'
import { places } from '#ui/places.ts'
import { RuledTable } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import type { GapLine } from '../gap.contract.ts'
import { givenApi } from '../given.contract.ts'
import { coverWords } from './cover-words.ts'
import { whenOf } from './day-words.ts'
import { ContestSide } from './sides.ts'

/** The lessons missed in a week, each with what has become of it. */
export function GapTable({ gaps, withSchool }: { gaps: readonly GapLine[]; withSchool: boolean }) {
  const t = useWords(coverWords)
  const [contested, setContested] = useState<GapLine>()
  const acts = (gap: GapLine) => <Acts gap={gap} onContest={() => setContested(gap)} />
  const mayAct = gaps.some(({ can }) => can.includes('confirm') || can.includes('contest'))
  const stateOf = (gap: GapLine) =>
    [t(`state_${gap.state}`, { asked: gap.asked, name: gap.takenName, school: gap.takenSchool }), gap.given]
      .filter(Boolean)
      .join('，')
  return (
    <>
      <RuledTable
        caption={t('gaps')}
        quiet
        rows={[...gaps]}
        rowKey={({ id }) => id}
        empty={t('noGaps')}
        columns={[
          {
            key: 'when',
            title: t('when'),
            heads: true,
            className: 'still',
            cell: (gap) => <Go to={places.gap(gap.id)}>{t('whenLine', whenOf(gap))}</Go>,
          },
          {
            key: 'lesson',
            title: t('lesson'),
            className: 'still',
            cell: ({ className, subject }) => `${className} ${subject}`,
          },
          ...(withSchool
            ? [{ key: 'school', title: t('school'), className: 'still', cell: ({ schoolName }: GapLine) => schoolName }]
            : []),
          { key: 'absent', title: t('absent'), className: 'still', cell: ({ absentName }) => absentName },
          {
            key: 'state',
            title: t('state'),
            cell: (gap) => <span className={gap.state === 'nobody' ? 'bad' : ''}>{stateOf(gap)}</span>,
          },
          ...(mayAct ? [{ key: 'acts', title: t('acts'), acts: true, cell: acts }] : []),
        ]}
      />
      {contested && <ContestSide gapId={contested.id} onClose={() => setContested(undefined)} />}
    </>
  )
}

export function Acts({ gap, onContest }: { gap: GapLine; onContest: () => void }) {
  const t = useWords(coverWords)
  const confirm = useAct(givenApi.confirmGap, { done: () => t('confirmed') })
  const lesson = `${t('whenLine', whenOf(gap))} ${gap.className}`
  if (!gap.can.includes('confirm') && !gap.can.includes('contest')) return '—'
  return (
    <span className="row-acts">
      {gap.can.includes('confirm') && (
        <Button
          size="small"
          aria-label={`${t('confirm')}：${lesson}`}
          loading={confirm.isPending}
          onClick={() => confirm.mutate({ params: { gapId: gap.id } })}
        >
          {t('confirm')}
        </Button>
      )}
      {gap.can.includes('contest') && (
        <Button size="small" type="link" aria-label={`${t('contest')}：${lesson}`} onClick={onContest}>
          {t('contest')}
        </Button>
      )}
    </span>
  )
}
