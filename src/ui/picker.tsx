interface Given<V extends string | number> {
  label: string
  value: V | undefined
  options: readonly { value: V; label: string }[]
  onPick: (value: V | undefined) => void
  /** What stands for no choice; left out, one must be chosen. */
  all?: string
}

/** Chooses one of a few: the browser's own list, which phones, keyboards and screen readers know best. */
export function Picker<V extends string | number>({ label, value, options, onPick, all }: Given<V>) {
  return (
    <select
      className="picker"
      aria-label={label}
      value={value ?? ''}
      onChange={({ target }) => onPick(options.find((option) => String(option.value) === target.value)?.value)}
    >
      {all !== undefined && <option value="">{all}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}
