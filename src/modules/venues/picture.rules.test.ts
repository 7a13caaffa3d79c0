import { expect, test } from 'vitest'
import { fitted, pictureTypeOf } from './picture.rules.ts'

test.each([
  ['a JPEG', [0xff, 0xd8, 0xff, 0xe0], 'image/jpeg'],
  ['a PNG', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], 'image/png'],
  ['a WebP', [...Buffer.from('RIFF0000WEBPVP8 ')], 'image/webp'],
  ['a sound', [...Buffer.from('RIFF0000WAVE')], undefined],
  ['a drawing that can hold scripts', [...Buffer.from('<svg xmlns="')], undefined],
  ['nothing', [], undefined],
])('%s is known by its first bytes', (_, bytes, type) => expect(pictureTypeOf(Uint8Array.from(bytes))).toBe(type))

test.each([
  [4000, 3000, { width: 1600, height: 1200 }],
  [900, 3200, { width: 450, height: 1600 }],
  [800, 600, { width: 800, height: 600 }],
  [9000, 1, { width: 1600, height: 1 }],
])('%i × %i is made to fit', (width, height, small) => expect(fitted(width, height, 1600)).toEqual(small))
