import { Readable } from 'node:stream'
import addressparser from 'nodemailer/lib/addressparser'
import MailComposer from 'nodemailer/lib/mail-composer'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { Config } from '../config.ts'
import { subjectOf, type Letter, type Outcome } from './letter.ts'
import { wordsOf } from './words.ts'

type MailConfig = Pick<Config, 'smtpUrl' | 'mailFrom' | 'siteAddress'>

const PATIENCE_MS = 10_000

/** Hands a letter to the mail server. Once the server has asked for the message, only its answer says what became of it. */
export async function deliverMail(config: MailConfig, letter: Letter): Promise<Outcome> {
  if (!config.smtpUrl) return { how: 'refused', why: '还没有设置发信服务器' }
  const message = await compose(config, letter)
  const begun = { data: false }
  const body = new Readable({
    read() {
      begun.data = true
      this.push(message)
      this.push(null)
    },
  })
  try {
    await hand(new URL(config.smtpUrl), { from: sender(config), to: letter.address }, body)
    return { how: 'taken' }
  } catch (error) {
    return outcomeOf(error as SmtpError, begun.data)
  }
}

const sender = ({ mailFrom }: MailConfig): string => addressparser(mailFrom, { flatten: true })[0]?.address ?? mailFrom

/** The same letter always has the same Message-ID: a mail program that has it already shows it once. */
function compose(config: MailConfig, letter: Letter): Promise<Buffer> {
  const from = config.mailFrom
  const messageId = `<${letter.id}@${sender(config).split('@')[1] ?? 'yanzhen'}>`
  const headers = { 'Auto-Submitted': 'auto-generated' }
  const text = wordsOf(letter, config.siteAddress)
  const mail = new MailComposer({
    from,
    to: letter.address,
    subject: subjectOf(letter),
    text,
    textEncoding: 'base64',
    messageId,
    headers,
  })
  return new Promise((resolve, reject) => {
    mail.compile().build((error: Error | null, built?: Buffer) => (error ? reject(error) : resolve(built!)))
  })
}

interface SmtpError extends Error {
  code?: string
  responseCode?: number
}

const loopback = /^(localhost|127\.|\[::1\])/

function optionsOf(server: URL) {
  const secure = server.protocol === 'smtps:'
  const tls = server.searchParams.get('tls') !== 'off'
  return {
    host: server.hostname,
    port: Number(server.port) || (secure ? 465 : 587),
    secure,
    ignoreTLS: !tls,
    // A password goes over the network only where nobody reads along.
    requireTLS: tls && !secure && server.username !== '' && !loopback.test(server.hostname),
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: 2 * PATIENCE_MS,
  }
}

/** One conversation with the server; resolves when it has taken the message. */
function hand(server: URL, envelope: { from: string; to: string }, body: Readable): Promise<void> {
  return converse(server, (line, done) => line.send(envelope, body, done))
}

/** Signs in at the server and says goodbye: whether the settings are right. */
export const tryMailServer = (smtpUrl: string): Promise<void> => converse(new URL(smtpUrl), (_, done) => done(null))

type Done = (error?: Error | null) => void

function converse(server: URL, say: (line: SMTPConnection, done: Done) => void): Promise<void> {
  const line = new SMTPConnection(optionsOf(server))
  return new Promise<void>((resolve, reject) => {
    const done: Done = (error) => (error ? reject(error) : resolve())
    line.on('error', reject)
    line.connect((error) => {
      if (error) return reject(error)
      if (!server.username) return say(line, done)
      const credentials = { user: decodeURIComponent(server.username), pass: decodeURIComponent(server.password) }
      line.login({ credentials }, (refused) => (refused ? reject(refused) : say(line, done)))
    })
  }).finally(() => line.close())
}

function outcomeOf({ responseCode, code }: SmtpError, begun: boolean): Outcome {
  if (responseCode !== undefined && responseCode >= 500 && code !== 'EAUTH')
    return { how: 'refused', why: `对方邮件服务器拒收（${responseCode}）` }
  if (responseCode !== undefined && responseCode >= 400)
    return {
      how: 'later',
      why: code === 'EAUTH' ? '发信服务器不认账号或密码' : `邮件服务器暂时不收（${responseCode}）`,
    }
  if (begun) return { how: 'unsure', why: '邮件交出去后连接断了，不知道对方收到没有' }
  return { how: 'later', why: '连不上发信服务器' }
}
