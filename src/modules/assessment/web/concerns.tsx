import { Button } from 'antd'
import { useState } from 'react'
import { dayInWords, dayOf } from '#shared/day.ts'
import { later } from '#ui/later.tsx'
import { useWords } from '#ui/words.ts'
import type { Concern, Note } from '../concern.contract.ts'
import { targetWords } from './target-words.ts'

/** Fetched when somebody writes: most come to read. */
const NoteForm = later(async () => (await import('./note-form.tsx')).NoteForm)

interface Given {
  concerns: Concern[]
  unitId: number
  may: boolean
}

/** Figures that a reader will ask about, those without an answer first. */
export function Concerns({ concerns, unitId, may }: Given) {
  const t = useWords(targetWords)
  if (concerns.length === 0) return null
  const open = concerns.filter(({ settled }) => !settled).length
  const sorted = [...concerns].sort((a, b) => Number(a.settled) - Number(b.settled))
  return (
    <section className="concerns" aria-labelledby="concerns">
      <div className="section-head">
        <h2 id="concerns">{t('concerns')}</h2>
        <p>{open > 0 ? t('waiting', { n: open }) : t('concernsLead')}</p>
      </div>
      <ul>
        {sorted.map((concern) => (
          <OneConcern key={`${concern.code} ${concern.key}`} concern={concern} unitId={unitId} may={may} />
        ))}
      </ul>
    </section>
  )
}

function OneConcern({ concern, unitId, may }: { concern: Concern; unitId: number; may: boolean }) {
  const t = useWords(targetWords)
  const [writing, setWriting] = useState(false)
  const { name, words, settled, notes } = concern
  const [newest, ...older] = notes
  return (
    <li className={settled ? 'settled' : 'open'}>
      <p className="asked">
        <b>{name}</b>
        {words}
      </p>
      {newest ? <Words note={newest} /> : !may && <p className="quiet">{t('notYet')}</p>}
      {older.length > 0 && (
        <details>
          <summary>{t('noteHistory', { n: older.length })}</summary>
          {older.map((note) => (
            <Words key={note.writtenAt} note={note} />
          ))}
        </details>
      )}
      {may && !writing && (
        <Button size="small" type={settled ? 'default' : 'primary'} onClick={() => setWriting(true)}>
          {t(newest ? 'rewrite' : 'write')}
          <span className="unseen">：{name}</span>
        </Button>
      )}
      {writing && <NoteForm concern={concern} unitId={unitId} onClose={() => setWriting(false)} />}
    </li>
  )
}

function Words({ note }: { note: Note }) {
  const t = useWords(targetWords)
  return (
    <blockquote>
      {note.words}
      <span className="quiet">
        {t('noteBy', { name: note.writtenBy, day: dayInWords(dayOf(new Date(note.writtenAt))) })}
        {!note.current && <span className="old">{t('noteOld')}</span>}
      </span>
    </blockquote>
  )
}
