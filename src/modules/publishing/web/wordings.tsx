import { Button, Input } from 'antd'
import { useState } from 'react'
import { ProblemNote } from '#ui/problem-view.tsx'
import { momentOf } from '#ui/time.ts'
import { useWords } from '#ui/words.ts'
import type { Report, Wording } from '../report.contract.ts'
import { useDay } from './day.ts'
import { useSaved, type Saved } from './saved-words.ts'
import { reportWords } from './words.ts'

interface Given {
  report: Report
  /** Which paragraphs are not on file as they stand in their fields. */
  onOpen: (key: string, isOpen: boolean) => void
}

/** Every paragraph that may be worded otherwise, in the order of the page. */
export function Wordings({ report, onOpen }: Given) {
  const t = useWords(reportWords)
  return (
    <section aria-labelledby="report-words" className="wordings no-print">
      <div className="section-head">
        <h2 id="report-words">{t('words')}</h2>
        <p>{t('wordsLead')}</p>
      </div>
      {report.words.map((wording) => (
        <OneWording key={wording.key} reportId={report.id} wording={wording} onOpen={onOpen} />
      ))}
    </section>
  )
}

function OneWording({ reportId, wording, onOpen }: Pick<Given, 'onOpen'> & { reportId: string; wording: Wording }) {
  const t = useWords(reportWords)
  const [compared, compare] = useState(false)
  const saved = useSaved(reportId, wording, onOpen)
  const { text, type, settle, empty, other, error } = saved
  const id = `words-${wording.key}`
  return (
    <div className="wording">
      <label htmlFor={id}>{wording.under || t('opening')}</label>
      <Input.TextArea
        id={id}
        value={text}
        autoSize={{ minRows: 2 }}
        aria-invalid={empty}
        aria-describedby={`${id}-state`}
        {...(empty && { status: 'error' as const })}
        onChange={({ target }) => type(target.value)}
        onBlur={settle}
      />
      <p className="wording-state" id={`${id}-state`}>
        <State wording={wording} saved={saved} />
        {wording.words !== null && (
          <Button size="small" type="link" aria-expanded={compared} onClick={() => compare(!compared)}>
            {t(compared ? 'hide' : 'compare')}
          </Button>
        )}
        {(wording.words !== null || empty) && other === undefined && (
          <Button size="small" type="link" onClick={saved.takeBack}>
            {t('takeBack')}
          </Button>
        )}
      </p>
      {wording.outdated && <p className="wording-outdated">{t('outdated')}</p>}
      {compared && wording.words !== null && <blockquote className="wording-generated">{wording.generated}</blockquote>}
      <ProblemNote error={error} />
      {other !== undefined && <Other words={other} saved={saved} />}
    </div>
  )
}

function State({ wording, saved }: { wording: Wording; saved: Saved }) {
  const t = useWords(reportWords)
  if (saved.empty) return <span className="wording-empty">{t('empty')}</span>
  if (saved.error) return <span>{t('notSaved')}</span>
  return <span>{saved.unsaved ? t('unsaved') : <Edited wording={wording} />}</span>
}

/** What somebody else wrote meanwhile, and which of the two is to stand. */
function Other({ words, saved }: { words: string; saved: Saved }) {
  const t = useWords(reportWords)
  return (
    <>
      <blockquote className="wording-generated">{words}</blockquote>
      <p className="acts">
        <Button size="small" disabled={saved.empty} onClick={saved.keepMine}>
          {t('keepMine')}
        </Button>
        <Button size="small" onClick={saved.keepOther}>
          {t('keepOther')}
        </Button>
      </p>
    </>
  )
}

function Edited({ wording: { editedBy, editedAt } }: { wording: Wording }) {
  const t = useWords(reportWords)
  const day = useDay()
  if (!editedAt) return <>{t('untouched')}</>
  return <>{t('edited', { who: editedBy, day: day(editedAt), clock: momentOf(editedAt).clock })}</>
}
