import { Button, Input } from 'antd'
import { ProblemNote } from '#ui/problem-view.tsx'
import { useWords } from '#ui/words.ts'
import { reviewWords } from './review-words.ts'

interface Given {
  words: string
  onWords: (words: string) => void
  error: unknown
  sending: boolean
  onSend: (verdict: '通过' | '退回') => void
}

/** What a reviewer says in words, and the verdict. */
export function VerdictFields({ words, onWords, error, sending, onSend }: Given) {
  const t = useWords(reviewWords)
  return (
    <>
      <label>
        {t('words')}
        <Input.TextArea rows={5} maxLength={2000} value={words} onChange={({ target }) => onWords(target.value)} />
      </label>
      <p className="quiet">{t('wordsHint')}</p>
      <ProblemNote error={error} />
      <p className="entry-acts">
        <Button type="primary" loading={sending} onClick={() => onSend('通过')}>
          {t('pass')}
        </Button>
        <Button onClick={() => onSend('退回')}>{t('return')}</Button>
      </p>
    </>
  )
}
