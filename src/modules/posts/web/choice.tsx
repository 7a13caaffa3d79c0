import { Button, Checkbox } from 'antd'
import type { ReactNode } from 'react'
import { useWords } from '#ui/words.ts'
import { poolWords } from './pool-words.ts'

interface Given<T> {
  label: string
  items: readonly T[]
  keyOf: (item: T) => string
  picked: ReadonlySet<string>
  onPick: (picked: ReadonlySet<string>) => void
  children: (item: T) => ReactNode
}

/** A list of which some are picked; one press picks all or none. */
export function Choice<T>({ label, items, keyOf, picked, onPick, children }: Given<T>) {
  const t = useWords(poolWords)
  const keys = items.map(keyOf)
  const all = keys.length > 0 && keys.every((key) => picked.has(key))
  const toggle = (key: string) => {
    const next = new Set(picked)
    if (!next.delete(key)) next.add(key)
    onPick(next)
  }
  return (
    <div role="group" aria-label={label}>
      <Button
        type="link"
        size="small"
        onClick={() => onPick(new Set(all ? [...picked].filter((key) => !keys.includes(key)) : [...picked, ...keys]))}
      >
        {t(all ? 'pickNone' : 'pickAll')}
      </Button>
      <span className="quiet">{t('picked', { n: picked.size })}</span>
      <div className="post-choice" tabIndex={0}>
        {items.map((item) => (
          <Checkbox key={keyOf(item)} checked={picked.has(keyOf(item))} onChange={() => toggle(keyOf(item))}>
            {children(item)}
          </Checkbox>
        ))}
      </div>
    </div>
  )
}
