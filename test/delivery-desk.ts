import { sql } from 'kysely'
import { expect } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import type { App } from '../src/main/app.ts'
import { PLACES } from './cast.ts'
import { cookieOf } from './delivery-people.ts'
import { fields } from './delivery-world.ts'
import { asking, asPerson, type Asking } from './http.ts'

/** Nothing is on offer, and no room is booked. */
export const emptyDelivery = (database: Database) =>
  database.transact('owner', (db) =>
    sql`truncate delivery.offering, delivery.lecturer, delivery.slot, delivery.share, delivery.session, delivery.present,
      delivery.hold, delivery.enrolment, bookings.booking, bookings.check_in, bookings.hold, cover.travel`.execute(db),
  )

/** A class of the fifth grade, as a school enrols it. */
export const five = (headCount: number, className = '（1）班') => ({ grade: '五年级', className, headCount })

const at = (id: string, more = '') => `/api/offerings/${id}${more}`
const answer = (reply: Awaited<ReturnType<Asking['get']>>) => ({ status: reply.statusCode, ...reply.json() })

/** What S1 gives, and what others do with it: the asks that tests of shared courses make over and over. */
export function deliveryDesk(app: () => App) {
  const giver = () => asPerson(app(), 'liaison')
  const two = () => asking(app(), cookieOf('liaison-two'))
  const write = async (more: object = {}, who: Asking = giver()) =>
    answer(await who.post(`/api/units/${PLACES.c1}/offerings`, fields(more)))
  const publish = async (id: string, who: Asking = giver()) => answer(await who.post(at(id, '/publish')))
  return {
    ...{ giver, two, write, at, publish },
    office: () => asPerson(app(), 'office'),
    three: () => asking(app(), cookieOf('liaison-three')),
    published: async (more: object = {}) => {
      const { id } = await write(more)
      expect(await publish(id)).toMatchObject({ status: 200 })
      return id as string
    },
    read: async (id: string, who: Asking = giver()) => (await who.get(at(id))).json(),
    enrol: async (id: string, classes: object[], who: Asking = two(), more: object = {}) =>
      answer(await who.post(at(id, '/classes'), { classes, ...more })),
  }
}
