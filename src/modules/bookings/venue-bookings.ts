import { unlessTooFew } from '#platform/database/savepoint.ts'
import type { VenueBookings } from '#platform/venue-bookings.ts'
import { listAhead } from './ahead.sql.ts'
import { countInTimes } from './booking.sql.ts'
import { bookingProblems } from './problems.ts'
import { updateStock } from './stock.sql.ts'

/** What the register of venues asks before it changes what bookings stand on. */
export const venueBookings: VenueBookings = {
  countIn: (ctx, times) => ctx.asOwner((db) => countInTimes(db, times)),
  listAhead: (ctx, districtId, venueIds) => ctx.asOwner((db) => listAhead(db, districtId, venueIds, ctx.now)),
  setStock: (ctx, districtId, stocks) =>
    ctx.asOwner(async (db) => {
      for (const stock of stocks)
        if (!(await unlessTooFew(db, () => updateStock(db, districtId, stock, ctx.now))))
          throw bookingProblems.stockPromised({ stock: stock.stock })
    }),
}
