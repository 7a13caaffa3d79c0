import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { unitApi } from '#modules/organizations/unit.contract.ts'
import { useParam } from '#ui/address.ts'
import { asPages, asQuery } from '#ui/api.ts'
import { More } from '#ui/more.tsx'
import { Page } from '#ui/page.tsx'
import { places } from '#ui/places.ts'
import { RuledTable, type Column } from '#ui/ruled-table.tsx'
import { momentOf } from '#ui/time.ts'
import { useWords } from '#ui/words.ts'
import { entryApi, type AuditLine } from '../entry.contract.ts'
import { auditWords } from './words.ts'

type Line = z.infer<typeof AuditLine>

/** What changed lately in a cluster and its schools, newest first. */
export default function ChangesPage() {
  const t = useWords(auditWords)
  const unitId = Number(useParam('unitId'))
  const { data: unit } = useSuspenseQuery(asQuery(unitApi.read, { params: { unitId } }))
  const list = useSuspenseInfiniteQuery(asPages(entryApi.list, { params: { unitId } }))
  const lines = list.data.pages.flatMap(({ entries }) => entries)
  return (
    <Page title={t('title')} crumbs={[{ text: unit.name, to: places.cluster(unitId) }]} lead={t('lead')}>
      <div>
        <RuledTable
          caption={t('title')}
          quiet
          rows={lines}
          rowKey={({ id }) => id}
          empty={t('none')}
          columns={useColumns()}
        />
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
