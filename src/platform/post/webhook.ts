import { createHmac } from 'node:crypto'
import { request as requestPlain, type IncomingMessage } from 'node:http'
import { request as requestSecure, type RequestOptions } from 'node:https'
import type { Config } from '../config.ts'
import { InsideError, isInsideHost, lookupOutside } from './inside.ts'
import { subjectOf, type Bot, type Letter, type Outcome } from './letter.ts'
import { linkOf, markdownOf } from './words.ts'

type WebhookConfig = Pick<Config, 'siteAddress' | 'insideWebhooks'>

const PATIENCE_MS = 10_000
const LONGEST_ANSWER = 64 * 1024

/** Whether a webhook may lead there: by https to the world outside; inside only where the installation allows it. */
export function mayLeadTo(address: string, { insideWebhooks }: Pick<Config, 'insideWebhooks'>): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname, username, password } = new URL(address)
  if (username || password) return false
  if (insideWebhooks) return protocol === 'https:' || (protocol === 'http:' && isInsideHost(hostname))
  return protocol === 'https:' && !isInsideHost(hostname)
}

/** Hands a letter to a bot. Without a connection it certainly did not arrive; once it was sent, only an answer says so. */
export async function deliverWebhook(config: WebhookConfig, letter: Letter, now: Date): Promise<Outcome> {
  if (!mayLeadTo(letter.address, config)) return { how: 'refused', why: '这个地址不允许使用' }
  const bot = letter.bot ?? 'json'
  const sent = { whole: false }
  try {
    const url = signed(new URL(letter.address), letter, now)
    const { status, body } = await ask(url, JSON.stringify(messageOf[bot](letter, config.siteAddress)), config, sent)
    return status >= 200 && status < 300 ? answerOf(bot, body) : refusalOf(status)
  } catch (error) {
    if (error instanceof InsideError) return { how: 'refused', why: '这个地址通向内网，不允许使用' }
    return sent.whole ? { how: 'unsure', why: '发出后没有等到回答' } : { how: 'later', why: '连不上这个地址' }
  }
}

/** 钉钉 wants each message signed with the secret and the time. */
function signed(url: URL, { bot, secret }: Letter, now: Date): URL {
  if (bot !== 'dingtalk' || !secret) return url
  const timestamp = String(now.getTime())
  url.searchParams.set('timestamp', timestamp)
  url.searchParams.set('sign', createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64'))
  return url
}

const messageOf: Record<Bot, (letter: Letter, siteAddress: string) => object> = {
  wecom: (letter, site) => ({ msgtype: 'markdown', markdown: { content: markdownOf(letter, site, 4000) } }),
  dingtalk: (letter, site) => ({
    msgtype: 'markdown',
    markdown: { title: subjectOf(letter), text: markdownOf(letter, site, 16_000) },
  }),
  json: (letter, site) => ({
    id: letter.id,
    title: subjectOf(letter),
    text: letter.text,
    link: linkOf(letter, site),
    repeated: letter.marked,
  }),
}

function ask(url: URL, body: string, { insideWebhooks }: WebhookConfig, sent: { whole: boolean }): Promise<Answer> {
  const options: RequestOptions = {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
    signal: AbortSignal.timeout(PATIENCE_MS),
    agent: false,
    ...(!insideWebhooks && { lookup: lookupOutside }),
  }
  return new Promise((resolve, reject) => {
    const request = url.protocol === 'http:' ? requestPlain(url, options) : requestSecure(url, options)
    request.on('error', reject)
    request.on('socket', (socket) =>
      socket.once(url.protocol === 'http:' ? 'connect' : 'secureConnect', () => (sent.whole = true)),
    )
    request.on('response', (response) => void read(response).then(resolve, reject))
    request.end(body)
  })
}

interface Answer {
  status: number
  body: string
}

async function read(response: IncomingMessage): Promise<Answer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= LONGEST_ANSWER) chunks.push(chunk)
  }
  return { status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') }
}

/** The bots answer 200 also where they refuse: what counts is errcode. These two say that there was too much at once. */
const busyCodes = [45009, 130101]

function answerOf(bot: Bot, body: string): Outcome {
  if (bot === 'json') return { how: 'taken' }
  const code = errorCodeIn(body)
  if (code === 0) return { how: 'taken' }
  if (code === undefined) return { how: 'refused', why: '对方的回答看不懂，请检查机器人的地址' }
  if (busyCodes.includes(code)) return { how: 'later', why: '机器人说发得太多' }
  return { how: 'refused', why: `机器人不收（${code}）` }
}

function errorCodeIn(body: string): number | undefined {
  try {
    const { errcode } = JSON.parse(body) as { errcode?: unknown }
    return typeof errcode === 'number' ? errcode : undefined
  } catch {
    return undefined
  }
}

function refusalOf(status: number): Outcome {
  if ([408, 425, 429, 503].includes(status)) return { how: 'later', why: `对方暂时不收（${status}）` }
  if (status >= 500) return { how: 'unsure', why: `对方出错（${status}），不知道收到没有` }
  return { how: 'refused', why: status < 400 ? '对方要转到别的地址，不跟过去' : `对方不收（${status}）` }
}
