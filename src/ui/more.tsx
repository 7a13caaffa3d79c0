import { Button } from 'antd'
import { inFigures } from './number.ts'
import { uiWords } from './ui-words.ts'
import { useWords } from './words.ts'

interface Given {
  shown: number
  /** Where the server counts them. */
  total?: number
  page?: number
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown }
}

/** The foot of a keyset-paged list: how much is shown, and the next page. */
export function More({ shown, total, page = 50, query }: Given) {
  const t = useWords(uiWords)
  const all = total === undefined ? undefined : inFigures(total)
  if (all === undefined && !query.hasNextPage) return null
  return (
    <p className="more">
      <span aria-live="polite">
        {all !== undefined &&
          (query.hasNextPage ? t('shown', { shown: inFigures(shown), total: all }) : t('shownAll', { total: all }))}
      </span>
      {query.hasNextPage && (
        <Button onClick={() => void query.fetchNextPage()} loading={query.isFetchingNextPage}>
          {query.isFetchingNextPage
            ? t('moreLoading')
            : t('more', { n: total === undefined ? page : Math.min(page, total - shown) })}
        </Button>
      )}
    </p>
  )
}
