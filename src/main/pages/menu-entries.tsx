import { useLocation } from '@tanstack/react-router'
import { useEffect, useId, useRef, useState } from 'react'
import { Go } from '#ui/go.tsx'
import type { Screen } from '#ui/screen.ts'
import { useWords } from '#ui/words.ts'

export type Entry = NonNullable<Screen['menu']> & { path: string }

export function MenuEntry({ entry, unitId }: { entry: Entry; unitId: number }) {
  const t = useWords(entry.words)
  return (
    <Go to={{ to: entry.path, params: { unitId: String(unitId) } }} current="by-path">
      {t('menu')}
    </Go>
  )
}

interface FoldedProps {
  title: string
  entries: Entry[]
  unitId: number
  /** The last of the bar: what unfolds keeps to its right side. */
  atEnd?: boolean
}

/** Entries that unfold under a button, and fold on Escape, a choice, or a press elsewhere. */
export function FoldedEntries({ title, entries, unitId, atEnd }: FoldedProps) {
  const id = useId()
  const { pathname } = useLocation()
  const [isOpen, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const isHere = entries.some(({ path }) => path.replace('$unitId', String(unitId)) === pathname)
  useEffect(() => setOpen(false), [pathname])
  useEffect(() => {
    if (!isOpen) return
    const onPress = (event: PointerEvent) => !box.current?.contains(event.target as Node) && setOpen(false)
    document.addEventListener('pointerdown', onPress)
    return () => document.removeEventListener('pointerdown', onPress)
  }, [isOpen])
  const onKey = (key: string) => {
    if (key !== 'Escape' || !isOpen) return
    setOpen(false)
    box.current?.querySelector('button')?.focus()
  }
  return (
    <div className={atEnd ? 'more-entries at-end' : 'more-entries'} ref={box} onKeyDown={(event) => onKey(event.key)}>
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={id}
        {...(isHere && { 'data-here': true })}
        onClick={() => setOpen(!isOpen)}
      >
        {title}
      </button>
      <div id={id} hidden={!isOpen}>
        {entries.map((entry) => (
          <MenuEntry key={entry.path} entry={entry} unitId={unitId} />
        ))}
      </div>
    </div>
  )
}
