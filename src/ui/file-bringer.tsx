import { Button, Progress } from 'antd'
import { useEffect, useRef, useState } from 'react'
import './file.css'
import { bringFile, type Coming } from './bring-file.ts'
import { useHold } from './entry-hold.ts'
import { FileChoice } from './file-choice.tsx'
import { ProblemNote } from './problem-view.tsx'
import { fileWords } from './file-words.ts'
import { useWords } from './words.ts'

interface Given {
  /** What the field is called, and what the button says. */
  label: string
  /** '.pdf,.docx' */
  accept: string
  /** The file is there: a record may keep it under this number. */
  onBrought: (uploadId: string, file: File) => void | Promise<void>
  primary?: boolean
}

interface State {
  name?: string
  coming?: Coming
  error?: unknown
}

/** A button that takes a file of any size and shows how far it has come; a broken line is waited for. */
export function FileBringer({ label, accept, onBrought, primary = false }: Given) {
  const t = useWords(fileWords)
  const [state, setState] = useState<State>({})
  const stop = useRef<AbortController>(undefined)
  useHold(state.coming !== undefined)
  useEffect(() => () => stop.current?.abort(), [])
  const start = async (file: File) => {
    const mine = (stop.current = new AbortController())
    setState({ name: file.name, coming: { sent: 0, bytes: file.size, waits: false } })
    try {
      const id = await bringFile(file, (coming) => setState({ name: file.name, coming }), mine.signal)
      await onBrought(id, file)
      setState({})
    } catch (error) {
      if (!mine.signal.aborted) setState({ error })
    }
  }
  const drop = () => {
    stop.current?.abort()
    setState({})
  }
  const { name = '', coming, error } = state
  return (
    <div className="file-bringer">
      {coming ? (
        <>
          <Progress percent={Math.floor((100 * coming.sent) / coming.bytes)} aria-label={t('bringing', { name })} />
          <p role="status">{t(coming.waits ? 'lineAway' : 'bringing', { name })}</p>
          <Button onClick={drop}>{t('cancel')}</Button>
        </>
      ) : (
        <FileChoice label={label} accept={accept} primary={primary} onFile={(file) => void start(file)} />
      )}
      <ProblemNote error={error} />
    </div>
  )
}
