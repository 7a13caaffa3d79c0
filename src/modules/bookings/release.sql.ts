import type { Db } from '#platform/database/database.ts'

export async function deleteHold(db: Db, { districtId, id }: { districtId: number; id: string }): Promise<void> {
  await db.deleteFrom('bookings.hold').where('districtId', '=', districtId).where('bookingId', '=', id).execute()
}
