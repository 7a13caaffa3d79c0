import { Button } from 'antd'
import { inFigures } from '#ui/number.ts'
import { RuledTable } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import type { Candidate } from '../plan.contract.ts'
import type { ViewGiven } from './plan-page.tsx'
import { teaches } from './teaches.ts'
import { boardWords } from './board-words.ts'

interface Line extends Candidate {
  to: number
}

/** Who goes, by name: from where to where, and how it suits what they wished. */
export function PeopleTable({ data, draft, onPick }: ViewGiven) {
  const t = useWords(boardWords)
  const nameOf = new Map(data.schools.map(({ schoolId, name }) => [schoolId, name]))
  const longer = new Map(
    data.moves.map(({ teacherId, toSchoolId, longerBy }) => [`${teacherId} ${toSchoolId}`, longerBy]),
  )
  const lines = data.candidates.flatMap((one): Line[] => {
    const to = draft.now.get(one.teacherId)
    return to === undefined ? [] : [{ ...one, to }]
  })
  const choice = ({ ranked, to, attitude }: Line) => {
    if (ranked.length === 0) return t(`attitude_${attitude}`)
    const rank = ranked.indexOf(to)
    return rank < 0 ? t('choiceNone') : t('choiceN', { n: rank + 1 })
  }
  const wayOf = (line: Line) => {
    const by = longer.get(`${line.teacherId} ${line.to}`)
    return by === undefined ? '—' : inFigures(by / 1000, 1)
  }
  return (
    <RuledTable
      caption={t('people')}
      quiet
      rows={lines}
      rowKey={({ teacherId }) => teacherId}
      empty={t('noMoves')}
      columns={[
        { key: 'name', title: t('teacher'), heads: true, className: 'still', cell: ({ teacherId, name }) => <Button type="link" size="small" className="name-button" onClick={() => onPick(teacherId)}>{name}</Button> },
        { key: 'subject', title: t('subject'), className: 'still', cell: teaches },
        { key: 'backbone', title: t('backbone'), className: 'still', cell: ({ backbone }) => (backbone ? t('yes') : '—') },
        { key: 'from', title: t('from'), className: 'wide', cell: ({ schoolId }) => nameOf.get(schoolId) },
        { key: 'to', title: t('to'), className: 'wide', cell: ({ to }) => nameOf.get(to) },
        { key: 'choice', title: t('choice'), className: 'still', cell: choice },
        { key: 'way', title: t('longer'), numeric: true, cell: wayOf },
      ]}
    /> // prettier-ignore
  )
}
