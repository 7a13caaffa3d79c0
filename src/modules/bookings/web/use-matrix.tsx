import { FlowMap } from '#ui/flow-map.tsx'
import { RuledTable, type Column } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import type { UseLink } from '../venue-use.contract.ts'
import { Opens } from './use-open.tsx'
import type { VenueUseFigures } from './use-page.tsx'
import { useWordsOfVenues } from './use-words.ts'

type School = VenueUseFigures['schools'][number]

/** More arrows than this nobody can tell apart. */
const MOST = 30

const usesOf = (links: readonly UseLink[]) => links.reduce((sum, { uses }) => sum + uses, 0)

/** Giving down, taking across, with the sums; and the same as arrows on a map. */
export function SchoolMatrix({ data: { links, schools } }: { data: VenueUseFigures }) {
  const t = useWords(useWordsOfVenues)
  const giving = schools.filter(({ id }) => links.some(({ from }) => from === id))
  const taking = schools.filter(({ id }) => links.some(({ to }) => to === id))
  const drawn = links.slice(0, MOST)
  const lost = [...new Set([...giving, ...taking])].filter(({ longitude }) => longitude === null)
  return (
    <section aria-labelledby="venue-use-matrix">
      <h2 id="venue-use-matrix" className="section-head">
        {t('matrix')}
      </h2>
      {links.length === 0 ? (
        <p>{t('matrixNone')}</p>
      ) : (
        <>
          <Matrix {...{ links, giving, taking }} />
          <figure className="venue-use-flow">
            <FlowMap
              places={schools}
              flows={drawn.map(({ from, to, uses }) => ({ from, to, n: uses }))}
              label={t('flow')}
              alt={t('flowAlt', { n: usesOf(drawn) })}
            />
            {links.length > MOST && <figcaption>{t('mostFlows', { n: MOST })}</figcaption>}
            {lost.length > 0 && (
              <figcaption>{t('noPlace', { names: lost.map(({ name }) => name).join('、') })}</figcaption>
            )}
          </figure>
        </>
      )}
    </section>
  )
}

interface Given {
  links: readonly UseLink[]
  giving: School[]
  taking: readonly School[]
}

function Matrix({ links, giving, taking }: Given) {
  const t = useWords(useWordsOfVenues)
  const columns: Column<School>[] = [
    { key: 'giver', title: t('matrixHead'), heads: true, cell: ({ name }) => name, sum: t('sum') },
    ...taking.map((taker): Column<School> => ({
      key: String(taker.id),
      title: taker.name,
      numeric: true,
      cell: (giver) => {
        const n = usesOf(links.filter(({ from, to }) => from === giver.id && to === taker.id))
        return n > 0 && <Opens n={n} what={`${giver.name}→${taker.name}`} open={{ giver: giver.id, taker: taker.id }} />
      },
      sum: <Opens n={usesOf(links.filter(({ to }) => to === taker.id))} what={taker.name} open={{ taker: taker.id }} />,
    })),
    {
      key: 'sum',
      title: t('sum'),
      numeric: true,
      cell: ({ id, name }) => (
        <Opens n={usesOf(links.filter(({ from }) => from === id))} what={name} open={{ giver: id }} />
      ),
      sum: <Opens n={usesOf(links)} what={t('sum')} open={{}} />,
    },
  ]
  return <RuledTable caption={t('matrix')} quiet matrix rows={giving} rowKey={({ id }) => id} columns={columns} />
}
