import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { asQuery, call } from '#ui/api.ts'
import { Go } from '#ui/go.tsx'
import { inFigures } from '#ui/number.ts'
import { places } from '#ui/places.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { useWords } from '#ui/words.ts'
import { correctionApi, type Corrections } from '../correction.contract.ts'
import { mayBeRight } from '../correction.rules.ts'
import { correctionWords } from './correction-words.ts'
import type { Drafts } from './drafts.ts'

interface Given {
  state: Corrections
  drafts: Drafts
  unitId: number
}

/** What is done with the rows as a whole, and whether what was typed is safe. */
export function CorrectionActs({ state, drafts, unitId }: Given) {
  const t = useWords(correctionWords)
  const { importId, working, can, failure } = state
  const check = useAgain(correctionApi.check, importId, drafts)
  const take = useAgain(correctionApi.take, importId, drafts)
  const busy = working !== null || check.isPending || take.isPending
  const mended = drafts.rows.filter(mayBeRight).length
  return (
    <div className="correction-acts">
      <p className="acts">
        {can.includes('check') || busy ? (
          <Button onClick={() => check.mutate()} loading={check.isPending} disabled={busy}>
            {t('check')}
          </Button>
        ) : null}
        {state.status === 'taken' && (
          <Button type="primary" onClick={() => take.mutate()} loading={take.isPending} disabled={busy || mended === 0}>
            {t('take', { n: inFigures(mended) })}
          </Button>
        )}
        <Go to={places.imports(unitId, importId)}>{t('toImport')}</Go>
        <span className={drafts.saving === 'failed' ? 'bad' : 'quiet'} role="status">
          {busy ? t('working') : t(drafts.saving)}
        </span>
      </p>
      {state.status === 'checked' && <p className="quiet">{t('takeFirst')}</p>}
      {failure !== null && (
        <p className="problem-note" role="alert">
          {t('checkFailed', { why: failure })}
        </p>
      )}
      <ProblemNote error={check.error ?? take.error} />
    </div>
  )
}

/** Saves what was typed and has the rows read again. */
function useAgain(endpoint: typeof correctionApi.check | typeof correctionApi.take, importId: string, drafts: Drafts) {
  const queries = useQueryClient()
  const given = { params: { importId } }
  return useMutation({
    mutationFn: async () => {
      await drafts.flush()
      return call(endpoint, given)
    },
    onSuccess: (state) => queries.setQueryData(asQuery(correctionApi.read, given).queryKey, state),
  })
}
