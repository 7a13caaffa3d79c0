import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useCallback, useEffect, useRef, useState } from 'react'
import { asQuery, call } from '#ui/api.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { momentOf } from '#ui/time.ts'
import { useWords } from '#ui/words.ts'
import { reportApi, type Report, type Wording } from '../report.contract.ts'
import { useDay } from './day.ts'
import { reportWords } from './words.ts'

const PAUSE_MS = 900

/** Every paragraph that may be worded otherwise, in the order of the page. */
export function Wordings({ report }: { report: Report }) {
  const t = useWords(reportWords)
  return (
    <section aria-labelledby="report-words" className="wordings no-print">
      <div className="section-head">
        <h2 id="report-words">{t('words')}</h2>
        <p>{t('wordsLead')}</p>
      </div>
      {report.words.map((wording) => (
        <OneWording key={wording.key} reportId={report.id} wording={wording} />
      ))}
    </section>
  )
}

function OneWording({ reportId, wording }: { reportId: string; wording: Wording }) {
  const t = useWords(reportWords)
  const [compared, compare] = useState(false)
  const stored = wording.words ?? wording.generated
  const { text, type, settle, save } = useSaved(reportId, wording.key, stored)
  const id = `words-${wording.key}`
  return (
    <div className="wording">
      <label htmlFor={id}>{wording.under || t('opening')}</label>
      <Input.TextArea
        id={id}
        value={text}
        autoSize={{ minRows: 2 }}
        onChange={({ target }) => type(target.value)}
        onBlur={settle}
      />
      <p className="wording-state">
        <span>{save.isPending || text.trim() !== stored ? t('unsaved') : <Edited wording={wording} />}</span>
        {wording.words !== null && (
          <>
            <Button size="small" type="link" aria-expanded={compared} onClick={() => compare(!compared)}>
              {t(compared ? 'hide' : 'compare')}
            </Button>
            <Button size="small" type="link" onClick={() => save.mutate(null)}>
              {t('takeBack')}
            </Button>
          </>
        )}
      </p>
      {wording.outdated && <p className="wording-outdated">{t('outdated')}</p>}
      {compared && wording.words !== null && <blockquote className="wording-generated">{wording.generated}</blockquote>}
      <ProblemNote error={save.error} />
    </div>
  )
}

/** Text that saves itself a moment after the last stroke, and when the field or the page is left. */
function useSaved(reportId: string, key: string, stored: string) {
  const queries = useQueryClient()
  const [typed, type] = useState<string>()
  const text = typed ?? stored
  const save = useMutation({
    mutationFn: (words: string | null) => call(reportApi.word, { params: { reportId }, body: { key, words } }),
    onSuccess: (report, words) => {
      queries.setQueryData(asQuery(reportApi.read, { params: { reportId } }).queryKey, report)
      type((now) => (words === null || now?.trim() === words ? undefined : now))
    },
  })
  const latest = useRef({ text, stored })
  latest.current = { text, stored }
  const { mutate } = save
  const settle = useCallback(() => {
    const words = latest.current.text.trim()
    if (words !== '' && words !== latest.current.stored) mutate(words)
  }, [mutate])
  useEffect(() => {
    if (typed === undefined) return undefined
    const timer = setTimeout(settle, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed, settle])
  useEffect(() => settle, [settle])
  return { text, type, settle, save }
}

function Edited({ wording: { editedBy, editedAt } }: { wording: Wording }) {
  const t = useWords(reportWords)
  const day = useDay()
  if (!editedAt) return <>{t('untouched')}</>
  return <>{t('edited', { who: editedBy, day: day(editedAt), clock: momentOf(editedAt).clock })}</>
}
