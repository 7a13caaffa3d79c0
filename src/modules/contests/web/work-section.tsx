import { Button } from 'antd'
import { sizeInWords } from '#modules/files/file.contract.ts'
import { useAct } from '#ui/act.ts'
import { addressOf } from '#ui/api.ts'
import { RuledTable, type Column } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import type { Contest } from '../contest.contract.ts'
import { entryApi, type Entry } from '../entry.contract.ts'
import { contestWords } from './contest-words.ts'

/** The works that the reader may know by name; once results are out, what won. */
export function WorkSection({ contest }: { contest: Contest }) {
  const t = useWords(contestWords)
  const { works, announcedOn } = contest
  const columns = useColumns(contest)
  const head = announcedOn === null ? t('works') : t('results')
  return (
    <section className="contest-section" aria-label={head}>
      <h2>{head}</h2>
      {announcedOn === null && <p className="quiet">{t('worksWho')}</p>}
      {works.length === 0 ? (
        <p>{t('noWorks')}</p>
      ) : (
        <RuledTable caption={head} quiet rows={inOrder(contest)} rowKey={({ id }) => id} columns={columns} />
      )}
    </section>
  )
}

const ranks = ['一等奖', '二等奖', '三等奖', null]

/** By group, the better prize first. */
const inOrder = ({ works, groups }: Contest): Entry[] => {
  const groupOf = ({ group }: Entry) => groups.findIndex(({ name }) => name === group)
  return [...works].sort(
    (a, b) => groupOf(a) - groupOf(b) || ranks.indexOf(a.prize) - ranks.indexOf(b.prize) || a.number - b.number,
  )
}

function useColumns({ id: contestId, works, announcedOn }: Contest): Column<Entry>[] {
  const t = useWords(contestWords)
  const isOffice = works.some(({ due }) => due !== null)
  const acts = works.some(({ can }) => can.length > 0)
  return [
    { key: 'title', title: t('work'), heads: true, cell: (entry) => <Title contestId={contestId} entry={entry} /> },
    { key: 'number', title: t('number'), className: 'still', cell: (entry) => t('numberOf', entry) },
    { key: 'group', title: t('group'), className: 'still', cell: ({ group }) => group },
    { key: 'school', title: t('school'), cell: ({ school }) => school },
    { key: 'who', title: t('who'), cell: ({ teachers }) => teachers.map(({ name }) => name).join('、') },
    ...(isOffice
      ? [{ key: 'scored', title: t('scored'), className: 'still', cell: ({ scored, due }: Entry) => due === null ? '—' : t('scoredOf', { scored: scored ?? 0, due }) }] // prettier-ignore
      : []),
    { key: 'score', title: t('score'), numeric: true, cell: ({ score }) => score ?? '—' },
    {
      key: 'prize',
      title: announcedOn === null ? `${t('prize')}（${t('prizeNow')}）` : t('prize'),
      className: 'still',
      cell: ({ prize, withdrawn }) => (withdrawn ? t('withdrawn') : (prize ?? '—')),
    },
    ...(acts ? [{ key: 'acts', title: t('acts'), acts: true, cell: (entry: Entry) => <Withdraw contestId={contestId} entry={entry} /> }] : []), // prettier-ignore
  ]
}

function Title({ contestId, entry }: { contestId: string; entry: Entry }) {
  const { title, address, file, id: entryId } = entry
  if (file) {
    const href = addressOf(entryApi.file, { params: { contestId, entryId } })
    return (
      <>
        {title}{' '}
        <a href={href} download={file.name}>
          {`${file.name}（${sizeInWords(file.bytes)}）`}
        </a>
      </>
    )
  }
  if (!address) return title
  return (
    <a href={address} target="_blank" rel="noreferrer">
      {title}
    </a>
  )
}

function Withdraw({ contestId, entry }: { contestId: string; entry: Entry }) {
  const t = useWords(contestWords)
  const withdraw = useAct(entryApi.withdraw, { done: () => t('withdrawn') })
  if (!entry.can.includes('withdraw')) return null
  return (
    <Button
      type="link"
      size="small"
      aria-label={t('withdrawOf', entry)}
      onClick={() => withdraw.mutate({ params: { contestId, entryId: entry.id } })}
    >
      {t('withdraw')}
    </Button>
  )
}
