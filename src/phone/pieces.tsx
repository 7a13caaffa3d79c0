import { useId, type InputHTMLAttributes, type ReactNode } from 'react'
import { isAway, wordsOf } from './ask.ts'
import type { Asked } from './use-ask.ts'

/** What went wrong, in a sentence; a reader for the blind hears it at once. */
export function Wrong({ error }: { error: unknown }) {
  return error === undefined ? null : (
    <p className="m-wrong" role="alert">
      {wordsOf(error)}
    </p>
  )
}

/** A field with its name above it and what helps below it. */
export function Field({
  label,
  hint,
  children,
  ...input
}: { label: string; hint?: ReactNode; children?: (id: string) => ReactNode } & Omit<
  InputHTMLAttributes<HTMLInputElement>,
  'children'
>) {
  // prettier-ignore
  const id = useId()
  return (
    <div className="m-field">
      <label htmlFor={id}>{label}</label>
      {children ? (
        children(id)
      ) : (
        <input id={id} {...input} {...(hint !== undefined && { 'aria-describedby': `${id}h` })} />
      )}
      {hint !== undefined && (
        <p id={`${id}h`} className="quiet">
          {hint}
        </p>
      )}
    </div>
  )
}

export function Press({
  children,
  onPress,
  busy = false,
  kind = 'main',
  submit = false,
}: {
  children: ReactNode
  onPress?: () => void
  busy?: boolean
  kind?: 'main' | 'plain'
  submit?: boolean
}) {
  // prettier-ignore
  return (
    <button type={submit ? 'submit' : 'button'} className={`m-press ${kind}`} onClick={onPress} aria-busy={busy} aria-disabled={busy}>
      {children}
    </button>
  )
}

/** What was asked for, or the shape of it, or why it is not there. */
export function Shown<T>({ asked, children }: { asked: Asked<T>; children: (data: T) => ReactNode }) {
  const { data, error, isKept, again } = asked
  if (error !== undefined)
    return (
      <div className="m-part">
        <Wrong error={error} />
        {isAway(error) && (
          <Press kind="plain" onPress={again}>
            再试一次
          </Press>
        )}
      </div>
    )
  if (data === undefined)
    return (
      <div className="m-wait" role="status" aria-label="正在读取">
        <span className="bar" />
        <span className="bar" />
        <span className="bar" />
      </div>
    )
  return (
    <>
      {isKept && <p className="m-note">现在没有网络，下面是上次读到的内容。</p>}
      {children(data)}
    </>
  )
}
