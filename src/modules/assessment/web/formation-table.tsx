import { Button } from 'antd'
import { decimalsOf, inFigures } from '#ui/number.ts'
import { RuledTable, type Column } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import type { Received } from '#ui/api.ts'
import type { formationApi, FormationSchool, SchoolFlow } from '../formation.contract.ts'
import { percent } from './formation-profile.tsx'
import { formationWords } from './formation-words.ts'

interface Given {
  formation: Received<typeof formationApi.read>
  /** On a phone schools are called by their short names, so that their figures have room. */
  narrow: boolean
  onChoose: (schoolId: number) => void
}

/** The formation as a table: the same schools, the same numbers. */
export function FormationTable({ formation: { held, schools, flows }, narrow, onChoose }: Given) {
  const t = useWords(formationWords)
  const columns: Column<FormationSchool>[] = [
    {
      key: 'name',
      title: t('name'),
      heads: true,
      cell: ({ id, name, shortName }) => (
        <Button type="link" className="as-link" onClick={() => onChoose(id)}>
          {(narrow && shortName) || name}
        </Button>
      ),
    },
    { key: 'distance', title: t('distance'), numeric: true, cell: ({ distance }) => percent(distance) },
    { key: 'stage', title: t('stage'), className: 'still', cell: ({ stages }) => stages.join('、') || '—' },
    { key: 'role', title: t('role'), className: 'still', cell: ({ role }) => role },
    ...held.map(({ code, name, unit }): Column<FormationSchool> => ({
      key: code,
      title: unit === '%' ? `${name}（%）` : `${name}（${unit}）`,
      numeric: true,
      cell: ({ figures }) => inFigures(figures[code]?.value, decimalsOf(unit)),
    })),
    ...flows.flatMap((flow) => exchange(flow, t('given'), t('taken'))),
  ]
  const sorted = [...schools].sort(
    (a, b) => Number(b.role === '牵头校') - Number(a.role === '牵头校') || (a.distance ?? 2) - (b.distance ?? 2),
  )
  return <RuledTable caption={t('table')} quiet matrix rows={sorted} rowKey={({ id }) => id} columns={columns} />
}

/** What each school gives and takes of one kind; a kind of which nothing went has no columns. */
function exchange({ name, title, unit, links }: SchoolFlow, given: string, taken: string): Column<FormationSchool>[] {
  if (links.length === 0) return []
  const sum = (side: 'from' | 'to', id: number) =>
    links.filter((link) => link[side] === id).reduce((total, { weight }) => total + weight, 0)
  return [
    { key: `${name}-from`, title: `${given}${title}（${unit}）`, numeric: true, cell: ({ id }) => sum('from', id) },
    { key: `${name}-to`, title: `${taken}${title}（${unit}）`, numeric: true, cell: ({ id }) => sum('to', id) },
  ]
}
