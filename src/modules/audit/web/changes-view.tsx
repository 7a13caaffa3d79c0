import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { addressOf, asPages } from '#ui/api.ts'
import { More } from '#ui/more.tsx'
import { Page, type Crumb } from '#ui/page.tsx'
import { ProblemNote } from '#ui/problem-view.tsx'
import { RuledTable, type Column } from '#ui/ruled-table.tsx'
import { TableSkeleton } from '#ui/skeleton.tsx'
import { momentOf } from '#ui/time.ts'
import { useWords } from '#ui/words.ts'
import { entryApi, type AuditLine } from '../entry.contract.ts'
import { AuditFilters, useFilter } from './filters.tsx'
import { auditWords } from './words.ts'

type Line = z.infer<typeof AuditLine>

interface Given {
  unitId: number
  /** What one may narrow the search to. */
  units: readonly { id: number; name: string }[]
  crumbs: Crumb[]
  lead?: string
}

/** The record of a unit, newest first; what is looked for stands in the address. */
export function ChangesView({ unitId, units, crumbs, lead }: Given) {
  const t = useWords(auditWords)
  const [filter, some] = useFilter()
  const params = { unitId }
  const list = useInfiniteQuery({
    ...asPages(entryApi.list, { params, query: filter }),
    placeholderData: keepPreviousData,
  })
  const columns = useColumns()
  const lines = list.data?.pages.flatMap(({ entries }) => entries) ?? []
  return (
    <Page
      title={t('title')}
      crumbs={crumbs}
      lead={lead ?? t('lead')}
      acts={
        <>
          <a href={addressOf(entryApi.exportXlsx, { params, query: filter })} download>
            {t('xlsx')}
          </a>
          <a href={addressOf(entryApi.exportCsv, { params, query: filter })} download>
            {t('csv')}
          </a>
        </>
      }
    >
      <div>
        <AuditFilters units={units} />
        <ProblemNote error={list.error} />
        {list.isLoading ? (
          <TableSkeleton rows={14} columns={5} />
        ) : (
          <RuledTable
            caption={t('title')}
            quiet
            rows={lines}
            rowKey={({ id }) => id}
            empty={some ? t('noneFound') : t('none')}
            columns={columns}
          />
        )}
        <More shown={lines.length} query={list} />
      </div>
    </Page>
  )
}

function useColumns(): Column<Line>[] {
  const t = useWords(auditWords)
  const now = momentOf(new Date().toISOString())
  const when = (at: string) => {
    const moment = momentOf(at)
    return t(moment.year === now.year ? 'time' : 'timeLongAgo', { ...moment })
  }
  return [
    {
      key: 'at',
      title: t('at'),
      heads: true,
      className: 'still',
      cell: ({ at }) => <time dateTime={at}>{when(at)}</time>,
    },
    { key: 'who', title: t('who'), className: 'still', cell: ({ actorName }) => actorName },
    {
      key: 'what',
      title: t('what'),
      className: 'still',
      cell: ({ title, result }) => (result === 'refused' ? `${title}（${t('refused')}）` : title),
    },
    { key: 'unit', title: t('unit'), className: 'still', cell: ({ unitName }) => unitName || '—' },
    { key: 'about', title: t('about'), className: 'wide', cell: ({ summary }) => summary },
  ]
}
