import { Button } from 'antd'
import { useSyncExternalStore } from 'react'
import { uiWords } from './ui-words.ts'
import { useWords } from './words.ts'

/** One line about what was just done, and how to take it back. */
export interface Told {
  text: string
  undo?: () => void
}

const SHOWN_MS = 12_000
let now: Told | undefined
let timer: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<() => void>()

function show(told: Told | undefined): void {
  now = told
  for (const listener of listeners) listener()
}

/** Says at the foot of the page what was done; the next thing said takes its place. */
export function tell(said: string | Told): void {
  clearTimeout(timer)
  show(typeof said === 'string' ? { text: said } : said)
  timer = setTimeout(() => show(undefined), SHOWN_MS)
}

const listen = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Where what was done is said; stands once, in the frame of the site. Screen readers hear it when it comes. */
export function ToldLine() {
  const t = useWords(uiWords)
  const told = useSyncExternalStore(listen, () => now)
  return (
    <div className="told" role="status">
      {told && (
        <p>
          <span>{told.text}</span>
          {told.undo && (
            <Button
              size="small"
              onClick={() => {
                told.undo!()
                show(undefined)
              }}
            >
              {t('undo')}
            </Button>
          )}
          <Button size="small" type="text" onClick={() => show(undefined)}>
            {t('gotIt')}
          </Button>
        </p>
      )}
    </div>
  )
}
