import { useNavigate } from '@tanstack/react-router'
import { useAct } from '#ui/act.ts'
import { EntryForm, Side } from '#ui/entry.tsx'
import { places } from '#ui/places.ts'
import { useWords } from '#ui/words.ts'
import { clusterApi, ClusterFields } from '../cluster.contract.ts'
import { NameFields } from './cluster-side.tsx'
import { districtWords } from './district-words.ts'

/** A new cluster or group; its page opens when it is there. */
export function CreateSide({ unitId, open, onClose }: { unitId: number; open: boolean; onClose: () => void }) {
  const t = useWords(districtWords)
  const navigate = useNavigate()
  const { mutate, isPending, error } = useAct(clusterApi.create, {
    done: (_, { body }) => t('created', { name: body.name }),
    then: ({ id }) => {
      const place = places.organization(id)
      void navigate({ to: place.to, params: place.params as never })
    },
  })
  return (
    <Side title={t('create')} open={open} onClose={onClose}>
      <EntryForm
        schema={ClusterFields}
        first={{ kind: 'cluster' }}
        onSend={(body) => mutate({ params: { unitId }, body })}
        sending={isPending}
        error={error}
        act={t('save')}
        onCancel={onClose}
      >
        <NameFields />
      </EntryForm>
    </Side>
  )
}
