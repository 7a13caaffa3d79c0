import { Input } from 'antd'
import type { ComponentProps } from 'react'

type Given = Omit<ComponentProps<typeof Input>, 'value' | 'onChange' | 'type'> & {
  value?: string | null
  onChange?: (day: string | undefined) => void
}

/** A day: the browser's own field, which phones and keyboards know best. Emptied, it is no day. */
export function DayInput({ value, onChange, ...rest }: Given) {
  return (
    <Input
      {...rest}
      type="date"
      max="2999-12-31"
      value={value ?? ''}
      onChange={({ target }) => onChange?.(target.value || undefined)}
    />
  )
}
