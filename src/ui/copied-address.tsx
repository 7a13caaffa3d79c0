import { Button, Input } from 'antd'
import { useRef } from 'react'
import { tell } from './told.tsx'
import { uiWords } from './ui-words.ts'
import { useWords } from './words.ts'

/** An address to copy. */
export function CopiedAddress({ address, label }: { address: string; label: string }) {
  const t = useWords(uiWords)
  const field = useRef<HTMLDivElement>(null)
  const copy = async () => {
    const input = field.current?.querySelector('input')
    input?.select()
    // Where the site is not behind https, browsers know only the old way to copy.
    await (navigator.clipboard?.writeText(address) ?? Promise.resolve(document.execCommand('copy')))
    tell(t('copied'))
  }
  return (
    <>
      <div ref={field}>
        <Input readOnly value={address} aria-label={label} onFocus={({ target }) => target.select()} />
      </div>
      <Button type="primary" onClick={() => void copy()}>
        {t('copy')}
      </Button>
    </>
  )
}
