import { zipStream } from '#platform/zip-stream.ts'

/** The files of a roster as one package. */
export async function packed(files: Map<string, Buffer>): Promise<Buffer> {
  const entries = [...files].map(([name, content]) => ({ name, content: content.toString() }))
  const chunks: Buffer[] = []
  for await (const chunk of zipStream(entries, new Date('2024-01-01T00:00:00Z'))) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** Adds a line to a file of a roster, by the names of its columns. */
export function addLine(files: Map<string, Buffer>, file: string, fields: Record<string, string>): void {
  const text = files.get(file)!.toString()
  const header = text.split('\r\n')[0]!.split(',')
  files.set(file, Buffer.from(`${text}${header.map((name) => fields[name] ?? '').join(',')}\r\n`))
}
