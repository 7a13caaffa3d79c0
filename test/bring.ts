import type { App } from '../src/main/app.ts'
import { tokenOf, type Person } from './cast.ts'

/** What the headers of a tus request say who asks. */
export const tusHeaders = (person: Person, more: Record<string, string> = {}): Record<string, string> => ({
  cookie: `yanzhen=${tokenOf(person)}`,
  'sec-fetch-site': 'same-origin',
  'tus-resumable': '1.0.0',
  ...more,
})

export const filename = (name: string): string => `filename ${Buffer.from(name).toString('base64')}`

/** Asks for a place for a file, as a browser does. */
export const beginUpload = (app: App, person: Person, name: string, bytes: number) =>
  app.inject({
    method: 'POST',
    url: '/api/uploads',
    headers: tusHeaders(person, { 'upload-length': String(bytes), 'upload-metadata': filename(name) }),
  })

/** Sends a piece of a file. */
export const sendPiece = (app: App, person: Person, url: string, offset: number, payload: Buffer) =>
  app.inject({
    method: 'PATCH',
    url,
    headers: tusHeaders(person, {
      'upload-offset': String(offset),
      'content-type': 'application/offset+octet-stream',
    }),
    payload,
  })

/** Brings a whole file in; gives the number under which a record may keep it. */
export async function bringFile(app: App, person: Person, name: string, content: Buffer): Promise<string> {
  const begun = await beginUpload(app, person, name, content.length)
  if (begun.statusCode !== 201) throw new Error(begun.body)
  const url = begun.headers.location as string
  const sent = await sendPiece(app, person, url, 0, content)
  if (sent.statusCode !== 204) throw new Error(sent.body)
  return url.split('/').at(-1)!
}

/** A PDF that holds no page but is one. */
export const tinyPdf = (words: string): Buffer => Buffer.from(`%PDF-1.4\n% ${words}\n%%EOF\n`)
