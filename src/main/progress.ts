const WIDTH = 24
const PAUSE_MS = 100

/** A bar on standard error while a person looks on; writes nothing into files and pipes. */
export function progressBar(
  label: string,
  out: NodeJS.WriteStream = process.stderr,
): (done: number, total: number) => void {
  if (!out.isTTY) return () => {}
  let drawnAt = 0
  return (done, total) => {
    const finished = done >= total
    if (!finished && Date.now() - drawnAt < PAUSE_MS) return
    drawnAt = Date.now()
    const share = total > 0 ? Math.min(1, done / total) : 0
    const full = Math.round(share * WIDTH)
    out.write(
      `\r\u001b[2K${label} ${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${Math.round(share * 100)} %${finished ? '\n' : ''}`,
    )
  }
}
