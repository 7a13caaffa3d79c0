import { Button } from 'antd'
import { useId, useState, type ReactNode } from 'react'
import { uiWords } from './ui-words.ts'
import { useNarrow } from './use-narrow.ts'
import { useWords } from './words.ts'

interface Given {
  /** What the list is narrowed to, in words. */
  active: readonly string[]
  onClear: () => void
  /** The one field that stays in sight on a phone. */
  first?: ReactNode
  className?: string
  children: ReactNode
}

/** What narrows a list, in a row; on a phone folded behind one button, beside which stands what is chosen. */
export function Filters({ active, onClear, first, className = '', children }: Given) {
  const t = useWords(uiWords)
  const narrow = useNarrow()
  const [open, setOpen] = useState(false)
  const parts = useId()
  return (
    <div className={`filters ${className}`}>
      {first}
      {narrow && (
        <Button aria-expanded={open} aria-controls={parts} onClick={() => setOpen(!open)}>
          {t('filter')} <span aria-hidden="true">{open ? '▴' : '▾'}</span>
        </Button>
      )}
      {narrow && !open && active.length > 0 && <span>{active.join('、')}</span>}
      <div id={parts} className="filters-parts" hidden={narrow && !open}>
        {children}
      </div>
      {active.length > 0 && (
        <Button type="link" onClick={onClear}>
          {t('clearFilters')}
        </Button>
      )}
    </div>
  )
}
