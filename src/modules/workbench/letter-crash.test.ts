import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { projectRoot } from '#platform/config.ts'
import { openPostOffice, type PostOffice } from '../../../test/post-office.ts'

const home = mkdtempSync(join(tmpdir(), 'yanzhen-crash-'))
let office: PostOffice
/** The sender, while it is to die as soon as its letter is there, before it hears that it is. */
let victim: ChildProcess | undefined
const kill = () => void victim?.kill('SIGKILL')

beforeAll(async () => {
  office = await openPostOffice({ onMail: kill, onHook: () => (kill(), victim !== undefined) })
})
beforeEach(() => (victim = undefined))
afterAll(async () => {
  await office.close()
  rmSync(home, { recursive: true, force: true })
})

/** A process that writes one letter and sends what waits; tells how it ended. */
async function send(channel: 'mail' | 'webhook', { dies }: { dies: boolean }): Promise<string> {
  const address = channel === 'mail' ? 'clerk@school.example' : office.hookUrl
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join(projectRoot(), 'test/letter-child.ts'), channel, address],
    {
      cwd: projectRoot(),
      stdio: ['ignore', 'inherit', 'inherit'],
      env: {
        ...process.env,
        DATABASE_URL: '',
        YANZHEN_DATA: join(home, channel),
        YANZHEN_SMTP_URL: office.smtpUrl,
        YANZHEN_INSIDE_WEBHOOKS: 'on',
      },
    },
  )
  victim = dies ? child : undefined
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null]
  return String(signal ?? code)
}

test('a mail whose sender is killed after it arrived comes once more and says so', { timeout: 240_000 }, async () => {
  expect(await send('mail', { dies: true })).toBe('SIGKILL')
  expect(await send('mail', { dies: false })).toBe('0')
  expect(office.mails.map(({ subject }) => subject)).toEqual(['台账催办', '（可能重复）台账催办'])
  expect(new Set(office.mails.map(({ messageId }) => messageId)).size).toBe(1)
})

test('a message to a bot whose sender is killed twice comes twice and never again', { timeout: 240_000 }, async () => {
  expect(await send('webhook', { dies: true })).toBe('SIGKILL')
  expect(await send('webhook', { dies: true })).toBe('SIGKILL')
  expect(await send('webhook', { dies: false })).toBe('0')
  expect(office.hooks.map(({ title }) => title)).toEqual(['台账催办', '（可能重复）台账催办'])
})
