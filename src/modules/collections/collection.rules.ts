import { dayInWords } from '#shared/day.ts'
import type { Problem } from '#shared/problem.ts'
import type { CollectionState } from './collection.contract.ts'
import { collectionsProblems } from './problems.ts'

export interface CollectionDays {
  from: string
  until: string
  finishedOn: string | null
}

export function stateOf({ from, until, finishedOn }: CollectionDays, today: string): CollectionState {
  if (finishedOn !== null) return '已成册'
  if (today < from) return '未开始'
  return today <= until ? '征稿中' : '编辑中'
}

export function whyNotEnter(days: CollectionDays, today: string): Problem | undefined {
  const state = stateOf(days, today)
  if (state === '已成册') return collectionsProblems.finished()
  if (state === '征稿中') return undefined
  return collectionsProblems.notOpen({ from: dayInWords(days.from), until: dayInWords(days.until) })
}

/** It is finished once nothing more comes in, and something stands in it. */
export function whyNotFinish(days: CollectionDays, today: string, chosen: number): Problem | undefined {
  const state = stateOf(days, today)
  if (state === '已成册') return collectionsProblems.finished()
  if (state !== '编辑中') return collectionsProblems.notClosed({ until: dayInWords(days.until) })
  return chosen === 0 ? collectionsProblems.nothingChosen() : undefined
}

/** The order of a volume once a paper stands at a place, from 1 on, or at none; the others close up. */
export function orderWith(order: readonly string[], id: string, place: number | null): string[] {
  const rest = order.filter((one) => one !== id)
  return place === null ? rest : [...rest.slice(0, place - 1), id, ...rest.slice(place - 1)]
}

const DIGITS = 3

/** 001-题目.docx: in the order of the volume, under names that every system can keep. */
export function fileNameOf({ place, title, name }: { place: number; title: string; name: string }): string {
  return `${String(place).padStart(DIGITS, '0')}-${plain(title)}${endingOf(name)}`
}

/** What cannot stand in the name of a file, and ends of lines, are left out. */
export const plain = (title: string): string => title.replace(/[\\/:*?"<>|\p{Cc}]/gu, '').trim()

/** '.docx', as the file was brought in. */
export const endingOf = (name: string): string => /\.[A-Za-z\d]{1,8}$/.exec(name)?.[0]?.toLowerCase() ?? ''
