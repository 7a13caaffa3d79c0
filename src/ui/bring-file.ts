import { Problem } from '#shared/problem.ts'
import { UPLOADS } from '#shared/upload.ts'

/** How far a file has come. `waits`: the line is broken, it goes on by itself. */
export interface Coming {
  sent: number
  bytes: number
  waits: boolean
}

/** So long between tries, the last of them for ever after: a line may be away for a whole lesson. */
const pauses = [0, 1000, 3000, 5000, 10_000, 20_000, ...Array<number>(120).fill(30_000)]

/**
 * Sends a file, and goes on where it stopped: after a broken line by itself, after the page was closed when the same
 * file is chosen again. Gives the number under which a record may keep it.
 */
export async function bringFile(file: File, onComing: (coming: Coming) => void, signal: AbortSignal): Promise<string> {
  const { Upload } = await import('tus-js-client')
  return new Promise((resolve, reject) => {
    const upload = new Upload(file, {
      endpoint: UPLOADS,
      metadata: { filename: file.name },
      retryDelays: pauses,
      removeFingerprintOnSuccess: true,
      onShouldRetry: (error) => {
        const again = isOfTheLine(error.originalResponse?.getStatus())
        if (again) onComing({ ...last, waits: true })
        return again
      },
      onProgress: (sent, bytes) => onComing((last = { sent, bytes: bytes ?? file.size, waits: false })),
      onError: (error) =>
        reject(problemOf('originalResponse' in error ? error.originalResponse?.getBody() : undefined)),
      onSuccess: () => {
        // What is there stays there, though the field goes from the page that asked for it.
        signal.removeEventListener('abort', drop)
        resolve(upload.url!.split('/').at(-1)!)
      },
    })
    let last: Coming = { sent: 0, bytes: file.size, waits: false }
    const drop = () => void upload.abort(true)
    signal.addEventListener('abort', drop)
    void upload.findPreviousUploads().then(([before]) => {
      if (before) upload.resumeFromPreviousUpload(before)
      if (!signal.aborted) upload.start()
    })
  })
}

/** What may pass by itself: no answer, one that says so, a piece that does not fit behind a line that hung. */
const isOfTheLine = (status = 0): boolean => status === 0 || status >= 502 || [409, 423, 429].includes(status)

function problemOf(body: string | undefined): Problem {
  try {
    const { code, status, title } = JSON.parse(body ?? '') as { code: string; status: number; title: string }
    return new Problem(code, status, title)
  } catch {
    return new Problem('ui.serverAway', 0, '')
  }
}
