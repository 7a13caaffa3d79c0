import type { FormInstance } from 'antd'
import { useState, type ReactNode } from 'react'
import { PlaceFields } from '#ui/place-fields.tsx'

interface FoldGiven {
  words: string
  /** Something in it may be wrong. */
  failed: boolean
  form: FormInstance
  tiles: string | null
  /** Under the place. */
  hint?: string
  children: ReactNode
}

/** What of a form is folded away, since most leave it as it is; at its end the place. */
export function Fold({ words, failed, form, tiles, hint, children }: FoldGiven) {
  const [opened, setOpened] = useState(false)
  return (
    <details
      className="venue-more"
      open={opened || failed}
      onToggle={({ currentTarget }) => setOpened(currentTarget.open)}
    >
      <summary>{words}</summary>
      {children}
      {hint !== undefined && <p className="quiet">{hint}</p>}
      <PlaceFields form={form} points={[]} tiles={tiles} hidden={!opened} />
    </details>
  )
}
