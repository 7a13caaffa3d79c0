import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'

/**
 * What must hold after any sequence and any crash, asked of the rows themselves and not of the constraints. What was used keeps
 * its time and its equipment up to its end; what was missed and then told as used has given both back before.
 */
export const broken = (db: Db) =>
  sql<{ what: string }>`
  select 'overlap' as what from bookings.booking a join bookings.booking b on a.venue_id = b.venue_id and a.id < b.id
    and a.from_at < b.until_at and b.from_at < a.until_at
    where a.status in ('待审', '已定') and b.status in ('待审', '已定')
  union all
  select 'a booking without its hold' from bookings.booking b where b.status in ('待审', '已定') and not exists (
    select from bookings.hold h where h.booking_id = b.id and h.venue_id = b.venue_id and h.during = tstzrange(b.from_at, b.until_at))
  union all
  select 'a hold without its booking' from bookings.hold h where not exists (
    select from bookings.booking b where b.id = h.booking_id and b.status in ('待审', '已定', '已用'))
  union all
  select 'a counter that is not what is out' from bookings.stock_slot k where k.used <> (
    select coalesce(sum(l.quantity), 0) from bookings.lent l join bookings.booking b on b.id = l.booking_id
    where l.equipment_id = k.equipment_id and b.from_at <= k.slot and k.slot < b.until_at and (b.status in ('待审', '已定')
      or (b.status = '已用' and k.slot < b.changed_at and exists (select from bookings.hold h where h.booking_id = b.id))))
  union all
  select 'more out than there is' from bookings.stock_slot k join venues.equipment e on e.id = k.equipment_id
    where k.used < 0 or k.used > e.stock`.execute(db)
