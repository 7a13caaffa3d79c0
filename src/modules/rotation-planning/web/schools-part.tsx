import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useAct } from '#ui/act.ts'
import { asQuery } from '#ui/api.ts'
import { Go } from '#ui/go.tsx'
import { inFigures } from '#ui/number.ts'
import { places } from '#ui/places.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { RuledTable, type Column } from '#ui/ruled-table.tsx'
import { TableSkeleton } from '#ui/skeleton.tsx'
import { momentOf } from '#ui/time.ts'
import { useWords } from '#ui/words.ts'
import { needsApi, type SchoolLine } from '../needs.contract.ts'
import type { PartGiven } from './season-page.tsx'
import { listWords } from './list-words.ts'

/** Who has handed in, who is late; one press reminds the others. */
export function SchoolsPart({ data: { can }, season }: PartGiven) {
  const t = useWords(listWords)
  const params = { seasonId: season.id }
  const { data, error } = useQuery(asQuery(needsApi.board, { params }))
  const remind = useAct(needsApi.remind, {
    done: ({ told }) => (told.length > 0 ? t('remindedSchools', { n: told.length }) : t('remindedAlready')),
  })
  const columns = useColumns()
  const open = data?.schools.filter(({ state }) => state !== 'handed-in').length ?? 0
  const nobody = remind.data?.nobody ?? []
  return (
    <section className="season-part">
      {open > 0 && season.closedAt === null && can.includes('change') && (
        <p className="acts">
          <Button type="primary" loading={remind.isPending} onClick={() => remind.mutate({ params })}>
            {t('remindSchools', { n: open })}
          </Button>
        </p>
      )}
      <ProblemNote error={error ?? remind.error} />
      {nobody.length > 0 && (
        <p role="status">
          {t('nobody', {
            n: nobody.length,
            names: nobody
              .slice(0, 5)
              .map(({ name }) => name)
              .join('、'),
          })}{' '}
          <Go to={places.accounts(season.clusterId)}>{t('toAccounts')}</Go>
        </p>
      )}
      {data ? (
        <RuledTable caption={t('board')} rows={data.schools} rowKey={({ schoolId }) => schoolId} columns={columns} />
      ) : (
        !error && <TableSkeleton rows={10} columns={6} />
      )}
    </section>
  )
}

function useColumns(): Column<SchoolLine>[] {
  const t = useWords(listWords)
  const moment = (at: string | null) => (at ? t('moment', { ...momentOf(at) }) : '—')
  const some = (n: number) => (n > 0 ? inFigures(n) : '—')
  return [
    {
      key: 'school',
      title: t('school'),
      heads: true,
      cell: ({ schoolId, schoolName }) => <Go to={places.rotationNeeds(schoolId)}>{schoolName}</Go>,
    },
    {
      key: 'state',
      title: t('state'),
      className: 'still',
      cell: ({ state }) => <span className={state === 'late' ? 'bad' : undefined}>{t(`state_${state}`)}</span>,
    },
    { key: 'eligible', title: t('eligible'), numeric: true, cell: ({ eligible }) => inFigures(eligible) },
    { key: 'answered', title: t('answered'), numeric: true, cell: ({ answered }) => inFigures(answered) },
    { key: 'lacks', title: t('lacks'), numeric: true, cell: ({ lacks }) => some(lacks) },
    { key: 'spares', title: t('spares'), numeric: true, cell: ({ spares }) => some(spares) },
    { key: 'kept', title: t('kept'), numeric: true, cell: ({ kept }) => some(kept) },
    {
      key: 'caps',
      title: t('caps'),
      className: 'still',
      cell: ({ mostOut, mostIn }) =>
        mostOut === null && mostIn === null ? '—' : `${inFigures(mostOut)}／${inFigures(mostIn)}`,
    },
    { key: 'when', title: t('when'), className: 'still', cell: ({ handedInAt }) => moment(handedInAt) },
    { key: 'who', title: t('who'), className: 'still', cell: ({ handedInBy }) => handedInBy ?? '—' },
    { key: 'reminded', title: t('remindedAt'), className: 'still', cell: ({ remindedAt }) => moment(remindedAt) },
  ]
}
