import { useState } from 'react'
import { Field } from '#phone/pieces.tsx'
import type { Told } from './queue.ts'

/** How many came, and which classes: filled in from the booking. */
export function useWhoCame(booked: Told): [Told, React.ReactNode] {
  const [count, setCount] = useState<string>()
  const [classes, setClasses] = useState<string>()
  const told = { headCount: Number(count ?? booked.headCount), classes: classes ?? booked.classes }
  const fields = (
    <>
      <Field
        label="到场人数"
        type="number"
        inputMode="numeric"
        min={1}
        max={20000}
        required
        value={count ?? booked.headCount}
        onChange={(event) => setCount(event.target.value)}
      />{' '}
      {/* prettier-ignore */}
      <Field label="班级" value={told.classes} maxLength={200} onChange={(event) => setClasses(event.target.value)} hint="只写班级或社团，不写学生姓名。" />{' '}
      {/* prettier-ignore */}
    </>
  )
  return [told, fields]
}
