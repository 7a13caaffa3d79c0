import { Input, type InputRef } from 'antd'
import { useEffect, useRef, useState } from 'react'

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]')

/** A search field that `/` jumps to. Tells what was typed a moment after the last key, never in the middle of an IME word. */
export function SearchBox({
  label,
  value,
  onSearch,
}: {
  label: string
  value: string
  onSearch: (text: string) => void
}) {
  const [text, setText] = useState(value)
  const [composing, setComposing] = useState(false)
  const input = useRef<InputRef>(null)
  useEffect(() => setText(value), [value])
  useEffect(() => {
    const jump = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return
      event.preventDefault()
      input.current?.focus({ cursor: 'all' })
    }
    document.addEventListener('keydown', jump)
    return () => document.removeEventListener('keydown', jump)
  }, [])
  useEffect(() => {
    if (composing || text === value) return
    const later = setTimeout(() => onSearch(text.trim()), 250)
    return () => clearTimeout(later)
  }, [text, composing, value, onSearch])
  return (
    <Input
      ref={input}
      className="search-box"
      type="search"
      aria-label={label}
      placeholder={label}
      value={text}
      maxLength={50}
      onChange={(event) => setText(event.target.value)}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
      suffix={<kbd aria-hidden="true">/</kbd>}
    />
  )
}
