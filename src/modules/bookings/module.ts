import type { Module } from '#platform/module.ts'

export const bookings: Module = {
  name: 'bookings',
}
