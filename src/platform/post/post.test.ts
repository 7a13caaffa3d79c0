import { createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { isInside } from './inside.ts'
import type { Letter } from './letter.ts'
import { deliverMail } from './mail.ts'
import { waitAfter } from './send.ts'
import { shownAddress } from './shown.ts'
import { deliverWebhook, mayLeadTo } from './webhook.ts'
import { markdownOf } from './words.ts'

const got: { url: string; body: string }[] = []
let answer: (request: IncomingMessage, response: ServerResponse) => void
const server = createServer((request, response) => {
  void text(request).then((body) => {
    got.push({ url: request.url!, body })
    answer(request, response)
  })
})
let address = ''
const config = { siteAddress: 'https://site.example', insideWebhooks: true }
const now = new Date('2026-03-02T00:00:00Z')
const letter = (more: Partial<Letter> = {}): Letter => ({
  id: 'one',
  channel: 'webhook',
  subject: '请报送台账',
  text: '还差 2 张表。',
  link: '/notices',
  marked: false,
  address,
  ...more,
})

beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/send?key=k`
})
beforeEach(() => {
  got.length = 0
  answer = (_, response) => response.end('{"errcode":0}')
})
afterAll(() => server.close())

describe('what a bot is sent', () => {
  test('企业微信: Markdown with the link', async () => {
    expect(await deliverWebhook(config, letter({ bot: 'wecom' }), now)).toEqual({ how: 'taken' })
    expect(JSON.parse(got[0]!.body)).toEqual({
      msgtype: 'markdown',
      markdown: { content: '**请报送台账**\n\n还差 2 张表。\n\n[打开雁阵](https://site.example/notices)' },
    })
  })

  test('钉钉: signed with the secret and the time', async () => {
    await deliverWebhook(config, letter({ bot: 'dingtalk', secret: 'SEC1' }), now)
    const { searchParams } = new URL(got[0]!.url, address)
    const stamp = String(now.getTime())
    expect(searchParams.get('timestamp')).toBe(stamp)
    expect(searchParams.get('sign')).toBe(createHmac('sha256', 'SEC1').update(`${stamp}\nSEC1`).digest('base64'))
    expect(searchParams.get('key')).toBe('k')
    expect(JSON.parse(got[0]!.body)).toMatchObject({ msgtype: 'markdown', markdown: { title: '请报送台账' } })
  })

  test('what a person wrote calls nobody and makes no link; a long text is cut to what a bot takes', () => {
    const wild = markdownOf(letter({ text: '[去](http://x.example) <@all> **', marked: true }), 'https://s', 4000)
    expect(wild).toContain('**（可能重复）请报送台账**')
    expect(wild).not.toContain('[去]')
    expect(wild).not.toContain('<@')
    const long = markdownOf(letter({ text: '台'.repeat(5000) }), 'https://s', 4000)
    expect(Buffer.byteLength(long)).toBeLessThanOrEqual(4000)
    expect(long).toContain('…')
  })
})

describe('what became of it', () => {
  const status = (code: number) => (_: unknown, response: ServerResponse) => {
    response.statusCode = code
    response.setHeader('location', 'http://127.0.0.1/')
    response.end('')
  }
  test.each([
    ['busy', status(503), 'later'],
    ['too many', status(429), 'later'],
    ['broken', status(500), 'unsure'],
    ['gone', status(404), 'refused'],
    ['a redirect is not followed', status(302), 'refused'],
    ['the line breaks', (request: IncomingMessage) => request.socket.destroy(), 'unsure'],
    ['the bot says no', (_: unknown, response: ServerResponse) => response.end('{"errcode":93000}'), 'refused'],
    ['the bot says too much', (_: unknown, response: ServerResponse) => response.end('{"errcode":45009}'), 'later'],
    ['not an answer of a bot', (_: unknown, response: ServerResponse) => response.end('<html>'), 'refused'],
  ])('%s', async (_, how, expected) => {
    answer = how
    expect(await deliverWebhook(config, letter({ bot: 'wecom' }), now)).toMatchObject({ how: expected })
    expect(got).toHaveLength(1)
  })

  test('where nothing listens it certainly did not arrive', async () => {
    const nowhere = letter({ address: 'http://127.0.0.1:1/x' })
    expect(await deliverWebhook(config, nowhere, now)).toMatchObject({ how: 'later' })
    const mail = { ...config, mailFrom: '雁阵 <a@b.example>', smtpUrl: 'smtp://127.0.0.1:1' }
    expect(await deliverMail(mail, letter({ channel: 'mail', address: 'x@y.example' }))).toMatchObject({ how: 'later' })
  })

  test('nothing inside is reached where it is not allowed', async () => {
    const outcome = await deliverWebhook({ ...config, insideWebhooks: false }, letter(), now)
    expect(outcome).toMatchObject({ how: 'refused' })
    expect(got).toHaveLength(0)
  })
})

test.each([
  ['https://hooks.example/x', true, true],
  ['http://hooks.example/x', false, false],
  ['http://127.0.0.1/x', false, true],
  ['https://127.0.0.1/x', false, true],
  ['https://10.1.2.3/x', false, true],
  ['https://[::1]/x', false, true],
  ['https://localhost/x', false, true],
  ['https://169.254.169.254/latest', false, true],
  ['https://user:pass@hooks.example/x', false, false],
  ['ftp://hooks.example/x', false, false],
  ['nonsense', false, false],
])('a webhook to %s: %s, and %s where inside is allowed', (to, outside, inside) => {
  expect(mayLeadTo(to, { insideWebhooks: false })).toBe(outside)
  expect(mayLeadTo(to, { insideWebhooks: true })).toBe(inside)
})

test.each([
  ['8.8.8.8', false],
  ['192.168.1.1', true],
  ['172.31.0.1', true],
  ['100.64.0.1', true],
  ['0.0.0.0', true],
  ['::1', true],
  ['fd00::1', true],
  ['fe80::1', true],
  ['::ffff:10.0.0.1', true],
  ['2400:3200::1', false],
])('%s is inside: %s', (ip, inside) => {
  expect(isInside(ip)).toBe(inside)
})

test.each([
  ['refused', { marked: false, tries: 1 }, 'refused', undefined],
  ['unsure for the first time', { marked: false, tries: 1 }, 'unsure', 60_000],
  ['unsure again', { marked: true, tries: 2 }, 'unsure', undefined],
  ['not reached', { marked: false, tries: 1 }, 'later', 60_000],
  ['not reached, marked', { marked: true, tries: 2 }, 'later', 300_000],
  ['not reached for the seventh time', { marked: false, tries: 7 }, 'later', undefined],
] as const)('a letter %s', (_, state, how, wait) => {
  expect(waitAfter(state, { how, why: '' })).toBe(wait)
})

test('of an address no more is shown than what tells it from others', () => {
  expect(shownAddress({ channel: 'mail', address: 'zhangsan@school.cn' })).toBe('zh***@school.cn')
  expect(shownAddress({ channel: 'webhook', address: 'https://hooks.example/a/very-secret?key=1' })).toBe(
    'hooks.example/…',
  )
})
