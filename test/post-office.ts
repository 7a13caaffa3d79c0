import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'

export interface Mail {
  to: string
  subject: string
  messageId: string
  text: string
}

interface Handling {
  /** Before a message is taken: throws what the server answers instead; may kill whoever sent it. */
  onMail?: (mail: Mail) => Promise<void> | void
  /** Answers a webhook in another way than 200. */
  onHook?: (body: Record<string, unknown>, response: ServerResponse) => Promise<boolean> | boolean
}

/** A real mail server and a receiver of webhooks, on free ports of this machine; what they got stands in `mails` and `hooks`. */
export async function openPostOffice(handling: Handling = {}) {
  const mails: Mail[] = []
  const hooks: Record<string, unknown>[] = []
  const smtp = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, session, done) => {
      const take = async () => {
        const mail = mailOf(await text(stream), session.envelope.rcptTo[0]!.address)
        mails.push(mail)
        await handling.onMail?.(mail)
      }
      take().then(() => done(), done)
    },
  })
  smtp.on('error', () => {})
  const http = createServer((request, response) => {
    void text(request).then(async (raw) => {
      const body = JSON.parse(raw) as Record<string, unknown>
      hooks.push({ ...body, url: request.url })
      if (!(await handling.onHook?.(body, response))) response.end('{"errcode":0,"errmsg":"ok"}')
    })
  })
  smtp.listen(0, '127.0.0.1')
  await once(smtp.server, 'listening')
  http.listen(0, '127.0.0.1')
  await once(http, 'listening')
  const port = (server: { address(): unknown }) => (server.address() as AddressInfo).port
  return {
    mails,
    hooks,
    smtpUrl: `smtp://127.0.0.1:${port(smtp.server)}`,
    hookUrl: `http://127.0.0.1:${port(http)}/hook?key=very-secret`,
    close: async () => {
      http.closeAllConnections()
      http.close()
      await new Promise<void>((resolve) => smtp.close(resolve))
    },
  }
}
export type PostOffice = Awaited<ReturnType<typeof openPostOffice>>

function mailOf(raw: string, to: string): Mail {
  const [head = '', ...rest] = raw.split(/\r?\n\r?\n/)
  const header = (name: string) =>
    new RegExp(`^${name}: (.*(?:\\r?\\n[ \\t].*)*)`, 'im').exec(head)?.[1]?.replace(/\r?\n[ \t]+/g, ' ') ?? ''
  const body = rest.join('\n\n')
  return {
    to,
    subject: decodeWords(header('Subject')),
    messageId: header('Message-ID'),
    text: Buffer.from(body, header('Content-Transfer-Encoding') === 'base64' ? 'base64' : 'utf8').toString('utf8'),
  }
}

/** =?UTF-8?B?…?= and =?UTF-8?Q?…?= */
function decodeWords(value: string): string {
  return value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_, how: string, words: string) =>
      how.toUpperCase() === 'B' ? Buffer.from(words, 'base64').toString('latin1') : decodeQuoted(words),
    )
    .replace(/[\u0080-\u00ff]+/g, (bytes) => Buffer.from(bytes, 'latin1').toString('utf8'))
}

const decodeQuoted = (words: string): string =>
  words.replaceAll('_', ' ').replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
