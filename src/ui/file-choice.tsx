import { Button } from 'antd'
import { useRef, type ReactNode } from 'react'

interface Given {
  /** What the field is called; stands on the button, too, unless the button says something else. */
  label: string
  /** '.xlsx,.csv', 'image/*' */
  accept: string
  onFile: (file: File) => void
  busy?: boolean
  primary?: boolean
  children?: ReactNode
}

/** A button that lets a person choose a file: the same file may be chosen again after it was mended. */
export function FileChoice({ label, accept, onFile, busy = false, primary = false, children = label }: Given) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        className="unseen"
        tabIndex={-1}
        aria-label={label}
        accept={accept}
        onChange={({ target }) => {
          const file = target.files?.[0]
          if (file) onFile(file)
          target.value = ''
        }}
      />
      <Button type={primary ? 'primary' : 'default'} loading={busy} onClick={() => input.current?.click()}>
        {children}
      </Button>
    </>
  )
}
