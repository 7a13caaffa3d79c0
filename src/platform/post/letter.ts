export const channels = ['mail', 'webhook'] as const
export type Channel = (typeof channels)[number]

/** Whose bot listens behind a webhook: 企业微信, 钉钉, or a program of the house that takes plain JSON. */
export const bots = ['wecom', 'dingtalk', 'json'] as const
export type Bot = (typeof bots)[number]

/** What is sealed of a letter: what it says and where it goes. */
export interface LetterContent {
  address: string
  bot?: Bot
  secret?: string
  text: string
  link?: string
}

/** A letter as it is handed over. */
export interface Letter extends LetterContent {
  id: string
  channel: Channel
  subject: string
  /** It may have arrived before: said in the letter. */
  marked: boolean
}

/** What became of handing a letter over. */
export type Outcome =
  | { how: 'taken' }
  /** It certainly did not arrive, and may another time. */
  | { how: 'later'; why: string }
  /** It may have arrived: the line broke before the answer came. */
  | { how: 'unsure'; why: string }
  /** It was refused for good. */
  | { how: 'refused'; why: string }

export const REPEATED = '（可能重复）'

/** What a letter says first where it may have arrived before. */
export const subjectOf = ({ subject, marked }: Letter): string => (marked ? `${REPEATED}${subject}` : subject)
