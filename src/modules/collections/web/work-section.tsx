import { Button } from 'antd'
import { sizeInWords } from '#modules/files/file.contract.ts'
import { useAct } from '#ui/act.ts'
import { addressOf, call } from '#ui/api.ts'
import { FileLine } from '#ui/file-line.tsx'
import { ProblemNote } from '#ui/problem-view.tsx'
import { RuledTable, type Column } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import type { Collection } from '../collection.contract.ts'
import { entryApi, type Entry } from '../entry.contract.ts'
import { collectionWords } from './collection-words.ts'

/** What was handed in, as far as the reader may read it; of a finished volume what stands in it. */
export function WorkSection({ collection }: { collection: Collection }) {
  const t = useWords(collectionWords)
  const { id: collectionId, works, finishedOn, can } = collection
  const arrange = useAct(entryApi.place, { done: () => t('arranged') })
  const chosen = works.filter(({ place }) => place !== null).length
  const edits = can.includes('keep')
  const acting = edits || works.some((work) => work.can.length > 0)
  const columns = useColumns(collection)
  const acts: Column<Entry> = {
    key: 'acts',
    title: t('acts'),
    acts: true,
    cell: (entry) => (
      <>
        {edits && !entry.withdrawn && (
          <Arrange
            entry={entry}
            chosen={chosen}
            onPlace={(place) => arrange.mutate({ params: { collectionId, entryId: entry.id }, body: { place } })}
          />
        )}
        <Withdraw collectionId={collectionId} entry={entry} />
      </>
    ),
  }
  const head = finishedOn === null ? t('works') : t('contents')
  return (
    <section className="collection-section" aria-label={head}>
      <h2>{head}</h2>
      {finishedOn === null && <p className="quiet">{edits ? t('worksEdit') : t('worksWho')}</p>}
      <ProblemNote error={arrange.error ?? undefined} />
      {works.length === 0 ? (
        <p>{t('noWorks')}</p>
      ) : (
        <RuledTable
          caption={head}
          quiet
          rows={works}
          rowKey={({ id }) => id}
          columns={acting ? [...columns, acts] : columns}
        />
      )}
    </section>
  )
}

function useColumns({ id: collectionId, finishedOn }: Collection): Column<Entry>[] {
  const t = useWords(collectionWords)
  return [
    { key: 'title', title: t('work'), heads: true, cell: ({ title }) => title },
    {
      key: 'place',
      title: t('place'),
      className: 'still',
      cell: ({ place, withdrawn }) =>
        withdrawn ? t('withdrawn') : (place ?? (finishedOn === null ? '—' : t('notChosen'))),
    },
    { key: 'school', title: t('school'), cell: ({ school }) => school },
    { key: 'authors', title: t('authors'), cell: ({ teachers }) => teachers.map(({ name }) => name).join('、') },
    { key: 'paper', title: t('paper'), cell: (entry) => <Paper collectionId={collectionId} entry={entry} /> },
  ]
}

/** The file, with what its authors say that it is about. */
function Paper({ collectionId, entry: { id: entryId, words, file } }: { collectionId: string; entry: Entry }) {
  const params = { collectionId, entryId }
  return (
    <div className="collection-paper">
      {file && (
        <FileLine
          title={file.name}
          file={file}
          size={sizeInWords(file.bytes)}
          href={addressOf(entryApi.file, { params })}
          text={() => call(entryApi.text, { params })}
        />
      )}
      {words !== '' && <p className="quiet">{words}</p>}
    </div>
  )
}

/** Behind all others, however many have come in the meantime. */
const LAST = 10_000

interface Arranged {
  entry: Entry
  /** How many stand in the volume. */
  chosen: number
  onPlace: (place: number | null) => void
}

function Arrange({ entry, chosen, onPlace }: Arranged) {
  const t = useWords(collectionWords)
  const { place } = entry
  const button = (words: string, name: string, onClick: () => void) => (
    <Button type="link" size="small" aria-label={name} onClick={onClick}>
      {words}
    </Button>
  )
  if (place === null) return button(t('choose'), t('chooseOf', entry), () => onPlace(LAST))
  return (
    <>
      {place > 1 && button(t('up'), t('upOf', entry), () => onPlace(place - 1))}
      {place < chosen && button(t('down'), t('downOf', entry), () => onPlace(place + 1))}
      {place > 2 && button(t('first'), t('firstOf', entry), () => onPlace(1))}
      {button(t('leave'), t('leaveOf', entry), () => onPlace(null))}
    </>
  )
}

function Withdraw({ collectionId, entry }: { collectionId: string; entry: Entry }) {
  const t = useWords(collectionWords)
  const withdraw = useAct(entryApi.withdraw, { done: () => t('withdrawn') })
  if (!entry.can.includes('withdraw')) return null
  return (
    <Button
      type="link"
      size="small"
      aria-label={t('withdrawOf', entry)}
      onClick={() => withdraw.mutate({ params: { collectionId, entryId: entry.id } })}
    >
      {t('withdraw')}
    </Button>
  )
}
