import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { Problem } from '#shared/problem.ts'
import { asQuery, call } from '#ui/api.ts'
import { reportApi, type Wording } from '../report.contract.ts'

const PAUSE_MS = 900

export interface Saved {
  text: string
  type: (text: string) => void
  settle: () => void
  /** Nothing stands in the field: nothing is saved until something does. */
  empty: boolean
  unsaved: boolean
  /** What somebody else put there while this was written. */
  other: string | undefined
  error: unknown
  takeBack: () => void
  keepMine: () => void
  keepOther: () => void
}

/** Text that saves itself a moment after the last stroke, and when the field or the page is left. */
export function useSaved(
  reportId: string,
  { key, words, generated }: Wording,
  onOpen: (key: string, isOpen: boolean) => void,
): Saved {
  const stored = words ?? generated
  const { typed, type, from, rebase } = useTyped(stored)
  const text = typed ?? stored
  const save = useSave(reportId, key, (sent, now) => {
    rebase(now)
    type((still) => (still === undefined || sent === null || still.trim() === sent ? undefined : still))
  })
  const other = otherIn(save.error)
  const latest = useRef({ text, from })
  latest.current = { text, from }
  const { mutate, isPending } = save
  const waits = isPending || other !== undefined
  const settle = useCallback(() => {
    const { text: now, from: began } = latest.current
    if (waits || now.trim() === '') return
    if (now.trim() === began) type(undefined)
    else mutate({ words: now.trim(), from: began })
  }, [mutate, waits, type])
  useSettling(typed, settle)
  const empty = text.trim() === ''
  const isOpen = empty || save.error !== null
  useEffect(() => {
    onOpen(key, isOpen)
    return () => onOpen(key, false)
  }, [onOpen, key, isOpen])
  const drop = () => {
    save.reset()
    type(undefined)
  }
  return {
    text,
    type,
    settle,
    empty,
    unsaved: isPending || text.trim() !== stored,
    other,
    error: save.error,
    takeBack: () => (words === null ? drop() : mutate({ words: null, from: stored })),
    keepMine: () => mutate({ words: text.trim(), from: other! }),
    keepOther: () => {
      drop()
      save.refetch()
    },
  }
}

/** What was typed, and over what: that stays while somebody else's words come in from elsewhere. */
function useTyped(stored: string) {
  const [typed, type] = useState<string>()
  const [base, rebase] = useState(stored)
  useEffect(() => {
    if (typed === undefined) rebase(stored)
  }, [typed, stored])
  return { typed, type, from: typed === undefined ? stored : base, rebase }
}

function useSettling(typed: string | undefined, settle: () => void): void {
  useEffect(() => {
    if (typed === undefined) return undefined
    const timer = setTimeout(settle, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed, settle])
  const last = useRef(settle)
  last.current = settle
  useEffect(() => () => last.current(), [])
}

interface Sent {
  words: string | null
  from: string
}

function useSave(reportId: string, key: string, then: (sent: string | null, now: string) => void) {
  const queries = useQueryClient()
  const { queryKey } = asQuery(reportApi.read, { params: { reportId } })
  const save = useMutation({
    mutationFn: (sent: Sent) => call(reportApi.word, { params: { reportId }, body: { key, ...sent } }),
    onSuccess: (report, { words }) => {
      queries.setQueryData(queryKey, report)
      const now = report.words.find((one) => one.key === key)
      then(words, now?.words ?? now?.generated ?? '')
    },
  })
  return { ...save, refetch: () => void queries.invalidateQueries({ queryKey }) }
}

function otherIn(error: unknown): string | undefined {
  const isOther = error instanceof Problem && error.code === 'publishing.wordsMoved'
  return isOther ? String(error.facts['words']) : undefined
}
