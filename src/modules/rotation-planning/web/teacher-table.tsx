import { Button } from 'antd'
import { useState } from 'react'
import { Go } from '#ui/go.tsx'
import { later } from '#ui/later.tsx'
import { More } from '#ui/more.tsx'
import { places } from '#ui/places.ts'
import { RuledTable, type Column } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import type { Listed } from '../wish.contract.ts'
import { listWords } from './list-words.ts'
import { teaches } from './teaches.ts'
import { wishWords } from './wish-words.ts'

const WishSide = later(async () => (await import('./wish-side.tsx')).WishSide)

interface Given {
  seasonId: string
  teachers: Listed[]
  mayFill: boolean
  /** On a school's own page the school goes without saying. */
  ownSchool?: boolean
}

const PAGE = 50

/** Who is on the list, why, and what each has answered; who has no account is filled in for. */
export function TeacherTable({ seasonId, teachers, mayFill, ownSchool = false }: Given) {
  const t = useWords(listWords)
  const [filling, setFilling] = useState<Listed>()
  const [pages, setPages] = useState(1)
  const shown = teachers.slice(0, pages * PAGE)
  const columns = useColumns(mayFill ? setFilling : undefined)
  return (
    <>
      <RuledTable
        caption={t('teachers')}
        quiet
        rows={shown}
        rowKey={({ teacherId }) => teacherId}
        columns={columns.filter(({ key }) => !ownSchool || key !== 'school')}
      />
      <More
        shown={shown.length}
        total={teachers.length}
        page={PAGE}
        query={{
          hasNextPage: shown.length < teachers.length,
          isFetchingNextPage: false,
          fetchNextPage: () => setPages(pages + 1),
        }}
      />
      {filling && <WishSide seasonId={seasonId} teacher={filling} onClose={() => setFilling(undefined)} />}
    </>
  )
}

function useColumns(onFill: ((teacher: Listed) => void) | undefined): Column<Listed>[] {
  const t = useWords(listWords)
  const w = useWords(wishWords)
  return [
    {
      key: 'name',
      title: t('name'),
      heads: true,
      className: 'still',
      cell: ({ teacherId, name }) => <Go to={places.teacher(teacherId)}>{name}</Go>,
    },
    { key: 'school', title: t('school'), className: 'wide', cell: ({ schoolName }) => schoolName },
    {
      key: 'subject',
      title: t('subject'),
      className: 'still',
      cell: teaches,
    },
    { key: 'backbone', title: t('backbone'), className: 'still', cell: ({ backbone }) => backbone ?? '—' },
    { key: 'by', title: t('by'), className: 'wide', cell: ({ reason }) => reason },
    { key: 'wish', title: t('wish'), className: 'wide', cell: (one) => <Said one={one} /> },
    { key: 'ranked', title: t('ranked'), className: 'wide', cell: ({ ranked }) => ranked.join('、') || '—' },
    {
      key: 'request',
      title: t('request'),
      className: 'still',
      cell: ({ request }) => (request ? w(request) : '—'),
    },
    ...(onFill
      ? [
          {
            key: 'acts',
            title: t('acts'),
            acts: true,
            cell: (one: Listed) =>
              (one.attitude === null || one.onBehalfBy !== null) && (
                <Button size="small" aria-label={t('fillFor', { name: one.name })} onClick={() => onFill(one)}>
                  {t('fill')}
                </Button>
              ),
          },
        ]
      : []),
  ]
}

function Said({ one: { attitude, why, onBehalfBy, hasAccount } }: { one: Listed }) {
  const t = useWords(listWords)
  const w = useWords(wishWords)
  if (!attitude) return <span className="quiet">{t(hasAccount ? 'notYet' : 'noAccount')}</span>
  return (
    <>
      {w(attitude)}
      {why && `：${why}`}
      {onBehalfBy && <span className="quiet">（{t('onBehalf', { by: onBehalfBy })}）</span>}
    </>
  )
}
